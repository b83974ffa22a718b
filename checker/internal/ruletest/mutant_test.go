package ruletest_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/ruletest"
)

const shelf = `package tieout.rules.shop.shelf

subjects contains bread.id if some bread in input.breads

check contains {"subject": bread.id, "verdict": "inconsistent"} if {
	some bread in input.breads
	bread.loaves > 12
}
`

func mutants(t *testing.T, tests string) []ruletest.Mutant {
	t.Helper()
	found, err := ruletest.Mutants(t.Context(), []ruletest.Tree{{Name: "our", Tests: true, FS: fstest.MapFS{
		"rules/shop/shelf/shelf.rego":      {Data: []byte(shelf)},
		"rules/shop/shelf/shelf_test.rego": {Data: []byte(tests)},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Tests that look at both ends of the bound notice every break of the rule.
func TestMutantsOfAWellTestedRule(t *testing.T) {
	found := mutants(t, `package tieout.rules.shop.shelf_test

import data.tieout.rules.shop.shelf

breads(loaves) := {"breads": [{"id": "rye", "loaves": loaves}]}

test_fail_above if {
	shelf.check == {{"subject": "rye", "verdict": "inconsistent"}} with input as breads(13)
}

test_pass_at_the_bound if {
	count(shelf.check) == 0 with input as breads(12)
	shelf.subjects == {"rye"} with input as breads(12)
}
`)
	if len(found) < 6 {
		t.Fatalf("only %d mutants: %+v", len(found), found)
	}
	for _, m := range found {
		if !m.Killed {
			t.Errorf("survives: %+v", m)
		}
	}
}

// A test far from the bound lets the bound move, and the mutant says where.
func TestMutantsOfABadlyTestedRule(t *testing.T) {
	found := mutants(t, `package tieout.rules.shop.shelf_test

import data.tieout.rules.shop.shelf

test_fail_above if {
	count(shelf.check) == 1 with input as {"breads": [{"id": "rye", "loaves": 500}]}
}
`)
	var survivors []string
	for _, m := range found {
		if !m.Killed && m.File == "our/rules/shop/shelf/shelf.rego" && m.Line == 7 {
			survivors = append(survivors, m.Change)
		}
	}
	all := strings.Join(survivors, "; ")
	for _, want := range []string{"gt becomes gte", "12 becomes 13", "drop: bread.loaves > 12"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q does not survive; these do: %s", want, all)
		}
	}
	if strings.Contains(all, "negate") {
		t.Errorf("a negated condition survives: %s", all)
	}
}

// A branch's body that always holds cannot be broken, and a branch is broken
// once however deep it stands.
func TestMutantsOfBranches(t *testing.T) {
	found, err := ruletest.Mutants(t.Context(), []ruletest.Tree{{Name: "our", Tests: true, FS: fstest.MapFS{
		"rules/shop/size/size.rego": {Data: []byte(`package tieout.rules.shop.size

size(bread) := "large" if {
	bread.loaves > 12
} else := "some" if {
	bread.loaves > 3
} else := "few"
`)},
		"rules/shop/size/size_test.rego": {Data: []byte(`package tieout.rules.shop.size_test

import data.tieout.rules.shop.size

test_pass_many if size.size({"loaves": 13}) == "large"
`)},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	times := map[string]int{}
	for _, m := range found {
		times[m.Change]++
	}
	for change, n := range times {
		if strings.Contains(change, "true") || n > 1 {
			t.Errorf("%d times: %s", n, change)
		}
	}
	if times["drop: bread.loaves > 3"] != 1 {
		t.Errorf("the second branch is not broken: %v", times)
	}
}

// What a rule asks for twice is no place to break: leaving one out changes
// nothing. A comprehension goes on without what is missing, so it asks for nothing.
func TestMutantsOfWhatIsAskedForTwice(t *testing.T) {
	found, err := ruletest.Mutants(t.Context(), []ruletest.Tree{{Name: "our", Tests: true, FS: fstest.MapFS{
		"rules/shop/size/size.rego": {Data: []byte(`package tieout.rules.shop.size

name(bread) := bread.name if {
	bread.name
} else := bread.id if {
	bread.id
	bread.id != "none"
} else := [x | x := bread.code] if {
	bread.code
} else := {l | bread.loaves; l := bread.loaves.count}
`)},
		"rules/shop/size/size_test.rego": {Data: []byte(`package tieout.rules.shop.size_test

import data.tieout.rules.shop.size

test_pass_name if size.name({"name": "rye"}) == "rye"
`)},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	var dropped []string
	for _, m := range found {
		if change, ok := strings.CutPrefix(m.Change, "drop: "); ok {
			dropped = append(dropped, change)
		}
	}
	if got, want := strings.Join(dropped, "; "), `bread.id != "none"; bread.code`; got != want {
		t.Errorf("dropped: %s; want: %s", got, want)
	}
}
