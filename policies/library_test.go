// Package policies_test holds the library of rules together: where a rule
// stands, what it says of itself, and that its examples behave under the real
// checker.
package policies_test

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker"
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

func explain(tb testing.TB, folder string) *checker.Explanation {
	tb.Helper()
	e, err := checker.Explain(idOf(folder))
	if err != nil {
		tb.Fatalf("%s: %v", folder, err)
	}
	return e
}

// check runs the real checker over a corpus in memory.
func check(tb testing.TB, facts string, audit bool) *checker.Report {
	tb.Helper()
	r, err := checker.Run(context.Background(), checker.Options{
		FS:   fstest.MapFS{"facts/example.yaml": {Data: []byte(facts)}},
		AsOf: time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC), Audit: audit,
	})
	if err != nil {
		tb.Fatalf("check: %v", err)
	}
	return r
}

// TestFolders holds each rule to its folder: a rule elsewhere, or with a file
// too few, would be found by nobody.
func TestFolders(t *testing.T) {
	want := map[string]bool{}
	for _, folder := range ruleFolders(t) {
		name := path.Base(folder)
		for _, file := range []string{name + ".rego", name + "_test.rego", name + ".yaml"} {
			want[folder+"/"+file] = true
		}
	}
	err := fs.WalkDir(policies.FS, "rules", func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !want[file] {
			t.Errorf("%s is none of a rule's files", file)
		}
		delete(want, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for file := range want {
		t.Errorf("%s is missing", file)
	}
}

// TestIDs holds the rules to the ids that their folders give them.
func TestIDs(t *testing.T) {
	rules, problems, err := checker.Rules()
	if err != nil || len(problems) > 0 {
		t.Fatalf("the rules do not load: %+v (%v)", problems, err)
	}
	var ids []string
	for _, r := range rules {
		if r.Location == "" {
			continue
		}
		ids = append(ids, r.ID)
		if folder := strings.TrimPrefix(path.Dir(r.Location), "policies/"); idOf(folder) != r.ID {
			t.Errorf("%s stands in %s", r.ID, folder)
		}
	}
	slices.Sort(ids)
	if unique := slices.Compact(slices.Clone(ids)); len(unique) != len(ids) || len(ids) != len(ruleFolders(t)) {
		t.Errorf("%d rules, %d ids, %d folders", len(ids), len(unique), len(ruleFolders(t)))
	}
}

// TestMetadata asks of each rule what its readers ask: what it checks, why, by
// what standard, and what to do about a finding, in both languages.
func TestMetadata(t *testing.T) {
	for _, folder := range ruleFolders(t) {
		e := explain(t, folder)
		if e.Title == "" || strings.HasSuffix(e.Title, ".") || len(e.Title) > 80 {
			t.Errorf("%s: the title is one short sentence without a stop: %q", e.ID, e.Title)
		}
		if len(e.Description) < 100 {
			t.Errorf("%s: the description does not explain the rule: %q", e.ID, e.Description)
		}
		if len(e.Related) == 0 {
			t.Errorf("%s names no standard or practice behind it", e.ID)
		}
		for _, link := range e.Related {
			if !strings.HasPrefix(link.Ref, "https://") || link.Description == "" {
				t.Errorf("%s: the resource %q needs an address and a description", e.ID, link.Ref)
			}
		}
		for what, text := range map[string]checker.Text{"message": e.Message, "remediation": e.Remediation} {
			if text.EN == "" || text.JA == "" || text.EN == text.JA {
				t.Errorf("%s: the %s is needed in both languages: %+v", e.ID, what, text)
			}
		}
		for _, c := range e.Cases {
			if c.Message.EN == c.Message.JA || c.Remediation.EN == c.Remediation.JA {
				t.Errorf("%s: case %s is not told in both languages", e.ID, c.Name)
			}
		}
	}
}

// TestExamples runs the examples of each rule: the good ones give no finding
// of it, the bad ones exactly the one that they expect, and their facts have
// the form that the schemas ask for.
func TestExamples(t *testing.T) {
	for _, folder := range ruleFolders(t) {
		e := explain(t, folder)
		titles := map[string]bool{}
		good, bad := 0, 0
		for _, example := range e.Examples {
			t.Run(e.ID+"/"+example.Title, func(t *testing.T) {
				if example.Title == "" || titles[example.Title] {
					t.Errorf("an example needs a title of its own: %q", example.Title)
				}
				titles[example.Title] = true
				for _, audit := range []bool{false, true} {
					behaves(t, e.ID, example, check(t, example.Facts, audit))
				}
			})
			if example.Expect == nil {
				good++
			} else {
				bad++
			}
		}
		if good < 2 || bad < 2 {
			t.Errorf("%s has %d good and %d bad examples; two of each show more than one side", e.ID, good, bad)
		}
	}
}

// behaves holds the report on an example to what the example promises.
func behaves(t *testing.T, rule string, example checker.Example, r *checker.Report) {
	t.Helper()
	var found []checker.Expectation
	for _, f := range r.Findings {
		if f.Rule == rule {
			found = append(found, checker.Expectation{Subject: f.Subject, Verdict: f.Verdict, Case: f.Case})
			told(t, f)
		} else if f.Class == "record" && f.Rule != "register/unused" {
			t.Errorf("the example's record is wrong: %s %s: %s", f.Location, f.Rule, f.Message.EN)
		}
	}
	var want []checker.Expectation
	if example.Expect != nil {
		want = append(want, *example.Expect)
	}
	if !slices.Equal(found, want) {
		t.Errorf("found %+v, want %+v", found, want)
	}
}

// told holds the sentences of a finding to be whole in both languages.
func told(t *testing.T, f checker.Finding) {
	t.Helper()
	for _, text := range []string{f.Message.EN, f.Message.JA, f.Help.EN, f.Help.JA} {
		if text == "" || strings.ContainsAny(text, "—{}") {
			t.Errorf("a place of the message is not filled: %q", text)
		}
	}
}

// TestCases shows each case of each rule in an example.
func TestCases(t *testing.T) {
	for _, folder := range ruleFolders(t) {
		e := explain(t, folder)
		shown := map[string]bool{}
		for _, example := range e.Examples {
			if example.Expect != nil {
				shown[example.Expect.Case] = true
			}
		}
		for _, c := range e.Cases {
			if !shown[c.Name] {
				t.Errorf("%s: no example shows the case %s", e.ID, c.Name)
			}
		}
	}
}

// BenchmarkRules runs a bad example of each rule, copied until it makes a
// thousand and ten thousand facts of the same sources. A rule whose cost per
// fact grows shows here; what reading the facts costs is part of it.
func BenchmarkRules(b *testing.B) {
	for _, folder := range ruleFolders(b) {
		e := explain(b, folder)
		i := slices.IndexFunc(e.Examples, func(x checker.Example) bool { return x.Expect != nil })
		if i < 0 {
			b.Fatalf("%s has no bad example", e.ID)
		}
		single := check(b, e.Examples[i].Facts, false).Summary.Facts
		for _, facts := range []int{1_000, 10_000} {
			corpus := copied(b, e.Examples[i].Facts, facts/single)
			if s := check(b, corpus, false).Summary; s.InputErrors > 0 || s.Facts < facts-single {
				b.Fatalf("%s: the copies are no corpus: %+v", e.ID, s)
			}
			b.Run(fmt.Sprintf("%s/facts=%d", e.ID, facts), func(b *testing.B) {
				for b.Loop() {
					check(b, corpus, false)
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
