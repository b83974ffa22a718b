package settle_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/checker/internal/validate"
)

// bakery is the corpus of the tests.
const bakery = `sources:
  ledger: {title: {en: Ledger, ja: 元帳}, kind: other, language: en, rounding: round, sha256: abc}
  flyer: {title: Flyer, kind: press, language: en}
---
entities:
  bakery: {type: company, labels: {en: The bakery, ja: 製パン所}}
---
concepts:
  sales: {labels: {en: Sales, ja: 売上高}, unit: [EUR, JPY], periodType: duration}
  share: {labels: {en: Share, ja: 割合}, unit: percent, periodType: duration}
---
source: ledger
defaults: {entity: bakery, period: 2025, unit: EUR}
quantities:
  all: {concept: sales, value: 1234567, selector: {line: 7, exact: "1,234,567"}}
  rye: {concept: sales, dimensions: {bread: rye}, value: 100}
  wheat: {concept: sales, dimensions: {bread: wheat}, value: 100}
  spelt: {concept: sales, dimensions: {bread: spelt}, status: undisclosed}
  range: {concept: sales, dimensions: {bread: all}, lower: 1, upper: 3}
  share: {concept: share, unit: percent, value: 63}
  yen: {concept: sales, unit: JPY, value: 26000000}
  grade: {concept: sales, text: A-}
relations:
  sum: {sum: {total: all, parts: [rye, wheat, spelt]}}
claims:
  good: {text: Good bread, modality: fact}
---
source: flyer
defaults: {entity: bakery, period: 2025, unit: EUR, rounded: true}
quantities:
  all: {concept: sales, value: 1200000, decimals: -5}
`

// corpus builds files; their names are below facts/.
func corpus(t *testing.T, files map[string]string) (*fact.Corpus, *load.Result) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["facts/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	loaded, err := load.Load(context.Background(), fsys, []string{"facts"})
	if err != nil || len(loaded.Problems) > 0 {
		t.Fatal(loaded.Problems, err)
	}
	c, problems := fact.Build(loaded.Documents, nil, false)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c, loaded
}

// rule is a rule with one wording and the case "soft".
func rule(id, en, ja string) *policy.Rule {
	w := policy.Wording{
		Severity: finding.Error, Class: finding.Source,
		Message: finding.Text{EN: en, JA: ja}, Remediation: finding.Text{EN: "look at {subject}", JA: "{subject}を確認"},
	}
	soft := w
	soft.Severity, soft.Class, soft.Message = finding.Note, finding.Gap, finding.Text{EN: "soft", JA: "軽"}
	return &policy.Rule{
		Rule: finding.Rule{ID: id, Title: "T", Location: "policies/x.rego"}, Wording: w, Cases: map[string]policy.Wording{"soft": soft},
	}
}

func outcome(r *policy.Rule, checks ...evaluate.Check) evaluate.Outcome {
	return evaluate.Outcome{Rule: r, Population: len(checks) + 1, Checks: checks}
}

func check(subject string, verdict finding.Verdict, e evaluate.Evidence) evaluate.Check {
	return evaluate.Check{Subject: subject, Verdict: verdict, Evidence: e}
}

func rat(n, d int64) *evaluate.Rational {
	r := &evaluate.Rational{}
	r.Set(big.NewRat(n, d))
	return r
}

func operands(role string, ids ...string) []evaluate.Operand {
	var list []evaluate.Operand
	for _, id := range ids {
		list = append(list, evaluate.Operand{Fact: id, Role: role})
	}
	return list
}

// given is what a test settles, before it is put into words.
type given struct {
	Corpus         *fact.Corpus
	Outcomes       []evaluate.Outcome
	Form           []finding.Finding
	Population     map[string]int
	Excluded       int
	MaxDisposition int
	Anchors        finding.Anchors
	Tool           finding.Tool
	Notices        []finding.Notice
	Base           *baseline.Base
	Paths          []string
	Skipped        []finding.SkippedRule
	Partial        bool
	Line           func(string, int) string
}

