package figure

import (
	"fmt"
	"strconv"
	"strings"
)

// date writes a date or period as Japanese documents do, in English where it has
// a form of the same meaning.
func (p printer) date(iso string) string {
	if decade, ok := strings.CutSuffix(iso, "X"); ok {
		return decade + "0年代"
	}
	d := dateOf(iso)
	d.fiscal, d.era = p.f.Fiscal, p.f.Era
	if p.en && d.era == "" && len(p.f.Qualifiers) == 0 {
		if text, ok := d.english(); ok {
			return text
		}
	}
	return d.japanese()
}

// dateOf reads the parts of a date that iso wrote.
func dateOf(iso string) date {
	var d date
	parts := strings.Split(strings.Replace(iso, "--", "0-", 1), "-")
	for i, to := range []*int{&d.year, &d.month, &d.day} {
		if i < len(parts) {
			// Only what iso wrote comes here; a part that is no number stays zero.
			*to, _ = strconv.Atoi(parts[i])
		}
	}
	return d
}

func (d date) japanese() string {
	text := ""
	if d.year > 0 {
		text = d.japaneseYear()
	}
	if d.month > 0 {
		text += fmt.Sprintf("%d月", d.month)
	}
	if d.day > 0 {
		text += fmt.Sprintf("%d日", d.day)
	}
	switch {
	case d.fiscal && d.month > 0:
		text += "期"
	case d.fiscal:
		text += "度"
	}
	return text
}

func (d date) japaneseYear() string {
	for _, e := range eras {
		if e.name != d.era {
			continue
		}
		if n := d.year - e.offset; n > 1 {
			return fmt.Sprintf("%s%d年", e.name, n)
		}
		return e.name + "元年"
	}
	return fmt.Sprintf("%d年", d.year)
}

var monthNames = [...]string{
	"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

func (d date) english() (text string, ok bool) {
	switch {
	case d.fiscal && d.month == 0:
		return fmt.Sprintf("FY%d", d.year), true
	case d.fiscal, d.year == 0 && d.day == 0:
		return "", false
	case d.month == 0:
		return fmt.Sprintf("CY%d", d.year), true
	}
	text = monthNames[d.month]
	if d.day > 0 {
		text = fmt.Sprintf("%d %s", d.day, text)
	}
	if d.year > 0 {
		text += fmt.Sprintf(" %d", d.year)
	}
	return text, true
}
