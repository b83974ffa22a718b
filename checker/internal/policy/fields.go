package policy

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Fields names, for each kind of fact, the fields that a rule reads of it,
// wherever such a fact stands in its input: by itself, as an operand, as a part.
// A kind that it does not name is read whole. It is a promise that other fields
// change nothing, so that the engine may leave them out; it need not. `id` is one
// of them: facts whose ids nobody reads are told apart by what is read alone.
type Fields map[string][]string

// factFields are the fields of facts by kind, as policies see them.
var factFields = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"quantity": {
			"anchored", "asOf", "calls", "concept", "decimals", "dimensions", "entity", "id", "intervals", "kind", "notes", "of", "period", "printed",
			"qualifiers", "refs", "role", "rounding", "source", "statedPeriod", "status", "text", "unit", "value",
		},
		"relation": {"along", "anchored", "having", "id", "is", "kind", "notes", "operands", "refs", "source", "table", "type"},
		"measure": {
			"achievement", "actual", "anchored", "cap", "discretion", "floor", "id", "kind", "maximum", "metric", "notes", "outcome", "period", "plan",
			"refs", "score", "source", "target", "threshold", "unadjusted", "weight",
		},
		"claim": {
			"anchored", "calls", "citations", "due", "entity", "id", "kind", "modality", "notes", "office", "outcome", "refs", "rests", "section",
			"source", "text", "topic",
		},
		"reference": {
			"accessed", "anchored", "begins", "form", "id", "kind", "list", "listKind", "notes", "number", "published", "refs", "section", "source",
			"topics", "url",
		},
		"event": {"anchored", "date", "entity", "id", "kind", "notes", "period", "refs", "source", "type"},
	}
})

// FieldsOf gives the fields of the facts of a kind, as policies see them.
func FieldsOf(kind string) []string { return slices.Clone(factFields()[kind]) }

func (b *metadata) checkFieldsRead(r *Rule) {
	for _, kind := range slices.Sorted(maps.Keys(r.Fields)) {
		known, ok := factFields()[kind]
		if !ok {
			oneOf(b, "fields", kind, factKinds)
			continue
		}
		if len(r.Fields[kind]) == 0 {
			b.fault("fields",
				fmt.Sprintf("METADATA: `fields`: %s needs a list of fields", kind),
				fmt.Sprintf("METADATA: `fields` の %s には項目の一覧が必要です", kind))
		}
		for _, field := range r.Fields[kind] {
			oneOf(b, "fields", field, known)
		}
	}
}
