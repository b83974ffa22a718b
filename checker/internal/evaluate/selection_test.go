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

// all holds, together with everything, all fields that facts can have.
const all = `
source: ledger
defaults: {entity: bakery, period: 2025, unit: EUR, noteList: notes, citationList: refs}
quantities:
  rye: {concept: sales, value: 12, calls: {concept: loaves}, notes: [1], rounded: true, selector: {line: 3, exact: "12"}}
  least: {concept: sales, value: 1}
tables:
  t: {columns: {a: {}, b: {}}, concept: sales, rows: {r: {cells: [1, 1]}}, crossFoot: [{total: a, parts: [b]}]}
relations:
  up: {trend: {from: rye, to: rye, is: rose}, selector: {line: 3}, notes: [1]}
  three: {count: {result: rye, items: [rye], having: {outcome: missed}}}
  first: {comparison: {introduced: [good], compared: [good], along: kind}}
plans:
  bonus:
    floor: least
    cap: rye
    measures:
      more:
        {metric: sales, selector: {line: 3}, notes: [1], weight: {value: 60}, threshold: {value: 3}, target: {value: 5, statedPeriod: 2024}, maximum: {value: 9},
        actual: {value: 12}, achievement: {value: 1}, unadjusted: {value: 1}, score: {value: 1}, outcome: missed, discretion: reduced}
claims:
  good: {text: Good bread, modality: fact, selector: {line: 3}, notes: [1], rests: [rye]}
references:
  refs: {kind: references, section: "2", entries: {1: {url: "https://example.org/a", selector: {line: 3}, notes: [1]}}}
  notes: {kind: notes, entries: {1: {form: note, begins: Based on}}}
events:
  opening: {date: 2025-03-31, type: opening, selector: {line: 3}, notes: [1]}
`

// TestFieldNames holds the names that METADATA may choose from to the fields that
// facts of the kind have: another one could never be read, and one that is
// missing could not be chosen.
func TestFieldNames(t *testing.T) {
	written := map[string]map[string]bool{}
	for _, document := range []string{everything, all} {
		for id, text := range seen(t, document) {
			var f map[string]any
			if err := json.Unmarshal([]byte(text), &f); err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			kind, _ := f["kind"].(string)
			if written[kind] == nil {
				written[kind] = map[string]bool{}
			}
			for name := range f {
				written[kind][name] = true
			}
		}
	}
	for _, kind := range fact.Kinds() {
		// References and notes may be asked of all kinds, like `KIND.refs` of `where`.
		written[string(kind)]["notes"], written[string(kind)]["refs"] = true, true
		got, want := slices.Sorted(maps.Keys(written[string(kind)])), policy.FieldsOf(string(kind))
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("facts of the kind %s have\n%v, rules may choose\n%v", kind, got, want)
		}
	}
}
