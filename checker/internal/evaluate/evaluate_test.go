package evaluate_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
)

// registry describes the bakery of the tests.
const registry = `
sources:
  ledger: {title: Ledger, kind: other, language: en, rounding: round}
  flyer: {title: Flyer, kind: press, language: en}
---
entities:
  bakery: {type: company, labels: {en: The bakery}}
---
concepts:
  sales: {labels: {en: Sales}, unit: EUR, periodType: duration, bounds: [{atMost: takings, necessity: necessary}]}
  takings: {labels: {en: Takings}, unit: EUR, periodType: duration}
  loaves: {labels: {en: Loaves}, unit: loaf, periodType: duration}
`

// corpus builds what the documents say.
func corpus(tb testing.TB, documents ...string) *fact.Corpus {
	tb.Helper()
	fsys := fstest.MapFS{"facts/registry.yaml": {Data: []byte(registry)}}
	for i, d := range documents {
		fsys[fmt.Sprintf("facts/f%d.yaml", i)] = &fstest.MapFile{Data: []byte(d)}
	}
	loaded, err := load.Load(context.Background(), fsys, []string{"facts"})
	if err != nil || len(loaded.Problems) > 0 {
		tb.Fatalf("load: %v %v", loaded.Problems, err)
	}
	c, problems := fact.Build(loaded.Documents, nil, false)
	if len(problems) > 0 {
		tb.Fatalf("build: %+v", problems)
	}
	return c
}

// sales is a document of n quantities, each of another day.
func sales(source string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "source: %s\ndefaults: {entity: bakery, unit: EUR, concept: sales}\nquantities:\n", source)
	for i := range n {
		fmt.Fprintf(&b, "  q%d: {period: 2025, dimensions: {day: d%d}, value: %d}\n", i, i, i)
	}
	return b.String()
}

// rule writes a rule of the family bakery. A line of body is the rule's.
func rule(name, scope, kinds, body string) string {
	group := ""
	if scope == policy.ScopeCorpus {
		group = "\n#   group: {by: [concept, entity, period, unit, dimensions]}"
	}
	return fmt.Sprintf(`# METADATA
# title: T
# description: D
# custom:
#   id: bakery/%s
#   severity: error
#   class: source
#   scope: %s
#   kinds: [%s]%s
#   remediation: {en: r, ja: r}
#   message: {en: m, ja: m}
package tieout.rules.bakery.%s

`, strings.ReplaceAll(name, "_", "-"), scope, kinds, group, name) + body
}

// each is the body of a sound rule: every fact is a subject, those with an odd
// value are inconsistent.
const each = `subjects contains f.id if {
	some kind
	some f in input.facts[kind]
}

odd(f) if f.value[0] in {1, 3, 5, 7, 9}

check contains {"subject": f.id, "verdict": "inconsistent"} if {
	some kind
	some f in input.facts[kind]
	odd(f)
}

check contains {"subject": f.id, "verdict": "consistent"} if {
	input.mode == "audit"
	some kind
	some f in input.facts[kind]
	not odd(f)
}
`

