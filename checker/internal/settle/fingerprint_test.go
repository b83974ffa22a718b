package settle_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/settle"
)

// sum is a check of the bakery's total.
func sum(parts ...string) evaluate.Check {
	return check("ledger/sum", finding.Inconsistent, evaluate.Evidence{
		Operands: slices.Concat(operands("total", "ledger/all"), operands("part", parts...)), Deviation: rat(1, 1),
	})
}

// first runs one check over a text of the bakery and gives its finding.
func first(t *testing.T, text, en string, c evaluate.Check) finding.Finding {
	t.Helper()
	built, loaded := corpus(t, map[string]string{"bakery.yaml": text})
	r := run(t, given{Corpus: built, Line: loaded.Line, Outcomes: []evaluate.Outcome{outcome(rule("a/b", en, en), c)}})
	return r.Findings[0]
}

// TestFingerprint holds a finding's identity still while what does not matter
// changes: people's decisions hang on it.
func TestFingerprint(t *testing.T) {
	want := first(t, bakery, "m", sum("ledger/rye")).Fingerprint
	if want != "241d686dffca98995c81300b" {
		t.Errorf("the fingerprint is %s: all recorded decisions are lost", want)
	}
	soft := sum("ledger/rye")
	soft.Case, soft.Verdict = "soft", finding.RoundingOnly
	for name, got := range map[string]finding.Finding{
		"lines moved":       first(t, "# a comment\n\n"+bakery, "m", sum("ledger/rye")),
		"message reworded":  first(t, bakery, "another", sum("ledger/rye")),
		"group grown":       first(t, bakery, "m", sum("ledger/rye", "ledger/wheat")),
		"value changed":     first(t, strings.Replace(bakery, "value: 1234567", "value: 7", 1), "m", sum("ledger/rye")),
		"another case":      first(t, bakery, "m", soft),
		"evidence reworded": first(t, bakery, "m", check("ledger/sum", finding.Inconsistent, evaluate.Evidence{Params: map[string]evaluate.Scalar{"keyword": "x", "pointer": "y"}})),
	} {
		if got.Fingerprint != want {
			t.Errorf("%s: another fingerprint", name)
		}
	}
	if first(t, bakery, "m", check("ledger/all", finding.Inconsistent, evaluate.Evidence{})).Fingerprint == want {
		t.Error("another subject has the same fingerprint")
	}
}

// TestFormFingerprint tells findings on one entry apart by pointer and keyword.
func TestFormFingerprint(t *testing.T) {
	schema := func(subject, pointer, keyword string) finding.Finding {
		return finding.Finding{
			Rule: "record/schema", Subject: subject, Severity: finding.Error,
			Evidence: &finding.Evidence{Params: map[string]string{"pointer": pointer, "keyword": keyword}},
		}
	}
	distinct := []finding.Finding{
		schema("ledger/all", "/value", "type"), schema("ledger/all", "/unit", "type"), schema("ledger/all", "/value", "enum"),
		schema("ledger/a", "ll/value", "type"), schema("ledger/all", "/value", "type"),
		{Rule: "record/unit", Subject: "ledger/all", Severity: finding.Error},
	}
	r := run(t, given{Form: distinct})
	seen := map[string]bool{}
	for _, f := range r.Findings {
		seen[f.Fingerprint] = true
	}
	if len(seen) != len(distinct) {
		t.Errorf("%d fingerprints for %d findings", len(seen), len(distinct))
	}
	alone := run(t, given{Form: distinct[:1]})
	if !seen[alone.Findings[0].Fingerprint] {
		t.Error("a second finding of one identity changes the first one's fingerprint")
	}
	if distinct[0].Fingerprint != "" {
		t.Error("the findings handed in are changed")
	}
}

