package fact

import (
	"fmt"
	"strings"
	"time"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// Period is a fact's time. Canonical is an ISO 8601 date (an instant) or two
// dates around a slash, both days included; Written is as the fact file has it.
type Period struct {
	Canonical, Written string
}

var (
	reYear       = lazy.Regexp(`^\d{4}$`)
	reMonth      = lazy.Regexp(`^\d{4}-\d{2}$`)
	reFiscalYear = lazy.Regexp(`^FY\d{4}$`)
)

// datable is a period as it is written, and the entity by whose calendar it is
// read.
type datable struct{ written, entity string }

// period reads a period, each only once: most facts of a source share theirs.
func (b *builder) period(written, entity string) (Period, error) {
	key := datable{written, entity}
	if p, ok := b.periods[key]; ok {
		return p, nil
	}
	p, err := parsePeriod(written, b.c.Registry.Entities[entity])
	if err == nil {
		b.periods[key] = p
	}
	return p, err
}

// parsePeriod reads a calendar year, month or day, a fiscal year of the entity,
// or an interval of two of these around a slash, from the first day of the one
// to the last day of the other. The entity may be nil.
func parsePeriod(written string, entity *Entity) (Period, error) {
	p := Period{Written: written}
	from, to, interval := strings.Cut(written, "/")
	start, end, err := span(from, entity)
	if err == nil && interval {
		_, end, err = span(to, entity)
	}
	switch {
	case err != nil:
		return p, err
	case end.Before(start):
		return p, fmt.Errorf("%s ends before it begins", written)
	case start.Year() < 1 || end.Year() > 9999:
		return p, fmt.Errorf("%s is beyond the calendar", written)
	}
	p.Canonical = start.Format(time.DateOnly)
	if interval || len(from) != len(time.DateOnly) {
		p.Canonical += "/" + end.Format(time.DateOnly)
	}
	return p, nil
}

// span gives the first and last day of a single period.
func span(s string, entity *Entity) (start, end time.Time, err error) {
	switch {
	case reFiscalYear().MatchString(s):
		return fiscalYear(s, entity)
	case reYear().MatchString(s):
		start, err = time.Parse("2006", s)
		end = start.AddDate(1, 0, -1)
	case reMonth().MatchString(s):
		start, err = time.Parse("2006-01", s)
		end = start.AddDate(0, 1, -1)
	default:
		start, err = time.Parse(time.DateOnly, s)
		end = start
	}
	if err != nil {
		return start, end, fmt.Errorf("%q is no date, month, year or fiscal year", brief(s))
	}
	return start, end, nil
}

// fiscalYear gives the days of the entity's fiscal year: the one that begins
// in the year named, or ends in it, as the entity names its years. One that ends
// on December 31 does both.
func fiscalYear(s string, entity *Entity) (start, end time.Time, err error) {
	if entity == nil {
		return start, end, fmt.Errorf("%s needs an entity, whose fiscal year it is", s)
	}
	if entity.FiscalYearEnd == "" {
		return start, end, fmt.Errorf("%s needs the `fiscalYearEnd` of `%s`", s, entity.ID)
	}
	year, err := time.Parse("FY2006", s)
	if err != nil {
		return start, end, fmt.Errorf("%q is no fiscal year", s)
	}
	day, err := closingDay(entity.FiscalYearEnd)
	if err != nil {
		return start, end, fmt.Errorf("`fiscalYearEnd` %q of `%s` is no day of a year", entity.FiscalYearEnd, entity.ID)
	}
	last := year.Year()
	if !(day.Month() == time.December && day.Day() == 31) {
		switch entity.FiscalYearNamedBy {
		case "start":
			last++
		case "":
			return start, end, fmt.Errorf("%s needs the `fiscalYearNamedBy` of `%s`", s, entity.ID)
		}
	}
	return closing(last-1, day).AddDate(0, 0, 1), closing(last, day), nil
}

// closingDay reads the month and day that a fiscal year ends on, in a leap year.
func closingDay(s string) (time.Time, error) { return time.Parse("01-02", s) }

// closing gives the day of a year that a fiscal year ends on. A close at the
// end of February follows the leap years.
func closing(year int, day time.Time) time.Time {
	if day.Month() == time.February && day.Day() >= 28 {
		return time.Date(year, time.March, 0, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(year, day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
}
