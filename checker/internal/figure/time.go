package figure

import (
	"fmt"
	"strings"
)

// timeAt reads a time of day: 16:13, 18:22:54, 午後4時13分, 4:13 p.m.
func (t text) timeAt(at int) (f Figure, end int, ok bool) {
	add, start := t.halfDay(at)
	hour, end, ok := t.smallAt(start, 2)
	if !ok {
		return f, at, false
	}
	var parts []int
	switch t.at(end) {
	case ':':
		parts, end, ok = t.colonTime(hour, end)
	case '時':
		parts, end, ok = t.wordTime(hour, end)
	default:
		parts = []int{hour}
		_, ok = t.afternoon(end)
	}
	if !ok {
		return f, at, false
	}
	if hours, ok := t.afternoon(end); ok && add < 0 {
		add, end = hours.add, hours.end
	}
	if add >= 0 {
		if parts[0] > 12 {
			return f, at, false
		}
		parts[0] = parts[0]%12 + add
	}
	words := []string{fmt.Sprintf("%02d", parts[0])}
	for _, part := range parts[1:] {
		if part > 59 {
			return f, at, false
		}
		words = append(words, fmt.Sprintf("%02d", part))
	}
	iso := strings.Join(words, ":")
	return Figure{Kind: Time, Date: iso}, end, parts[0] < 24 || iso == "24:00"
}

// halfDay reads 午前 and 午後: what it adds to the hour, −1 without one.
func (t text) halfDay(at int) (add, end int) {
	switch {
	case t.has(at, "午前"):
		return 0, at + 2
	case t.has(at, "午後"):
		return 12, at + 2
	}
	return -1, at
}

// half is a half of the day and where its word ends.
type half struct{ add, end int }

var halves = newLexicon(false, func() map[string]int {
	return map[string]int{"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12}
})

func (t text) afternoon(at int) (h half, ok bool) {
	h.add, h.end, ok = halves.longest(t, t.space(at))
	return h, ok
}

// colonTime reads the minutes and seconds after an hour.
func (t text) colonTime(hour, at int) (parts []int, end int, ok bool) {
	parts, end = []int{hour}, at
	for t.at(end) == ':' && len(parts) < 3 {
		part, next, read := t.smallAt(end+1, 2)
		if !read || next != end+3 {
			return nil, at, false
		}
		parts, end = append(parts, part), next
	}
	return parts, end, t.at(end) != ':' && !isDigit(t.at(end))
}

// wordTime reads 16時13分54秒. 16時間 is a length of time.
func (t text) wordTime(hour, at int) (parts []int, end int, ok bool) {
	parts, end = []int{hour}, at+1
	if t.at(end) == '間' || t.at(end) == '代' {
		return nil, at, false
	}
	for _, name := range []rune{'分', '秒'} {
		part, next, read := t.smallAt(end, 2)
		if !read || t.at(next) != name {
			break
		}
		parts, end = append(parts, part), next+1
	}
	return parts, end, true
}
