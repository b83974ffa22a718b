package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Where narrows the facts of a kind that a rule reads: "relation.type: [sum]"
// for relations of that type, "claim.citations: [any]" for claims that cite
// something, "KIND.refs: [any]" for facts that lead to another in any way. A
// kind that it does not name is read whole. It is a promise that other facts
// change nothing, and that without any fact of the kinds that it names there is
// nothing to check, so that the engine may leave them, or the rule, out; it
// need not.
type Where map[string][]string

// Any stands for a list, or a field, that is not empty.
const Any = "any"

// whereFields are the fields that narrow a kind; of those with a value only Any
// can be asked.
var whereFields = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"relation.type": "", "relation.having": Any, "quantity.role": "", "quantity.calls": Any, "quantity.asOf": Any,
		"claim.modality": "", "claim.citations": Any, "claim.rests": Any, "claim.calls": Any, "claim.topic": Any, "claim.due": Any, "claim.office": Any,
		"quantity.refs": Any, "relation.refs": Any, "measure.refs": Any, "claim.refs": Any, "reference.refs": Any, "event.refs": Any,
	}
})

func (b *metadata) checkWhere(r *Rule) {
	for _, field := range slices.Sorted(maps.Keys(r.Where)) {
		list, known := whereFields()[field]
		kind, _, _ := strings.Cut(field, ".")
		switch values := r.Where[field]; {
		case !known:
			oneOf(b, "where", field, slices.Sorted(maps.Keys(whereFields())))
		case !slices.Contains(r.Kinds, kind):
			b.fault("where",
				fmt.Sprintf("METADATA: `where` names %s, but the rule does not read the kind %s", field, kind),
				fmt.Sprintf("METADATA: `where` の %s は、規則が読まない種類（%s）の項目です", field, kind))
		case len(values) == 0 || (list == Any && !slices.Equal(values, []string{Any})):
			b.fault("where",
				fmt.Sprintf("METADATA: `where`: %s needs a list of values, or [any] where the field is a list", field),
				fmt.Sprintf("METADATA: `where` の %s には値の一覧（一覧の項目なら [any]）が必要です", field))
		}
	}
}
