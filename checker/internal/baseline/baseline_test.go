package baseline_test

import (
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/finding"
)

// check makes a check of the rule sum; change may alter it.
func check(fingerprint string, verdict finding.Verdict, change func(*finding.Finding)) finding.Finding {
	f := finding.Finding{
		Rule: "arithmetic/sum", Severity: finding.Error, Verdict: verdict, Fingerprint: fingerprint, Subject: "ledger/" + fingerprint,
		Evidence: &finding.Evidence{Digest: "d"},
	}
	if change != nil {
		change(&f)
	}
	return f
}

// report makes a report in which the rule sum ran, and the built-in check of
// units.
func report(checks ...finding.Finding) *finding.Report {
	r := &finding.Report{Rules: []finding.RuleResult{
		{Rule: finding.Rule{ID: "arithmetic/sum", Scope: "fact"}}, {Rule: finding.Rule{ID: "record/unit", Scope: "form"}},
	}}
	for _, f := range checks {
		if f.Verdict == finding.Consistent {
			r.Passes = append(r.Passes, f)
		} else {
			r.Findings = append(r.Findings, f)
		}
	}
	return r
}

// told gives the outcome of a comparison in one line.
func told(then, now *finding.Report) string {
	base := &baseline.Base{Report: then}
	dropped := baseline.Dropped(now, nil, base)
	now.Baseline = baseline.Compare(now, base)
	var words []string
	for _, f := range now.Findings {
		words = append(words, f.Fingerprint+" "+string(f.Baseline))
	}
	for _, f := range now.Baseline.Gone {
		words = append(words, f.Fingerprint+" "+string(f.Baseline))
	}
	for _, d := range dropped {
		words = append(words, d.Fingerprint+" dropped")
	}
	return strings.Join(words, ", ")
}

// TestCompare tells what a change makes of a check.
func TestCompare(t *testing.T) {
	const bad, good = finding.Inconsistent, finding.Consistent
	change := func(do func(*finding.Finding)) finding.Finding { return check("a", bad, do) }
	unit := func(f *finding.Finding) { f.Rule, f.Evidence = "record/unit", nil }
	for name, c := range map[string]struct {
		then, now []finding.Finding
		want      string
	}{
		"nothing changed":          {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{check("a", bad, nil)}, "a unchanged"},
		"a new check fails":        {nil, []finding.Finding{check("a", bad, nil)}, "a new"},
		"a check fails now":        {[]finding.Finding{check("a", good, nil)}, []finding.Finding{check("a", bad, nil)}, "a new"},
		"it was mended":            {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{check("a", good, nil)}, "a gone"},
		"it was deleted":           {[]finding.Finding{check("a", bad, nil)}, nil, "a dropped"},
		"a pass was deleted":       {[]finding.Finding{check("a", good, nil)}, nil, "a dropped"},
		"it moved":                 {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{change(func(f *finding.Finding) { f.Location.Start.Line = 9 })}, "a unchanged"},
		"other words":              {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{change(func(f *finding.Finding) { f.Message.EN = "x" })}, "a unchanged"},
		"a decision":               {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{change(func(f *finding.Finding) { f.Disposition = &finding.Disposition{} })}, "a unchanged"},
		"other figures":            {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{change(func(f *finding.Finding) { f.Evidence.Digest = "e" })}, "a changed"},
		"another marker":           {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{change(func(f *finding.Finding) { f.Evidence.Params = map[string]string{"markers": "9"} })}, "a changed"},
		"another verdict":          {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{check("a", finding.Undetermined, nil)}, "a changed"},
		"another case":             {[]finding.Finding{check("a", bad, nil)}, []finding.Finding{change(func(f *finding.Finding) { f.Case = "c" })}, "a changed"},
		"form, unchanged":          {[]finding.Finding{check("u", bad, unit)}, []finding.Finding{check("u", bad, unit)}, "u unchanged"},
		"form, mended":             {[]finding.Finding{check("u", bad, unit)}, nil, "u gone"},
		"the rule ran no more":     {[]finding.Finding{change(func(f *finding.Finding) { f.Rule = "house/old" })}, nil, ""},
		"the rule ran only before": {[]finding.Finding{check("p", good, func(f *finding.Finding) { f.Rule = "house/old" })}, nil, ""},
	} {
		if got := told(report(c.then...), report(c.now...)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestUnusable counts everything as new when there is nothing to compare with.
func TestUnusable(t *testing.T) {
	now := report(check("a", finding.Inconsistent, nil))
	base := &baseline.Base{Name: "main", Unusable: &finding.Text{EN: "broken"}}
	if dropped := baseline.Dropped(now, nil, base); dropped != nil {
		t.Errorf("%v dropped from nothing", dropped)
	}
	now.Baseline = baseline.Compare(now, base)
	baseline.Count(now)
	if b := now.Baseline; b.Counts[finding.BaselineNew] != 1 || len(b.Counts) != 4 || b.Unusable.EN != "broken" || b.Gone != nil {
		t.Errorf("%+v", b)
	}
}

// TestDeleted names every deleted entry once, under the greatest whole that fell
// with it.
func TestDeleted(t *testing.T) {
	then := report(check("sum", finding.Consistent, nil))
	entry := func(of string) baseline.Entry { return baseline.Entry{Of: of, Fingerprint: "f"} }
	before := baseline.Entries{
		"ledger/sum": entry(""), "ledger/alone": entry(""), "ledger/plan.profit": entry(""), "ledger/plan.profit.target": entry(""),
		"ledger/plan.growth": entry(""), "ledger/plan.growth.target": entry(""), "ledger/claim": entry(""), "ledger/claim[1]": entry("ledger/claim"),
		"ledger/other": entry(""), "ledger/other[1]": entry("ledger/other"), "ledger/kept": entry(""),
	}
	now := baseline.Entries{"ledger/plan.growth": entry(""), "ledger/other": entry(""), "ledger/kept": entry(""), "ledger/new": entry("")}
	var got []string
	for _, d := range baseline.Dropped(report(), now, &baseline.Base{Report: then, Facts: before}) {
		got = append(got, d.Rule+" "+d.Subject)
	}
	want := []string{
		"record/schema ledger/alone", "record/schema ledger/claim", "record/schema ledger/other[1]", "record/schema ledger/plan.growth.target",
		"record/schema ledger/plan.profit", "arithmetic/sum ledger/sum",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q\nwant %q", got, want)
	}
}
