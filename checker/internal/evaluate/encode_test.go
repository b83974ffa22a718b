package evaluate_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/evaluate"
)

// everything holds a fact of every kind.
const everything = `
source: ledger
defaults: {entity: bakery, period: 2025, unit: EUR, noteList: notes, citationList: refs}
quantities:
  rye: {concept: sales, value: 12, decimals: 0, dimensions: {bread: rye}, notes: [1, 9], selector: {line: 3, exact: "12"}}
  wheat: {concept: sales, value: 8, dimensions: {bread: wheat}, qualifiers: [atLeast], asOf: 2025-06-30}
  all: {concept: sales, value: 123456789012345678901234567890}
  grade: {concept: loaves, unit: loaf, text: A-}
  gone: {concept: loaves, unit: loaf, status: lost}
relations:
  sum: {sum: {total: all, parts: [rye, {fact: wheat, weight: -1}, oats]}}
plans:
  bonus:
    measures:
      more: {metric: sales, weight: {value: 60}, target: {status: undisclosed, notes: [1]}, actual: {value: 12}, outcome: missed}
claims:
  good: {text: Good bread, modality: fact, section: "2", citations: [1, 7], rests: [rye]}
  soon:
    text: More bread
    modality: forecast
    topic: bread
    due: 2026
    outcome: good
    office: bakery
    calls: {concept: loaves, dimensions: {bread: white}}
references:
  refs: {kind: references, section: "2", entries: {1: {url: "https://example.org/a", accessed: 2025-11-06, published: 2025-04-01, topics: [bread]}}}
  notes: {kind: notes, entries: {1: {form: note, begins: Based on}}}
events:
  opening: {date: 2025-03-31, type: opening}
`

