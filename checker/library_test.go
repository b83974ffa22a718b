// The tests of this file hold the built-in rules to what is asked of any
// folder of rules: the contract, and examples that behave under the real
// checker.
package checker_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/lint"
	"github.com/tieout/tieout/checker/internal/ruletest"
	"github.com/tieout/tieout/policies"
)

// ruleFolders lists the folders of rules: rules/family/rule-name.
func ruleFolders(tb testing.TB) []string {
	tb.Helper()
	folders, err := fs.Glob(policies.FS, "rules/*/*")
	if err != nil || len(folders) == 0 {
		tb.Fatalf("no rules (%v)", err)
	}
	return folders
}

// idOf gives the id that fits a rule's folder.
func idOf(folder string) string { return strings.TrimPrefix(folder, "rules/") }

// library opens the built-in rules.
func library(tb testing.TB) *checker.Library {
	tb.Helper()
	l, problems, err := checker.OpenLibrary(checker.Options{})
	if err != nil || len(problems) > 0 {
		tb.Fatalf("the rules do not load: %+v (%v)", problems, err)
	}
	return l
}

// explanations gives the rules written in Rego, one a folder.
func explanations(tb testing.TB) []*checker.Explanation {
	tb.Helper()
	l := library(tb)
	var list []*checker.Explanation
	for _, folder := range ruleFolders(tb) {
		e, err := l.Explain(idOf(folder))
		if err != nil {
			tb.Fatalf("%s: %v", folder, err)
		}
		list = append(list, e)
	}
	return list
}

// check runs the real checker over a corpus in memory.
func check(tb testing.TB, facts string) *checker.Report {
	tb.Helper()
	r, err := ruletest.Check(tb.Context(), nil, facts, false)
	if err != nil {
		tb.Fatalf("check: %v", err)
	}
	return r
}

// TestContract holds every rule to what is asked of all: its files, its words
// in both languages, tests and examples of each side, exact arithmetic.
func TestContract(t *testing.T) {
	problems, err := lint.Run(lint.Tree{Name: "policies", FS: os.DirFS("../policies")}, library(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Location, p.Message.EN)
	}
}

// TestExamples runs the examples of each rule under the real checker.
func TestExamples(t *testing.T) {
	l := library(t)
	for _, e := range explanations(t) {
		results, err := ruletest.Examples(t.Context(), l, e)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			for _, problem := range r.Problems {
				t.Errorf("%s: %s: %s", r.Rule, r.Title, problem)
			}
		}
	}
}

// BenchmarkRules runs a bad example of each rule, copied until it makes a
// thousand and ten thousand facts of the same sources. A rule whose cost per
// fact grows shows here; what reading the facts costs is part of it.
func BenchmarkRules(b *testing.B) {
	for _, e := range explanations(b) {
		i := slices.IndexFunc(e.Examples, func(x checker.Example) bool { return x.Expect != nil })
		if i < 0 {
			b.Fatalf("%s has no bad example", e.ID)
		}
		single := check(b, e.Examples[i].Facts).Summary.Facts
		for _, facts := range []int{1_000, 10_000} {
			corpus := copied(b, e.Examples[i].Facts, facts/single)
			if s := check(b, corpus).Summary; s.InputErrors > 0 || s.Facts < facts-single {
				b.Fatalf("%s: the copies are no corpus: %+v", e.ID, s)
			}
			b.Run(fmt.Sprintf("%s/facts=%d", e.ID, facts), func(b *testing.B) {
				for b.Loop() {
					check(b, corpus)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*facts), "ns/fact")
			})
		}
	}
}

// copied gives a corpus with its fact documents n times. The ids of a copy have
// its number, and its figures a dimension of their own, so that the copies
// meet no more than the originals do.
func copied(tb testing.TB, facts string, n int) string {
	tb.Helper()
	var out []string
	for document := range strings.SplitSeq(facts, "\n---\n") {
		var tree map[string]any
		if err := yaml.Unmarshal([]byte(document), &tree); err != nil {
			tb.Fatal(err)
		}
		if tree["source"] == nil {
			out = append(out, document)
			continue
		}
		ids := factIDs(tree)
		for i := range n {
			suffix := fmt.Sprintf("-%d", i)
			again := renamedEntries(tree, ids, suffix)
			defaults, _ := again["defaults"].(map[string]any)
			if defaults == nil {
				defaults = map[string]any{}
			}
			defaults["dimensions"] = map[string]any{"copy": "c" + suffix}
			again["defaults"] = defaults
			text, err := yaml.Marshal(again)
			if err != nil {
				tb.Fatal(err)
			}
			out = append(out, string(text))
		}
	}
	return strings.Join(out, "\n---\n")
}

// factIDs gives the ids of the facts of a document.
func factIDs(tree map[string]any) map[string]bool {
	ids := map[string]bool{}
	for section, entries := range tree {
		m, ok := entries.(map[string]any)
		if !ok || section == "defaults" {
			continue
		}
		for id := range m {
			ids[id] = true
		}
	}
	return ids
}

// renamedEntries copies a document with a suffix on the id of each entry, and
// on every reference to it. Other keys are the names of fields.
func renamedEntries(tree map[string]any, ids map[string]bool, suffix string) map[string]any {
	again := map[string]any{}
	for section, entries := range tree {
		m, ok := entries.(map[string]any)
		switch {
		case section == "source":
			again[section] = entries
			continue
		case !ok || section == "defaults":
			again[section] = renamed(entries, ids, suffix)
			continue
		}
		copies := map[string]any{}
		for id, entry := range m {
			copies[id+suffix] = renamed(entry, ids, suffix)
		}
		again[section] = copies
	}
	return again
}

// renamed copies a value with a suffix on every id that it names.
func renamed(tree any, ids map[string]bool, suffix string) any {
	rename := func(text string) string {
		source, id, across := strings.Cut(text, "/")
		if !across {
			source, id = "", text
		}
		head, rest, dotted := strings.Cut(id, ".")
		if !ids[head] {
			return text
		}
		id = head + suffix
		if dotted {
			id += "." + rest
		}
		if across {
			id = source + "/" + id
		}
		return id
	}
	switch x := tree.(type) {
	case map[string]any:
		m := map[string]any{}
		for k, v := range x {
			switch k {
			case "concept", "metric", "entity", "text", "label", "dimensions", "unit":
				m[k] = v
			default:
				m[k] = renamed(v, ids, suffix)
			}
		}
		return m
	case map[any]any: // numbered entries
		m := map[any]any{}
		for k, v := range x {
			m[k] = renamed(v, ids, suffix)
		}
		return m
	case []any:
		list := make([]any, len(x))
		for i, v := range x {
			list[i] = renamed(v, ids, suffix)
		}
		return list
	case time.Time: // a date, as this YAML library reads it
		return x.Format(time.DateOnly)
	case string:
		return rename(x)
	}
	return tree
}
