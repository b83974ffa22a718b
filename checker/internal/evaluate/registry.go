package evaluate

import (
	"encoding/json"

	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/number"
	"github.com/tieout/tieout/checker/internal/policy"
)

// registryStore holds the registries for the policies, below data.registry.
// Entries are as authored, with the defaults that rules rely on filled in, and
// the limits of concepts as exact fractions.
func registryStore(r fact.Registry, rules []*policy.Rule) storage.Store {
	return inmem.NewFromObjectWithOpts(map[string]any{"registry": registryObject(r, rules)},
		inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
}

func registryObject(r fact.Registry, rules []*policy.Rule) map[string]any {
	sources, entities, concepts, hosts := map[string]any{}, map[string]any{}, map[string]any{}, map[string]any{}
	for id, s := range r.Sources {
		entry := object(s.Node)
		entry["rounding"], entry["citationDuty"] = s.Rounding, s.CitationDuty
		sources[id] = entry
	}
	for id, e := range r.Entities {
		entities[id] = object(e.Node)
	}
	for id, c := range r.Concepts {
		entry := object(c.Node)
		for _, end := range []string{"minimum", "maximum"} {
			exactly(entry, end, c.Node.Get(end))
		}
		concepts[id] = entry
	}
	for name, n := range r.Hosts {
		hosts[name] = object(n)
	}
	return map[string]any{
		"sources": sources, "entities": entities, "concepts": concepts, "hosts": hosts, "parameters": parameters(rules),
	}
}

// exactly puts a number of the registry in the form that figures have,
// [numerator, denominator], since policies do not read decimals. One that cannot
// be read is left out.
func exactly(entry map[string]any, name string, n *node.Node) {
	if n == nil {
		return
	}
	delete(entry, name)
	if d, err := number.Parse(n.Text); err == nil {
		entry[name] = []any{json.Number(d.Value.Num().String()), json.Number(d.Value.Denom().String())}
	}
}

// parameters gives what is set for the rules, by rule and name.
func parameters(rules []*policy.Rule) map[string]any {
	set := map[string]any{}
	for _, r := range rules {
		if len(r.Parameters) == 0 {
			continue
		}
		values := make(map[string]any, len(r.Parameters))
		for name, p := range r.Parameters {
			values[name] = p.Default
		}
		set[r.ID] = values
	}
	return set
}

// object gives an entry's fields, for the policies.
func object(n *node.Node) map[string]any {
	if m, ok := n.Plain().(map[string]any); ok {
		return m
	}
	return map[string]any{}
}
