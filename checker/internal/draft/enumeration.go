package draft

import (
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
)

// minRanks is how many numbers in a row show that an enumeration ran together.
const minRanks = 3

// enumerations proposes the numbers of an enumeration whose words ran into
// them: 2 and 3 in "1 Alpha2 Beta3 Gamma". Each is the next of a row that
// begins with 1.
func (d *drafter) enumerations(line int) {
	var run []place
	for i, s := range d.spans[line] {
		if s.Figure.Kind == figure.Marker || s.Figure.Kind == figure.NotePointer {
			continue
		}
		switch digits := trailing(s); {
		case len(run) > 0 && digits == strconv.Itoa(len(run)+1):
			run = append(run, place{line, i})
			continue
		case len(run) >= minRanks:
			d.enumerated(run)
		}
		if run = nil; s.Text == "1" {
			run = []place{{line, i}}
		}
	}
	if len(run) >= minRanks {
		d.enumerated(run)
	}
}

// trailing gives the digits that a word ends with.
func trailing(s figure.Span) string {
	if s.Figure.Kind != figure.Name {
		return ""
	}
	return s.Text[len(strings.TrimRight(s.Text, "0123456789")):]
}

func (d *drafter) enumerated(run []place) {
	for _, p := range run[1:] {
		s := d.spans[p.line][p.token]
		digits := trailing(s)
		d.used[p] = true
		d.propose(p.line, quantities, new(flow).put("concept", fact.Unassigned).put("value", digits).put("unit", fact.Unassigned).
			put("selector", d.selector(p.line, s.End-len(digits), s.End).String()).text("comment", d.headingOf(p.line)))
	}
}
