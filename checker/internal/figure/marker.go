package figure

import "strings"

// maxNumbers bounds a list of markers or notes.
const maxNumbers = 40

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func superscript(r rune) int {
	if r == 0 {
		return -1
	}
	value := 0
	for _, s := range superscripts {
		if r == s {
			return value
		}
		value++
	}
	return -1
}

// markerAt reads one citation marker: ¹³ or [13].
func (t text) markerAt(at int) (f Figure, end int, ok bool) {
	n, end := 0, at
	for superscript(t.at(end)) >= 0 && end-at <= 4 {
		n, end = n*10+superscript(t.at(end)), end+1
	}
	if end-at > 4 {
		return f, at, false
	}
	if end > at {
		return Figure{Kind: Marker, Numbers: []int{n}}, end, true
	}
	if t.at(at) != '[' {
		return f, at, false
	}
	if n, end, ok = t.smallAt(at+1, 3); !ok || t.at(end) != ']' {
		return f, at, false
	}
	return Figure{Kind: Marker, Numbers: []int{n}}, end + 1, true
}

// markersAt reads a list of markers, as one place has them: ¹³ ²³.
func (t text) markersAt(at int) (f Figure, end int, ok bool) {
	for next := at; len(f.Numbers) < maxNumbers; {
		one, after, read := t.markerAt(next)
		if !read {
			break
		}
		f.Kind, f.Numbers = Marker, append(f.Numbers, one.Numbers...)
		end, ok = after, true
		next = end
		if t.at(next) == ',' {
			next++
		}
		if next = t.space(next); next == end {
			break
		}
	}
	return f, end, ok
}

// noteAt reads a pointer to a note: (注2), (注1,2), (注)1., 注3), (注), ※1, *1,
// Note 3.
func (t text) noteAt(at int) (f Figure, end int, ok bool) {
	f.Kind = NotePointer
	switch {
	case t.has(at, "(注"):
		return t.bracketedNote(at + 2)
	case t.at(at) == '注' && isDigit(t.at(at+1)):
		f.Numbers, end, ok = t.listAt(at + 1)
		if t.at(end) == ')' {
			end++
		}
		return f, end, ok
	case t.at(at) == '※', t.at(at) == '*' && t.at(at-1) != '*':
		n, end, ok := t.smallAt(at+1, 2)
		next := t.at(end)
		if !ok || isLatin(next) || isDigit(next) || strings.ContainsRune("%*.,年月日/", next) && next != 0 {
			return f, at, false
		}
		f.Numbers = []int{n}
		return f, end, true
	case t.has(at, "note "):
		f.Numbers, end, ok = t.listAt(at + len("note "))
		return f, end, ok
	}
	return f, at, false
}

// bracketedNote reads what follows (注.
func (t text) bracketedNote(at int) (f Figure, end int, ok bool) {
	f.Kind = NotePointer
	if t.at(at) != ')' {
		if t.at(at) == '記' {
			at++
		}
		f.Numbers, end, ok = t.listAt(t.space(at))
		return f, end + 1, ok && t.at(end) == ')'
	}
	end = at + 1
	if n, next, read := t.smallAt(end, 2); read && t.at(next) == '.' {
		f.Numbers, end = []int{n}, next+1
	}
	return f, end, true
}

// listAt reads the numbers of notes: 4,5 or 4、5 or 4・5.
func (t text) listAt(at int) (numbers []int, end int, ok bool) {
	for next := at; len(numbers) < maxNumbers; {
		n, after, read := t.smallAt(next, 3)
		if !read {
			break
		}
		numbers, end = append(numbers, n), after
		if !strings.ContainsRune(",、・", t.at(end)) || t.at(end) == 0 {
			break
		}
		next = t.space(end + 1)
	}
	return numbers, end, len(numbers) > 0
}

// labelAt reads the number of a list's entry or a heading: "2.", "1)", "1-3.",
// "①". A number in brackets is a label in running text only: alone, it is how
// accounts print a negative.
func (t text) labelAt(at int) (f Figure, end int, ok bool) {
	f.Kind = Label
	if r := t.at(at); '①' <= r && r <= '⑳' {
		f.Numbers = []int{int(r-'①') + 1}
		return f, at + 1, true
	}
	for end = at; len(f.Numbers) < 4; end++ {
		n, next, read := t.smallAt(end, 3)
		if !read || t.at(end) == '0' {
			return f, at, false
		}
		f.Numbers, end = append(f.Numbers, n), next
		r := t.at(end)
		if _, _, more := t.smallAt(end+1, 3); !more || r != '-' && r != '.' {
			break
		}
	}
	switch t.at(end) {
	case '.':
		return f, end + 1, true
	case ')':
		return f, end + 1, len(f.Numbers) == 1
	}
	return f, at, false
}
