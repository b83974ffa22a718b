package figure

import (
	"fmt"
	"strings"
	"time"

	"github.com/tieout/tieout/checker/internal/number"
)

// date is a calendar date with as much of it as is printed; parts that are not
// are zero.
type date struct {
	year, month, day int
	era              string
	fiscal, decade   bool
}

// dateAt reads a date or a period, or two of them joined to a range.
func (t text) dateAt(at int) (f Figure, end int, ok bool) {
	before, start := t.beforeDate(at)
	low, end, ok := t.dayAt(start)
	if !ok {
		return f, at, false
	}
	f = low.figure()
	if high, next, read := t.secondDate(end); read && low.before(high) {
		f = Figure{Kind: Range, Date: low.iso() + "/" + high.iso(), Fiscal: low.fiscal, Era: low.era}
		end = next
	}
	after, end := t.afterDate(end)
	f.Qualifiers, ok = qualified(before, after)
	return f, end, ok
}

// secondDate reads the later end of a range of dates.
func (t text) secondDate(at int) (high date, end int, ok bool) {
	joint, end, ok := t.jointAt(at, false)
	if !ok {
		return high, at, false
	}
	if high, end, ok = t.dayAt(end); ok && joint == 'か' && t.has(end, "まで") {
		end += len([]rune("まで"))
	}
	return high, end, ok
}

// before reports whether d and e can be the ends of a range.
func (d date) before(e date) bool {
	return d.kind() == e.kind() && d.fiscal == e.fiscal && d.era == e.era && d.decade == e.decade &&
		len(d.iso()) == len(e.iso()) && d.iso() < e.iso()
}

func (d date) kind() Kind {
	if d.month == 0 || d.fiscal {
		return Period
	}
	return Date
}

func (d date) figure() Figure {
	return Figure{Kind: d.kind(), Date: d.iso(), Fiscal: d.fiscal, Era: d.era}
}

// iso writes the date as ISO 8601 does, without its missing parts. Dates without
// a year are written as in its edition of 2000, as XML Schema does.
func (d date) iso() string {
	var b strings.Builder
	switch {
	case d.decade:
		return fmt.Sprintf("%03dX", d.year/10)
	case d.year == 0:
		b.WriteString("-")
	default:
		fmt.Fprintf(&b, "%04d", d.year)
	}
	if d.month > 0 {
		fmt.Fprintf(&b, "-%02d", d.month)
	}
	if d.day > 0 {
		fmt.Fprintf(&b, "-%02d", d.day)
	}
	return b.String()
}

// The years that four digits can be, so that 5001年 is no date.
const firstYear, lastYear = 1000, 2999

// valid reports whether the date is in the calendar.
func (d date) valid() bool {
	year, month, day := d.year, d.month, max(d.day, 1)
	if year == 0 {
		year = 2000
	}
	if month == 0 {
		return d.year >= firstYear && d.year <= lastYear && d.day == 0
	}
	at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return year >= firstYear && year <= lastYear && month <= 12 && int(at.Month()) == month && at.Day() == day
}

// dayAt reads one date or period.
func (t text) dayAt(at int) (d date, end int, ok bool) {
	for _, read := range []func(int) (date, int, bool){t.fiscalAt, t.japaneseDate, t.shortEra, t.isoDate, t.englishDate, t.monthDay} {
		if e, next, read := read(at); read && next > end && e.valid() {
			d, end, ok = e, next, true
		}
	}
	return d, end, ok
}

// isoDate reads 2025-03-31, 2025/3/31, 2025.03.31, 2025-11 and 2025/11. The
// separator stays the same.
func (t text) isoDate(at int) (d date, end int, ok bool) {
	if d.year, end, ok = t.smallAt(at, 4); !ok || end != at+4 || d.year == 0 {
		return d, at, false
	}
	separator := t.at(end)
	if separator != '-' && separator != '/' && separator != '.' {
		return d, at, false
	}
	month := end + 1
	if d.month, end, ok = t.smallAt(month, 2); !ok || d.month == 0 {
		return d, at, false
	}
	if t.at(end) == separator && isDigit(t.at(end+1)) {
		d.day, end, ok = t.smallAt(end+1, 2)
		return d, end, ok && d.day > 0 && t.at(end) != separator
	}
	// A year with a month needs both digits of it; with a point it is a decimal.
	return d, end, end == month+2 && separator != '.'
}

// monthDay reads a date without its year: 3月31日, 11月.
func (t text) monthDay(at int) (d date, end int, ok bool) {
	if d.month, end, ok = t.count2(at); !ok || t.at(end) != '月' || d.month == 0 {
		return d, at, false
	}
	end++
	if t.at(end) == '間' {
		return d, at, false
	}
	if day, next, read := t.smallAt(t.space(end), 2); read && t.at(next) == ',' {
		// The English order with a Japanese month: 11月 6, 2025.
		if year, last := t.yearAfter(next); year > 0 {
			return date{year: year, month: d.month, day: day}, last, day > 0
		}
	}
	if day, next, read := t.count2(end); read && t.at(next) == '日' && day > 0 {
		d.day, end = day, t.weekday(next+1)
	}
	return d, end, true
}

// count2 reads a month or a day of one or two digits, or in kanji.
func (t text) count2(at int) (value, end int, ok bool) {
	if value, end, ok = t.smallAt(at, 2); ok {
		return value, end, true
	}
	kanji, end, ok := t.kanjiAt(at)
	return int(kanji), end, ok && kanji <= 31
}

// weekday passes over the weekday in brackets after a day.
func (t text) weekday(at int) (end int) {
	if t.at(at) == '(' && t.at(at+2) == ')' && strings.ContainsRune("月火水木金土日", t.at(at+1)) {
		return at + 3
	}
	return at
}

var (
	datesBefore = newLexicon(false, func() map[string]number.Qualifier {
		return map[string]number.Qualifier{
			"by": number.UpTo, "until": number.UpTo, "since": number.AtLeast, "from": number.AtLeast, "before": number.Below,
			"after": number.Above,
		}
	})
	datesAfter = newLexicon(false, func() map[string]number.Qualifier {
		return map[string]number.Qualifier{
			"頃": number.About, "ごろ": number.About, "ころ": number.About, "前後": number.About, "以降": number.AtLeast, "以後": number.AtLeast,
			"以前": number.AtMost, "まで": number.UpTo, "までに": number.UpTo, "onwards": number.AtLeast, "or later": number.AtLeast,
			"より前": number.Below, "より後": number.Above,
		}
	})
)

func (t text) beforeDate(at int) (qualifiers []number.Qualifier, end int) {
	q, end, ok := datesBefore.longest(t, at)
	if !ok || isLatin(t.at(end-1)) && t.at(end) != ' ' {
		return nil, at
	}
	return []number.Qualifier{q}, t.space(end)
}

func (t text) afterDate(at int) (qualifiers []number.Qualifier, end int) {
	return t.after(at, datesAfter)
}
