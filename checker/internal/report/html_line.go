package report

import (
	"github.com/tieout/tieout/checker/internal/finding"
)

// numberLine is the arithmetic of a finding, drawn: lanes over an axis. Places
// are reckoned exactly and written as percent of the width, so that the drawing
// fits any screen and is the same on every machine.
type numberLine struct {
	Panels  []panel
	Caption finding.Text
}

// panel is a drawing over one axis. Heights are in pixels.
type panel struct {
	Title        finding.Text
	Height, Axis int
	Lanes        []lane
	Ticks        []tick
	Unit         string
	Zone         *zone
}

// lane is a figure: a bar for each way of rounding, and a stroke at its value.
// Text and ValueTop to To say how far down the words and the stroke stand.
type lane struct {
	Class              string
	Label              finding.Text
	Figure, Value      string
	Text, ValueTop, To int
	Bars               []bar
}

// bar is an interval with its two ends.
type bar struct {
	X, Width, Class string
	Y, Height       int
	LowCap, HighCap end
}

// end is how an interval ends: closed with a stroke, open with a circle, and
// unbounded with an arrow. It is none where only a step is drawn.
type end struct {
	Kind, X, Arrow      string
	Top, Middle, Bottom int
}

// zone is where two intervals meet, or what is left between them.
type zone struct {
	X, Width, Class     string
	Top, Height, Bottom int
}

const (
	laneHeight = 34
	axisHeight = 26
	maxLanes   = 12
	titleRoom  = 4
	// farther is how many times wider than the result's own line a line with the
	// operands may be, for the result still to be told apart on it.
	farther = 20
)

// drawn draws the arithmetic of a check; nil when there is none to draw.
func drawn(e *finding.Evidence) *numberLine {
	computed, reported := figureLanes(e)
	if len(computed.worlds) == 0 || len(reported.worlds) == 0 {
		return nil
	}
	results := []laneSource{computed, reported}
	own, ok := scaleOf(results)
	if !ok {
		return nil
	}
	line := &numberLine{}
	parts := termsOf(e)
	if steps, all, ok := waterfall(parts, e); ok {
		line.Panels = append(line.Panels, layPanel(word("panelSteps"), steps, all, e.Unit))
	} else if !ordered(e) || len(parts) > 2 {
		with := append(parts, results...)
		if wide, ok := scaleOf(with); ok && len(parts) <= maxLanes && !wide.widerThan(own, farther) {
			results, own = with, wide
		}
	}
	last := layPanel(word("panelResult"), results, own, e.Unit)
	if !ordered(e) {
		line.Caption = last.meeting(computed, reported, own, e.Unit)
	}
	if len(line.Panels) == 0 {
		last.Title = finding.Text{}
	}
	line.Panels = append(line.Panels, last)
	return line
}

// ordered tells a check on which of two figures is the greater: nothing follows
// from their intervals being apart.
func ordered(e *finding.Evidence) bool {
	for _, o := range e.Operands {
		if o.Role == "lesser" || o.Role == "greater" {
			return true
		}
	}
	return false
}
