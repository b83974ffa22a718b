package report

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/finding"
)

// layPanel places lanes below each other, and the axis below them.
func layPanel(title finding.Text, lanes []laneSource, s scale, unit string) panel {
	p := panel{Title: title}
	y := titleRoom
	for _, l := range lanes {
		laid := lane{Class: l.class, Label: l.label, Figure: l.figure, Text: y + 11, ValueTop: y + 15, To: y + 31}
		height := 12 / max(len(l.worlds), 1)
		for i, w := range l.worlds {
			laid.Bars = append(laid.Bars, layBar(w, s, laid.ValueTop+2+i*(height+1), height))
		}
		if l.value != nil {
			laid.Value = length(s.at(l.value))
		}
		p.Lanes = append(p.Lanes, laid)
		y += laneHeight
	}
	p.Axis = y + 4
	p.Height = p.Axis + axisHeight
	p.Ticks, p.Unit = s.ticks(unit)
	for i := range p.Ticks {
		p.Ticks[i].Foot, p.Ticks[i].Below = p.Axis+4, p.Axis+17
	}
	return p
}

func layBar(w world, s scale, y, height int) bar {
	b := bar{Y: y, Height: height, Class: "only"}
	if w.name != "" {
		b.Class = w.name
	}
	from, to := new(big.Rat), big.NewRat(100, 1)
	if w.low != nil {
		from = s.at(w.low)
	}
	if w.high != nil {
		to = s.at(w.high)
	}
	b.X, b.Width = length(from), length(new(big.Rat).Sub(to, from))
	at := end{Top: y - 1, Middle: y + height/2, Bottom: y + height + 1}
	b.LowCap, b.HighCap = at, at
	b.LowCap.X, b.LowCap.Kind, b.LowCap.Arrow = b.X, capOf(w, w.low, w.lowOpen), "M9,-5 L1,0 L9,5"
	b.HighCap.X, b.HighCap.Kind, b.HighCap.Arrow = length(to), capOf(w, w.high, w.highOpen), "M-9,-5 L-1,0 L-9,5"
	return b
}

func capOf(w world, at *big.Rat, open bool) string {
	switch {
	case w.step:
		return "none"
	case at == nil:
		return "unbounded"
	case open:
		return "open"
	}
	return "closed"
}

// meeting marks where the last two lanes meet, or fail to, and says so.
func (p *panel) meeting(computed, reported laneSource, s scale, unit string) finding.Text {
	z := &zone{Top: p.Lanes[len(p.Lanes)-2].ValueTop - 1, Height: p.Lanes[len(p.Lanes)-1].To - p.Lanes[len(p.Lanes)-2].ValueTop + 2, Class: "gap"}
	z.Bottom = z.Top + z.Height
	var least *big.Rat
	for _, c := range computed.worlds {
		for _, r := range reported.worlds {
			low, high := apart(c.span, r.span)
			if low == nil || high == nil || low.Cmp(high) > 0 || low.Cmp(high) == 0 && !touchOpen(c.span, r.span) {
				return p.overlap(c.span, r.span, z, s)
			}
			if gap := new(big.Rat).Sub(high, low); least == nil || gap.Cmp(least) < 0 {
				least = gap
				z.X, z.Width = length(s.at(low)), length(new(big.Rat).Sub(s.at(high), s.at(low)))
			}
		}
	}
	p.Zone = z
	gap := distanceText(ratText(least), unit)
	if least.Sign() == 0 {
		return word("gapTouching")
	}
	return finding.Text{EN: word("gap", gap.EN).EN, JA: word("gap", gap.JA).JA}
}

// overlap marks where two intervals meet; one that has no end meets to the edge
// of the drawing.
func (p *panel) overlap(a, b span, z *zone, s scale) finding.Text {
	low, high := s.low, s.high()
	for _, i := range []span{a, b} {
		if i.low != nil && i.low.Cmp(low) > 0 {
			low = i.low
		}
		if i.high != nil && i.high.Cmp(high) < 0 {
			high = i.high
		}
	}
	z.Class, z.X, z.Width = "meet", length(s.at(low)), length(new(big.Rat).Sub(s.at(high), s.at(low)))
	p.Zone = z
	return word("meet")
}

// apart gives what lies between two intervals: the upper end of the lower one
// and the lower end of the higher.
func apart(a, b span) (low, high *big.Rat) {
	if b.before(a) {
		a, b = b, a
	}
	return a.high, b.low
}

// touchOpen tells whether two intervals that share an end exclude it.
func touchOpen(a, b span) bool {
	if b.before(a) {
		a, b = b, a
	}
	return a.highOpen || b.lowOpen
}

// before orders intervals by their lower ends, then by their upper ones.
func (s span) before(t span) bool {
	switch {
	case t.low == nil:
		return s.low == nil && s.high != nil && (t.high == nil || s.high.Cmp(t.high) < 0)
	case s.low == nil:
		return true
	}
	if c := s.low.Cmp(t.low); c != 0 {
		return c < 0
	}
	return s.high != nil && (t.high == nil || s.high.Cmp(t.high) < 0)
}
