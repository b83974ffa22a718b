package policy_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/policies"
)

// good is a rule that loads.
const good = `# METADATA
# title: Loaves are counted
# description: Every batch has a number of loaves.
# related_resources:
#   - ref: https://example.org/baking
#     description: The bakers' handbook
# custom:
#   id: bakery/loaves
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [quantity]
#   remediation: {en: Count again., ja: 数え直してください。}
#   message: {en: "{loaf.printed} is off by {deviation}", ja: "{loaf.printed}は{deviation}違います"}
#   cases:
#     stale: {severity: note, message: {en: stale, ja: 古い}}
package tieout.rules.bakery.loaves

subjects contains fact.id if some fact in input.facts.quantity

check contains {"subject": fact.id, "verdict": "inconsistent"} if some fact in input.facts.quantity
`

// load loads files as one root, behind the built-in policies.
func load(t *testing.T, files map[string]string) (*policy.Set, []finding.Finding) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS}, policy.Root{Name: "mine", FS: fsys})
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	return set, problems
}

func ids(set *policy.Set) []string {
	var ids []string
	for _, r := range set.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// TestLoad holds a rule to what its METADATA says: users read it in reports and
// in `tieout rules`.
func TestLoad(t *testing.T) {
	set, problems := load(t, map[string]string{"loaves/loaves.rego": good, "loaves/loaves_test.rego": "broken {", "README.md": "x"})
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	i := slices.IndexFunc(set.Rules, func(r *policy.Rule) bool { return r.ID == "bakery/loaves" })
	if i < 0 {
		t.Fatalf("the rule is not among %v", ids(set))
	}
	r := set.Rules[i]
	if r.Title != "Loaves are counted" || r.Scope != policy.ScopeFact || r.Location != "mine/loaves/loaves.rego" ||
		len(r.Related) != 1 || r.Related[0].Ref != "https://example.org/baking" || r.Remediation.JA == "" {
		t.Errorf("METADATA is not read whole: %+v", r.Rule)
	}
	if w, ok := r.WordingOf("stale"); !ok || w.Severity != finding.Note || w.Class != finding.Source || w.Message.JA != "古い" || w.Remediation.EN != "Count again." {
		t.Errorf("a case does not inherit what it leaves out: %+v", w)
	}
	if w, ok := r.WordingOf(""); !ok || w.Severity != finding.Warning {
		t.Errorf("the rule's own wording is lost: %+v", w)
	}
	if _, ok := r.WordingOf("fresh"); ok {
		t.Error("a case that METADATA lacks has a wording")
	}
	if !slices.IsSorted(ids(set)) {
		t.Errorf("the rules are not in order: %v", ids(set))
	}
}

// TestBuiltIn loads the policies that are shipped: without a problem, each
// rule grouped as it says.
func TestBuiltIn(t *testing.T) {
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS})
	if err != nil || len(problems) > 0 || len(set.Rules) == 0 {
		t.Fatalf("%d rules, problems %v, error %v", len(set.Rules), problems, err)
	}
	keys := map[string]string{}
	for _, r := range set.Rules {
		if (r.Group != nil) != (r.Scope == policy.ScopeCorpus) {
			t.Errorf("%s: scope %s, group %v", r.ID, r.Scope, r.Group)
		}
		if r.Group != nil && keys[r.Group.Key()] != "" {
			t.Logf("%s and %s share their groups", r.ID, keys[r.Group.Key()])
		}
	}
	again, _, err := policy.Load(policy.Root{Name: "elsewhere", FS: policies.FS})
	if err != nil || again.Digest != set.Digest {
		t.Errorf("the same policies in another folder have another digest (%v)", err)
	}
	if digest := policy.Digest(policy.Root{Name: "policies", FS: policies.FS}); digest != set.Digest {
		t.Errorf("the digest alone is %s, that of the set %s", digest, set.Digest)
	}
}

// replaced gives the good rule with a change.
func replaced(old, text string) string {
	if !strings.Contains(good, old) {
		panic("no such text: " + old)
	}
	return strings.Replace(good, old, text, 1)
}