// rules compiles rules; their files are named by their packages.
func rules(tb testing.TB, texts ...string) *policy.Set {
	tb.Helper()
	fsys := fstest.MapFS{}
	for _, text := range texts {
		_, after, _ := strings.Cut(text, "package tieout.rules.bakery.")
		name, _, _ := strings.Cut(after, "\n")
		fsys[name+".rego"] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems, err := policy.Load(policy.Root{Name: "p", FS: fsys})
	if err != nil || len(problems) > 0 {
		tb.Fatalf("policies: %+v (%v)", problems, err)
	}
	return set
}

func run(tb testing.TB, set *policy.Set, c *fact.Corpus, opts evaluate.Options) ([]evaluate.Outcome, []finding.Finding) {
	tb.Helper()
	outcomes, problems, err := evaluate.Run(context.Background(), set, c, opts)
	if err != nil {
		tb.Fatalf("Run: %v", err)
	}
	return outcomes, problems
}

// subjects lists the subjects of checks that are not consistent.
func subjects(o evaluate.Outcome) []string {
	var ids []string
	for _, c := range o.Checks {
		if c.Verdict != finding.Consistent {
			ids = append(ids, c.Subject)
		}
	}
	return ids
}

// TestModes holds both modes to the same population and the same findings.
func TestModes(t *testing.T) {
	set := rules(t, rule("odd", "fact", "quantity", each), rule("whole", "document", "quantity", each))
	c := corpus(t, sales("ledger", 12), sales("flyer", 4))
	plain, problems := run(t, set, c, evaluate.Options{})
	audit, more := run(t, set, c, evaluate.Options{Audit: true})
	if len(problems)+len(more) > 0 {
		t.Fatalf("problems: %v %v", problems, more)
	}
	want := []string{"flyer/q1", "flyer/q3", "ledger/q1", "ledger/q3", "ledger/q5", "ledger/q7", "ledger/q9"}
	for i := range plain {
		if plain[i].Population != 16 || audit[i].Population != 16 || len(audit[i].Checks) != 16 {
			t.Errorf("%s: %d subjects, in audit mode %d with %d checks; want 16", plain[i].Rule.ID, plain[i].Population, audit[i].Population, len(audit[i].Checks))
		}
		if !slices.Equal(subjects(plain[i]), want) || !slices.Equal(subjects(audit[i]), want) {
			t.Errorf("%s: found %v, in audit mode %v", plain[i].Rule.ID, subjects(plain[i]), subjects(audit[i]))
		}
	}
}

// TestChunks splits a source of many facts without losing or doubling any.
func TestChunks(t *testing.T) {
	set := rules(t, rule("odd", "fact", "quantity", each))
	outcomes, problems := run(t, set, corpus(t, sales("ledger", 5001)), evaluate.Options{Audit: true, Workers: 4})
	if len(problems) > 0 || outcomes[0].Population != 5001 || len(outcomes[0].Checks) != 5001 {
		t.Fatalf("%d subjects, %d checks, problems %v", outcomes[0].Population, len(outcomes[0].Checks), problems)
	}
}

// TestKinds shows a rule the facts of its kinds only, whatever other rules read.
func TestKinds(t *testing.T) {
	set := rules(t, rule("all", "fact", "quantity, claim, event", each), rule("claims", "fact", "claim", each))
	c := corpus(t, sales("ledger", 3), "source: flyer\nclaims:\n  good: {text: Good bread, modality: opinion}\n")
	outcomes, problems := run(t, set, c, evaluate.Options{})
	if len(problems) > 0 || outcomes[0].Population != 4 || outcomes[1].Population != 1 {
		t.Errorf("populations %d and %d, want 4 and 1 (%v)", outcomes[0].Population, outcomes[1].Population, problems)
	}
}

// TestWorkers holds the outcome to the same value with any number of workers,
// with rules that fail among them.
func TestWorkers(t *testing.T) {
	set := rules(t,
		rule("odd", "fact", "quantity", each),
		rule("whole", "document", "quantity", each),
		rule("torn", "fact", "quantity", each+"\nx := f.value[0] if some f in input.facts.quantity\n\ncheck contains {\"subject\": \"ledger/q0\", \"verdict\": \"inconsistent\"} if x > 0\n"),
		rule("blind", "fact", "quantity", each+"\ncheck contains \"x\" if input.source == \"flyer\"\n"),
	)
	c := corpus(t, sales("ledger", 4500), sales("flyer", 2100))
	first, problems := run(t, set, c, evaluate.Options{Workers: 1})
	if len(problems) != 2 || len(first) != 2 {
		t.Fatalf("%d outcomes, problems %v; want 2 and 2", len(first), problems)
	}
	for _, workers := range []int{2, 8} {
		again, same := run(t, set, c, evaluate.Options{Workers: workers})
		if !reflect.DeepEqual(first, again) || !reflect.DeepEqual(problems, same) {
			t.Fatalf("%d workers give another outcome", workers)
		}
	}
}

// TestWrongShapes names the rule that breaks the contract, at its place, and
// keeps the results of the others.
func TestWrongShapes(t *testing.T) {
	const all = "subjects contains f.id if some f in input.facts.quantity\n\n"
	check := func(object string) string {
		return all + "check contains " + object + " if some f in input.facts.quantity\n"
	}
	evidence := func(e string) string {
		return check(`{"subject": f.id, "verdict": "inconsistent", "evidence": ` + e + `}`)
	}
	for name, c := range map[string]struct {
		body, want string
		audit      bool
	}{
		"no object":           {body: check(`"x"`), want: "`check` holds a string instead of an object"},
		"no subject":          {body: check(`{"verdict": "inconsistent", "x": f.id}`), want: "`check` has no field \"x\""},
		"empty subject":       {body: check(`{"subject": "", "verdict": "inconsistent", "case": trim(f.id, f.id)}`), want: "names no `subject`"},
		"verdict":             {body: check(`{"subject": f.id, "verdict": "fine"}`), want: `verdict "fine" is not one of`},
		"case":                {body: check(`{"subject": f.id, "verdict": "inconsistent", "case": "odd"}`), want: `METADATA has no case "odd"`},
		"foreign subject":     {body: check(`{"subject": concat("", [f.id, "x"]), "verdict": "inconsistent"}`), want: `"ledger/q0x" is checked, but is not one of the`},
		"twice":               {body: check(`{"subject": f.id, "verdict": v} if some v in ["inconsistent", "undetermined"]; f`) + "", want: ""},
		"subject of no fact":  {body: "subjects contains \"bread\" if input.source\n\ncheck contains {\"subject\": \"bread\", \"verdict\": \"inconsistent\"} if input.source\n", want: `the subject "bread" must be the id of a fact`},
		"subject is a number": {body: "subjects contains 1 if input.source\n\ncheck contains {\"subject\": \"1\", \"verdict\": \"inconsistent\"} if input.source\n", want: "the subject 1 must be"},
		"subject's type":      {body: check(`{"subject": f.value[1], "verdict": "inconsistent"}`), want: "`subject` of `check` cannot be a number"},
		"missing in audit":    {body: check(`{"subject": f.id, "verdict": "inconsistent"} if f.value[0] > 0; f`), want: "", audit: true},
		"evidence field":      {body: evidence(`{"operand": [f.id]}`), want: "`check` has no field \"operand\""},
		"evidence type":       {body: evidence(`{"unit": f.value}`), want: "cannot be a array"},
		"half a rational":     {body: evidence(`{"deviation": [f.value[1]]}`), want: "[1] is not [numerator, denominator]"},
		"broken rational":     {body: evidence(`{"deviation": [f.value[1], 1.5]}`), want: "[1,1.5] is not [numerator, denominator]"},
		"rational of text":    {body: evidence(`{"deviation": [f.id, "1"]}`), want: "is not [numerator, denominator]"},
		"zero below":          {body: evidence(`{"computed": {"value": [f.value[1], 0]}}`), want: "[1,0] is not"},
		"negative deviation":  {body: evidence(`{"deviation": [0 - f.value[1], 2]}`), want: "the deviation -1/2 is below zero"},
		"cause":               {body: evidence(`{"missing": [{"role": "part", "fact": f.id, "cause": "eaten"}]}`), want: `the cause "eaten"`},
		"float param":         {body: evidence(`{"params": {"x": f.value[1] * 1.5}}`), want: "1.5 is neither a string nor an integer"},
		"null param":          {body: evidence(`{"params": {"x": null, "y": f.id}}`), want: "null is neither"},
		"conflict":            {body: each + "\nx := f.value[0] if some f in input.facts.quantity\n\ncheck contains {\"subject\": \"ledger/q0\", \"verdict\": \"undetermined\"} if x > 0\n", want: "produced conflicting values: 0 at"},
		"builtin error":       {body: each + "\ncheck contains {\"subject\": \"ledger/q0\", \"verdict\": \"undetermined\"} if to_number(input.source) > 0\n", want: "to_number"},
	} {
		if c.want == "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			set := rules(t, rule("odd", "fact", "quantity", each), rule("wrong", "fact", "quantity", c.body))
			outcomes, problems := run(t, set, corpus(t, sales("ledger", 3)), evaluate.Options{Audit: c.audit})
			named(t, problems, "bakery/wrong", "p/wrong.rego", c.want)
			if len(outcomes) != 1 || outcomes[0].Rule.ID != "bakery/odd" || outcomes[0].Population != 3 {
				t.Errorf("the sound rule's outcome is lost: %+v", outcomes)
			}
		})
	}
	t.Run("conflict at its place", func(t *testing.T) {
		body := "x := f.id if some f in input.facts.quantity\n\n" + check(`{"subject": f.id, "verdict": x}`)
		_, problems := run(t, rules(t, rule("wrong", "fact", "quantity", body)), corpus(t, sales("ledger", 3)), evaluate.Options{})
		if len(problems) != 1 || problems[0].Location.Start.Line != 14 {
			t.Errorf("want a problem at line 14, got %+v", problems)
		}
	})
	t.Run("twice", func(t *testing.T) {
		body := all + "check contains {\"subject\": f.id, \"verdict\": v} if {\n\tsome f in input.facts.quantity\n\tsome v in [\"inconsistent\", \"undetermined\"]\n}\n"
		_, problems := run(t, rules(t, rule("wrong", "fact", "quantity", body)), corpus(t, sales("ledger", 3)), evaluate.Options{})
		named(t, problems, "bakery/wrong", "p/wrong.rego", `"ledger/q0" is checked twice`)
	})
	t.Run("missing in audit mode", func(t *testing.T) {
		body := all + "check contains {\"subject\": f.id, \"verdict\": \"inconsistent\"} if {\n\tsome f in input.facts.quantity\n\tf.value[0] > 0\n}\n"
		_, problems := run(t, rules(t, rule("wrong", "fact", "quantity", body)), corpus(t, sales("ledger", 3)), evaluate.Options{Audit: true})
		named(t, problems, "bakery/wrong", "p/wrong.rego", "3 subjects, but 2 checks in audit mode")
	})
	t.Run("subjects elsewhere", func(t *testing.T) {
		for scope, want := range map[string]string{"document": "the id of the source", "corpus": "the key of a group"} {
			body := "subjects contains \"bread\" if input.mode\n\ncheck contains {\"subject\": \"bread\", \"verdict\": \"inconsistent\"} if input.mode\n"
			c := corpus(t, sales("ledger", 2), sales("flyer", 2))
			_, problems := run(t, rules(t, rule("wrong", scope, "quantity", body)), c, evaluate.Options{})
			named(t, problems, "bakery/wrong", "p/wrong.rego", want)
		}
	})
}

