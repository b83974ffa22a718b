package figure

import (
	"strings"
	"unicode/utf8"
)

// Span is a token of running text.
type Span struct {
	// Start and End are byte offsets, End after the last byte.
	Start, End int
	// From and To are the same in code points, counted from 0.
	From, To int
	// Text is the token as it stands.
	Text string
	// Figure is what it says. For Unknown and Name it is only the kind.
	Figure Figure
	// Numerals counts the printed numbers in the token: 3 in 2025年3月31日. A
	// count of all numbers of a text is the sum over its tokens.
	Numerals int
	// Bracketed says that brackets stand right around the token. In running text
	// they enclose a remark more often than they make a number negative, so
	// Figure does not have them.
	Bracketed bool
}

// Find gives the tokens of a line of running text in their order: all figures,
// markers, note pointers, labels and names with digits, each with its longest
// reading, outside of URLs. No printed digit is left out: those without a
// reading are tokens of kind Unknown.
func Find(line string) []Span {
	r := reader{text: newText(line, true), line: line}
	for r.at < len(r.lower) {
		r.step()
	}
	return r.spans
}

// reader goes over a line once.
type reader struct {
	text
	line  string
	spans []Span
	// at is the next code point and bytes its offset in the line.
	at, bytes int
	// open counts the brackets that are open.
	open int
	// words is where the words end that are known to have no digits, or nothing
	// else.
	words int
	// percent says that the line has spoken of percentages before.
	percent bool
}

// step reads what stands at the reader's place: a token, or what is none.
func (r *reader) step() {
	if end := r.passed(r.at); end > r.at {
		r.move(end)
		return
	}
	f, end, ok := r.tokenAt(r.at)
	if ok {
		r.token(f, end)
		return
	}
	switch r.text.at(r.at) {
	case '(':
		r.open++
	case ')':
		r.open = max(r.open-1, 0)
	}
	r.move(r.at + 1)
}

// move goes on to a place and keeps count of the bytes.
func (r *reader) move(to int) {
	for ; r.at < to; r.at++ {
		_, size := utf8.DecodeRuneInString(r.line[r.bytes:])
		r.bytes += size
	}
}

// token adds the token that ends at a place.
func (r *reader) token(f Figure, end int) {
	s := Span{Start: r.bytes, From: r.at, To: end, Figure: f, Numerals: r.numerals(r.at, end)}
	s.Bracketed = r.text.at(r.at-1) == '(' && r.text.at(end) == ')'
	if f.Kind == NotePointer || f.Kind == Label {
		s.Bracketed = false
	}
	s.Figure = r.inContext(f)
	r.move(end)
	s.End = r.bytes
	s.Text = r.line[s.Start:s.End]
	r.spans = append(r.spans, s)
}

// inContext gives points the meaning that they have after percentages.
func (r *reader) inContext(f Figure) Figure {
	if strings.HasPrefix(f.Unit, "percent") {
		r.percent = true
	}
	switch f.Counter {
	case "ポイント", "points", "point", "pts", "pt":
		if r.percent {
			f.Unit, f.Counter = "percentagePoint", ""
		}
	}
	return f
}

// numerals counts the numbers in a token: digits with the points and commas
// between them.
func (t text) numerals(from, to int) (n int) {
	for i := from; i < to; i++ {
		joined := i > from+1 && (t.at(i-1) == '.' || t.at(i-1) == ',') && isDigit(t.at(i-2))
		if isDigit(t.at(i)) && (i == from || !isDigit(t.at(i-1))) && !joined {
			n++
		}
	}
	return n
}

// tokenAt reads the longest token at a place.
func (r *reader) tokenAt(at int) (f Figure, end int, ok bool) {
	first := r.text.at(at)
	if !starters()[first] || r.notQualifier(at) {
		return f, at, false
	}
	if f, end, ok = r.label(at); ok {
		return f, end, true
	}
	if isLatin(first) && r.inWord(at) {
		return f, at, false
	}
	if f, end, ok = r.longest(at); ok {
		if broken := r.broken(f, end); broken > end {
			return Figure{Kind: Unknown}, broken, true
		}
	}
	if word := r.wordEnd(at); word > end && word > at {
		return Figure{Kind: Name}, word, true
	}
	if ok {
		return f, end, true
	}
	for _, e := range eras {
		if r.has(at, e.name) {
			at += len([]rune(e.name))
		}
	}
	if !isDigit(r.text.at(at)) {
		return f, at, false
	}
	return Figure{Kind: Unknown}, r.cut(r.glued(r.digits(at))), true
}

// broken gives the end of what goes on behind a figure so that it cannot be read
// alone: digits run together, or the day after a year whose month was lost.
func (t text) broken(f Figure, at int) (end int) {
	if end = t.glued(at); end > at {
		return end
	}
	if _, day, ok := t.smallAt(at, 4); ok && f.Kind == Period && t.at(at-1) == '年' && t.at(day) == '日' {
		return day + 1
	}
	return at
}

// cut passes over the 年月日 after digits that lost their separators.
func (t text) cut(at int) (end int) {
	if r := t.at(at); r == '年' || r == '月' || r == '日' {
		return at + 1
	}
	return at
}

// longest tries all forms. Of equally long readings the first counts.
func (t text) longest(at int) (f Figure, end int, ok bool) {
	end = at
	for _, read := range runningForms {
		if g, next, read := read(t, at); read && next > end {
			f, end, ok = g, next, true
		}
	}
	return f, end, ok
}

// runningForms are the forms of running text. Lists of markers are tokens each,
// and a dash there is punctuation.
var runningForms = []form{
	text.noteAt, text.markerAt, text.timeAt, text.dateAt, text.fractionAt, text.multipleAt, text.ordinalAt,
	text.rangeAt, text.numberAt,
}

// glued gives the end of the digits that go on behind a figure that ends in a
// digit: 1,6054156 or 179179-----8 was several figures once.
func (t text) glued(at int) (end int) {
	for end = at; isDigit(t.at(end - 1)); {
		next := end
		for isDash(t.at(next)) {
			next++
		}
		if next == end && t.at(end) != 0 && strings.ContainsRune(",.:/", t.at(end)) {
			next++
		}
		if !isDigit(t.at(next)) {
			break
		}
		end = t.digits(next)
	}
	return end
}

// digits gives the place after the digits at a place, however many.
func (t text) digits(at int) (end int) {
	for end = at; isDigit(t.at(end)); end++ {
		continue
	}
	return end
}