// TestRefused lists what an author can get wrong: each is named at its line,
// and every other rule still loads.
func TestRefused(t *testing.T) {
	group := "kinds: [quantity]\n#   group: "
	for name, c := range map[string]struct {
		text string
		line int
		want string
	}{
		"no METADATA":           {good[strings.Index(good, "package"):], 1, "no METADATA"},
		"unknown field":         {replaced("# title:", "# titel: x\n# title:"), 2, "no field `titel`"},
		"unknown custom field":  {replaced("#   class:", "#   colour: red\n#   class:"), 10, "no field `colour`"},
		"field of another type": {replaced("severity: warning", "severity: 3"), 9, "`severity` cannot be a number"},
		"text without language": {replaced("{en: Count again., ja: 数え直してください。}", "Count again."), 13, "`remediation` cannot be a string"},
		"no title":              {replaced("# title: Loaves are counted\n", ""), 1, "`title` is needed"},
		"no description":        {replaced("# description: Every batch has a number of loaves.\n", ""), 1, "`description` is needed"},
		"severity":              {replaced("severity: warning", "severity: fatal"), 9, `"fatal" is not one of error, warning, note`},
		"class":                 {replaced("class: source", "class: mine"), 10, `"mine" is not one of record, source, gap`},
		"scope":                 {replaced("scope: fact", "scope: all"), 11, `"all" is not one of fact, document, corpus`},
		"no kinds":              {replaced("kinds: [quantity]", "kinds: []"), 1, "`kinds` is needed"},
		"kind":                  {replaced("kinds: [quantity]", "kinds: [bread]"), 12, `"bread" is not one of quantity`},
		"id":                    {replaced("id: bakery/loaves", "id: bakery/rolls"), 8, "write `id: bakery/loaves`"},
		"package of three":      {replaced("bakery.loaves", "bakery.loaves.rye"), 17, "tieout.rules.<family>.<rule_name>"},
		"id of a form check":    {strings.Replace(replaced("id: bakery/loaves", "id: record/loaves"), "bakery.loaves", "record.loaves", 1), 8, "built-in check"},
		"id of the decisions":   {strings.Replace(replaced("id: bakery/loaves", "id: register/disposition"), "bakery.loaves", "register.disposition", 1), 8, "built-in check"},
		"no Japanese":           {replaced(", ja: 数え直してください。", ""), 13, "remediation is needed in `en` and `ja`"},
		"no message":            {replaced(`{en: "{loaf.printed} is off by {deviation}", ja: "{loaf.printed}は{deviation}違います"}`, "{}"), 14, "message is needed"},
		"case without Japanese": {replaced("ja: 古い", `ja: ""`), 16, "message is needed"},
		"unknown place":         {replaced("{deviation}", "{difference}"), 14, "names {difference}"},
		"unknown part":          {replaced("{loaf.printed}", "{loaf.weight}"), 14, "names {loaf.weight}"},
		"part of a word":        {replaced("{deviation}", "{deviation.printed}"), 14, "names {deviation.printed}"},
		"bare params":           {replaced("{deviation}", "{params}"), 14, "names {params}"},
		"open brace":            {replaced("{deviation}", "{deviation"), 14, "{deviation"},
		"bad role":              {replaced("{loaf.printed}", "{loaf-1.printed}"), 14, "{loaf-1.printed}"},
		"corpus without group":  {replaced("scope: fact", "scope: corpus"), 1, "`group` is needed"},
		"group without corpus":  {replaced("kinds: [quantity]", group+"{by: [concept]}"), 13, "only a corpus rule"},
		"group by nothing":      {strings.Replace(replaced("kinds: [quantity]", group+"{by: []}"), "scope: fact", "scope: corpus", 1), 13, "needs `by`"},
		"group by a stranger":   {strings.Replace(replaced("kinds: [quantity]", group+"{by: [taste]}"), "scope: fact", "scope: corpus", 1), 13, `"taste" is not one of concept`},
		"group twice":           {strings.Replace(replaced("kinds: [quantity]", group+"{by: [unit, unit]}"), "scope: fact", "scope: corpus", 1), 13, "stands twice"},
		"group linked":          {strings.Replace(replaced("kinds: [quantity]", group+"{by: [unit], linked: love}"), "scope: fact", "scope: corpus", 1), 13, `"love" is not one of bounds`},
		"corpus of claims":      {strings.Replace(replaced("kinds: [quantity]", strings.Replace(group, "quantity", "claim", 1)+"{by: [unit]}"), "scope: fact", "scope: corpus", 1), 12, "reads quantities only"},
		"no subjects":           {replaced("subjects contains fact.id", "things contains fact.id"), 17, "lacks the set `subjects`"},
		"check is no set":       {replaced(`check contains {"subject": fact.id, "verdict": "inconsistent"} if`, `check := "x" if`), 17, "lacks the set `check`"},
		"broken METADATA":       {replaced("#   id: bakery/loaves", "#   id: [bakery"), 8, "yaml"},
		"syntax":                {good + "\nx := [1,", 23, "unexpected"},
		"version 0":             {good + "\nold { input.x }", 23, "`if` keyword is required"},
		"unsafe variable":       {good + "\nx if y == 1", 23, "unsafe"},
		"unused import":         {replaced("subjects contains", "import data.tieout.lib.verdict\n\nsubjects contains"), 19, "unused"},
		"unknown function":      {good + "\nx := bake(1)", 23, "undefined function bake"},
		"unknown library":       {good + "\nx := data.bakery.lib.oven", 23, "no policy defines data.bakery.lib.oven"},
		"unknown registry":      {good + "\nx := data.registry.concept.bread", 23, "no policy defines data.registry.concept.bread"},
		"empty file":            {"# nothing\n", 0, "empty"},
	} {
		t.Run(name, func(t *testing.T) {
			set, problems := load(t, map[string]string{"loaves.rego": c.text})
			i := slices.IndexFunc(problems, func(f finding.Finding) bool { return strings.Contains(f.Message.EN, c.want) })
			if i < 0 {
				t.Fatalf("%q is not among %s", c.want, told(problems))
			}
			f := problems[i]
			if f.Location.File != "mine/loaves.rego" || c.line > 0 && f.Location.Start.Line != c.line {
				t.Errorf("at %s, want line %d: %s", f.Location, c.line, f.Message.EN)
			}
			if f.Rule != policy.RulePolicy || f.Severity != finding.Error || f.Class != finding.Record || f.Message.JA == "" || strings.Contains(f.Message.EN, "\n") {
				t.Errorf("a problem with a policy is an error of the record, on one line: %+v", f)
			}
			if slices.Contains(ids(set), "bakery/loaves") || !slices.Contains(ids(set), "arithmetic/sum") {
				t.Errorf("want all rules but this one, got %v", ids(set))
			}
		})
	}
}