// seen gives each fact of the corpus, by id, as a rule sees it.
func seen(t *testing.T, documents ...string) map[string]string {
	t.Helper()
	body := `subjects contains f.id if {
	some kind
	some f in input.facts[kind]
}

check contains {"subject": f.id, "verdict": "inconsistent", "evidence": {"params": {"fact": json.marshal(f), "kind": kind}}} if {
	some kind
	some f in input.facts[kind]
}
`
	set := rules(t, rule("see", "fact", "quantity, relation, measure, claim, reference, event", body))
	outcomes, problems := run(t, set, corpus(t, documents...), evaluate.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	facts := map[string]string{}
	for _, c := range outcomes[0].Checks {
		facts[c.Subject] = string(c.Evidence.Params["fact"])
	}
	return facts
}

// TestCircle has claims that rest on each other: a fact that stands in another
// one shows its own references by id alone, or the run would never end.
func TestCircle(t *testing.T) {
	facts := seen(t, `
source: ledger
claims:
  hen: {text: The hen laid the egg, modality: fact, rests: [egg]}
  egg: {text: The egg became the hen, modality: fact, rests: [hen]}
relations:
  first: {comparison: {introduced: [hen, egg], compared: [second], along: kind}}
  second: {sequence: {earlier: first, later: second}}
`)
	for id, want := range map[string]string{
		"ledger/hen":    `"rests":[{"exists":true,"id":"ledger/hen","role":"rests"}]`,
		"ledger/first":  `"along":"kind"`,
		"ledger/second": `"operands":[{"exists":true,"id":"ledger/first","role":"earlier"},{"exists":true,"id":"ledger/second","role":"later"}]`,
	} {
		if !strings.Contains(facts[id], want) {
			t.Errorf("%s is seen as %s, without %s", id, facts[id], want)
		}
	}
}

// TestWords shows rules the words of relations and measures, and the figures
// that a plan names as its limits.
func TestWords(t *testing.T) {
	facts := seen(t, `
source: ledger
defaults: {entity: bakery, period: 2025, unit: EUR}
quantities:
  rye: {concept: sales, value: 12}
  least: {concept: sales, value: 1}
relations:
  up: {trend: {from: rye, to: rye, is: rose}}
  three: {count: {result: rye, items: [rye], having: {outcome: missed}}}
plans:
  bonus:
    floor: least
    cap: none
    measures:
      more: {metric: sales, threshold: {value: 3}, target: {value: 5, statedPeriod: 2024}, discretion: reduced}
`)
	for id, want := range map[string][]string{
		"ledger/up":    {`"is":"rose"`},
		"ledger/three": {`"having":{"outcome":"missed"}`},
		"ledger/bonus.more": {
			`"floor":{"concept":"sales"`, `"threshold":{"concept":"sales"`, `"discretion":"reduced"`,
			`"statedPeriod":"2024-01-01/2024-12-31"`, `"period":"2025-01-01/2025-12-31","plan"`,
		},
	} {
		for _, part := range want {
			if !strings.Contains(facts[id], part) {
				t.Errorf("%s lacks %s: %s", id, part, facts[id])
			}
		}
	}
	if strings.Contains(facts["ledger/up"], "having") || strings.Contains(facts["ledger/bonus.more"], `"cap":{`) {
		t.Error("rules see what nobody has written")
	}
}

// TestInput holds what rules see to the contract: a rule of a user would find
// nothing any more if a field had another name or form.
func TestInput(t *testing.T) {
	facts := seen(t, everything)
	const rye = `{"anchored":true,"concept":"sales","decimals":0,"dimensions":{"bread":"rye"},"entity":"bakery","id":"ledger/rye",
		"intervals":{"rounded":{"lower":[23,2],"lowerOpen":false,"upper":[25,2],"upperOpen":false}},"kind":"quantity",
		"notes":["ledger/notes.1","ledger/notes.9"],"period":"2025-01-01/2025-12-31","printed":"12","qualifiers":[],
		"refs":[{"exists":true,"id":"ledger/notes.1","role":"note"},{"exists":false,"id":"ledger/notes.9","role":"note"}],
		"rounding":"round","source":"ledger","status":"disclosed","unit":"EUR","value":[12,1]}`
	for id, want := range map[string]string{
		"ledger/rye": rye,
		"ledger/wheat": `{"asOf":"2025-06-30","concept":"sales","dimensions":{"bread":"wheat"},"entity":"bakery","id":"ledger/wheat",
			"intervals":{"rounded":{"lower":[8,1],"lowerOpen":false,"upper":null,"upperOpen":true}},"kind":"quantity",
			"period":"2025-01-01/2025-12-31","qualifiers":["atLeast"],"rounding":"round","source":"ledger","status":"disclosed",
			"unit":"EUR","value":[8,1]}`,
		"ledger/grade": `{"concept":"loaves","dimensions":{},"entity":"bakery","id":"ledger/grade","kind":"quantity",
			"period":"2025-01-01/2025-12-31","qualifiers":[],"rounding":"round","source":"ledger","status":"disclosed","text":"A-","unit":"loaf"}`,
		"ledger/gone": `{"concept":"loaves","dimensions":{},"entity":"bakery","id":"ledger/gone","kind":"quantity",
			"period":"2025-01-01/2025-12-31","qualifiers":[],"rounding":"round","source":"ledger","status":"lost","unit":"loaf"}`,
		"ledger/refs.1": `{"accessed":"2025-11-06","id":"ledger/refs.1","kind":"reference","list":"refs","listKind":"references",
			"number":"1","published":"2025-04-01","section":"2","source":"ledger","topics":["bread"],"url":"https://example.org/a"}`,
		"ledger/soon": `{"calls":{"concept":"loaves","dimensions":{"bread":"white"}},"citations":[],"due":"2026-01-01/2026-12-31",
			"entity":"bakery","id":"ledger/soon","kind":"claim","modality":"forecast","office":"bakery",
			"outcome":{"exists":true,"id":"ledger/good","role":"outcome"},
			"refs":[{"exists":true,"id":"ledger/good","role":"outcome"}],"rests":[],"source":"ledger","text":"More bread","topic":"bread"}`,
		"ledger/notes.1": `{"begins":"Based on","form":"note","id":"ledger/notes.1","kind":"reference","list":"notes",
			"listKind":"notes","number":"1","source":"ledger"}`,
		"ledger/opening": `{"date":"2025-03-31","entity":"bakery","id":"ledger/opening","kind":"event","period":"2025-03-31","source":"ledger","type":"opening"}`,
		"ledger/good": `{"citations":[{"list":"refs","marker":"1","ref":"ledger/refs.1"},{"list":"refs","marker":"7","ref":null}],
			"entity":"bakery","id":"ledger/good","kind":"claim","modality":"fact","refs":[{"exists":true,"id":"ledger/rye","role":"rests"}],
			"rests":[{"fact":` + rye + `,"ref":"ledger/rye","role":"rests"}],"section":"2","source":"ledger","text":"Good bread"}`,
	} {
		if got := facts[id]; canonical(t, got) != canonical(t, want) {
			t.Errorf("%s is seen as\n%s\nwant\n%s", id, got, canonical(t, want))
		}
	}
	for id, parts := range map[string][]string{
		"ledger/all": {`"value":[123456789012345678901234567890,1]`},
		"ledger/sum": {
			`"type":"sum"`, `"role":"total"`, `{"ref":"ledger/oats","role":"part","weight":[1,1]}`, `"role":"part","weight":[-1,1]`,
			`"id":"ledger/wheat"`, `{"exists":false,"id":"ledger/oats","role":"part"}`,
		},
		"ledger/bonus.more": {
			`"plan":"ledger/bonus"`, `"metric":"sales"`, `"outcome":"missed"`, `"weight":{`, `"id":"ledger/bonus.more.target"`,
			`"status":"undisclosed"`, `"of":"ledger/bonus.more"`, `"role":"actual"`,
		},
	} {
		for _, part := range parts {
			if !strings.Contains(facts[id], part) {
				t.Errorf("%s lacks %s: %s", id, part, facts[id])
			}
		}
	}
}

func canonical(t *testing.T, text string) string {
	t.Helper()
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %q", err, text)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestRegistry shows the registries to rules, as authored, with defaults, and
// with limits that a rule can compare.
func TestRegistry(t *testing.T) {
	body := `subjects contains input.source if input.source

check contains {"subject": input.source, "verdict": "inconsistent", "evidence": {"params": {
	"sources": json.marshal(data.registry.sources), "entities": json.marshal(data.registry.entities), "concepts": json.marshal(data.registry.concepts),
}}} if {
	input.source
}
`
	c := corpus(t, sales("ledger", 1), "concepts:\n  odd: {labels: {en: Odd}, unit: [EUR, USD], periodType: instant, minimum: 12345678901234567890.10, comment: null, strange: true}\n")
	outcomes, problems := run(t, rules(t, rule("see", "document", "quantity", body)), c, evaluate.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	params := outcomes[0].Checks[0].Evidence.Params
	for name, want := range map[string]string{
		"sources":  `"flyer":{"citationDuty":"ownFigures","kind":"press","language":"en","rounding":"unknown","title":"Flyer"}`,
		"entities": `{"bakery":{"labels":{"en":"The bakery"},"type":"company"}}`,
		"concepts": `"odd":{"comment":null,"labels":{"en":"Odd"},"minimum":[123456789012345678901,10],"periodType":"instant","strange":true,"unit":["EUR","USD"]}`,
	} {
		if !strings.Contains(string(params[name]), want) {
			t.Errorf("%s: %s", name, params[name])
		}
	}
}

// TestEvidence carries a rule's evidence through exactly.
func TestEvidence(t *testing.T) {
	body := `subjects contains f.id if some f in input.facts.quantity

check contains {"subject": f.id, "verdict": "roundingOnly", "evidence": {
	"operands": [{"fact": f.id, "role": "part", "weight": [-2, 3]}],
	"computed": {"value": [123456789012345678901234567891, 7], "interval": {"lower": [1, 3], "upper": [1, 2], "lowerOpen": true, "upperOpen": false}},
	"reported": {"fact": f.id, "interval": {"lower": null, "upper": null, "lowerOpen": true, "upperOpen": true}},
	"deviation": [1, 3], "unit": "EUR", "missing": [{"role": "part", "cause": "lost"}],
	"worlds": {"meets": ["rounded"], "misses": ["truncated"]}, "explanations": [{"en": "E", "ja": "J"}],
	"params": {"n": 12345678901234567890, "s": "3"},
}} if {
	some f in input.facts.quantity
}
`
	outcomes, problems := run(t, rules(t, rule("tell", "fact", "quantity", body)), corpus(t, sales("ledger", 1)), evaluate.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e := outcomes[0].Checks[0].Evidence
	for what, got := range map[string][2]string{
		"weight":    {e.Operands[0].Weight.RatString(), "-2/3"},
		"computed":  {e.Computed.Value.RatString(), "123456789012345678901234567891/7"},
		"interval":  {e.Computed.Interval.Number().String(), "(1/3, 0.5]"},
		"reported":  {e.Reported.Interval.Number().String(), "(−∞, ∞)"},
		"deviation": {e.Deviation.RatString(), "1/3"},
		"integer":   {string(e.Params["n"]), "12345678901234567890"},
		"string":    {string(e.Params["s"]), "3"},
		"cause":     {e.Missing[0].Cause, "lost"},
		"world":     {e.Worlds.Misses[0], "truncated"},
		"ja":        {e.Explanations[0].JA, "J"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %s, want %s", what, got[0], got[1])
		}
	}
}
