package evaluate

import (
	"encoding/json"

	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/node"
)

// registryStore holds the registries for the policies, below data.registry.
// Entries are as authored, with the defaults that rules rely on filled in.
func registryStore(r fact.Registry) storage.Store {
	return inmem.NewFromObjectWithOpts(map[string]any{"registry": registryObject(r)},
		inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
}

func registryObject(r fact.Registry) map[string]any {
	sources, entities, concepts := map[string]any{}, map[string]any{}, map[string]any{}
	for id, s := range r.Sources {
		entry := object(s.Node)
		entry["rounding"], entry["citationDuty"] = s.Rounding, s.CitationDuty
		sources[id] = entry
	}
	for id, e := range r.Entities {
		entities[id] = object(e.Node)
	}
	for id, c := range r.Concepts {
		concepts[id] = object(c.Node)
	}
	return map[string]any{"sources": sources, "entities": entities, "concepts": concepts}
}

// object gives an entry's fields, for the policies.
func object(n *node.Node) map[string]any {
	if m, ok := value(n).(map[string]any); ok {
		return m
	}
	return map[string]any{}
}

// value gives a node as the engine's store takes it. Numbers keep their text.
func value(n *node.Node) any {
	switch n.Kind {
	case node.Object:
		m := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			m[f.Key] = value(f.Value)
		}
		return m
	case node.Array:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = value(item)
		}
		return items
	case node.Bool:
		return n.Text == "true"
	case node.Number:
		return json.Number(n.Text)
	case node.Null:
		return nil
	default:
		return n.Text
	}
}
