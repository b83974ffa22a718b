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
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS})
	if err != nil || len(problems) > 0 {
		t.Fatalf("policies: %v (%v)", problems, err)
	}
	narrowed, whole := *set, *set
	narrowed.Rules, whole.Rules = nil, nil
	for _, r := range set.Rules {
		if len(r.Where) > 0 {
			wide := *r
			wide.Where = nil
			narrowed.Rules, whole.Rules = append(narrowed.Rules, r), append(whole.Rules, &wide)
		}
	}
	for name, c := range corpora(t) {
		for _, audit := range []bool{false, true} {
			got, _ := run(t, &narrowed, c, evaluate.Options{Audit: audit})
			want, _ := run(t, &whole, c, evaluate.Options{Audit: audit})
			for i := range want {
				if got[i].Population != want[i].Population || !reflect.DeepEqual(got[i].Checks, want[i].Checks) {
					t.Errorf("%s: %s sees %d subjects and %d checks; without `where` %d and %d",
						name, got[i].Rule.ID, got[i].Population, len(got[i].Checks), want[i].Population, len(want[i].Checks))
				}
			}
		}
	}
}
