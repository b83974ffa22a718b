package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// figure is what a figure stands for: all from low to high, counted in halves of
// a thousandth, so that the half of a last digit is a whole number, too. An open
// end is drawn in by 1, far less than any two ends differ.
type figure struct {
	concept, scope, asOf string
	low, high            int64
	valued               bool
}

// key is what figures that are one figure have in common.
func (f figure) key() string {
	key := f.concept + "|" + f.scope
	if f.asOf != "" {
		key += "|" + f.asOf
	}
	return key
}

// figures reads the figures of a document, by their ids.
func (d *document) figures() map[string]figure {
	all := make(map[string]figure, len(d.Quantities))
	for id, q := range d.Quantities {
		all[id] = d.figure(d.Defaults.around(q))
	}
	for id, t := range d.Tables {
		names := slices.Sorted(maps.Keys(t.Columns)) // the corpora have them in this order
		around := d.Defaults.around(t.fields)
		for row, r := range t.Rows {
			beside := around.around(r.fields)
			for i, cell := range r.Cells {
				all[id+"."+row+"."+names[i]] = d.figure(beside.around(t.Columns[names[i]]).around(cell))
			}
		}
	}
	return all
}

// around gives a figure's fields with those that it leaves to what is around it.
func (f fields) around(q fields) fields {
	for _, field := range []struct{ own, other *string }{
		{&q.Concept, &f.Concept}, {&q.Entity, &f.Entity}, {&q.Unit, &f.Unit}, {&q.AsOf, &f.AsOf},
	} {
		if *field.own == "" {
			*field.own = *field.other
		}
	}
	if q.Period == nil {
		q.Period = f.Period
	}
	if q.Scale == nil {
		q.Scale = f.Scale
	}
	if q.Rounded == nil {
		q.Rounded = f.Rounded
	}
	if len(f.Dimensions) > 0 {
		both := maps.Clone(f.Dimensions)
		maps.Copy(both, q.Dimensions)
		q.Dimensions = both
	}
	return q
}

func (d *document) figure(q fields) figure {
	f := figure{concept: q.Concept, asOf: q.AsOf}
	var scope strings.Builder
	scope.WriteString(q.Entity + "|" + span(q.Period) + "|" + q.Unit)
	for _, axis := range slices.Sorted(maps.Keys(q.Dimensions)) {
		scope.WriteString("|" + axis + "=" + q.Dimensions[axis])
	}
	f.scope = scope.String()
	f.low, f.high, f.valued = interval(q, d.source.Rounding)
	switch {
	case slices.Contains(q.Qualifiers, "atLeast"):
		f.high = math.MaxInt64
	case slices.Contains(q.Qualifiers, "atMost"):
		f.low = math.MinInt64
	}
	return f
}

func span(period any) string {
	if year, ok := period.(float64); ok {
		return fmt.Sprintf("%d-01-01/%d-12-31", int(year), int(year))
	}
	text, _ := period.(string)
	return text
}

// interval gives the ends of a figure that is rounded, or cut off, at its last
// digit.
func interval(q fields, rounding string) (low, high int64, ok bool) {
	if q.Value == "" {
		return 0, 0, false
	}
	digits, places, _ := strings.Cut(q.Value.String(), ".")
	n, err := strconv.ParseInt(digits+places, 10, 64)
	if err != nil || len(places) > 3 {
		return 0, 0, false
	}
	unit := int64(1000)
	for range places {
		unit /= 10
	}
	if q.Scale != nil {
		for range *q.Scale {
			unit *= 10
		}
	}
	x := 2 * n * unit
	switch {
	case q.Rounded == nil || !*q.Rounded:
		return x, x, true
	case rounding == "round":
		return x - unit, x + unit, true
	case n > 0:
		return x, x + 2*unit - 1, true
	case n < 0:
		return x - 2*unit + 1, x, true
	}
	return 1 - 2*unit, 2*unit - 1, true
}