// named wants exactly one problem, of the rule, in its file.
func named(t *testing.T, problems []finding.Finding, rule, file, want string) {
	t.Helper()
	if len(problems) != 1 {
		t.Fatalf("%d problems: %+v", len(problems), problems)
	}
	f := problems[0]
	if f.Rule != policy.RulePolicy || f.Location.File != file || f.Location.Start.Line < 2 ||
		!strings.Contains(f.Message.EN, "rule "+rule+": ") || !strings.Contains(f.Message.EN, want) || f.Message.JA == "" {
		t.Errorf("want %q at %s, got %s: %s", want, file, f.Location, f.Message.EN)
	}
}

// TestSubjects lets rules on documents and groups answer for what is made of
// their input: a plan's id, a pair of concepts in a group.
func TestSubjects(t *testing.T) {
	document := "subjects contains concat(\"/\", [input.source, \"all\"]) if input.source\n\nsubjects contains input.source if input.source\n\ncheck contains {\"subject\": input.source, \"verdict\": \"inconsistent\"} if input.source\n"
	groups := "subjects contains concat(\"|\", [g.key, \"a≤b\"]) if some g in input.groups\n\nsubjects contains g.key if some g in input.groups\n\ncheck contains {\"subject\": g.key, \"verdict\": \"inconsistent\"} if some g in input.groups\n"
	set := rules(t, rule("document", "document", "quantity", document), rule("groups", "corpus", "quantity", groups))
	outcomes, problems := run(t, set, corpus(t, sales("ledger", 2), sales("flyer", 3)), evaluate.Options{})
	if len(problems) > 0 || outcomes[0].Population != 4 || outcomes[1].Population != 4 {
		t.Fatalf("%+v, problems %v", outcomes, problems)
	}
	if got, want := outcomes[1].Checks[0].Subject, "sales|bakery|2025-01-01/2025-12-31|EUR|day=d0"; got != want {
		t.Errorf("the group's key is %q, want %q", got, want)
	}
}