// run settles outcomes over the bakery.
func run(t *testing.T, g given) *finding.Report {
	t.Helper()
	in := settle.Input{
		Form: g.Form, Population: g.Population, Excluded: g.Excluded, MaxDisposition: g.MaxDisposition, Anchors: g.Anchors, Tool: g.Tool,
		Notices: g.Notices, Base: g.Base, Paths: g.Paths, Skipped: g.Skipped, Partial: g.Partial, Line: g.Line, Corpus: g.Corpus, AsOf: "2026-01-01",
	}
	if in.Corpus == nil {
		c, loaded := corpus(t, map[string]string{"bakery.yaml": bakery})
		in.Corpus, in.Files, in.Line = c, loaded.Inputs, loaded.Line
	}
	in.Registry, in.Decisions, in.Facts = in.Corpus.Registry, in.Corpus.Decisions, settle.Count(in.Corpus)
	in.Judged = settle.Judge(in.Corpus, g.Outcomes)
	for _, o := range g.Outcomes {
		in.Rules = append(in.Rules, o.Rule)
	}
	return settle.Run(in)
}

// TestMessages fills every place of a template, in both languages.
func TestMessages(t *testing.T) {
	all := evaluate.Evidence{
		Operands: slices.Concat(operands("part", "ledger/rye", "ledger/wheat", "ledger/spelt"), operands("total", "ledger/all"),
			operands("member", "ledger/all", "ledger/all", "flyer/all"), operands("share", "ledger/share"), operands("yen", "ledger/yen"),
			operands("grade", "ledger/grade"), operands("ghost", "ledger/none"), operands("range", "ledger/range"), operands("claim", "ledger/good")),
		Computed:  &evaluate.Figure{Value: rat(200, 1), Interval: &evaluate.Interval{Lower: rat(1, 1), Upper: rat(3, 2), UpperOpen: true}},
		Reported:  &evaluate.Figure{Fact: "ledger/all", Value: rat(1234567, 1)},
		Deviation: rat(1, 3),
		Missing: []evaluate.Missing{
			{Role: "part", Fact: "ledger/spelt", Cause: "undisclosed"}, {Role: "part", Fact: "ledger/oats", Cause: "dangling"}, {Role: "target", Cause: "absent"},
		},
		Worlds:       &finding.Worlds{Meets: []string{"rounded"}, Misses: []string{"truncated"}},
		Explanations: []finding.Text{{EN: "Another year.", JA: "年度違い。"}, {EN: "Other shops", JA: "店舗違い"}},
		Params:       map[string]evaluate.Scalar{"text": "so {deviation}", "n": "3"},
	}
	for place, want := range map[string][2]string{
		"{subject}":          {"sum", "sum"},
		"{part.printed}":     {"100 EUR, 100 EUR, not disclosed", "100 EUR、100 EUR、開示なし"},
		"{part.label}":       {"Sales (The bakery, rye, 2025); Sales (The bakery, wheat, 2025); Sales (The bakery, spelt, 2025)", "売上高（製パン所、rye、2025）、売上高（製パン所、wheat、2025）、売上高（製パン所、spelt、2025）"},
		"{total.printed}":    {"1,234,567", "1,234,567"},
		"{total.value}":      {"1,234,567 EUR", "1,234,567 EUR"},
		"{total.place}":      {"facts/bakery.yaml:15:32", "facts/bakery.yaml:15:32"},
		"{total.source}":     {"Ledger", "元帳"},
		"{member.printed}":   {"1,234,567; 1,200,000 EUR", "1,234,567、1,200,000 EUR"},
		"{member.source}":    {"Ledger, Flyer", "元帳、Flyer"},
		"{member.interval}":  {"[1234567]; [1150000, 1250000] rounded; [1200000, 1300000) truncated", "[1234567]、[1150000, 1250000] 四捨五入、[1200000, 1300000) 切り捨て"},
		"{share.value}":      {"63%", "63%"},
		"{yen.value}":        {"26,000,000 JPY", "26,000,000円"},
		"{grade.value}":      {"A-", "A-"},
		"{range.interval}":   {"[1, 3]", "[1, 3]"},
		"{claim.label}":      {"Good bread", "Good bread"},
		"{ghost.printed}":    {"—", "—"},
		"{ghost.source}":     {"—", "—"},
		"{nobody.printed}":   {"—", "—"},
		"{claim.interval}":   {"—", "—"},
		"{computed.value}":   {"200 EUR", "200 EUR"},
		"{computed.printed}": {"200 EUR", "200 EUR"},
		"{computed.label}":   {"—", "—"},
		"{reported.printed}": {"1,234,567", "1,234,567"},
		"{reported.label}":   {"Sales (The bakery, 2025)", "売上高（製パン所、2025）"},
		"{reported.place}":   {"facts/bakery.yaml:15:32", "facts/bakery.yaml:15:32"},
		"{computed.interval}": {
			"[1, 1.5)", "[1, 1.5)",
		},
		"{deviation}":    {"0.3333… EUR", "0.3333… EUR"},
		"{unit}":         {"EUR", "EUR"},
		"{missing}":      {"Sales (The bakery, spelt, 2025): not disclosed; ledger/oats: not found; target: not recorded", "売上高（製パン所、spelt、2025）：開示なし、ledger/oats：参照先なし、目標値：記録なし"},
		"{worlds}":       {"if the figures are rounded", "四捨五入の場合"},
		"{explanations}": {"Another year; Other shops", "年度違い；店舗違い"},
		"{params.text}":  {"so {deviation}", "so {deviation}"},
		"{params.n}":     {"3", "3"},
		"{params.none}":  {"—", "—"},
		"x{params.n}y{params.n}": {
			"x3y3", "x3y3",
		},
	} {
		r := run(t, given{Outcomes: []evaluate.Outcome{outcome(rule("a/b", place, place), check("ledger/sum", finding.Inconsistent, all))}})
		if got := r.Findings[0].Message; got.EN != want[0] || got.JA != want[1] {
			t.Errorf("%s:\n got %q\n     %q\nwant %q\n     %q", place, got.EN, got.JA, want[0], want[1])
		}
		if got := r.Findings[0].Help.EN; got != "look at sum" {
			t.Errorf("the help is not filled: %q", got)
		}
	}
}

