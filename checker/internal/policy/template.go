package policy

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// Place is a place in a message template that evidence fills: {Name} or
// {Name.Field}, as in {deviation}, {total.printed}, {params.text}.
type Place struct {
	Name, Field string
}

// words are the places that stand alone.
var words = []string{"subject", "deviation", "unit", "missing", "worlds", "explanations"}

// figureFields are the fields of operands, which are named by their role, and
// of the figures "computed" and "reported".
var figureFields = []string{"printed", "label", "place", "interval", "value", "source"}

// rePlace matches a place.
var rePlace = lazy.Regexp(`\{([A-Za-z]+)(?:\.([A-Za-z]+))?\}`)

// known tells whether evidence can fill the place. Roles and parameters are
// the rule's own words.
func (p Place) known() bool {
	switch {
	case p.Name == "params":
		return p.Field != ""
	case p.Field == "":
		return slices.Contains(words, p.Name)
	}
	return !slices.Contains(words, p.Name) && slices.Contains(figureFields, p.Field)
}

// Fill replaces each place of a template by its words. Words are not searched
// for places again.
func Fill(template string, words func(Place) string) string {
	return rePlace().ReplaceAllStringFunc(template, func(text string) string {
		m := rePlace().FindStringSubmatch(text)
		return words(Place{Name: m[1], Field: m[2]})
	})
}

// UnknownPlaces lists what stands in braces in a template and is no place that
// evidence fills.
func UnknownPlaces(template string) []string {
	var unknown []string
	rest := Fill(template, func(p Place) string {
		if !p.known() {
			unknown = append(unknown, p.String())
		}
		return ""
	})
	if i := strings.IndexAny(rest, "{}"); i >= 0 {
		end := min(strings.IndexAny(rest[i+1:]+"}", "{}")+i+2, len(rest))
		unknown = append(unknown, rest[i:end])
	}
	slices.Sort(unknown)
	return slices.Compact(unknown)
}

// String gives the place as templates write it.
func (p Place) String() string {
	if p.Field == "" {
		return "{" + p.Name + "}"
	}
	return "{" + p.Name + "." + p.Field + "}"
}
