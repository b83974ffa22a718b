package sourcetext

import (
	"cmp"
	"slices"
)

// Placement says where a quotation of the registered text stands in an edited
// one. The zero Place means that it stands nowhere; Unique that there is no
// other place that it could be.
type Placement struct {
	Quotation
	Place  Place
	Unique bool
}

// Align places the quotations of a source in an edited version of its text,
// one placement each, in their order. It knows more than Nearest, which sees
// one at a time: those that stand once in the text show how lines have moved,
// and the others, a "100" among many, are placed between them.
func (t *Text) Align(quotations []Quotation) []Placement {
	a := alignment{text: t, lines: map[string][]int{}}
	for _, q := range quotations {
		if _, ok := a.lines[q.Exact]; !ok {
			a.lines[q.Exact] = t.linesWith(q.Exact, 0)
		}
	}
	a.anchor(quotations)
	all := make([]Placement, len(quotations))
	for i, q := range quotations {
		all[i] = a.place(q)
	}
	withdrawShared(all)
	return all
}

// move is a line of the registered text and where it is now.
type move struct{ old, now int }

// alignment holds the lines of every quotation, and the moves that are sure,
// ascending in both lines; the start of the text does not move.
type alignment struct {
	text  *Text
	lines map[string][]int
	moves []move
}

// anchor finds the moves: of the lines whose quotations stand once in the
// text, and are quoted from one line only, the longest ascending series.
func (a *alignment) anchor(quotations []Quotation) {
	from := map[string]int{}
	for _, q := range quotations {
		if line, ok := from[q.Exact]; ok && line != q.Line {
			from[q.Exact] = 0
		} else {
			from[q.Exact] = q.Line
		}
	}
	to := map[int]int{}
	for exact, old := range from {
		if lines := a.lines[exact]; old > 0 && len(lines) == 1 {
			if now, ok := to[old]; ok && now != lines[0] {
				to[old] = -1
			} else {
				to[old] = lines[0]
			}
		}
	}
	var moves []move
	for old, now := range to {
		if now > 0 {
			moves = append(moves, move{old, now})
		}
	}
	slices.SortFunc(moves, func(a, b move) int { return cmp.Compare(a.old, b.old) })
	a.moves = append([]move{{}}, ascending(moves)...)
}

// ascending gives the longest series of moves that keeps the order of lines.
func ascending(moves []move) []move {
	// ends[k] is the move with the lowest line at which a series of k+1 ends;
	// before is the one that a move follows in its series.
	ends, before := []int{}, make([]int, len(moves))
	for i, m := range moves {
		k, _ := slices.BinarySearchFunc(ends, m.now, func(e, now int) int { return cmp.Compare(moves[e].now, now) })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	var series []move
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			series = append(series, moves[i])
		}
	}
	slices.Reverse(series)
	return series
}

// place puts one quotation between the moves around it.
func (a *alignment) place(q Quotation) Placement {
	lines := a.lines[q.Exact]
	if len(lines) == 0 {
		return Placement{Quotation: q}
	}
	i, exactly := slices.BinarySearchFunc(a.moves, q.Line, func(m move, line int) int { return cmp.Compare(m.old, line) })
	if !exactly {
		i--
	}
	i = max(i, 0)
	before, after := a.moves[i], move{old: q.Line + 1, now: len(a.text.Lines) + 1}
	sure := exactly
	if i+1 < len(a.moves) {
		after = a.moves[i+1]
		sure = sure || after.now-after.old == before.now-before.old
	}
	expected := q.Line + before.now - before.old
	if _, stands := slices.BinarySearch(lines, expected); sure && stands {
		return a.on(q, expected, true)
	}
	var between []int
	for _, line := range lines {
		if line > before.now && line < after.now {
			between = append(between, line)
		}
	}
	switch {
	case len(lines) == 1:
		return a.on(q, lines[0], true)
	case len(between) > 0:
		return a.on(q, nearest(between, expected), len(between) == 1)
	}
	return a.on(q, nearest(lines, expected), false)
}

func nearest(lines []int, to int) int {
	return slices.MinFunc(lines, func(a, b int) int { return cmp.Compare(distance(a, to), distance(b, to)) })
}

// on gives the place of a quotation on its line.
func (a *alignment) on(q Quotation, line int, unique bool) Placement {
	places := a.text.OnLine(line, q.Exact)
	if q.Occurrence > 0 && q.Occurrence <= len(places) {
		return Placement{Quotation: q, Place: places[q.Occurrence-1], Unique: unique}
	}
	return Placement{Quotation: q, Place: places[0], Unique: unique && len(places) == 1}
}

// withdrawShared takes back what quotations from different lines would share:
// one of them is no longer in the text.
func withdrawShared(all []Placement) {
	type key struct {
		place Place
		exact string
	}
	from := map[key]int{}
	for _, p := range all {
		k := key{p.Place, p.Exact}
		if line, ok := from[k]; ok && line != p.Line {
			from[k] = 0
		} else {
			from[k] = p.Line
		}
	}
	for i, p := range all {
		if from[key{p.Place, p.Exact}] == 0 {
			all[i].Unique = false
		}
	}
}