// TestDigest changes with what a decision rests on, and with nothing else.
func TestDigest(t *testing.T) {
	of := func(text string, c evaluate.Check) string { return first(t, text, "m", c).Evidence.Digest }
	want := of(bakery, sum("ledger/rye", "ledger/range"))
	claim := check("ledger/good", finding.Inconsistent, evaluate.Evidence{Operands: operands("claim", "ledger/good")})
	for name, text := range map[string]string{
		"lines moved":     "# a comment\n\n" + bakery,
		"label":           strings.Replace(bakery, "en: Sales", "en: Turnover", 1),
		"unrelated value": strings.Replace(bakery, "value: 63", "value: 64", 1),
	} {
		if of(text, sum("ledger/rye", "ledger/range")) != want {
			t.Errorf("%s: the digest changes", name)
		}
	}
	if of(bakery, sum("ledger/range", "ledger/rye")) != want {
		t.Error("the order of the operands changes the digest")
	}
	const rye = "bread: rye}, value: 100"
	for name, text := range map[string]string{
		"value":     strings.Replace(bakery, rye, rye+"0", 1),
		"decimals":  strings.Replace(bakery, rye, rye+", decimals: 0", 1),
		"qualifier": strings.Replace(bakery, rye, rye+", qualifiers: [about]", 1),
		"status":    strings.Replace(bakery, rye, "bread: rye}, status: lost", 1),
		"range":     strings.Replace(bakery, "upper: 3", "upper: 4", 1),
		"rounding":  strings.Replace(strings.Replace(bakery, rye, rye+", decimals: 0", 1), "rounding: round", "rounding: truncate", 1),
	} {
		if of(text, sum("ledger/rye", "ledger/range")) == want {
			t.Errorf("a change of %s keeps the digest", name)
		}
	}
	if of(bakery, sum("ledger/rye")) == want {
		t.Error("another operand keeps the digest")
	}
	weighted := sum("ledger/rye", "ledger/range")
	weighted.Evidence.Operands[1].Weight = rat(-1, 1)
	if of(bakery, weighted) == want {
		t.Error("another weight keeps the digest")
	}
	if of(bakery, claim) == of(strings.Replace(bakery, "text: Good bread", "text: Bad bread", 1), claim) {
		t.Error("other words of a claim keep the digest")
	}
	lost := sum("ledger/rye")
	lost.Evidence.Missing = []evaluate.Missing{{Role: "part", Cause: "absent"}}
	if of(bakery, lost) == of(bakery, sum("ledger/rye")) {
		t.Error("a figure that goes missing keeps the digest")
	}
}

