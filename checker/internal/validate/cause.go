package validate

import (
	"errors"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// cause is one violated keyword, taken from the library's report.
type cause struct {
	keyword string
	// steps lead from the entry to the value that violates the keyword.
	steps []string
	// limit is the keyword's value in the schema.
	limit any
	// schema is the object that holds the keyword.
	schema layer
	// barred tells that the field may not stand here at all.
	barred bool
	// isKey tells that the key of the last step is meant, not its value.
	isKey bool
	// unknown is the name of an unknown field.
	unknown string
	// names are the missing fields, the fields to choose from, or the fields
	// that exclude this one.
	names []string
	// trigger is the field that asks for the missing ones.
	trigger string
}

// causes validates the entry and gives what is wrong, one cause a mistake, in
// a fixed order: the library reports in the order of a map.
func (e *entry) causes() []cause {
	found := append(e.keyCauses(), e.valueCauses()...)
	if len(found) == 0 {
		return nil
	}
	return e.distinct(found)
}

// valueCauses holds the entry's value to its definition. What the quick form
// does not accept the validator decides.
func (e *entry) valueCauses() []cause {
	value := shell(e.value, e.hollow)
	if e.book.accepts(e.def).Accepts(value) {
		return nil
	}
	err := e.book.schema(e.def).Validate(value.Plain())
	if report, ok := errors.AsType[*jsonschema.ValidationError](err); ok {
		return e.leaves(report)
	}
	return nil
}

// keyCauses holds the entry's own key to the form of ids.
func (e *entry) keyCauses() []cause {
	if e.key == nil || e.book.accepts("id").AcceptsText(e.key.Key) {
		return nil
	}
	var report *jsonschema.ValidationError
	if !errors.As(e.book.schema("id").Validate(e.key.Key), &report) {
		return nil
	}
	found := e.leaves(report)
	for i := range found {
		found[i].isKey = true
	}
	return found
}

// leaves gives the causes at the ends of the library's nested report.
func (e *entry) leaves(report *jsonschema.ValidationError) []cause {
	_, fragment, _ := strings.Cut(report.AbsoluteKeywordLocation, "#")
	location := steps(fragment)
	if len(report.Causes) > 0 {
		if last(location) == "anyOf" || last(location) == "oneOf" {
			return e.alternatives(report, location)
		}
		var found []cause
		for _, inner := range report.Causes {
			found = append(found, e.leaves(inner)...)
		}
		return found
	}
	c := cause{steps: steps(report.InstanceLocation), keyword: last(location)}
	c.isKey = strings.Contains(report.KeywordLocation+"/", "/propertyNames/")
	c.limit, c.schema = e.book.at(location)
	if c.limit == false && c.keyword != "additionalProperties" {
		c.barred = true
		return []cause{e.excluded(c, location)}
	}
	switch c.keyword {
	case "additionalProperties":
		return e.unknownFields(c)
	case "required":
		c.names = e.missing(c)
	case "oneOf":
		c.names = branchFields(c.limit)
	default:
		if n := len(location); n >= 3 && location[n-3] == "dependentRequired" {
			c.keyword, c.trigger, c.names = "dependentRequired", location[n-2], []string{text(c.limit)}
		}
	}
	return []cause{c}
}

// excluded names the fields beside which a field cannot stand: those under
// whose condition its schema is false.
func (e *entry) excluded(c cause, location []string) cause {
	for i, step := range location {
		switch {
		case step == "dependentSchemas" && i+1 < len(location):
			c.keyword, c.names = step, []string{location[i+1]}
		case step == "then":
			_, holder := e.book.at(location[:i+1])
			condition, _ := holder["if"].(map[string]any)
			c.keyword, c.names = step, texts(condition["required"])
		}
	}
	return c
}

func (e *entry) unknownFields(c cause) []cause {
	object, _ := e.value.At(pointer(c.steps))
	properties, _ := c.schema["properties"].(map[string]any)
	var found []cause
	for _, f := range object.Fields {
		if _, known := properties[f.Key]; !known {
			unknown := c
			unknown.unknown = f.Key
			found = append(found, unknown)
		}
	}
	return found
}

func (e *entry) missing(c cause) []string {
	object, _ := e.value.At(pointer(c.steps))
	return slices.DeleteFunc(texts(c.limit), func(name string) bool { return object.Field(name) != nil })
}

// alternatives turns a failed choice into one cause: the fields to choose
// from when every branch asks for one, else what the branch that got furthest
// into the value lacks.
func (e *entry) alternatives(report *jsonschema.ValidationError, location []string) []cause {
	limit, schema := e.book.at(location)
	if names := branchFields(limit); names != nil {
		return []cause{{
			keyword: last(location), steps: steps(report.InstanceLocation),
			limit: limit, schema: schema, names: names,
		}}
	}
	var best []cause
	depth := -1
	for _, branch := range report.Causes {
		found := e.leaves(branch)
		for _, c := range found {
			if len(c.steps) > depth {
				best, depth = found, len(c.steps)
			}
		}
	}
	return best
}

// branchFields gives the fields that the branches of a choice require, nil if
// a branch requires none.
func branchFields(branches any) []string {
	list, _ := branches.([]any)
	var names []string
	for _, branch := range list {
		object, _ := branch.(map[string]any)
		required := texts(object["required"])
		if len(required) == 0 {
			return nil
		}
		names = append(names, required...)
	}
	return names
}

// path leads to the place that the cause speaks of: the value itself, the
// unknown field in it, or the field in it that asks for another.
func (c cause) path() []string {
	for _, field := range []string{c.unknown, c.trigger} {
		if field != "" {
			return append(slices.Clone(c.steps), field)
		}
	}
	return c.steps
}

// place is where a person should look: the value, or the key where a field is
// unknown, out of place or lacks another.
func (e *entry) place(c cause) finding.Range {
	path := c.path()
	value, field := e.value.At(pointer(path))
	if len(path) == 0 {
		field = e.key
	}
	onKey := c.isKey || c.barred || c.unknown != "" || c.names != nil
	switch {
	case value == nil:
		return e.value.Range(e.file)
	case field != nil && (onKey || value.Start == value.End):
		return field.KeyRange(e.file)
	case onKey && value.Kind == node.Object && len(value.Fields) > 0:
		return value.Fields[0].KeyRange(e.file)
	case c.keyword == "uniqueItems":
		if _, second := duplicate(value); second != nil {
			return second.Range(e.file)
		}
	}
	return value.Range(e.file)
}

// duplicate gives the first item of a list that an earlier one equals.
func duplicate(list *node.Node) (position int, item *node.Node) {
	seen := map[string]bool{}
	for i, item := range list.Items {
		key := flow(item.Plain())
		if seen[key] {
			return i, item
		}
		seen[key] = true
	}
	return 0, nil
}

func last(steps []string) string {
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1]
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

func texts(v any) []string {
	list, _ := v.([]any)
	var all []string
	for _, item := range list {
		all = append(all, text(item))
	}
	return all
}
