package report_test

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// unbounded is a run in which nothing fails, and a figure without an upper end
// cannot be held to one that is lost.
func unbounded() *finding.Report {
	r := base()
	label := finding.Text{EN: "Oven temperature", JA: "オーブンの温度"}
	f := finding.Finding{
		Rule: "arithmetic/sum", Case: "undetermined", Class: finding.Gap, Severity: finding.Note, Verdict: finding.Undetermined,
		Fingerprint: "3123456789abcdef01234567", Subject: "report-2025/oven",
		Message:  finding.Text{EN: "The sum cannot be decided.", JA: "合計を判定できません。"},
		Help:     finding.Text{EN: "Obtain the figure.", JA: "数値を入手してください。"},
		Location: at("facts/bakery.yaml", 30, 3, 4),
		Evidence: &finding.Evidence{
			Operands: []finding.Operand{operand("total", "240", "240", "[240, ∞)", label, 30)},
			Computed: &finding.Figure{Interval: "(−∞, ∞)"}, Reported: &finding.Figure{Printed: "240", Value: "240", Interval: "[240, ∞)"},
			Missing: []finding.Missing{{Role: "part", Label: label, Cause: "lost"}},
		},
	}
	r.Findings = []finding.Finding{f}
	r.Summary.Findings[finding.Note], r.Summary.Undetermined = 1, 1
	r.Rules[0].Consistent, r.Rules[0].Undetermined = 41, 1
	return &r
}

// audited is a run with all that an auditor may get: source texts, two sources
// that are tied, a base, and lists of references that disagree.
func audited() *finding.Report {
	r := base()
	r.Tool.SchemaDigest = strings.Repeat("cd", 32)
	r.Scope = &finding.Scope{Facts: []string{"city facts"}, Policies: []string{"rules"}, Paths: []string{"facts/a.yaml"}, Texts: true}
	r.Sources[0].Publisher, r.Sources[0].Published, r.Sources[0].Rounding = "The bakery", "2025-06-20", "truncate"
	r.Sources[0].SHA256, r.Sources[0].Language = strings.Repeat("e1", 32), "ja"
	r.Sources = append(r.Sources, finding.Origin{ID: "slides-2025", Title: finding.Text{EN: "Slides"}, Kind: "slides", Rounding: "unknown"})
	sum := additive()
	fresh := sum
	fresh.Fingerprint, fresh.Baseline = "4123456789abcdef01234567", finding.BaselineNew
	sum.Baseline = finding.BaselineUnchanged
	tie := sum
	tie.Rule, tie.Verdict, tie.Severity, tie.Fingerprint = "equality/same-figure", finding.RoundingOnly, finding.Note, "5123456789abcdef01234567"
	e := *sum.Evidence
	e.Operands = append([]finding.Operand{}, e.Operands[:2]...)
	e.Operands[1].Source = "slides-2025"
	e.Operands[1].Passage = "Sales came to 6,360 (see note 3); 6,360 is more than ever"
	tie.Evidence, tie.Baseline = &e, finding.BaselineChanged
	held := tie
	held.Verdict, held.Baseline = finding.Consistent, ""
	plain := held
	plain.Evidence, plain.Subject = nil, "report-2025/refs.1"
	r.Findings, r.Passes = []finding.Finding{fresh, sum, tie}, []finding.Finding{held, plain}
	r.Summary.Findings[finding.Error], r.Summary.Findings[finding.Note] = 2, 1
	r.Rules = append(r.Rules, finding.RuleResult{
		Rule: finding.Rule{
			ID: "record/syntax", Title: "Files can be read", Severity: finding.Error, Class: finding.Record, Scope: "form", Preliminary: true,
		}, Population: 3, Consistent: 3,
	})
	r.Baseline = &finding.Baseline{
		Name: "main", Commit: strings.Repeat("ab", 20), Gone: []finding.Finding{shares()},
		Counts: map[finding.BaselineState]int{
			finding.BaselineNew: 1, finding.BaselineUnchanged: 1, finding.BaselineChanged: 1, finding.BaselineGone: 1,
		},
		Dropped: []finding.DroppedCheck{{
			Rule: "arithmetic/sum", Subject: "report-2025/by-flour", Fingerprint: "6123456789abcdef01234567",
			Verdict: finding.Inconsistent, Message: finding.Text{EN: "Its total was deleted.", JA: "合計が削除されました。"},
			Location: at("facts/bakery.yaml", 3, 1, 2),
		}},
	}
	r.Coverage, r.References = coverage(), references()
	return &r
}

func coverage() []finding.Coverage {
	count := finding.TokenCount{Tokens: 40, Drawn: 30, Checked: 24, SetAside: 8, Unaccounted: 2}
	return []finding.Coverage{
		{Source: "report-2025", TokenCount: count, Sections: []finding.CoverageSection{
			{Title: "■売上", First: 1, Last: 50, TokenCount: count}, {First: 51, Last: 60},
		}},
		{Source: "slides-2025", Why: &finding.Text{EN: "no file has the registered digest", JA: "登録されたファイルがありません"}},
	}
}

