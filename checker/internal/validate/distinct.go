package validate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/nearest"
)

// precedence orders the keywords that one value may violate at once: only the
// first is told. A text that is empty does not fit its pattern either.
var precedence = []string{
	"type", "dependentSchemas", "then", "const", "enum", "minLength", "format", "pattern", "maxLength",
	"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum",
}

func rank(keyword string) int {
	if i := slices.Index(precedence, keyword); i >= 0 {
		return i
	}
	return len(precedence)
}

// distinct keeps one cause a mistake, in a fixed order.
func (e *entry) distinct(found []cause) []cause {
	slices.SortStableFunc(found, func(a, b cause) int {
		return cmp.Or(
			slices.Compare(a.steps, b.steps), compareBool(a.isKey, b.isKey),
			cmp.Compare(rank(a.keyword), rank(b.keyword)), cmp.Compare(a.keyword, b.keyword),
			cmp.Compare(a.unknown, b.unknown), slices.Compare(a.names, b.names),
		)
	})
	found = mergeRequired(found)
	meant := meantFields(found)
	kept := map[string]bool{}
	var all []cause
	for _, c := range found {
		at := pointer(c.steps)
		c.names = slices.Clone(c.names)
		if !c.barred && c.names != nil && e.explained(&c, found, meant[at]) {
			continue
		}
		slot := at
		switch {
		case c.isKey:
			slot += "\x00key"
		case c.unknown != "":
			slot += "\x00unknown\x00" + c.unknown
		case c.names != nil && !c.barred:
			slot += "\x00" + c.keyword + strings.Join(c.names, ",")
		}
		if !kept[slot] {
			kept[slot] = true
			all = append(all, c)
		}
	}
	return all
}

// mergeRequired joins the missing fields of one object, which a condition may
// have reported apart.
func mergeRequired(found []cause) []cause {
	var all []cause
	for _, c := range found {
		if n := len(all); n > 0 && c.keyword == "required" && all[n-1].keyword == "required" &&
			slices.Equal(c.steps, all[n-1].steps) {
			names := append(slices.Clone(all[n-1].names), c.names...)
			slices.Sort(names)
			all[n-1].names = slices.Compact(names)
			continue
		}
		all = append(all, c)
	}
	return all
}

// meantFields guesses, object by object, which fields its unknown ones stand
// for.
func meantFields(found []cause) map[string][]string {
	meant := map[string][]string{}
	for _, c := range found {
		if c.unknown != "" {
			at := pointer(c.steps)
			near, _ := nearest.Nearest(c.unknown, fieldsOf(c.schema))
			meant[at] = append(meant[at], near)
		}
	}
	return meant
}

// explained reports whether another cause already tells why a field is
// missing: it is misspelled, or it is there with a value of its own that is
// wrong. Fields that a misspelling explains are taken out of c.
func (e *entry) explained(c *cause, found []cause, meant []string) bool {
	switch c.keyword {
	case "required", "dependentRequired":
		c.names = slices.DeleteFunc(c.names, func(name string) bool { return slices.Contains(meant, name) })
		return len(c.names) == 0
	case "oneOf":
		return len(meant) > 0 && len(e.present(*c)) == 0
	case "anyOf":
		if slices.ContainsFunc(c.names, func(name string) bool { return slices.Contains(meant, name) }) {
			return true
		}
		return slices.ContainsFunc(found, func(other cause) bool {
			return len(other.steps) > len(c.steps) && slices.Equal(other.steps[:len(c.steps)], c.steps) &&
				slices.Contains(c.names, other.steps[len(c.steps)])
		})
	}
	return false
}

// present gives the fields of a choice that the object has.
func (e *entry) present(c cause) []string {
	object, _ := e.value.At(pointer(c.steps))
	return slices.DeleteFunc(slices.Clone(c.names), func(name string) bool { return object.Field(name) == nil })
}

// fieldsOf lists the fields of an object's schema, in alphabetical order.
func fieldsOf(l layer) []string {
	properties, _ := l["properties"].(map[string]any)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(properties)), func(name string) bool {
		return strings.HasPrefix(name, "$")
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