func told(problems []finding.Finding) string {
	var lines []string
	for _, f := range problems {
		lines = append(lines, f.Location.String()+" "+f.Message.EN)
	}
	return strings.Join(lines, "\n")
}

// TestCapabilities holds policies to what their arguments tell them: a run over
// the same facts must not depend on the network, the clock or the machine.
func TestCapabilities(t *testing.T) {
	for _, call := range []string{
		`http.send({"method": "get", "url": "https://example.org"})`, `opa.runtime()`, `time.now_ns()`,
		`net.lookup_ip_addr("example.org")`, `net.cidr_contains("10.0.0.0/8", "10.0.0.1")`, `rand.intn("x", 6)`, `uuid.rfc4122("x")`,
		`io.jwt.decode_verify("x", {})`, `crypto.x509.parse_and_verify_certificates("x")`,
		`json.match_schema({}, {"$ref": "file:///etc/passwd"})`, `trace("x")`,
	} {
		name, _, _ := strings.Cut(call, "(")
		_, problems := load(t, map[string]string{"loaves.rego": good + "\nx := " + call + "\n"})
		if len(problems) != 1 || !strings.Contains(problems[0].Message.EN, "may not call `"+name+"`") || problems[0].Location.Start.Line != 23 {
			t.Errorf("%s: %s", name, told(problems))
		}
	}
}

// TestClosedPackages refuses policies that would change what the built-in ones
// say.
func TestClosedPackages(t *testing.T) {
	for _, pkg := range []string{
		"tieout.lib.verdict", "tieout.lib.mine", "tieout.lib", "tieout", "tieout.rules", "tieout.rules.arithmetic",
		"tieout.rules.arithmetic.sum", "registry", "registry.sources",
	} {
		set, problems := load(t, map[string]string{"x.rego": "package " + pkg + "\n\nwanted(_) := false\n"})
		if len(problems) != 1 || !strings.Contains(problems[0].Message.EN, "the package "+pkg+" belongs to") || problems[0].Location.String() != "mine/x.rego:1:1" {
			t.Errorf("%s: %s", pkg, told(problems))
		}
		c, err := set.Compile(set.Rules)
		if err != nil || len(c.Modules) == 0 || c.Modules["mine/x.rego"] != nil {
			t.Errorf("%s is compiled in", pkg)
		}
	}
}