func references() []finding.ReferenceMap {
	entry := func(list, url string, line int) finding.ReferenceEntry {
		return finding.ReferenceEntry{List: list, Fact: "report-2025/" + list + ".1", URL: url, SourceLine: line}
	}
	return []finding.ReferenceMap{{
		Source: "report-2025",
		Lists:  []finding.ReferenceList{{ID: "refs", Section: "1", Entries: 2}, {ID: "all", Entries: 2}},
		Markers: []finding.Marker{
			{Number: "1", Claims: 3, Disagrees: true, Entries: []finding.ReferenceEntry{
				entry("refs", "https://example.org/a", 80), entry("all", "javascript:alert(1)", 120), entry("late", "https://example.org/a", 0),
			}},
			{Number: "2", Entries: []finding.ReferenceEntry{{List: "all", Fact: "report-2025/all.2", Form: "note", Begins: "Based on"}}},
			{Number: "3", Claims: 1},
		},
	}}
}

// additive is a sum of three parts, one of them taken off, that misses its total
// by more than rounding explains.
func additive() finding.Finding {
	f := shares()
	part := func(printed, value, interval, weight string, line int) finding.Operand {
		o := operand("part", printed, value, interval, finding.Text{EN: "Sales", JA: "売上"}, line)
		o.Unit, o.Concept, o.Weight, o.Passage = "JPY", "sales", weight, "売上は"+printed+"百万円となり、前年を上回った"
		return o
	}
	f.Message = finding.Text{EN: "Sales are printed as 8,990 and add up to 8,870.", JA: "売上の記載は8,990ですが、検算すると8,870です。"}
	f.Evidence = &finding.Evidence{
		Operands: []finding.Operand{
			part("8,990", "8990000000", "[8989500000, 8990500000] rounded; [8990000000, 8991000000) truncated", "", 12),
			part("6,360", "6360000000", "[6359500000, 6360500000]", "", 13),
			part("2,613", "2613000000", "[2612500000, 2613500000]", "", 14),
			part("103", "103000000", "(102500000, 103500000)", "-1", 15),
		},
		Computed: &finding.Figure{Value: "8870000000", Interval: "[8868500000, 8871500000]"},
		Reported: &finding.Figure{Fact: "report-2025/12", Printed: "8,990", Value: "8990000000", Interval: "[8989500000, 8990500000]"},
		Unit:     "JPY", Deviation: "120000000", Digest: "abcdef98765432100123456789",
	}
	f.Evidence.Operands[0].Role = "total"
	return f
}

// ordered is a figure that should not be above another, and is.
func ordered() finding.Finding {
	f := shares()
	f.Evidence = &finding.Evidence{
		Operands: []finding.Operand{
			operand("lesser", "120", "120", "[119.5, 120.5]", finding.Text{EN: "Loaves sold"}, 3),
			operand("greater", "100以上", "100", "[100, ∞)", finding.Text{EN: "Loaves baked"}, 4),
		},
		Computed: &finding.Figure{Value: "120", Interval: "[119.5, 120.5]"},
		Reported: &finding.Figure{Printed: "100以上", Value: "100", Interval: "[100, ∞)"}, Unit: "percent", Deviation: "20",
	}
	return f
}

// thousands is a report of n findings of all severities, classes and kinds of
// evidence: too many to store, enough to see whether a page stays usable.
func thousands(n int) *finding.Report {
	r := base()
	examples := []finding.Finding{additive(), shares(), ordered()}
	severities, classes := finding.Severities(), []finding.Class{finding.Source, finding.Gap, finding.Record}
	for i := range 12 {
		rule := r.Rules[0]
		rule.ID = fmt.Sprintf("family-%d/rule-%d", i/4, i)
		r.Rules = append(r.Rules, rule)
	}
	for i := range n {
		f := examples[i%len(examples)]
		f.Rule, f.Severity, f.Class = r.Rules[1+i%12].ID, severities[i%7%3], classes[i%5%3]
		f.Fingerprint, f.Subject = fmt.Sprintf("%024x", i), fmt.Sprintf("report-%d/subject-%d", i%40, i)
		f.Location = at(fmt.Sprintf("facts/source-%d.yaml", i%40), i+1, 3, 9)
		e := *f.Evidence
		e.Operands = append([]finding.Operand{}, e.Operands...)
		for j := range e.Operands {
			e.Operands[j].Source, e.Operands[j].Fact = fmt.Sprintf("report-%d", i%40), fmt.Sprintf("report-%d/fact-%d-%d", i%40, i, j)
		}
		f.Evidence = &e
		r.Findings = append(r.Findings, f)
		r.Summary.Findings[f.Severity]++
	}
	return &r
}