// TestInnocent refuses no rule that keeps the limits alone, even if several
// together break them.
func TestInnocent(t *testing.T) {
	half := "x := [[a, b] | some a in numbers.range(1, 200); some b in numbers.range(1, 300)]"
	var texts []string
	for i := range 4 {
		texts = append(texts, rule(fmt.Sprintf("half%d", i), "document", "quantity", never(half)))
	}
	limits := evaluate.Limits{Heap: 20 << 20, Time: time.Hour}
	outcomes, problems := run(t, rules(t, texts...), corpus(t, sales("ledger", 3), sales("flyer", 3)), evaluate.Options{Workers: 4, Limits: limits})
	if len(problems) > 0 || len(outcomes) != 4 {
		t.Errorf("%d outcomes, problems %+v", len(outcomes), problems)
	}
	for _, o := range outcomes {
		if o.Population != 6 {
			t.Errorf("%s has %d subjects, want 6", o.Rule.ID, o.Population)
		}
	}
}

// The endless rules: each is stopped by one limit or both.
var endless = map[string]string{
	"range":      "x := [y | some y in numbers.range(1, 100000000000)]",
	"product":    "x := count([1 | some a in numbers.range(1, 3000); some b in numbers.range(1, 3000); some c in numbers.range(1, 3000); a + b == c - 9999999])",
	"collection": "x := [[a, b, c] | some a in numbers.range(1, 3000); some b in numbers.range(1, 3000); some c in numbers.range(1, 3000)]",
	"long step":  "x := a * a if a := bits.lsh(1, 8000000)",
}

