package report

import (
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

func operandOf(o finding.Operand) operandRow {
	row := operandRow{
		Role:   tableText(func(w *words) map[string]string { return w.roles }, o.Role),
		Figure: figureText(o), Interval: intervalTexts(o.Interval), Label: o.Label, Fact: o.Fact, Place: o.Location.String(), Source: o.Source,
	}
	if o.SourceLine > 0 {
		row.Line = strconv.Itoa(o.SourceLine)
	}
	row.Before, row.Printed, row.After = o.Passage, "", ""
	if before, after, found := strings.Cut(o.Passage, o.Printed); found && o.Printed != "" && !strings.Contains(after, o.Printed) {
		row.Before, row.Printed, row.After = before, o.Printed, after
	}
	return row
}

// figureText gives a figure as printed; where it is not quoted, its value; where
// it has none, why.
func figureText(o finding.Operand) finding.Text {
	text := finding.Text{EN: o.Printed}
	if text.EN == "" {
		text.EN = amount(o.Value, o.Unit)
	}
	if text.EN == "" {
		text = tableText(func(w *words) map[string]string { return w.statuses }, o.Status)
	}
	if o.Weight != "" && o.Weight != "1" {
		factor := amount(o.Weight, "") + " × "
		if o.Weight == "-1" {
			factor = "− "
		}
		text.EN = factor + text.EN
		if text.JA != "" {
			text.JA = factor + text.JA
		}
	}
	return text
}

// intervalTexts parts the intervals of the ways of rounding, each with its word.
func intervalTexts(text string) []finding.Text {
	if text == "" || rePoint().MatchString(text) {
		return nil
	}
	worlds := parseWorlds(text)
	if len(worlds) == 0 {
		return []finding.Text{{EN: intervals(text)}}
	}
	var list []finding.Text
	for _, w := range worlds {
		t := finding.Text{EN: intervals(w.text)}
		if w.name != "" {
			t = finding.Text{EN: t.EN + " " + w.name, JA: t.EN + " " + in(japanese.worldWords, w.name)}
		}
		list = append(list, t)
	}
	return list
}

// outcomes says what was expected, what is printed, how far the two are apart,
// and how far rounding may bring them.
func outcomes(e *finding.Evidence) []labelled {
	var list []labelled
	add := func(name, class string, value finding.Text) {
		if value.EN != "" {
			list = append(list, labelled{Name: word(name), Value: value, Class: class})
		}
	}
	add("expected", "expected", valueOf(e.Computed, e.Unit))
	add("printed", "printed", valueOf(e.Reported, e.Unit))
	if e.Deviation != "" {
		add("difference", "difference", distanceText(e.Deviation, e.Unit))
	}
	switch t := tolerance(e); {
	case t == unbounded:
		add("tolerance", "tolerance", word("unbounded"))
	case t != "":
		add("tolerance", "tolerance", distanceText(t, e.Unit))
	}
	return list
}

// valueOf gives a figure as printed, else its value, else what it can stand for.
func valueOf(f *finding.Figure, unit string) finding.Text {
	switch {
	case f == nil:
		return finding.Text{}
	case f.Printed != "":
		return finding.Text{EN: f.Printed}
	case f.Value != "":
		return finding.Text{EN: amount(f.Value, unit)}
	}
	return finding.Text{EN: intervals(f.Interval)}
}

func distanceText(value, unit string) finding.Text {
	return finding.Text{EN: english.distance(value, unit), JA: japanese.distance(value, unit)}
}
