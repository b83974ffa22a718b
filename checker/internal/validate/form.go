package validate

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// form says how a kind of document is validated: the name of its schema and
// the sections whose entries are validated one by one.
type form struct {
	schema   string
	sections []section
}

// section is a member that holds entries of one definition. Of an entry's own
// members, inner is validated entry by entry in its turn.
type section struct {
	key   string
	def   string
	inner *section
}

var forms = map[load.Kind]form{
	load.Sources:      {"sources", []section{{key: "sources", def: "source"}, {key: "hosts", def: "unfitHost"}}},
	load.Entities:     {"entities", []section{{key: "entities", def: "entity"}}},
	load.Concepts:     {"concepts", []section{{key: "concepts", def: "concept"}}},
	load.Dispositions: {"dispositions", []section{{key: "dispositions", def: "disposition"}}},
	load.Settings:     {"settings", []section{{key: "rules", def: "rule"}}},
	load.Facts: {"facts", []section{
		{key: "quantities", def: "quantity"},
		{key: "tables", def: "table", inner: &section{key: "rows", def: "row"}},
		{key: "relations", def: "relation"},
		{key: "plans", def: "plan", inner: &section{key: "measures", def: "measure"}},
		{key: "claims", def: "claim"},
		{key: "references", def: "referenceList", inner: &section{key: "entries", def: "reference"}},
		{key: "events", def: "event"},
	}},
}

// keys lists the members that hold entries.
func (f form) keys() []string {
	keys := make([]string, len(f.sections))
	for i, s := range f.sections {
		keys[i] = s.key
	}
	return keys
}

// entry is a piece of a document that is validated on its own. Its definition
// is empty for the envelope.
type entry struct {
	book    *book
	file    string
	def     string
	subject string
	// key is the entry's member, nil for the envelope and a list's items.
	key   *node.Field
	value *node.Node
	// hollow are the members whose content is validated apart.
	hollow []string
	// columns names the cells, when the entry is a table or its row.
	columns *node.Node
}

// measureParts are the members of a measure that are facts of their own.
var measureParts = []string{
	"weight", "target", "actual", "achievement", "score", "threshold", "maximum", "unadjusted",
}

// narrow gives the id of the nearest fact to the place below e that steps lead
// to, and the steps that remain.
func (e *entry) narrow(steps []string) (subject string, rest []string) {
	switch {
	case len(steps) == 0:
	case e.def == "row" && steps[0] == "cells" && len(steps) > 1:
		if i := index(steps[1]); e.columns != nil && i >= 0 && i < len(e.columns.Fields) {
			return e.subject + "." + e.columns.Fields[i].Key, steps[2:]
		}
	case e.def == "measure" && slices.Contains(measureParts, steps[0]),
		e.def == "plan" && steps[0] == "overall":
		return e.subject + "." + steps[0], steps[1:]
	}
	return e.subject, steps
}

// facts counts the facts that a value stands for as an entry of a definition.
func facts(def string, value *node.Node) int {
	count := 0
	switch def {
	case "quantity", "relation", "claim", "reference", "event":
		return 1
	case "row":
		if cells := value.Get("cells"); cells != nil {
			for _, cell := range cells.Items {
				if cell.Kind != node.Null {
					count++
				}
			}
		}
	case "measure":
		count = 1
		for _, part := range measureParts {
			if value.Get(part) != nil {
				count++
			}
		}
	case "plan":
		if value.Get("overall") != nil {
			count = 1
		}
	}
	return count
}
