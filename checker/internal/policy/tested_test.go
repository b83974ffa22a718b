package policy_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/policies"
)

// shipped loads the built-in policies, as the command does or in full.
func shipped(t *testing.T, tested bool) *policy.Set {
	t.Helper()
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS, Tested: tested})
	if err != nil || len(problems) > 0 {
		t.Fatalf("problems %v, error %v", problems, err)
	}
	return set
}

// TestTested holds what is compiled on demand, without checks, to what a full
// compilation makes of the same policies: a rule that leans on the compiler to
// put its conditions into order would otherwise fail, or fail to find, at users
// only. Write the conditions in the order in which they can be evaluated.
func TestTested(t *testing.T) {
	full, short := shipped(t, false), shipped(t, true)
	if full.Digest != short.Digest || len(full.Rules) != len(short.Rules) {
		t.Fatalf("%d rules of digest %s, in full %d of %s", len(short.Rules), short.Digest, len(full.Rules), full.Digest)
	}
	for i, r := range full.Rules {
		if got := short.Rules[i]; !reflect.DeepEqual(got.Rule, r.Rule) || !reflect.DeepEqual(got.Cases, r.Cases) || !reflect.DeepEqual(got.Where, r.Where) ||
			!got.Package.Equal(r.Package) || got.At.Row != r.At.Row || got.At.File != r.At.File {
			t.Errorf("%s: read as %+v, in full %+v", r.ID, got, r)
		}
	}
	want, err := full.Compile(full.Rules)
	if err != nil {
		t.Fatal(err)
	}
	got, err := short.Compile(short.Rules)
	if err != nil {
		t.Fatal(err)
	}
	for file, m := range want.Modules {
		if got.Modules[file] == nil {
			t.Logf("%s is leaned on by no rule", file)
			continue
		}
		if g, w := rules(got.Modules[file]), rules(m); g != w {
			t.Errorf("%s is compiled to\n%s\nbut in full to\n%s", file, g, w)
		}
	}
}

// rules writes out a compiled module, without its METADATA.
func rules(m *ast.Module) string {
	return regexp.MustCompile(`(?m)^#.*\n`).ReplaceAllString(m.String(), "")
}

// TestAlone compiles each rule for itself: all that it leans on must come
// along.
func TestAlone(t *testing.T) {
	set := shipped(t, true)
	for _, r := range set.Rules {
		c, err := set.Compile([]*policy.Rule{r})
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
			continue
		}
		if missing := policy.Unresolved(c); len(missing) > 0 {
			t.Errorf("%s: %v", r.ID, missing)
		}
	}
}

// TestUntested loads a root in full if its files are not what tests can have
// seen, so that its problems are told.
func TestUntested(t *testing.T) {
	for name, text := range map[string]string{
		"without METADATA": "package tieout.rules.bakery.loaves\n\nsubjects contains 1\n\ncheck contains 1\n",
		"without package":  "# nothing\n",
	} {
		_, problems, err := policy.Load(policy.Root{Name: "p", FS: fstest.MapFS{"x.rego": {Data: []byte(text)}}, Tested: true})
		if err != nil || len(problems) != 1 {
			t.Errorf("%s: problems %v, error %v", name, problems, err)
		}
	}
}

// TestWhere refuses what cannot narrow a rule: it would be read as a promise
// that nobody keeps.
func TestWhere(t *testing.T) {
	judged(t, "where", map[string]string{
		"{quantity.role: [total]}":    "",
		"{quantity.refs: [any]}":      "",
		"{quantity.colour: [red]}":    `METADATA: where: "quantity.colour" is not one of`,
		"{relation.type: [sum]}":      "METADATA: `where` names relation.type, but the rule does not read the kind relation",
		"{quantity.role: []}":         "METADATA: `where`: quantity.role needs a list of values",
		"{quantity.refs: [operands]}": "METADATA: `where`: quantity.refs needs a list of values, or [any]",
	})
}

// TestFields refuses fields that no fact has: a rule that reads one would see
// nothing there, and say nothing.
func TestFields(t *testing.T) {
	judged(t, "fields", map[string]string{
		"{quantity: [id, value]}": "",
		"{claim: [text]}":         "",
		"{quantity: [colour]}":    `METADATA: fields: "colour" is not one of anchored, asOf,`,
		"{loaf: [id]}":            `METADATA: fields: "loaf" is not one of quantity, relation,`,
		"{quantity: []}":          "METADATA: `fields`: quantity needs a list of fields",
	})
}

// judged loads a rule on quantities with each of the values in a field of
// METADATA, and wants its problem; "" means none.
func judged(t *testing.T, field string, values map[string]string) {
	t.Helper()
	for value, want := range values {
		_, problems := load(t, map[string]string{"x.rego": replaced("kinds: [quantity]", "kinds: [quantity]\n#   "+field+": "+value)})
		switch {
		case want == "" && len(problems) > 0:
			t.Errorf("%s: %s", value, told(problems))
		case want != "" && (len(problems) != 1 || !strings.HasPrefix(problems[0].Message.EN, want)):
			t.Errorf("%s: %s; want %s", value, told(problems), want)
		}
	}
}

// TestRewrites compiles a tested policy whose words need rewriting like any
// other.
func TestRewrites(t *testing.T) {
	for what, line := range map[string]string{
		"a template": "	f.id == $\"{input.source}/a\"", "a replaced input": "	odd with input as {\"x\": 1}", "a message": "	print(\"seen\", f)", "none": "	f.id",
	} {
		text := strings.Replace(good, "subjects contains fact.id", "odd if input.x == 1\n\n# print( and with and $\" in a comment\nlarge contains f.id if {\n	some f in input.facts.quantity\n"+line+"\n}\n\nsubjects contains fact.id", 1)
		fsys := fstest.MapFS{"x.rego": {Data: []byte(text)}}
		var compiled [2]string
		for i, tested := range []bool{false, true} {
			set, problems, err := policy.Load(policy.Root{Name: "p", FS: fsys, Tested: tested})
			if err != nil || len(problems) > 0 {
				t.Fatalf("%s: problems %v, error %v", what, problems, err)
			}
			c, err := set.Compile(set.Rules)
			if err != nil {
				t.Fatal(err)
			}
			compiled[i] = rules(c.Modules["p/x.rego"])
		}
		if compiled[0] != compiled[1] {
			t.Errorf("%s is compiled to\n%s\nbut in full to\n%s", what, compiled[1], compiled[0])
		}
	}
}
