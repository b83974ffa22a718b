package evaluate_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// tellsFacts is the body of a rule with one check a document, which holds the
// facts that it sees of a kind.
const tellsFacts = `subjects contains input.source

check contains {"subject": input.source, "verdict": "inconsistent", "evidence": {"params": {
	"facts": json.marshal(input.facts.KIND),
	"several": count({f | some f in input.facts.KIND}),
}}}
`

// chosen gives what a rule on a kind sees of a ledger, given what it reads, and
// how many facts it can tell apart.
func chosen(t *testing.T, kind, read string, others ...string) (facts, several string) {
	t.Helper()
	text := rule("see", "document", kind, strings.ReplaceAll(tellsFacts, "KIND", kind))
	text = strings.Replace(text, "#   remediation", "#   fields: "+read+"\n#   remediation", 1)
	outcomes, problems := run(t, rules(t, append(others, text)...), corpus(t, everything), evaluate.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	at := slices.IndexFunc(outcomes, func(o evaluate.Outcome) bool { return o.Rule.ID == "bakery/see" })
	params := outcomes[at].Checks[0].Evidence.Params
	return string(params["facts"]), string(params["several"])
}

// TestChosenFields hands rules the fields that they read, wherever a fact
// stands, and all of a kind of which they say nothing.
func TestChosenFields(t *testing.T) {
	for _, c := range []struct{ kind, read, want, several string }{
		{"event", "{event: [id, type]}", `[{"id":"ledger/opening","type":"opening"}]`, "1"},
		{"claim", "{claim: [topic]}", `[{},{"topic":"bread"}]`, "2"},
		{"measure", "{measure: [weight, id], quantity: [unit, status]}", `[{"id":"ledger/bonus.more","weight":{"status":"disclosed","unit":"percent"}}]`, "1"},
		{"quantity", "{quantity: [status]}", "", "3"},
		{"quantity", "{quantity: [status, id]}", "", "8"},
	} {
		facts, several := chosen(t, c.kind, c.read)
		if c.want != "" && facts != c.want || several != c.several {
			t.Errorf("fields %s: a rule sees %s, %s of them different; want %s, %s", c.read, facts, several, c.want, c.several)
		}
	}
	facts, _ := chosen(t, "relation", "{relation: [operands]}")
	if !strings.Contains(facts, `"concept":"sales"`) || strings.Contains(facts, `"type"`) {
		t.Errorf("a rule that says nothing of quantities sees %s", facts)
	}
}

// TestChosenBesideWhole has a rule see the same of a fact, by itself and as an
// operand, whichever rules run beside it: what one of them was handed must not
// stand in for what this one reads.
func TestChosenBesideWhole(t *testing.T) {
	body := `subjects contains q.id if some q in input.facts.quantity

check contains {"subject": q.id, "verdict": "inconsistent"} if {
	some q in input.facts.quantity
	not q in {o.fact | some r in input.facts.relation; some o in r.operands; o.fact}
}
`
	choosing := func(text string) string {
		return strings.Replace(text, "#   remediation", "#   fields: {quantity: [id, status]}\n#   remediation", 1)
	}
	see := choosing(rule("see", "fact", "quantity, relation", body))
	found := func(texts ...string) (ids []string) {
		outcomes, problems := run(t, rules(t, texts...), corpus(t, everything), evaluate.Options{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		at := slices.IndexFunc(outcomes, func(o evaluate.Outcome) bool { return o.Rule.ID == "bakery/see" })
		return subjects(outcomes[at])
	}
	alone := found(see)
	beside := found(see, choosing(rule("first", "document", "quantity", each)), rule("whole", "document", "relation", each))
	if len(alone) == 0 || !slices.Equal(alone, beside) {
		t.Errorf("alone the rule finds %v, beside others %v", alone, beside)
	}
}

// TestFieldNames holds the names that METADATA may choose from to those that
// facts have: one that is missing could never be read.
func TestFieldNames(t *testing.T) {
	written := map[string]map[string]bool{}
	for id, text := range seen(t, everything) {
		var f map[string]any
		if err := json.Unmarshal([]byte(text), &f); err != nil {
			t.Fatal(err)
		}
		kind, _ := f["kind"].(string)
		for name := range f {
			if !slices.Contains(policy.FieldsOf(kind), name) {
				t.Errorf("%s has the field %s, which cannot be chosen", id, name)
			}
			if written[kind] == nil {
				written[kind] = map[string]bool{}
			}
			written[kind][name] = true
		}
	}
	for _, kind := range fact.Kinds() {
		for _, name := range policy.FieldsOf(string(kind)) {
			if !evaluate.Writes(name) {
				t.Errorf("%s: no fact has the field %s, which can be chosen", kind, name)
			}
		}
	}
	if kinds := slices.Sorted(maps.Keys(written)); len(kinds) != len(fact.Kinds()) {
		t.Errorf("the test has facts of %v only", kinds)
	}
}