// TestWords covers what depends on the evidence's unit, its worlds, and the
// kind of subject.
func TestWords(t *testing.T) {
	many := evaluate.Evidence{}
	for i := range 15 {
		many.Missing = append(many.Missing, evaluate.Missing{Role: fmt.Sprint("r", i), Cause: "lost"})
	}
	worlds := func(names ...string) evaluate.Evidence {
		return evaluate.Evidence{Worlds: &finding.Worlds{Meets: names}}
	}
	for i, c := range []struct {
		place, subject string
		evidence       evaluate.Evidence
		en, ja         string
	}{
		{"{deviation}", "ledger/share", evaluate.Evidence{Operands: operands("x", "ledger/share"), Deviation: rat(3, 1)}, "3 points", "3ポイント"},
		{"{deviation}", "ledger/share", evaluate.Evidence{Unit: "percent", Deviation: rat(1, 1)}, "1 point", "1ポイント"},
		{"{deviation}", "ledger/share", evaluate.Evidence{Unit: "percent"}, "—", "—"},
		{"{deviation}", "ledger/share", evaluate.Evidence{Unit: "permille", Deviation: rat(5, 2)}, "2.5‰", "2.5‰"},
		{"{deviation}", "ledger/share", evaluate.Evidence{Unit: "loaf", Deviation: rat(-123456, 1)}, "-123,456", "-123,456"},
		{"{unit}", "ledger/share", evaluate.Evidence{Unit: "percent"}, "percent", "パーセント"},
		{"{worlds}", "ledger/sum", worlds("truncated"), "if the figures are truncated", "切り捨ての場合"},
		{"{worlds}", "ledger/sum", worlds("ledger=rounded,flyer=truncated"), "if ledger rounds and flyer truncates", "ledgerが四捨五入、flyerが切り捨ての場合"},
		{"{worlds}", "ledger/sum", worlds("ledger=rounded,flyer=truncated", "ledger=truncated,flyer=truncated"), "if ledger rounds and flyer truncates, or ledger truncates and flyer truncates", "ledgerが四捨五入、flyerが切り捨て、またはledgerが切り捨て、flyerが切り捨ての場合"},
		{"{worlds}", "ledger/sum", worlds(), "—", "—"},
		{"{subject}", "ledger/all", evaluate.Evidence{}, "Sales (The bakery, 2025)", "売上高（製パン所、2025）"},
		{"{subject}", "ledger/bonus", evaluate.Evidence{}, "bonus", "bonus"},
		{"{subject}", "sales|bakery|2025-01-01/2025-12-31|EUR", evaluate.Evidence{}, "sales|bakery|2025-01-01/2025-12-31|EUR", "sales|bakery|2025-01-01/2025-12-31|EUR"},
		{"{missing}", "ledger/sum", many, "and 5 more", "ほか5件"},
		{"{reported.printed}", "ledger/sum", evaluate.Evidence{Reported: &evaluate.Figure{Fact: "flyer/all", Value: rat(1200000, 1)}}, "1,200,000 EUR", "1,200,000 EUR"},
	} {
		r := run(t, given{Outcomes: []evaluate.Outcome{outcome(rule("a/b", c.place, c.place), check(c.subject, finding.Inconsistent, c.evidence))}})
		if got := r.Findings[0].Message; !strings.HasSuffix(got.EN, c.en) || !strings.HasSuffix(got.JA, c.ja) {
			t.Errorf("%d: %s: %q, %q; want %q, %q", i, c.place, got.EN, got.JA, c.en, c.ja)
		}
	}
}

