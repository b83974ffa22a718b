package figure

// centuryBreak is the first two-digit year that is refused: FY26 is 2026, but
// FY70 could be either century's.
const centuryBreak = 70

// fiscalAt reads FY2026, FY26, fiscal year 2026, 2024会計年度, CY2024 and the
// decade of 1990s.
func (t text) fiscalAt(at int) (d date, end int, ok bool) {
	for _, word := range []string{"fy", "fiscal year ", "fiscal ", "cy", "calendar year "} {
		if !t.has(at, word) {
			continue
		}
		end = t.space(at + len(word))
		if d.year, end, ok = t.fiscalYear(end); ok {
			d.fiscal = word[0] == 'f'
			return d, end, true
		}
	}
	if d.year, end, ok = t.smallAt(at, 4); !ok || end != at+4 {
		return d, at, false
	}
	switch {
	case t.has(end, "会計年度"):
		d.fiscal = true
		return d, end + len([]rune("会計年度")), true
	case t.at(end) == 's' && d.year%10 == 0 && !isLatin(t.at(end+1)):
		d.decade = true
		return d, end + 1, true
	}
	return d, at, false
}

// fiscalYear reads the year after FY, of four digits or two.
func (t text) fiscalYear(at int) (year, end int, ok bool) {
	if t.at(at) == '\'' || t.at(at) == '’' {
		at++
	}
	year, end, ok = t.smallAt(at, 4)
	if !ok || isLatin(t.at(end)) {
		return 0, at, false
	}
	switch end - at {
	case 4:
		return year, end, true
	case 2:
		return 2000 + year, end, year < centuryBreak
	}
	return 0, at, false
}

var months = newLexicon(true, func() map[string]int {
	return map[string]int{
		"January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8, "September": 9,
		"October": 10, "November": 11, "December": 12, "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8,
		"Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12, "Jan.": 1, "Feb.": 2, "Mar.": 3, "Apr.": 4, "Jun.": 6, "Jul.": 7,
		"Aug.": 8, "Sep.": 9, "Sept.": 9, "Oct.": 10, "Nov.": 11, "Dec.": 12,
	}
})

// englishDate reads 31 March 2025, March 31, 2025, March 2025, 31 March and
// March 31.
func (t text) englishDate(at int) (d date, end int, ok bool) {
	month, end, ok := months.longest(t, at)
	if !ok {
		if d.day, end, ok = t.dayOfMonth(at); !ok || t.at(end) != ' ' {
			return d, at, false
		}
		if d.month, end, ok = months.longest(t, end+1); !ok {
			return d, at, false
		}
		d.year, end = t.yearAfter(end)
		return d, end, true
	}
	d.month = month
	if year, next := t.yearAfter(end); year > 0 {
		d.year = year
		return d, next, true
	}
	if t.at(end) != ' ' {
		return d, at, false
	}
	if d.day, end, ok = t.dayOfMonth(end + 1); !ok {
		return d, at, false
	}
	d.year, end = t.yearAfter(end)
	return d, end, true
}

func (t text) dayOfMonth(at int) (day, end int, ok bool) {
	if day, end, ok = t.smallAt(at, 2); !ok || day == 0 || day > 31 {
		return 0, at, false
	}
	if a, next, read := t.digitsAt(at); read && next == end && t.has(end, suffix(a)) {
		end += 2
	}
	return day, end, !isLatin(t.at(end))
}

// yearAfter reads a year after a month, or gives 0.
func (t text) yearAfter(at int) (year, end int) {
	next := at
	if t.at(next) == ',' {
		next++
	}
	year, end, ok := t.smallAt(t.space(next), 4)
	if !ok || year == 0 || t.space(next) == next || end != t.space(next)+4 || isLatin(t.at(end)) {
		return 0, at
	}
	return year, end
}
