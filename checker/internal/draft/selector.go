package draft

import (
	"strings"
	"unicode/utf8"
)

const (
	// maxExact is the length of a quotation, in code points.
	maxExact = 24
	// maxQuoted bounds the lines of which quotations are counted, in bytes: on a
	// longer one a selector names the line alone.
	maxQuoted = 16 << 10
	// maxOccurrence is the greatest that a selector may name.
	maxOccurrence = 10_000
)

// lookup remembers where quotations stand on the line that was asked about
// last.
type lookup struct {
	line   int
	starts map[string][]int
}

// starts gives the places of a text on a line that do not overlap, from the
// left.
func (d *drafter) starts(line int, exact string) []int {
	l := &d.lookups
	if l.starts == nil || l.line != line {
		l.line, l.starts = line, map[string][]int{}
	}
	if places, ok := l.starts[exact]; ok {
		return places
	}
	places := []int{}
	text := d.lines[line]
	for at := 0; ; {
		i := strings.Index(text[at:], exact)
		if i < 0 {
			break
		}
		places = append(places, at+i)
		at += i + len(exact)
	}
	l.starts[exact] = places
	return places
}

// selector quotes the bytes from start to end of a line. What is too long for a
// quotation, or cannot be told from its like, is placed by the line alone.
func (d *drafter) selector(line, start, end int) *flow {
	return d.quotation(line, start, end, maxExact)
}

func (d *drafter) quotation(line, start, end, most int) *flow {
	s := new(flow).put("line", itoa(line+1))
	exact := d.lines[line][start:end]
	if exact == "" || utf8.RuneCountInString(exact) > most || len(d.lines[line]) > maxQuoted {
		return s
	}
	places := d.starts(line, exact)
	for i, at := range places {
		switch {
		case at != start || i >= maxOccurrence:
			continue
		case len(places) == 1:
			return s.put("exact", quote(exact))
		}
		return s.put("exact", quote(exact)).put("occurrence", itoa(i+1))
	}
	return s
}