// TestTemplates fills every place that policies may name: a place that is
// accepted at load and unknown here would be a dash in every report.
func TestTemplates(t *testing.T) {
	e := evaluate.Evidence{
		Operands: operands("total", "flyer/all"), Computed: &evaluate.Figure{Fact: "flyer/all", Value: rat(1, 1), Interval: &evaluate.Interval{}},
		Reported:  &evaluate.Figure{Fact: "flyer/all", Value: rat(1, 1), Interval: &evaluate.Interval{}},
		Deviation: rat(1, 1), Missing: []evaluate.Missing{{Role: "part", Cause: "lost"}}, Worlds: &finding.Worlds{Meets: []string{"rounded"}},
		Explanations: []finding.Text{{EN: "E"}}, Params: map[string]evaluate.Scalar{"p": "1"},
	}
	places := []string{"{subject}", "{deviation}", "{unit}", "{missing}", "{worlds}", "{explanations}", "{params.p}"}
	for _, name := range []string{"total", "computed", "reported"} {
		for _, field := range []string{"printed", "label", "place", "interval", "value", "source"} {
			places = append(places, "{"+name+"."+field+"}")
		}
	}
	for _, text := range places {
		if policy.UnknownPlaces(text) != nil {
			t.Errorf("%s is refused", text)
		}
		r := run(t, given{Outcomes: []evaluate.Outcome{outcome(rule("a/b", text, text), check("flyer/all", finding.Inconsistent, e))}})
		if got := r.Findings[0].Message; got.EN == "—" || got.JA == "—" || got.EN == text {
			t.Errorf("%s is not filled: %q", text, got.EN)
		}
	}
}