// TestDispositions applies decisions, and reports those that no longer stand.
func TestDispositions(t *testing.T) {
	f := first(t, bakery, "m", sum("ledger/rye"))
	const said = "The printer confirmed it."
	place := finding.Range{File: "facts/dispositions.yaml", Start: finding.Pos{Line: 3, Column: 5}}
	decision := func(change func(*fact.Decision)) fact.Decision {
		d := fact.Decision{Fingerprint: f.Fingerprint, Status: "accepted", Reason: said, Owner: "o", Approver: "a", Date: "2025-06-30", Place: place}
		change(&d)
		return d
	}
	evidence := func(digest string) fact.Decision { return decision(func(d *fact.Decision) { d.Evidence = digest }) }
	expires := func(date string) fact.Decision { return decision(func(d *fact.Decision) { d.Expires = date }) }
	for name, c := range map[string]struct {
		decisions            []fact.Decision
		state, cases         string
		decided, errors, all int
	}{
		"none":                      {nil, "", "", 0, 1, 1},
		"live":                      {[]fact.Decision{evidence("")}, "live", "", 1, 0, 1},
		"live on this evidence":     {[]fact.Decision{evidence(f.Evidence.Digest)}, "live", "", 1, 0, 1},
		"stale":                     {[]fact.Decision{evidence("0123456789ab")}, "stale", "stale", 0, 1, 2},
		"live on its last day":      {[]fact.Decision{expires("2026-01-01")}, "live", "", 1, 0, 1},
		"expired":                   {[]fact.Decision{expires("2025-12-31")}, "expired", "expired", 0, 1, 2},
		"expired, then renewed":     {[]fact.Decision{expires("2025-12-31"), expires("2026-07-01")}, "live", "", 1, 0, 1},
		"renewed above":             {[]fact.Decision{expires("2026-07-01"), expires("2025-12-31")}, "live", "", 1, 0, 1},
		"expired twice":             {[]fact.Decision{expires("2024-12-31"), expires("2025-12-31")}, "expired", "expired", 0, 1, 2},
		"unused":                    {[]fact.Decision{decision(func(d *fact.Decision) { d.Fingerprint = "00000000" })}, "", "unused", 0, 1, 2},
		"unused, twice, told apart": {[]fact.Decision{decision(func(d *fact.Decision) { d.Fingerprint = "00000000" }), decision(func(d *fact.Decision) { d.Fingerprint = "00000000" })}, "", "unused unused", 0, 1, 3},
	} {
		built, loaded := corpus(t, map[string]string{"bakery.yaml": bakery})
		built.Decisions = c.decisions
		r := run(t, given{Corpus: built, Line: loaded.Line, Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"), sum("ledger/rye"))}})
		state := ""
		var cases []string
		prints := map[string]bool{}
		for _, g := range r.Findings {
			prints[g.Fingerprint] = true
			switch {
			case g.Rule == settle.RuleDisposition:
				cases = append(cases, g.Case)
				if g.Location != place || g.Severity != finding.Warning || g.Message.JA == "" || !strings.Contains(g.Message.EN, "2025-06-30") {
					t.Errorf("%s: %+v", name, g)
				}
				if g.Case != "unused" && (len(g.Related) != 1 || g.Related[0].Location != f.Location) {
					t.Errorf("%s: the finding behind the decision is not told: %+v", name, g.Related)
				}
			case g.Disposition != nil:
				state = g.Disposition.State
				if g.Disposition.Owner != "o" || g.Disposition.Approver != "a" || g.Disposition.Reason != said {
					t.Errorf("%s: the decision is not told whole: %+v", name, g.Disposition)
				}
			}
		}
		if state != c.state || strings.Join(cases, " ") != c.cases || r.Summary.Decided != c.decided ||
			r.Summary.Findings[finding.Error] != c.errors || len(r.Findings) != c.all || len(prints) != c.all {
			t.Errorf("%s: state %q, cases %q, summary %+v, %d findings", name, state, cases, r.Summary, len(r.Findings))
		}
	}
}

// TestDispositionOnForm sets a finding on form aside, but not the fact that its
// input could not be used.
func TestDispositionOnForm(t *testing.T) {
	form := []finding.Finding{{Rule: "record/schema", Subject: "ledger/all", Severity: finding.Error}}
	known := run(t, given{Form: form}).Findings[0].Fingerprint
	for digest, state := range map[string]string{"": "live", "0123456789ab": "stale"} {
		built, loaded := corpus(t, map[string]string{"bakery.yaml": bakery})
		built.Decisions = []fact.Decision{{Fingerprint: known, Status: "accepted", Reason: "The form is old.", Owner: "o", Evidence: digest}}
		r := run(t, given{Corpus: built, Line: loaded.Line, Form: form})
		i := slices.IndexFunc(r.Findings, func(f finding.Finding) bool { return f.Rule == "record/schema" })
		if d := r.Findings[i].Disposition; d == nil || d.State != state {
			t.Errorf("with evidence %q: %+v, want %s", digest, d, state)
		}
		if r.Summary.InputErrors != 1 {
			t.Errorf("a decision hides that an input could not be used")
		}
	}
}

// TestParams copies a rule's parameters, and leaves the raw evidence alone.
func TestParams(t *testing.T) {
	c := check("ledger/sum", finding.Inconsistent, evaluate.Evidence{
		Params: map[string]evaluate.Scalar{"a": "1"}, Worlds: &finding.Worlds{}, Operands: []evaluate.Operand{{Fact: "ledger/all", Role: "total", Weight: rat(1, 1)}, {Fact: "ledger/rye", Role: "part", Weight: rat(-1, 2)}},
	})
	e := first(t, bakery, "m", c).Evidence
	if !maps.Equal(e.Params, map[string]string{"a": "1"}) || e.Worlds != nil || e.Operands[0].Weight != "" || e.Operands[1].Weight != "-0.5" {
		t.Errorf("%+v", e)
	}
	total := e.Operands[0]
	if total.Printed != "1,234,567" || total.Value != "1234567" || total.Interval != "[1234567]" || total.SourceLine != 7 || total.Source != "ledger" || total.Status != "disclosed" || total.Unit != "EUR" {
		t.Errorf("an operand is not told whole: %+v", total)
	}
}