func never(definition string) string {
	return definition + "\n\nsubjects contains f.id if some f in input.facts.quantity\n\ncheck contains {\"subject\": f.id, \"verdict\": \"inconsistent\"} if {\n\tsome f in input.facts.quantity\n\tf.id == x\n}\n"
}

// TestEndless stops rules that would take all time or memory, names them, and
// keeps what the others found.
func TestEndless(t *testing.T) {
	for name, definition := range endless {
		for _, limits := range []evaluate.Limits{{Time: 500 * time.Millisecond}, {Heap: 64 << 20, Time: time.Minute}} {
			if limits.Heap > 0 && name != "collection" {
				continue // only this one takes more memory than time
			}
			set := rules(t, rule("never", "fact", "quantity", never(definition)), rule("odd", "fact", "quantity", each))
			peak := watch(t)
			outcomes, problems := run(t, set, corpus(t, sales("ledger", 20), sales("flyer", 4)), evaluate.Options{Workers: 2, Limits: limits})
			named(t, problems, "bakery/never", "p/never.rego", "stopped: it did not come to an end within")
			if len(outcomes) != 1 || outcomes[0].Population != 24 {
				t.Errorf("%s: the sound rule's outcome is lost: %d outcomes", name, len(outcomes))
			}
			if top := peak(); top > 1<<30 {
				t.Errorf("%s: the heap grew to %d MiB", name, top>>20)
			}
		}
	}
}

// watch gives a function that tells how large the heap became until then.
func watch(t *testing.T) func() uint64 {
	t.Helper()
	runtime.GC()
	done, top := make(chan struct{}), make(chan uint64)
	go func() {
		most := uint64(0)
		for {
			sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-done:
				top <- most
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(done); return <-top }
}

// TestCancel ends at once when the caller does not want to wait any longer.
func TestCancel(t *testing.T) {
	for name, definition := range endless {
		set := rules(t, rule("never", "fact", "quantity", never(definition)))
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		_, _, err := evaluate.Run(ctx, set, corpus(t, sales("ledger", 3)), evaluate.Options{Limits: evaluate.Limits{Time: time.Hour, Heap: 1 << 40}})
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPanic survives a call that the engine cannot carry out.
func TestPanic(t *testing.T) {
	set := rules(t, rule("never", "fact", "quantity", never("x := bits.lsh(1, 9000000000000000000)")), rule("odd", "fact", "quantity", each))
	outcomes, problems := run(t, set, corpus(t, sales("ledger", 3)), evaluate.Options{})
	named(t, problems, "bakery/never", "p/never.rego", "")
	if len(outcomes) != 1 {
		t.Errorf("the sound rule's outcome is lost")
	}
}

// TestNothing runs without facts or rules.
func TestNothing(t *testing.T) {
	outcomes, problems := run(t, rules(t, rule("odd", "fact", "quantity", each)), corpus(t), evaluate.Options{})
	if len(outcomes) != 1 || outcomes[0].Population != 0 || len(problems) > 0 {
		t.Errorf("without facts: %+v %v", outcomes, problems)
	}
	outcomes, problems = run(t, &policy.Set{}, corpus(t, sales("ledger", 3)), evaluate.Options{})
	if len(outcomes)+len(problems) > 0 {
		t.Errorf("without rules: %+v %v", outcomes, problems)
	}
}

// BenchmarkRun shows that the cost of a fact does not grow with their number.
func BenchmarkRun(b *testing.B) {
	set := rules(b, rule("odd", "fact", "quantity", each))
	for _, n := range []int{1_000, 10_000, 100_000} {
		c := corpus(b, sales("ledger", n))
		b.Run(fmt.Sprintf("facts=%d", n), func(b *testing.B) {
			for b.Loop() {
				run(b, set, c, evaluate.Options{Workers: 1})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/fact")
		})
	}
}