// TestCounts adds verdicts up to the population, and findings by severity.
func TestCounts(t *testing.T) {
	o := outcome(rule("a/b", "m", "m"),
		check("ledger/all", finding.Inconsistent, evaluate.Evidence{}), check("ledger/rye", finding.RoundingOnly, evaluate.Evidence{}),
		check("ledger/wheat", finding.Undetermined, evaluate.Evidence{}), check("ledger/share", finding.Consistent, evaluate.Evidence{}))
	o.Checks[1].Case = "soft"
	schema := finding.Finding{Rule: "record/schema", Subject: "ledger/x", Severity: finding.Error, Verdict: finding.Inconsistent, Location: finding.Range{File: "facts/bakery.yaml", Start: finding.Pos{Line: 1, Column: 1}}}
	anchor := schema
	anchor.Rule = "record/not-as-printed"
	in := given{
		Outcomes: []evaluate.Outcome{o}, Form: []finding.Finding{schema, schema, anchor}, Population: map[string]int{"record/schema": 14, "record/not-as-printed": 4},
		Excluded: 2, Anchors: finding.Anchors{Verified: 7, Stale: 1}, Tool: finding.Tool{Name: "tieout"}, Notices: []finding.Notice{{Message: finding.Text{EN: "n"}}},
	}
	r := run(t, in)
	byID := map[string]finding.RuleResult{}
	for _, result := range r.Rules {
		if sum := result.Consistent + result.RoundingOnly + result.Inconsistent + result.Undetermined; sum != result.Population {
			t.Errorf("%s: the verdicts add up to %d of %d", result.ID, sum, result.Population)
		}
		byID[result.ID] = result
	}
	if a := byID["a/b"]; a.Population != 5 || a.Consistent != 2 || a.RoundingOnly != 1 || a.Inconsistent != 1 || a.Undetermined != 1 {
		t.Errorf("a/b: %+v", a)
	}
	if s := byID["record/schema"]; s.Population != 14 || s.Inconsistent != 1 {
		t.Errorf("record/schema counts findings, not subjects: %+v", s)
	}
	s := r.Summary
	if s.Findings[finding.Error] != 5 || s.Findings[finding.Note] != 1 || s.Findings[finding.Warning] != 0 {
		t.Errorf("findings by severity: %v", s.Findings)
	}
	if s.Checks != 9 || s.Undetermined != 1 || s.Facts != 11 || s.Excluded != 2 || s.Sources != 2 || s.InputErrors != 2 || s.FactsByKind["quantity"] != 9 {
		t.Errorf("summary: %+v", s)
	}
	if s.Anchors.Verified != 7 || s.Anchors.Stale != 1 {
		t.Errorf("the anchors are not counted: %+v", s.Anchors)
	}
	if len(r.Passes) != 1 || r.Passes[0].Severity != finding.Note || r.Passes[0].Message.EN != "T" || r.Passes[0].Fingerprint == "" {
		t.Errorf("passes: %+v", r.Passes)
	}
	if r.Inputs[0].Facts != 11 || r.Sources[0].ID != "flyer" || r.Sources[1].Facts != 10 || r.Sources[1].Title.JA != "元帳" || len(r.Notices) != 1 {
		t.Errorf("inputs %+v, sources %+v", r.Inputs, r.Sources)
	}
	if got := r.Excerpts["facts/bakery.yaml"][15]; !strings.Contains(got, "  all: {concept: sales") {
		t.Errorf("the excerpt of line 15 is %q", got)
	}
}

