package fact

import (
	"strings"
	"testing"
	"time"
)

func TestParsePeriod(t *testing.T) {
	japanese := &Entity{ID: "bakery", FiscalYearEnd: "03-31", FiscalYearNamedBy: "start"}
	american := &Entity{ID: "city", FiscalYearEnd: "06-30", FiscalYearNamedBy: "end"}
	calendar := &Entity{ID: "shop", FiscalYearEnd: "12-31", FiscalYearNamedBy: "start"}
	unnamed := &Entity{ID: "shop", FiscalYearEnd: "12-31"}
	february := &Entity{ID: "grocer", FiscalYearEnd: "02-28", FiscalYearNamedBy: "start"}
	leap := &Entity{ID: "grocer", FiscalYearEnd: "02-29", FiscalYearNamedBy: "end"}
	for _, test := range []struct {
		written string
		entity  *Entity
		want    string
	}{
		{"2025", nil, "2025-01-01/2025-12-31"},
		{"2025-11", nil, "2025-11-01/2025-11-30"},
		{"2024-02", nil, "2024-02-01/2024-02-29"},
		{"2025-03-31", nil, "2025-03-31"},
		{"2025-03-31/2025-03-31", nil, "2025-03-31/2025-03-31"},
		{"2024-04-01/2025-03-31", nil, "2024-04-01/2025-03-31"},
		{"2024/2025-03", nil, "2024-01-01/2025-03-31"},
		{"FY2024", japanese, "2024-04-01/2025-03-31"},
		{"FY2024/FY2026", japanese, "2024-04-01/2027-03-31"},
		{"FY2025", american, "2024-07-01/2025-06-30"},
		{"FY2024/FY2025", american, "2023-07-01/2025-06-30"},
		{"FY2024", calendar, "2024-01-01/2024-12-31"},
		{"FY2024", unnamed, "2024-01-01/2024-12-31"},
		{"FY2023", february, "2023-03-01/2024-02-29"},
		{"FY2024", february, "2024-03-01/2025-02-28"},
		{"FY2024", leap, "2023-03-01/2024-02-29"},
		{"FY2025", leap, "2024-03-01/2025-02-28"},
	} {
		got, err := parsePeriod(test.written, test.entity)
		if err != nil || got.Canonical != test.want || got.Written != test.written {
			t.Errorf("%s is %v, %v; want %s", test.written, got, err, test.want)
		}
	}
}

func TestBadPeriods(t *testing.T) {
	city := &Entity{ID: "city", FiscalYearEnd: "06-30", FiscalYearNamedBy: "end"}
	for _, test := range []struct {
		written string
		entity  *Entity
		want    string
	}{
		{"", city, "no date"},
		{"soon", city, "no date"},
		{"20255", city, "no date"},
		{"FY20255", city, "no date"},
		{"FY25", city, "no date"},
		{"2025-13", city, "no date"},
		{"2025-02-29", city, "no date"},
		{"2025-1-1", city, "no date"},
		{"2025/2026/2027", city, "no date"},
		{"2025/", city, "no date"},
		{"/2025", city, "no date"},
		{"2025/2024", city, "ends before it begins"},
		{"FY2026/FY2024", city, "ends before it begins"},
		{"0000", city, "beyond the calendar"},
		{"FY0000", city, "beyond the calendar"},
		{"FY9999", &Entity{ID: "b", FiscalYearEnd: "03-31", FiscalYearNamedBy: "start"}, "beyond the calendar"},
		{"FY2025", nil, "needs an entity"},
		{"FY2025", &Entity{ID: "shop"}, "needs the `fiscalYearEnd` of `shop`"},
		{"FY2025", &Entity{ID: "shop", FiscalYearEnd: "03-31"}, "needs the `fiscalYearNamedBy` of `shop`"},
		{"FY2025", &Entity{ID: "shop", FiscalYearEnd: "02-31"}, "no day of a year"},
		{strings.Repeat("9", 1000), city, "…"},
	} {
		got, err := parsePeriod(test.written, test.entity)
		if err == nil || !strings.Contains(err.Error(), test.want) || len(err.Error()) > 200 {
			t.Errorf("%.40s is %v, %v; want an error with %q", test.written, got, err, test.want)
		}
	}
}

// FuzzParsePeriod holds every period to two days of the calendar in their order.
func FuzzParsePeriod(f *testing.F) {
	for _, seed := range []string{"2025", "2025-11", "2025-03-31", "FY2024", "FY2024/FY2026", "0000", "2024-04-01/2025-03-31", "FY9999"} {
		f.Add(seed, "03-31", "start")
		f.Add(seed, "02-29", "end")
	}
	f.Fuzz(func(t *testing.T, written, end, namedBy string) {
		p, err := parsePeriod(written, &Entity{ID: "e", FiscalYearEnd: end, FiscalYearNamedBy: namedBy})
		if err != nil {
			return
		}
		from, to, interval := strings.Cut(p.Canonical, "/")
		first, err := time.Parse(time.DateOnly, from)
		if err != nil {
			t.Fatalf("%q: %v", written, err)
		}
		if interval {
			if last, err := time.Parse(time.DateOnly, to); err != nil || last.Before(first) {
				t.Fatalf("%q is %s", written, p.Canonical)
			}
		}
		again, err := parsePeriod(p.Canonical, nil)
		if err != nil || again.Canonical != p.Canonical {
			t.Fatalf("%q is %s, which is %s (%v)", written, p.Canonical, again.Canonical, err)
		}
	})
}
