package cli

import (
	"time"

	"github.com/tieout/tieout/checker"
)

// remembered is the time over which the pace is taken: a run that took much from
// the cache at first must not promise to go on like that.
const remembered = 10 * time.Second

// pace is what was seen of a run of late, the oldest first.
type pace []sighting

type sighting struct {
	at time.Time
	checker.Progress
}

func (s pace) add(at time.Time, p checker.Progress) pace {
	s = append(s, sighting{at, p})
	for len(s) > 2 && at.Sub(s[1].at) >= remembered {
		s = s[1:]
	}
	return s
}

// rate gives the facts a second, and the time that the rest will take; 0 when
// they cannot be told, as the time before a hundredth is done.
func (s pace) rate() (facts int64, rest time.Duration) {
	first, last := s[0], s[len(s)-1]
	ms := last.at.Sub(first.at).Milliseconds()
	if ms <= 0 {
		return 0, 0
	}
	facts = (last.Facts - first.Facts) * 1000 / ms
	if done := last.Done - first.Done; done > 0 && last.Done >= last.Total/100 {
		rest = time.Duration((last.Total-last.Done)*ms/done) * time.Millisecond
	}
	return facts, rest
}