// TestOrder gives the same bytes whatever order the steps before worked in.
func TestOrder(t *testing.T) {
	at := func(line int, message string) finding.Finding {
		return finding.Finding{
			Rule: "record/schema", Subject: "ledger/all", Message: finding.Text{EN: message}, Severity: finding.Error,
			Location: finding.Range{File: "facts/bakery.yaml", Start: finding.Pos{Line: line, Column: 1}},
			Evidence: &finding.Evidence{Params: map[string]string{"pointer": "/value", "keyword": "type"}},
		}
	}
	form := []finding.Finding{at(3, "a"), at(3, "b"), at(2, "c"), at(9, "a")}
	outcomes := []evaluate.Outcome{
		outcome(rule("a/b", "m", "m"), check("ledger/all", finding.Inconsistent, evaluate.Evidence{}), check("flyer/all", finding.Inconsistent, evaluate.Evidence{})),
		outcome(rule("a/a", "m", "m"), check("ledger/all", finding.Inconsistent, evaluate.Evidence{})),
	}
	first := run(t, given{Form: form, Outcomes: outcomes})
	slices.Reverse(form)
	slices.Reverse(outcomes)
	second := run(t, given{Form: form, Outcomes: outcomes})
	a, _ := json.Marshal(first)
	b, _ := json.Marshal(second)
	if string(a) != string(b) {
		t.Errorf("the order of the steps shows in the report:\n%s\n%s", a, b)
	}
	var seen []string
	for _, f := range first.Findings {
		seen = append(seen, fmt.Sprintf("%d %s %s", f.Location.Start.Line, f.Rule, f.Message.EN))
		if slices.ContainsFunc(first.Findings, func(g finding.Finding) bool {
			return g.Fingerprint == f.Fingerprint && (g.Location != f.Location || g.Message != f.Message || g.Rule != f.Rule)
		}) {
			t.Errorf("two findings share the fingerprint %s", f.Fingerprint)
		}
	}
	want := []string{"2 record/schema c", "3 record/schema a", "3 record/schema b", "9 record/schema a", "15 a/a m", "15 a/b m", "31 a/b m"}
	if !slices.Equal(seen, want) {
		t.Errorf("order: %q", seen)
	}
}

// TestLocation looks for the place where a person looks first.
func TestLocation(t *testing.T) {
	for i, c := range []struct {
		check evaluate.Check
		want  string
	}{
		{check("ledger/rye", finding.Inconsistent, evaluate.Evidence{Operands: operands("x", "ledger/all")}), "facts/bakery.yaml:16:58"},
		{check("group", finding.Inconsistent, evaluate.Evidence{Operands: operands("x", "ledger/rye"), Reported: &evaluate.Figure{Fact: "ledger/all"}}), "facts/bakery.yaml:15:32"},
		{check("group", finding.Inconsistent, evaluate.Evidence{Operands: operands("x", "ledger/none", "ledger/rye")}), "facts/bakery.yaml:16:58"},
		{check("ledger/plan", finding.Inconsistent, evaluate.Evidence{Missing: []evaluate.Missing{{Fact: "ledger/wheat", Cause: "lost"}}}), "facts/bakery.yaml:17:62"},
		{check("ledger/plan", finding.Inconsistent, evaluate.Evidence{}), "facts/bakery.yaml:2:3"},
		{check("group", finding.Inconsistent, evaluate.Evidence{}), "policies/x.rego:1:1"},
	} {
		r := run(t, given{Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"), c.check)}})
		if got := r.Findings[0].Location.String(); got != c.want {
			t.Errorf("%d: at %s, want %s", i, got, c.want)
		}
	}
}

// TestPaths restricts what is reported, and counts what is not.
func TestPaths(t *testing.T) {
	c, loaded := corpus(t, map[string]string{
		"a/registry.yaml": "sources: {s: {title: S, kind: other}, t: {title: T, kind: other}}\n---\nconcepts: {sales: {labels: {en: Sales}, unit: EUR, periodType: duration}}\n",
		"a/s.yaml":        "source: s\nquantities: {x: {concept: sales, unit: EUR, value: 1}}\n",
		"b.yaml":          "source: t\nquantities: {y: {concept: sales, unit: EUR, value: 2}, z: {concept: sales, unit: EUR, value: 2}}\n",
	})
	in := given{
		Corpus: c, Line: loaded.Line,
		Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"),
			check("s/x", finding.Inconsistent, evaluate.Evidence{Operands: operands("part", "s/x", "t/y")}),
			check("t/z", finding.Inconsistent, evaluate.Evidence{}),
			check("t/y", finding.Consistent, evaluate.Evidence{}))},
		Form: []finding.Finding{
			{Rule: policy.RulePolicy, Severity: finding.Error, Location: finding.Range{File: "mine/x.rego"}},
			{Rule: "record/duplicate-id", Severity: finding.Error, Location: finding.Range{File: "b.yaml"}, Related: []finding.Related{{Location: finding.Range{File: "facts/a/s.yaml"}}}},
		},
	}
	for paths, want := range map[string]string{
		"":                 "a/b s/x, a/b t/z, record/duplicate-id , record/policy ; hidden 0, passes 1",
		".":                "a/b s/x, a/b t/z, record/duplicate-id , record/policy ; hidden 0, passes 1",
		"facts/a":          "a/b s/x, record/duplicate-id , record/policy ; hidden 1, passes 0",
		"facts/a/":         "a/b s/x, record/duplicate-id , record/policy ; hidden 1, passes 0",
		"facts/b.yaml":     "a/b s/x, a/b t/z, record/policy ; hidden 1, passes 1",
		"facts/b":          "record/policy ; hidden 3, passes 0",
		"facts/a facts/b.": "a/b s/x, record/duplicate-id , record/policy ; hidden 1, passes 0",
	} {
		in.Paths = strings.Fields(paths)
		r := run(t, in)
		var told []string
		for _, f := range r.Findings {
			told = append(told, f.Rule+" "+f.Subject)
		}
		slices.Sort(told)
		got := fmt.Sprintf("%s; hidden %d, passes %d", strings.Join(told, ", "), r.Summary.Hidden, len(r.Passes))
		if got != want {
			t.Errorf("%q: %s, want %s", paths, got, want)
		}
		if total := r.Summary.Findings[finding.Error] + r.Summary.Hidden; total != 4 || r.Summary.InputErrors != 2 {
			t.Errorf("%q: %d findings in all, %d input errors", paths, total, r.Summary.InputErrors)
		}
	}
}

