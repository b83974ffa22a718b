package main

import (
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// plotted are the rows that are drawn, with the colour and dashes of each: told
// apart in print, by colour-blind eyes, and on light and dark ground.
var plotted = []struct{ row, label, colour, dashes string }{
	{rowConftest, "conftest", "#d55e00", ""},
	{rowOPA, "opa eval", "#b5659a", "2 4"},
	{rowJSON, "Tieout, whole run", "#2f9be0", "8 4"},
	{rowPolicies, "Tieout, policies only", "#1f77c4", ""},
	{rowNative, "by hand in Go", "#808080", "4 3"},
}

const (
	plotWidth, plotHeight   = 950, 370
	panelWidth, panelHeight = 250, 250
	panelTop                = 74
	labelGap                = 15
)

// style keeps to fonts that are there, and follows the reader's ground.
const style = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 13px }
.axis { fill: #59636e }
.grid { stroke: #d1d9e0 }
.ground { fill: #ffffff; stroke: #d1d9e0 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .axis { fill: #9198a1 }
  .grid { stroke: #3d444d }
  .ground { fill: #0d1117; stroke: #3d444d }
}`

// plot draws time and memory against the number of facts, both on logarithmic
// scales, where a cost that stays the same for each fact is a straight line.
func plot(w io.Writer, r *Result) error {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">`+"\n", plotWidth, plotHeight)
	b.WriteString("<title id=\"title\">Time and memory of checkers by the number of facts</title>\n")
	fmt.Fprintf(&b, "<desc id=\"desc\">%s</desc>\n<style>%s\n</style>\n", html.EscapeString(spoken(r)), style)
	fmt.Fprintf(&b, `<rect class="ground" x="0.5" y="0.5" width="%d" height="%d" rx="6"/>`+"\n", plotWidth-1, plotHeight-1)
	fmt.Fprintf(&b, `<text class="title" x="20" y="28">The same twelve rules over the same facts, both scales logarithmic</text>`+"\n")
	panel(&b, r, 60, "wall clock, seconds", wall)
	panel(&b, r, 530, "peak memory, MB", func(u Usage) float64 { return memory(u) / (1 << 20) })
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// scale maps the logarithm of a value onto a length. It spans whole decades.
type scale struct{ least, most, from, to float64 }

func scaled(values []float64, from, to float64) scale {
	s := scale{least: 0, most: 1, from: from, to: to}
	if len(values) > 0 {
		s.least, s.most = math.Floor(math.Log10(slices.Min(values))), math.Ceil(math.Log10(slices.Max(values)))
		s.most = max(s.most, s.least+1)
	}
	return s
}

func (s scale) at(value float64) float64 {
	return s.from + (math.Log10(value)-s.least)/(s.most-s.least)*(s.to-s.from)
}

// decades gives the powers of ten on the scale.
func (s scale) decades() []float64 {
	var all []float64
	for e := s.least; e <= s.most; e++ {
		all = append(all, math.Pow(10, e))
	}
	return all
}

// point is what a row needs for so many facts.
type point struct{ facts, value float64 }

func points(r *Result, name string, of func(Usage) float64) []point {
	var all []point
	for _, s := range r.Sizes {
		if u, ok := row(s.Rows, name); ok && of(u) > 0 {
			all = append(all, point{float64(s.Facts), of(u)})
		}
	}
	slices.SortFunc(all, func(a, b point) int { return int(a.facts - b.facts) })
	return all
}

func panel(b *strings.Builder, r *Result, left float64, title string, of func(Usage) float64) {
	var xs, ys []float64
	for _, p := range plotted {
		for _, at := range points(r, p.row, of) {
			xs, ys = append(xs, at.facts), append(ys, at.value)
		}
	}
	x, y := scaled(xs, left, left+panelWidth), scaled(ys, panelTop+panelHeight, panelTop)
	fmt.Fprintf(b, `<text class="title" x="%g" y="%d">%s</text>`+"\n", left-34, panelTop-18, html.EscapeString(title))
	for _, v := range y.decades() {
		fmt.Fprintf(b, `<path class="grid" d="M%g %.1fh%d"/><text class="axis" x="%g" y="%.1f" text-anchor="end">%s</text>`+"\n",
			left, y.at(v), panelWidth, left-6, y.at(v)+4, strconv.FormatFloat(v, 'f', -1, 64))
	}
	for _, v := range x.decades() {
		fmt.Fprintf(b, `<path class="grid" d="M%.1f %dv%d"/><text class="axis" x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n",
			x.at(v), panelTop, panelHeight, x.at(v), panelTop+panelHeight+18, thousands(int(v)))
	}
	fmt.Fprintf(b, `<text class="axis" x="%g" y="%d" text-anchor="middle">facts</text>`+"\n", left+panelWidth/2, panelTop+panelHeight+36)
	var labels []label
	for _, p := range plotted {
		all := points(r, p.row, of)
		if len(all) == 0 {
			continue
		}
		var line []string
		for _, at := range all {
			line = append(line, fmt.Sprintf("%.1f,%.1f", x.at(at.facts), y.at(at.value)))
			fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>`, x.at(at.facts), y.at(at.value), p.colour)
		}
		fmt.Fprintf(b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>`+"\n", strings.Join(line, " "), p.colour, p.dashes)
		end := all[len(all)-1]
		labels = append(labels, label{p.label + " " + digits(end.value), p.colour, x.at(end.facts), y.at(end.value), y.at(end.value)})
	}
	for _, l := range apart(labels) {
		fmt.Fprintf(b, `<path d="M%.1f %.1fL%.1f %.1f" stroke="%s" fill="none" opacity="0.5"/><text x="%.1f" y="%.1f">%s</text>`+"\n",
			l.x+4, l.meant, left+panelWidth+10, l.y, l.colour, left+panelWidth+13, l.y+4, html.EscapeString(l.text))
	}
}

// label is the name of a line, beside its end.
type label struct {
	text, colour string
	x, meant, y  float64
}

// apart moves labels that would cover each other.
func apart(labels []label) []label {
	slices.SortFunc(labels, func(a, b label) int { return int(math.Round(a.meant - b.meant)) })
	for i := 1; i < len(labels); i++ {
		labels[i].y = max(labels[i].y, labels[i-1].y+labelGap)
	}
	if n := len(labels); n > 0 {
		labels[n-1].y = min(labels[n-1].y, panelTop+panelHeight)
		for i := n - 2; i >= 0; i-- {
			labels[i].y = min(labels[i].y, labels[i+1].y-labelGap)
		}
	}
	return labels
}

// spoken says in words what the plot shows.
func spoken(r *Result) string {
	var all []string
	for _, s := range r.Sizes {
		for _, p := range plotted {
			if u, ok := row(s.Rows, p.row); ok {
				all = append(all, fmt.Sprintf("%s, %s facts: %s s, %s MB", p.label, thousands(s.Facts), digits(wall(u)), megabytes(u.Peak)))
			}
		}
	}
	return strings.Join(all, "; ") + "."
}
