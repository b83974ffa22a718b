package report

import (
	"io"
	"strconv"

	"github.com/tieout/tieout/checker/internal/finding"
)

// writeDiffText prints a difference for people at a terminal.
func writeDiffText(w io.Writer, v *diffView, o Options) error {
	p := newPrinter(w, Text(o))
	for i, r := range v.Reports {
		sign := []string{"--- ", "+++ "}[i]
		p.hanging(sign, bold, Escape(r.Name+"  "+r.Tool+", "+v.Words.AsOf+" "+r.AsOf+": "+r.Findings), plain, 4)
	}
	if v.Remark != "" {
		p.hanging("", plain, v.Remark, yellow, 0)
	}
	p.line()
	for _, g := range v.Groups {
		p.line(p.paint(heading, g.Title), ": ", strconv.Itoa(len(g.Items)))
		p.line()
		for _, item := range g.Items {
			p.diffItem(g.State, item, v.Words)
		}
	}
	if len(v.Groups) == 0 {
		p.line(v.Words.Same)
		p.line()
	}
	p.line(v.Counts)
	return p.out.Flush()
}

// signs are what a line of a difference begins with.
var signs = map[finding.BaselineState]string{finding.BaselineNew: "+", finding.BaselineChanged: "~", finding.BaselineGone: "-"}

func (p *printer) diffItem(state finding.BaselineState, item diffItem, words *diffWords) {
	head := signs[state] + " " + item.Severity + "[" + Escape(item.Rule) + "]: "
	p.hanging(head, severityStyle(item.Level), Escape(item.Message), bold, 4)
	place := Escape(item.Place)
	if item.Remark != "" {
		place += " (" + Escape(item.Remark) + ")"
	}
	if place != "" {
		p.line("    ", p.paint(blue, "--> "), place)
	}
	for _, row := range item.Rows {
		before, after := row.Before, row.After
		if before == "" {
			before = words.None
		}
		if after == "" {
			after = words.None
		}
		p.hanging("    = "+Escape(row.Part)+": ", plain, Escape(before+" → "+after), plain, 8)
	}
	p.line()
}
