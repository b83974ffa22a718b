package draft

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	minColumns = 3
	maxColumns = 10
	// maxRun bounds a run of cells, in code points.
	maxRun = 60
	// maxSteps bounds the search for the ways to split a run in one layout, and
	// maxSearch that of a whole text: runs that are left are not split.
	maxSteps  = 200_000
	maxSearch = 20_000_000
)

// layout is how the rows of a table are made: how many columns add up, total
// included, and whether the total is the last of them.
type layout struct {
	count     int
	totalLast bool
}

// columns names the columns that add up.
func (l layout) columns() []string {
	names := make([]string, l.count)
	n := 0
	for i := range names {
		if l.totalLast && i == l.count-1 || !l.totalLast && i == 0 {
			names[i] = "total"
			continue
		}
		n++
		names[i] = "part-" + strconv.Itoa(n)
	}
	return names
}

// cells is a way to split a run. With extra, the last cell stands outside the
// sum; with outside, the total is not in the run.
type cells struct {
	texts          []string
	extra, outside bool
}

// search is the search for the ways to split the runs of a text. With
// separated, thousands have separators.
type search struct {
	separated bool
	steps     int
}

// plain tells a row that adds up by itself. One that does not needs others to
// show that it is read right.
func (c cells) plain() bool { return !c.extra && !c.outside }

// solve finds the one layout in which every row can be split in exactly one way
// that adds up. Where another layout fits all rows too, there is none.
func (c *search) solve(rows []*row) (best layout, ok bool) {
	if len(rows) == 0 {
		return best, false
	}
	for _, l := range layouts() {
		fits, unique := true, true
		found := make([]cells, len(rows))
		for i, r := range rows {
			ways, complete := c.ways(r, l)
			fits = fits && (len(ways) > 0 || !complete)
			unique = unique && complete && len(ways) == 1
			if len(ways) == 1 {
				found[i] = ways[0]
			}
		}
		switch {
		case !fits:
		case ok || !unique || len(rows) == 1 && !found[0].plain():
			return best, false
		default:
			best, ok = l, true
			for i, r := range rows {
				r.cells = found[i]
			}
		}
	}
	return best, ok
}

// solvable tells whether a run can be split in any layout.
func (c *search) solvable(r *row) bool {
	for _, l := range layouts() {
		if ways, complete := c.ways(r, l); len(ways) > 0 && complete {
			return true
		}
	}
	return false
}

func layouts() (all []layout) {
	for n := minColumns; n <= maxColumns; n++ {
		all = append(all, layout{n, false}, layout{n, true})
	}
	return all
}

// ways gives the ways in which a run adds up in a layout: with all its cells,
// else with one more behind them, else with the total that stands above it.
// complete tells that there are no others.
func (c *search) ways(r *row, l layout) (ways []cells, complete bool) {
	s := splitter{
		text: r.text, separated: c.separated, dashed: strings.IndexFunc(r.text, isDash) >= 0,
		left: min(maxSteps, maxSearch-c.steps),
	}
	defer func(left int) { c.steps += left - s.left }(s.left)
	s.split(l.count, func(texts []string, sizes []int64) {
		if l.adds(sizes) {
			ways = append(ways, cells{texts: texts})
		}
	})
	if len(ways) == 0 {
		s.split(l.count+1, func(texts []string, sizes []int64) {
			if l.adds(sizes[:l.count]) {
				ways = append(ways, cells{texts: texts, extra: true})
			}
		})
	}
	if len(ways) == 0 && r.total != nil && r.totalSize > 0 && !l.totalLast {
		s.split(l.count-1, func(texts []string, sizes []int64) {
			if sum(sizes) == r.totalSize {
				ways = append(ways, cells{texts: texts, outside: true})
			}
		})
	}
	return ways, s.left > 0
}

func (l layout) adds(sizes []int64) bool {
	total := sizes[0]
	if l.totalLast {
		total = sizes[len(sizes)-1]
	}
	return total > 0 && 2*total == sum(sizes)
}

func sum(sizes []int64) (total int64) {
	for _, n := range sizes {
		total += n
	}
	return total
}

// splitter takes a run apart in all ways.
type splitter struct {
	text string
	// separated says that thousands have separators, dashed that there are
	// dashes, which then stand for nothing: no cell is 0.
	separated, dashed bool
	// left is how many steps it may still take.
	left  int
	texts []string
	sizes []int64
}

// split calls visit with every way to part the run into n cells.
func (s *splitter) split(n int, visit func([]string, []int64)) {
	s.texts, s.sizes = s.texts[:0], s.sizes[:0]
	s.from(0, n, visit)
}

func (s *splitter) from(at, n int, visit func([]string, []int64)) {
	if s.left--; s.left <= 0 {
		s.left = 0
		return
	}
	if n == 0 || at == len(s.text) {
		if n == 0 && at == len(s.text) {
			visit(append([]string(nil), s.texts...), s.sizes)
		}
		return
	}
	if r, size := utf8.DecodeRuneInString(s.text[at:]); isDash(r) {
		s.cell(at, at+size, 0, n, visit)
		return
	}
	for end := at + 1; end <= len(s.text); end++ {
		value, ok := s.number(s.text[at:end])
		if !ok {
			continue
		}
		if value < 0 {
			return
		}
		s.cell(at, end, value, n, visit)
	}
}

func (s *splitter) cell(at, end int, value int64, n int, visit func([]string, []int64)) {
	s.texts, s.sizes = append(s.texts, s.text[at:end]), append(s.sizes, value)
	s.from(end, n-1, visit)
	s.texts, s.sizes = s.texts[:len(s.texts)-1], s.sizes[:len(s.sizes)-1]
}

// maxDigits bounds a cell without separators.
const maxDigits = 9

// number reads a cell as it is printed. ok is false for what is none but may
// begin one, and the value is negative for what no number begins with.
func (s *splitter) number(text string) (value int64, ok bool) {
	groups := strings.Split(text, ",")
	last := groups[len(groups)-1]
	switch {
	case text == "0" && s.dashed, len(text) > 1 && text[0] == '0', len(groups[0]) == 0, strings.Trim(text, "0123456789,") != "", len(text) > 16:
		return -1, true
	case len(groups) == 1 && (s.separated && len(text) > 3 || len(text) > maxDigits):
		return -1, true
	case len(groups) > 1 && (len(last) > 3 || len(groups[0]) > 3):
		return -1, true
	case len(groups) > 1 && len(last) < 3:
		return 0, false
	}
	value, err := strconv.ParseInt(strings.ReplaceAll(text, ",", ""), 10, 64)
	return value, err == nil
}

// isRun tells whether a token may be cells run together: digits, separators and
// dashes alone.
func isRun(text string) bool {
	for _, r := range text {
		if (r < '0' || r > '9') && r != ',' && !isDash(r) {
			return false
		}
	}
	return utf8.RuneCountInString(text) <= maxRun && text != "" && text[0] >= '0' && text[0] <= '9'
}

func isDash(r rune) bool { return strings.ContainsRune("-‐‑–—―−－ー─", r) }
