package settle

import (
	"time"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// The states of a recorded decision, beside those of finding.Disposition.
const (
	// StateExpiring is a live decision with ExpiringDays or fewer left.
	StateExpiring = "expiring"
	// StateUnused is one on a finding that does not exist.
	StateUnused = "unused"
	// StateVoid is one without a reason or an owner.
	StateVoid = "void"
	// StateSuperseded is one that another decision on the same stands before.
	StateSuperseded = "superseded"
	// StateHistory is one on a deletion that no base is there to show.
	StateHistory = "history"
)

// ExpiringDays is how long before its expiry a decision is told of.
const ExpiringDays = 30

// Recorded is a decision with what became of it. Expires is the last day on
// which it holds; Rule, Subject and At tell what it is on, if that is known.
type Recorded struct {
	fact.Decision
	State, Expires, Rule, Subject string
	At                            finding.Range
}

// Register lists the recorded decisions with their states, in the order of the
// files, by a report on all paths.
func Register(r *finding.Report, decisions []fact.Decision, most int) []Recorded {
	in := Input{AsOf: r.AsOf, MaxDisposition: most}
	var dropped []finding.DroppedCheck
	if r.Baseline != nil {
		dropped = r.Baseline.Dropped
	}
	d := newDocket(r.Findings, dropped, in)
	list := make([]Recorded, len(decisions))
	counting := map[matter]int{}
	for i, decision := range decisions {
		list[i] = Recorded{Decision: decision, Expires: d.expiry(decision)}
		m, on := d.matter(decision)
		_, void := d.formal(decision)
		switch {
		case void:
			list[i].State = StateVoid
		case !on && d.past(decision):
			list[i].State = finding.DispositionExpired
		case !on && decision.Dropped:
			list[i].State = StateHistory
		case !on:
			list[i].State = StateUnused
		default:
			list[i].State = StateSuperseded
			d.count(m, decision)
			if before, ok := counting[m]; !ok || d.counting[m].Place == decision.Place {
				counting[m] = i
			} else {
				counting[m] = before
			}
		}
		list[i].Rule, list[i].Subject, list[i].At = m.rule, m.subject, m.at
	}
	for m, i := range counting {
		list[i].State = d.state(list[i].Decision, m)
		if list[i].State == finding.DispositionLive && list[i].Expires <= soon(r.AsOf) {
			list[i].State = StateExpiring
		}
	}
	return list
}

func soon(asOf string) string {
	day, err := time.Parse(time.DateOnly, asOf)
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, ExpiringDays).Format(time.DateOnly)
}
