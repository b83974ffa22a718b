package evaluate_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/progress"
)

// full is the body of a sound rule whose evidence has every field.
const full = `subjects contains f.id if some f in input.facts.quantity

check contains {"subject": f.id, "verdict": "roundingOnly", "evidence": {
	"operands": [{"fact": f.id, "role": "part", "weight": [-1, 3]}],
	"computed": {"value": [123456789012345678901234567890, 7], "interval": {"lower": [1, 2], "upper": null, "lowerOpen": true, "upperOpen": true}},
	"reported": {"fact": f.id}, "deviation": [1, 3], "unit": "EUR",
	"missing": [{"role": "part", "fact": f.id, "cause": "lost"}],
	"worlds": {"meets": ["rounded"], "misses": []},
	"explanations": [{"en": "e", "ja": "j"}], "params": {"n": 12, "s": "12"},
}} if some f in input.facts.quantity
`

// stored is the options of a run with a cache.
func stored(c *cache.Cache) evaluate.Options {
	return evaluate.Options{Audit: true, Workers: 2, Cache: c, Program: "test"}
}

// TestMemory gives the results of units again, the same down to the evidence,
// without the policies.
func TestMemory(t *testing.T) {
	set := rules(t, rule("odd", "fact", "quantity", each), rule("full", "document", "quantity", full))
	c := corpus(t, sales("ledger", 12), sales("flyer", 4))
	store := cache.Open(t.TempDir())
	want, _ := run(t, set, c, evaluate.Options{Audit: true})
	for _, how := range []string{"at first", "again"} {
		if got, _ := run(t, set, c, stored(store)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v\nwant %+v", how, got, want)
		}
	}
	// Without a compiler, nothing can be evaluated.
	known := &policy.Set{Rules: set.Rules, Digest: set.Digest}
	if got, problems := run(t, known, c, stored(store)); !reflect.DeepEqual(got, want) || len(problems) > 0 {
		t.Errorf("from the cache alone: %+v %v\nwant %+v", got, problems, want)
	}
	// One unit changes; the other is still known.
	edited := corpus(t, sales("ledger", 12), sales("flyer", 5))
	want, _ = run(t, set, edited, evaluate.Options{Audit: true})
	if got, _ := run(t, set, edited, stored(store)); !reflect.DeepEqual(got, want) {
		t.Errorf("after an edit: %+v\nwant %+v", got, want)
	}
}

// Who stops a long run has not waited in vain: the next one goes on from what it
// has kept, be it the first of all.
func TestMemoryOfStoppedRun(t *testing.T) {
	set := rules(t, rule("odd", "fact", "quantity", each))
	c := corpus(t, sales("flyer", 4), sales("ledger", 12))
	store := cache.Open(t.TempDir())
	ctx, stop := context.WithCancel(t.Context())
	opts := stored(store)
	opts.Workers = 1
	watched := progress.With(ctx, 1, func(progress.State) { stop() })
	if _, _, err := evaluate.Run(watched, set, c, opts); !errors.Is(err, context.Canceled) {
		t.Fatalf("the run ended with %v", err)
	}
	known := &policy.Set{Rules: set.Rules, Digest: set.Digest}
	first := corpus(t, sales("flyer", 4))
	want, _ := run(t, set, first, evaluate.Options{Audit: true})
	if got, problems := run(t, known, first, stored(store)); !reflect.DeepEqual(got, want) || len(problems) > 0 {
		t.Errorf("from what the stopped run kept: %+v %v\nwant %+v", got, problems, want)
	}
}

// TestMemoryApart keeps apart what rests on something else: other policies,
// another mode, another program, other limits.
func TestMemoryApart(t *testing.T) {
	set := rules(t, rule("odd", "fact", "quantity", each))
	c := corpus(t, sales("ledger", 12))
	store := cache.Open(t.TempDir())
	run(t, set, c, stored(store))
	entries, _, err := store.Size()
	if err != nil || entries != 2 {
		t.Fatalf("%d entries (%v)", entries, err)
	}
	other := *set
	other.Digest = "other"
	for what, try := range map[string]func(){
		"policies": func() { run(t, &other, c, stored(store)) },
		"mode":     func() { o := stored(store); o.Audit = false; run(t, set, c, o) },
		"program":  func() { o := stored(store); o.Program = "other"; run(t, set, c, o) },
		"limits":   func() { o := stored(store); o.Limits.Time = time.Minute; run(t, set, c, o) },
		"registry": func() {
			run(t, set, corpus(t, sales("ledger", 12), "entities: {shop: {type: company, labels: {en: S}}}"), stored(store))
		},
	} {
		try()
		now, _, err := store.Size()
		if err != nil || now != entries+2 {
			t.Errorf("%s: %d entries after %d (%v)", what, now, entries, err)
		}
		entries = now
	}
}

// TestMemoryOfFaults keeps nothing of a unit in which a rule fails: it must be
// told each time.
func TestMemoryOfFaults(t *testing.T) {
	set := rules(t, rule("odd", "fact", "quantity", each), rule("wrong", "fact", "quantity", "subjects contains 1\n\ncheck contains 1\n"))
	c := corpus(t, sales("ledger", 3))
	store := cache.Open(t.TempDir())
	var first []finding.Finding
	for i := range 2 {
		outcomes, problems := run(t, set, c, stored(store))
		if len(outcomes) != 1 || len(problems) != 1 {
			t.Fatalf("run %d: %d outcomes, problems %v", i, len(outcomes), problems)
		}
		if i == 1 && !reflect.DeepEqual(problems, first) {
			t.Errorf("%v, then %v", first, problems)
		}
		first = problems
	}
	if entries, _, _ := store.Size(); entries != 0 {
		t.Errorf("%d entries are kept", entries)
	}
}
