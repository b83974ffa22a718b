package evaluate_test

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/policies"
)

// The sizes of the corpora, in facts, that the costs of rules are compared at,
// and how many times the cost at the smaller that at the larger may be.
const (
	few, many = 30, 300
	steepest  = 12
)

// TestScaling counts the steps that each rule takes over documents grown from
// each of its examples: ten times the facts may take little more than ten
// times the steps. A rule that looks through all facts for each of them takes a
// hundred times as many, and stops at its limits where others take a second.
func TestScaling(t *testing.T) {
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS, Tested: true})
	if err != nil || len(problems) > 0 {
		t.Fatalf("policies: %v (%v)", problems, err)
	}
	if err := set.Whole(); err != nil {
		t.Fatal(err)
	}
	for _, rule := range set.Rules {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			scales(t, set, rule)
		})
	}
}

// scales holds one rule to its cost.
func scales(t *testing.T, set *policy.Set, rule *policy.Rule) {
	grew := false
	for title, facts := range examples(t, rule) {
		for shape, grow := range shapes {
			if shape == "alike" && rule.Scope != policy.ScopeCorpus {
				continue // the rule does not look for figures that are alike
			}
			small, large := built(t, facts, grow, few), built(t, facts, grow, many)
			before, after := steps(t, set, rule, small), steps(t, set, rule, large)
			n := float64(large.Len()) / float64(small.Len())
			if float64(after)*10 > float64(before)*n*steepest {
				t.Errorf("%s, %s: %d steps for %d facts, %d for %d", title, shape, before, small.Len(), after, large.Len())
			}
			grew = grew || after > 4*before
		}
	}
	if !grew {
		t.Error("no example gives the rule more to do as it grows")
	}
}

