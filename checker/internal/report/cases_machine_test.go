package report_test

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
)

// undecided is a run in which nothing is wrong and nothing is certain.
func undecided() *finding.Report {
	r := base()
	f := shares()
	f.Rule, f.Class, f.Severity, f.Verdict = "pay/target", finding.Gap, finding.Note, finding.Undetermined
	f.Subject = "report-2025/bonus.profit"
	f.Message = finding.Text{EN: "The target of a measure is not disclosed.", JA: "評価指標の目標値が開示されていません。"}
	f.Evidence = &finding.Evidence{
		Operands: []finding.Operand{operand("actual", "−698億円", "-69800000000", "[-69850000000, -69750000000]", finding.Text{EN: "Profit", JA: "利益"}, 13)},
		Missing:  []finding.Missing{{Role: "target", Label: finding.Text{EN: "Target", JA: "目標"}, Cause: "undisclosed"}},
		Unit:     "JPY",
	}
	second := f
	second.Subject, second.Fingerprint = "report-2025/bonus.quality", "3123456789abcdef01234567"
	r.Findings = []finding.Finding{f, second}
	r.Summary.Findings[finding.Note], r.Summary.Undetermined = 2, 2
	rule := r.Rules[0]
	rule.ID, rule.Title, rule.Class, rule.Severity = "pay/target", "Every measure has a target", finding.Gap, finding.Warning
	rule.Population, rule.Consistent, rule.Undetermined = 2, 0, 2
	r.Rules = append(r.Rules, rule)
	r.Excerpts = map[string]map[int]string{"facts/bakery.yaml": {12: "    profit: {metric: operatingProfit}"}}
	return &r
}

// compared is a run against a base: findings in each state, with decisions in
// each state, and what is no more.
func compared() *finding.Report {
	r := base()
	states := []struct {
		baseline finding.BaselineState
		decision *finding.Disposition
	}{
		{finding.BaselineNew, nil},
		{finding.BaselineUnchanged, decision(finding.DispositionLive)},
		{finding.BaselineChanged, decision(finding.DispositionStale)},
		{finding.BaselineUnchanged, decision(finding.DispositionExpired)},
	}
	for i, state := range states {
		f := shares()
		f.Subject, f.Fingerprint = fmt.Sprintf("report-2025/by-shop-%d", i), fmt.Sprintf("%d123456789abcdef01234567", i)
		f.Location = at("facts/bakery.yaml", 12+i, 10, 7)
		if state.baseline == finding.BaselineUnchanged {
			f.Location = at("facts/other.yaml", 7, 3, 2)
		}
		f.Baseline, f.Disposition = state.baseline, state.decision
		r.Findings = append(r.Findings, f)
	}
	gone := shares()
	gone.Subject, gone.Fingerprint, gone.Baseline = "report-2025/by-street", "9123456789abcdef01234567", finding.BaselineGone
	r.Baseline = &finding.Baseline{
		Name: "main", Commit: "0123456789abcdef0123456789abcdef01234567",
		Counts: map[finding.BaselineState]int{
			finding.BaselineNew: 1, finding.BaselineUnchanged: 2, finding.BaselineChanged: 1, finding.BaselineGone: 1,
		},
		Gone: []finding.Finding{gone},
		Dropped: []finding.DroppedCheck{{
			Rule: "arithmetic/sum", Subject: "report-2025/by-month", Fingerprint: "8123456789abcdef01234567",
			Verdict:  finding.Inconsistent,
			Message:  finding.Text{EN: "The sum by month is no longer checked.", JA: "月別の合計は検査されなくなりました。"},
			Location: at("facts/bakery.yaml", 40, 3, 8), Disposition: decision(finding.DispositionLive),
		}},
	}
	r.Summary.Findings[finding.Error], r.Summary.Decided = 3, 1
	r.Rules[0].Inconsistent, r.Rules[0].Consistent = 4, 38
	return &r
}

// flood is a run with more findings than some readers take, the gravest
// of them last.
func flood(n int) *finding.Report {
	r := base()
	severities := []finding.Severity{finding.Note, finding.Warning, finding.Error}
	for i := range n {
		f := shares()
		f.Severity = severities[i*3/n]
		f.Subject, f.Fingerprint = fmt.Sprintf("report-2025/by-shop-%d", i), fmt.Sprintf("%024x", i)
		f.Location = at("facts/bakery.yaml", 12+i, 10, 7)
		r.Findings = append(r.Findings, f)
	}
	r.Rules[0].Population, r.Rules[0].Consistent, r.Rules[0].Inconsistent = n, 0, n
	return &r
}