// TestFormRules holds the list of built-in checks to what others rely on: they
// come by id, and no policy may take one of their ids.
func TestFormRules(t *testing.T) {
	rules := settle.FormRules()
	for _, id := range []string{
		node.RuleSyntax, node.RuleDuplicateKey, validate.RuleSchema, policy.RulePolicy, settle.RuleDisposition,
		fact.RuleDuplicateID, fact.RuleUnknownName, fact.RuleUnit, fact.RulePeriod, fact.RuleTable, fact.RuleExcess,
	} {
		if !slices.ContainsFunc(rules, func(r finding.Rule) bool { return r.ID == id }) {
			t.Errorf("findings of %s belong to no listed check", id)
		}
	}
	if !slices.IsSortedFunc(rules, func(a, b finding.Rule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("the checks are not ordered by id")
	}
	for _, r := range rules {
		if r.Title == "" || r.Remediation.EN == "" || r.Remediation.JA == "" || r.Scope != "form" {
			t.Errorf("%s is not described: %+v", r.ID, r)
		}
		if taken(t, r.ID) {
			t.Errorf("a policy could take the id %s", r.ID)
		}
	}
	if !taken(t, "bakery/loaves") {
		t.Error("no policy loads at all")
	}
	rules[0].ID = "changed"
	if settle.FormRules()[0].ID == "changed" {
		t.Error("callers can change the list")
	}
}

// taken tells whether a policy with the id loads.
func taken(t *testing.T, id string) bool {
	t.Helper()
	text := fmt.Sprintf(`# METADATA
# title: T
# description: D
# custom: {id: %s, severity: error, class: source, scope: fact, kinds: [claim], message: {en: m, ja: m}, remediation: {en: r, ja: r}}
package tieout.rules.%s

subjects contains 1

check contains 1
`, id, strings.NewReplacer("/", ".", "-", "_").Replace(id))
	set, _, err := policy.Load(policy.Root{Name: "p", FS: fstest.MapFS{"x.rego": {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	return len(set.Rules) > 0
}

// TestEmpty reports a run that found nothing with empty lists, not with null.
func TestEmpty(t *testing.T) {
	r := run(t, given{})
	if r.Findings == nil || len(r.Findings) > 0 || r.Summary.Findings[finding.Error] != 0 {
		t.Errorf("findings: %v", r.Findings)
	}
}
