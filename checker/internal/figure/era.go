package figure

import "strings"

// era is a Japanese era: the year before its first, and its first day.
type era struct {
	name   string
	offset int
	first  date
}

// eras in their order. A printed date must not lie before its era. It may lie
// after it: plans drawn up under one era count its years on.
var eras = []era{
	{"明治", 1867, date{year: 1868, month: 1, day: 25}},
	{"大正", 1911, date{year: 1912, month: 7, day: 30}},
	{"昭和", 1925, date{year: 1926, month: 12, day: 25}},
	{"平成", 1988, date{year: 1989, month: 1, day: 8}},
	{"令和", 2018, date{year: 2019, month: 5, day: 1}},
}

// holds reports whether a date, as far as it is printed, can lie in the era.
func (e era) holds(d date) bool {
	iso := d.iso()
	return iso >= e.first.iso()[:len(iso)]
}

// japaneseDate reads 2025年3月31日, 平成30年, 1967年(昭和42年)12月, 二〇二四年三月,
// 1990年代, 2025年3月期 and 2024年度.
func (t text) japaneseDate(at int) (d date, end int, ok bool) {
	named, e, end, ok := t.yearAt(at)
	if !ok {
		return d, at, false
	}
	d = named
	if t.at(end) != '年' {
		return d, at, false
	}
	end++
	if d.era == "" {
		if again, e2, next, read := t.bracketedEra(end); read {
			if again.year != d.year {
				return d, at, false
			}
			d, e, end = again, e2, next
		}
	}
	d, end, ok = t.restOfDate(d, end)
	if !ok || d.era != "" && !e.holds(d) {
		return d, at, false
	}
	return d, end, true
}

// restOfDate reads what follows a year.
func (t text) restOfDate(d date, at int) (date, int, bool) {
	end := at
	switch {
	case t.at(at) == '度':
		d.fiscal = true
		return d, at + 1, true
	case t.at(at) == '代':
		d.decade = true
		return d, at + 1, d.era == "" && d.year%10 == 0
	case t.at(at) == '間' || t.at(at) == '目':
		return d, at, false
	}
	month, next, ok := t.count2(end)
	if !ok || t.at(next) != '月' {
		return d, end, true
	}
	if d.month, end = month, next+1; month == 0 {
		return d, at, false
	}
	if t.at(end) == '期' {
		d.fiscal = true
		return d, end + 1, true
	}
	if t.at(end) == '間' {
		return d, at, false
	}
	if day, next, read := t.count2(end); read && t.at(next) == '日' && t.at(next+1) != '間' {
		d.day, end = day, t.weekday(next+1)
		return d, end, day > 0
	}
	return d, end, true
}

// yearAt reads a year before 年: four digits, or an era with its year.
func (t text) yearAt(at int) (d date, e era, end int, ok bool) {
	for _, e := range eras {
		if !t.has(at, e.name) {
			continue
		}
		end = at + len([]rune(e.name))
		n, next, ok := 1, end+1, t.at(end) == '元'
		if !ok {
			n, next, ok = t.eraYear(end)
		}
		return date{year: e.offset + n, era: e.name}, e, next, ok && n > 0
	}
	if t.has(at, "西暦") {
		at += len([]rune("西暦"))
	}
	if d.year, end, ok = t.smallAt(at, 4); ok {
		return d, e, end, end == at+4 && d.year > 0
	}
	kanji, end, ok := t.kanjiAt(at)
	d.year = int(min(kanji, lastYear+1))
	return d, e, end, ok && firstYear <= kanji
}

func (t text) eraYear(at int) (n, end int, ok bool) {
	if n, end, ok = t.smallAt(at, 2); ok {
		return n, end, true
	}
	kanji, end, ok := t.kanjiAt(at)
	return int(min(kanji, 100)), end, ok && kanji < 100
}

// bracketedEra reads the (昭和42年) after 1967年.
func (t text) bracketedEra(at int) (d date, e era, end int, ok bool) {
	if t.at(at) != '(' {
		return d, e, at, false
	}
	if d, e, end, ok = t.yearAt(at + 1); !ok || d.era == "" || !t.has(end, "年)") {
		return d, e, at, false
	}
	return d, e, end + 2, true
}

// shortEra reads H30.3.31: an era's letter and a whole date.
func (t text) shortEra(at int) (d date, end int, ok bool) {
	letter := strings.IndexRune("mtshr", t.at(at))
	if letter < 0 || t.at(at) == 0 {
		return d, at, false
	}
	parts := [3]int{}
	end = at + 1
	for i := range parts {
		if i > 0 {
			if t.at(end) != '.' && t.at(end) != '/' {
				return d, at, false
			}
			end++
		}
		if parts[i], end, ok = t.smallAt(end, 2); !ok || parts[i] == 0 {
			return d, at, false
		}
	}
	e := eras[letter]
	d = date{year: e.offset + parts[0], month: parts[1], day: parts[2], era: e.name}
	return d, end, e.holds(d)
}