// TestOverlap refuses files and ids that two policies share, and says which.
func TestOverlap(t *testing.T) {
	_, problems := load(t, map[string]string{"a.rego": good, "b.rego": good})
	if len(problems) != 1 || problems[0].Location.File != "mine/b.rego" || !strings.Contains(problems[0].Message.EN, "already taken by mine/a.rego") {
		t.Errorf("two rules of one id: %s", told(problems))
	}
	_, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS}, policy.Root{
		Name: "policies", FS: fstest.MapFS{"rules/arithmetic/sum/sum.rego": {Data: []byte(good)}},
	})
	if err != nil || len(problems) != 1 || !strings.Contains(problems[0].Message.EN, "has this path") {
		t.Errorf("a file in the place of a built-in one: %s (%v)", told(problems), err)
	}
}

// TestOwnLibrary lets users share code between their rules; when it breaks, the
// rules that lean on it are named and not silently empty.
func TestOwnLibrary(t *testing.T) {
	leaning := replaced("subjects contains", "import data.bakery.lib\n\nsubjects contains") + "\nx := lib.twice(2)\n"
	set, problems := load(t, map[string]string{"loaves.rego": leaning, "lib.rego": "package bakery.lib\n\ntwice(n) := n * 2\n"})
	if len(problems) > 0 || !slices.Contains(ids(set), "bakery/loaves") {
		t.Errorf("a rule with a library does not load: %s", told(problems))
	}
	set, problems = load(t, map[string]string{"loaves.rego": leaning, "lib.rego": "package bakery.lib\n\ntwice(n) := n * m\n"})
	if len(problems) != 2 || problems[0].Location.File != "mine/lib.rego" || problems[1].Location.File != "mine/loaves.rego" || slices.Contains(ids(set), "bakery/loaves") {
		t.Errorf("a broken library: %s", told(problems))
	}
}

// TestMany names every broken policy at once, not only the first ten.
func TestMany(t *testing.T) {
	files := map[string]string{}
	for i := range 15 {
		files[fmt.Sprintf("p%02d.rego", i)] = fmt.Sprintf("package bakery.p%d\n\nx := y\n", i)
	}
	_, problems := load(t, files)
	if len(problems) != 15 {
		t.Errorf("%d of 15 are named: %s", len(problems), told(problems))
	}
}

// brokenFS fails on one file.
type brokenFS struct {
	fstest.MapFS
	name string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("out of order")}
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadFile(name string) ([]byte, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("out of order")}
	}
	return b.MapFS.ReadFile(name)
}

// TestUnreadable names folders and files that cannot be used, and goes on.
func TestUnreadable(t *testing.T) {
	big := strings.Repeat("# a long comment\n", 300_000)
	for name, c := range map[string]struct {
		fsys fs.FS
		at   string
		want string
	}{
		"no such folder": {os.DirFS(filepath.Join(t.TempDir(), "none")), "mine:1:1", "no such file"},
		"empty folder":   {fstest.MapFS{"README.md": {}}, "mine:1:1", "no policies"},
		"file":           {brokenFS{fstest.MapFS{"x.rego": {Data: []byte(good)}}, "x.rego"}, "mine/x.rego:1:1", "out of order"},
		"huge file":      {fstest.MapFS{"x.rego": {Data: []byte(big)}, "y.rego": {Data: []byte(good)}}, "mine/x.rego:1:1", "larger than"},
	} {
		set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS}, policy.Root{Name: "mine", FS: c.fsys})
		if err != nil || len(problems) != 1 || problems[0].Location.String() != c.at || !strings.Contains(problems[0].Message.EN, c.want) {
			t.Errorf("%s: %s (%v)", name, told(problems), err)
			continue
		}
		if !slices.Contains(ids(set), "arithmetic/sum") {
			t.Errorf("%s: the built-in rules are lost", name)
		}
	}
}

// TestDeterminism loads several broken policies repeatedly: two runs must say
// the same in the same order.
func TestDeterminism(t *testing.T) {
	files := map[string]string{
		"a.rego": replaced("severity: warning", "severity: fatal"), "b.rego": "package b\n\nx := http.send({})\n\ny := opa.runtime()\n",
		"c.rego": "package c\n\nx := data.d.y\n", "d.rego": "package d\n\ny := z\n", "e.rego": "package e {",
	}
	_, first := load(t, files)
	for range 5 {
		if _, again := load(t, maps.Clone(files)); told(again) != told(first) {
			t.Fatalf("%s\n--- then ---\n%s", told(first), told(again))
		}
	}
}
