package evaluate_test

import (
	"context"
	"io/fs"
	"os"
	"reflect"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/policies"
)

// corpora are the repository's own facts and the examples of all rules.
func corpora(t *testing.T) map[string]*fact.Corpus {
	t.Helper()
	trees := map[string]fs.FS{"the repository": os.DirFS("../../..")}
	files, err := fs.Glob(policies.FS, "rules/*/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples (%v)", err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(policies.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		var list struct {
			Good, Bad []struct{ Title, Facts string }
		}
		if err := yaml.Unmarshal(data, &list); err != nil {
			t.Fatal(err)
		}
		for _, example := range append(list.Good, list.Bad...) {
			trees[file+": "+example.Title] = fstest.MapFS{"facts/x.yaml": {Data: []byte(example.Facts)}}
		}
	}
	corpora := map[string]*fact.Corpus{}
	for name, tree := range trees {
		loaded, err := load.Load(context.Background(), tree, []string{"facts"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		corpora[name], _ = fact.Build(loaded.Documents, nil, loaded.Incomplete())
	}
	return corpora
}

// TestWhere holds the rules to their promise: the facts that their METADATA
// leaves out change nothing. A rule that breaks it would overlook findings.
func TestWhere(t *testing.T) {
	keepsPromise(t, "where", func(r *policy.Rule) bool {
		narrows := len(r.Where) > 0
		r.Where = nil
		return narrows
	})
}

// TestFields does so for the fields that it leaves out.
func TestFields(t *testing.T) {
	keepsPromise(t, "fields", func(r *policy.Rule) bool {
		narrows := len(r.Fields) > 0
		r.Fields = nil
		return narrows
	})
}

// keepsPromise runs each rule as it is and without the promise that broken takes
// back, which also tells whether there is one. Alone: a rule may be handed what
// another one has asked for.
func keepsPromise(t *testing.T, promise string, broken func(*policy.Rule) bool) {
	t.Helper()
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS})
	if err != nil || len(problems) > 0 {
		t.Fatalf("policies: %v (%v)", problems, err)
	}
	corpora := corpora(t)
	tried := 0
	for _, r := range set.Rules {
		wide := *r
		if !broken(&wide) {
			continue
		}
		tried++
		narrowed, whole := *set, *set
		narrowed.Rules, whole.Rules = []*policy.Rule{r}, []*policy.Rule{&wide}
		for name, c := range corpora {
			for _, audit := range []bool{false, true} {
				got, _ := run(t, &narrowed, c, evaluate.Options{Audit: audit})
				want, _ := run(t, &whole, c, evaluate.Options{Audit: audit})
				if got[0].Population != want[0].Population || !reflect.DeepEqual(got[0].Checks, want[0].Checks) {
					t.Errorf("%s: %s sees %d subjects and %d checks; without `%s` %d and %d",
						name, r.ID, got[0].Population, len(got[0].Checks), promise, want[0].Population, len(want[0].Checks))
				}
			}
		}
	}
	if tried == 0 {
		t.Errorf("no rule has `%s`", promise)
	}
}