func steps(t *testing.T, set *policy.Set, rule *policy.Rule, c *fact.Corpus) int {
	t.Helper()
	n, err := evaluate.Steps(t.Context(), set, rule, c)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// examples gives the examples of a rule by title.
func examples(t *testing.T, rule *policy.Rule) map[string]string {
	t.Helper()
	file := strings.TrimPrefix(strings.TrimSuffix(rule.Location, ".rego")+".yaml", "policies/")
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
	all := map[string]string{}
	for _, x := range append(list.Good, list.Bad...) {
		all[x.Title] = x.Facts
	}
	return all
}

// built makes a corpus of about n facts of an example.
func built(t *testing.T, example string, grow growth, n int) *fact.Corpus {
	t.Helper()
	single := loaded(t, example).Len()
	return loaded(t, grown(t, example, grow, max(n/single, 1)))
}

func loaded(t *testing.T, facts string) *fact.Corpus {
	t.Helper()
	read, err := load.Load(t.Context(), fstest.MapFS{"facts/x.yaml": {Data: []byte(facts)}}, []string{"facts"})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := fact.Build(read.Documents, nil, read.Incomplete())
	return c
}

// growth tells how the entries of a document become many: each for itself, with
// figures that compare with none but their own; alike, so that all figures
// compare with all; or wide, so that a list, a plan or a total has many members.
type growth struct{ apart, wide bool }

var shapes = map[string]growth{"apart": {apart: true}, "alike": {}, "wide": {wide: true}}

// grown gives the documents of an example with their entries n times.
func grown(t *testing.T, facts string, grow growth, n int) string {
	t.Helper()
	var out []string
	for document := range strings.SplitSeq(facts, "\n---\n") {
		var tree map[string]any
		if err := yaml.Unmarshal([]byte(document), &tree); err != nil {
			t.Fatal(err)
		}
		if tree["source"] != nil {
			out = append(out, grow.document(t, tree, n)...)
		} else {
			out = append(out, document)
		}
	}
	return strings.Join(out, "\n---\n")
}

// document gives the copies of a document of facts.
func (g growth) document(t *testing.T, tree map[string]any, n int) []string {
	t.Helper()
	var out []string
	add := func(x map[string]any) {
		text, err := yaml.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	if g.wide {
		add(widened(tree, n))
		return out
	}
	ids := map[string]bool{}
	for _, section := range sections {
		for _, id := range keys(tree[section]) {
			ids[id] = true
		}
	}
	for i := range n {
		suffix := fmt.Sprintf("-%d", i)
		again := map[string]any{}
		for key, value := range tree {
			again[key] = renamed(value, ids, suffix)
			if entries, ok := value.(map[string]any); ok && slices.Contains(sections, key) {
				copies := map[string]any{}
				for id, entry := range entries {
					copies[id+suffix] = renamed(entry, ids, suffix)
				}
				again[key] = copies
			}
		}
		if g.apart {
			defaults, _ := again["defaults"].(map[string]any)
			defaults = maps.Clone(defaults)
			if defaults == nil {
				defaults = map[string]any{}
			}
			dimensions := map[string]any{"copy": "c" + suffix}
			if set, ok := defaults["dimensions"].(map[string]any); ok {
				maps.Copy(dimensions, set)
			}
			defaults["dimensions"] = dimensions
			again["defaults"] = defaults
		}
		add(again)
	}
	return out
}

// sections are the parts of a document that hold entries by id.
var sections = []string{"quantities", "tables", "relations", "plans", "claims", "references", "events"}

// inner are the fields in which an entry holds others.
var inner = []string{"measures", "entries", "rows", "parts", "among", "items", "facts", "factors", "citations", "rests", "notes"}

// widened copies a document with n of everything: single entries under further
// ids, and the members of lists, plans and totals beside them.
func widened(tree map[string]any, n int) map[string]any {
	again := maps.Clone(tree)
	for _, section := range sections {
		entries, ok := tree[section].(map[string]any)
		if !ok {
			continue
		}
		copies := map[string]any{}
		for id, entry := range entries {
			copies[id] = wide(entry, n)
			for i := 1; i < n && (section == "quantities" || section == "claims" || section == "events"); i++ {
				copies[fmt.Sprintf("%s-%d", id, i)] = entry
			}
		}
		again[section] = copies
	}
	return again
}

// wide gives a value with the members of inner fields n times.
func wide(value any, n int) any {
	entry, ok := value.(map[string]any)
	if !ok {
		return value
	}
	again := map[string]any{}
	for key, value := range entry {
		switch list := value.(type) {
		case []any:
			if slices.Contains(inner, key) {
				value = slices.Repeat(list, n)
			}
		case map[string]any:
			value = wide(value, n)
			if slices.Contains(inner, key) {
				copies := map[string]any{}
				for id, member := range list {
					copies[id] = member
					for i := 1; i < n; i++ {
						copies[fmt.Sprintf("%s-%d", id, i)] = member
					}
				}
				value = copies
			}
		case map[any]any: // numbered
			copies := map[any]any{}
			for number, member := range list {
				copies[number] = member
				for i := 1; i < n; i++ {
					if at, ok := number.(int); ok {
						copies[at+i*len(list)] = member
					}
				}
			}
			value = copies
		}
		again[key] = value
	}
	return again
}

func keys(section any) []string {
	m, _ := section.(map[string]any)
	return slices.Sorted(maps.Keys(m))
}

// renamed copies a value with a suffix on every id that it names.
func renamed(tree any, ids map[string]bool, suffix string) any {
	switch x := tree.(type) {
	case map[string]any:
		m := map[string]any{}
		for k, v := range x {
			switch k {
			case "concept", "metric", "entity", "text", "label", "dimensions", "unit", "topic":
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
		source, id, across := strings.Cut(x, "/")
		if !across {
			source, id = "", x
		}
		head, rest, dotted := strings.Cut(id, ".")
		if !ids[head] {
			return x
		}
		if id = head + suffix; dotted {
			id += "." + rest
		}
		return path.Join(source, id)
	}
	return tree
}
