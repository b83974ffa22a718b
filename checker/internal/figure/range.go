package figure

import "math/big"

// rangeAt reads two amounts joined by から, to, a tilde or a dash. A lower end
// without a scale or unit has the upper's.
func (t text) rangeAt(at int) (f Figure, end int, ok bool) {
	before, start := t.before(at)
	between := t.has(start, "between ")
	switch {
	case between:
		start += len("between ")
	case t.has(start, "from ") && !t.running:
		start += len("from ")
	}
	low, high, end, ok := t.endsAt(start, between)
	if !ok {
		return f, at, false
	}
	if f, ok = span(low, high); !ok || t.running && low.spelled && f.none() {
		return f, at, false
	}
	after, end := t.after(end, wordsAfter)
	f.Qualifiers, ok = qualified(before, low.qualifiers, high.qualifiers, after)
	return f, end, ok
}

// endsAt reads both ends of a range and what joins them. A dash joins none that
// have a sign.
func (t text) endsAt(at int, between bool) (low, high side, end int, ok bool) {
	low, end, ok = t.sideAt(at)
	if !ok || !low.whole() {
		return low, high, at, false
	}
	joint, end, ok := t.jointAt(end, between)
	if !ok {
		return low, high, at, false
	}
	high, end, ok = t.sideAt(end)
	if !ok || !high.whole() || joint == '-' && (low.sign || high.sign) {
		return low, high, at, false
	}
	if t.running && t.changes(at, end, joint) {
		return low, high, at, false
	}
	if joint == 'か' && t.has(end, "まで") {
		end += len([]rune("まで"))
	}
	return low, high, end, true
}

// whole reports whether a side can be an end of a range as it stands.
func (s side) whole() bool { return !s.bracket && (!s.loose || !s.unit.none()) }

// changes reports whether running text tells of a change rather than a range:
// "from 40% to 60%", 40%から60%へ.
func (t text) changes(at, end int, joint rune) bool {
	if joint == 't' {
		return t.has(at-len("from "), "from ")
	}
	return joint == 'か' && (t.at(end) == 'へ' || t.at(end) == 'に' && !t.has(end, "にかけて"))
}

func (f Figure) none() bool { return f.Unit == "" && f.Counter == "" }

// jointAt reads what joins the ends of a range, and gives its first letter.
func (t text) jointAt(at int, between bool) (joint rune, end int, ok bool) {
	start := t.space(at)
	if between {
		return 'a', start + len("and "), t.has(start, "and ")
	}
	switch {
	case t.at(start) == '~':
		return '~', t.space(start + 1), true
	case isDash(t.at(start)):
		return '-', t.space(start + 1), true
	case t.has(start, "から"):
		return 'か', start + len([]rune("から")), true
	case t.has(start, "ないし"):
		return 'な', start + len([]rune("ないし")), true
	case t.has(start, "乃至"):
		return 'な', start + len([]rune("乃至")), true
	case start > at && t.has(start, "to "):
		return 't', start + len("to "), true
	}
	return 0, at, false
}

// span joins the two ends of a range, which must rise.
func span(low, high side) (f Figure, ok bool) {
	if high.money && !low.money || low.several || high.several {
		return f, false
	}
	if low.money && high.unit.none() {
		high.unit = low.unit
	}
	inherits := low.unit.none() || low.money
	if !low.unit.none() && !low.unit.same(high.unit) {
		return f, false
	}
	// 5~10億 is 5億 to 10億, but 5,000~1万 can only be what it says.
	if inherits && low.scale == 0 && !low.mixed && high.scale > 0 {
		if f, ok = ends(low, high, high.scale); ok {
			return f, true
		}
	}
	return ends(low, high, low.scale)
}

// ends joins two ends, the lower with the given scale. Ends of different scales
// take the smaller one.
func ends(low, high side, scale int) (f Figure, ok bool) {
	low.scale = scale
	f = high.figure()
	f.Kind, f.Value = Range, nil
	f.Scale = min(low.scale, high.scale)
	f.Decimals = max(low.decimals-low.scale, high.decimals-high.scale) + f.Scale
	f.Lower = new(big.Rat).Mul(low.value, pow10(low.scale-f.Scale))
	f.Upper = new(big.Rat).Mul(high.value, pow10(high.scale-f.Scale))
	return f, f.Lower.Cmp(f.Upper) < 0
}
