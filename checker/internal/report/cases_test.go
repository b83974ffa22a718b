package report_test

import (
	"fmt"
	"maps"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// cases are the reports that every format is shown to print.
func cases() map[string]*finding.Report {
	return map[string]*finding.Report{
		"audited":   audited(),
		"bakery":    bakery(),
		"clean":     clean(),
		"compared":  compared(),
		"empty":     {},
		"hostile":   hostile(),
		"input":     input(),
		"many":      many(),
		"undecided": undecided(),
		"base":      withBase(),
		"unbounded": unbounded(),
	}
}

func base() finding.Report {
	return finding.Report{
		FormatVersion: finding.FormatVersion,
		Tool:          finding.Tool{Name: "tieout", Version: "1.2.3", PolicyDigest: strings.Repeat("ab", 32)},
		AsOf:          "2026-03-31",
		Summary: finding.Summary{
			Findings: map[finding.Severity]int{finding.Error: 0, finding.Warning: 0, finding.Note: 0},
			Checks:   42, Facts: 12, FactsByKind: map[string]int{"quantity": 10, "relation": 2}, Sources: 1,
			Anchors: finding.Anchors{Verified: 8, Recorded: 7, Stale: 1, Unverified: 2},
		},
		Inputs: []finding.Input{{Path: "facts/bakery.yaml", SHA256: strings.Repeat("0f", 32), Facts: 12}},
		Sources: []finding.Origin{{
			ID: "report-2025", Title: finding.Text{EN: "Annual report", JA: "年次報告"}, Kind: "primaryFiling", Facts: 12,
		}},
		Rules: []finding.RuleResult{{
			Rule: finding.Rule{
				ID: "arithmetic/sum", Title: "A total is the sum of its parts", Description: "Footing: a total that its parts do not\nmake is wrong, or a part is.\n",
				Severity: finding.Error, Class: finding.Source, Scope: "fact", Kinds: []string{"relation"},
				Remediation: finding.Text{EN: "Compare.", JA: "突合してください。"},
				Related:     []finding.Link{{Ref: "https://example.org/standard", Description: "A standard"}},
				Location:    "policies/rules/arithmetic/sum/sum.rego",
			},
			Population: 42, Consistent: 42,
		}},
	}
}

func clean() *finding.Report {
	r := base()
	r.Rules = append(r.Rules, finding.RuleResult{Rule: finding.Rule{
		ID: "pay/weights", Title: "Weights make up 100%", Severity: finding.Error, Class: finding.Source, Scope: "document",
	}})
	r.Notices = []finding.Notice{{
		Message:  finding.Text{EN: "the byte-order mark was skipped", JA: "BOMを読み飛ばしました"},
		Location: at("facts/bakery.yaml", 1, 1, 1),
	}}
	passed := shares()
	passed.Verdict, passed.Severity, passed.Evidence.Deviation = finding.Consistent, finding.Note, ""
	r.Passes = []finding.Finding{passed}
	return &r
}

func at(file string, line, column, length int) finding.Range {
	return finding.Range{
		File: file, Start: finding.Pos{Line: line, Column: column}, End: finding.Pos{Line: line, Column: column + length},
	}
}

// shares is a finding of each kind of evidence, with words in both languages.
func shares() finding.Finding {
	label := func(en, ja string) finding.Text { return finding.Text{EN: en, JA: ja} }
	return finding.Finding{
		Rule: "arithmetic/sum", Class: finding.Source, Severity: finding.Error, Verdict: finding.Inconsistent,
		Fingerprint: "0123456789abcdef01234567", Subject: "report-2025/by-shop",
		Message: label(
			"Share of sales (all shops, FY2025) is printed as 60%, but its parts (約35%, 約18%, 約10%) add up to 63%: "+
				"a difference of 3 points that rounding cannot explain.",
			"売上構成比（全店、2025年度）の記載は60%ですが、内訳（約35%、約18%、約10%）を検算すると63%となり、端数処理では説明できない3ポイントの差があります。"),
		Help:     label("Compare each figure with the source as printed.", "各数値を資料の記載と突合してください。"),
		Location: at("facts/bakery.yaml", 12, 10, 7),
		Evidence: &finding.Evidence{
			Operands: []finding.Operand{
				operand("total", "60%", "60", "[59.5, 60.5] rounded, [60, 61) truncated", label("Share of sales (all shops)", "売上構成比（全店）"), 12),
				operand("part", "約35%", "35", "[34.5, 35.5]", label("Share of sales (north)", "売上構成比（北店）"), 13),
				{
					Fact: "report-2025/refunds", Role: "part", Weight: "-1", Value: "1234567.5", Unit: "JPY",
					Label: label("Refunds", "返金"), Location: at("facts/bakery.yaml", 14, 3, 4),
				},
				{Fact: "report-2025/east", Role: "part", Status: "undisclosed", Label: label("Share of sales (east)", "")},
			},
			Computed: &finding.Figure{Value: "63", Interval: "[123/2, 129/2]"},
			Reported: &finding.Figure{Fact: "report-2025/all", Printed: "60%", Value: "60", Interval: "[59.5, 60.5]"},
			Missing: []finding.Missing{
				{Role: "part", Fact: "report-2025/east", Label: label("Share of sales (east)", ""), Cause: "undisclosed"},
				{Role: "target", Cause: "absent"},
			},
			Worlds:    &finding.Worlds{Meets: []string{"rounded"}, Misses: []string{"a=truncated,b=rounded"}},
			Deviation: "3", Unit: "percent",
			Explanations: []finding.Text{label("the east shop is counted with the north", "東店を北店に含めて集計"), label("other cohorts", "")},
			Params:       map[string]string{"bound": "a ≤ b"},
			Digest:       "fedcba98765432100123456789",
		},
	}
}

func operand(role, printed, value, interval string, label finding.Text, line int) finding.Operand {
	return finding.Operand{
		Fact: "report-2025/" + fmt.Sprint(line), Role: role, Printed: printed, Value: value, Unit: "percent", Interval: interval,
		Label: label, Location: at("facts/bakery.yaml", line, 10, 7), Status: "disclosed", Source: "report-2025", SourceLine: 80 + line,
	}
}

// bakery has findings of every severity, a decision of every state, and long
// Japanese lines.
func bakery() *finding.Report {
	r := base()
	whole := shares()

	stale := finding.Finding{
		Rule: "citation/claim-without-citation", Case: "inference", Class: finding.Source, Severity: finding.Warning,
		Verdict: finding.Inconsistent, Fingerprint: "1123456789abcdef01234567", Subject: "report-2025/growth",
		Message:     finding.Text{EN: "The claim has no citation.", JA: "この主張には引用がありません。"},
		Help:        finding.Text{EN: "Add one.", JA: "引用を追加してください。"},
		Location:    at("facts/bakery.yaml", 20, 70, 6),
		Evidence:    &finding.Evidence{Params: map[string]string{"kind": "blog"}},
		Disposition: decision(finding.DispositionStale),
	}
	expired := stale
	expired.Severity, expired.Class, expired.Verdict = finding.Note, finding.Gap, finding.Undetermined
	expired.Location, expired.Evidence = at("facts/other.yaml", 7, 3, 2), nil
	expired.Disposition = decision(finding.DispositionExpired)
	live := expired
	live.Disposition = decision(finding.DispositionLive)
	open := live
	open.Subject = "report-2025/売上"
	open.Disposition = &finding.Disposition{Status: "falsePositive", Reason: "…", Owner: "経理課", State: finding.DispositionLive}

	r.Findings = []finding.Finding{whole, stale, expired, live, open}
	r.Summary.Findings = map[finding.Severity]int{finding.Error: 1, finding.Warning: 1, finding.Note: 1}
	r.Summary.Decided, r.Summary.Excluded, r.Summary.Hidden, r.Summary.Undetermined = 2, 1, 5, 2
	r.Rules[0].Consistent, r.Rules[0].RoundingOnly, r.Rules[0].Inconsistent, r.Rules[0].Undetermined = 37, 2, 1, 2
	long := r.Rules[0]
	long.ID, long.Population, long.Consistent = "citation/claim-without-citation", 1042, 1037
	r.Rules = append(r.Rules, long)
	r.Excerpts = map[string]map[int]string{
		"facts/bakery.yaml": {
			12: "    all: {value: 60, unit: percent, label: {en: All shops, ja: 全店}}",
			20: "  growth: {text: 売上は前年度を大きく上回り、北店と南店のいずれでも過去最高となった、と報告書は述べているが根拠となる資料は示されていない, modality: fact}",
		},
		"facts/other.yaml": {7: "\t- {fact: a}"},
	}
	return &r
}

func decision(state string) *finding.Disposition {
	return &finding.Disposition{
		Status: "accepted", Reason: "Known.", Owner: "finance review", Approver: "A. Roe", Date: "2025-01-01", Expires: "2025-12-31", State: state,
	}
}

// withBase is a run against a base, with the texts at hand.
func withBase() *finding.Report {
	r := bakery()
	r.Findings[0].Baseline, r.Findings[1].Baseline = finding.BaselineNew, finding.BaselineChanged
	for i := range r.Findings[2:] {
		r.Findings[2+i].Baseline = finding.BaselineUnchanged
	}
	e := *r.Findings[0].Evidence
	e.Operands = append([]finding.Operand{}, e.Operands...)
	e.Operands[0].Passage = "… of all sales, the shops in town made up 60% in the year, which is more than ever before in the history of the bakery …"
	e.Operands[1].Passage = "北店の売上は全体の約35%を占め、前年度を大きく上回る結果となった。南店とあわせた売上は過去最高を記録している"
	r.Findings[0].Evidence = &e
	gone := shares()
	gone.Fingerprint, gone.Baseline, gone.Evidence = "3123456789abcdef01234567", finding.BaselineGone, nil
	gone.Location = at("facts/old.yaml", 3, 1, 4)
	lost := finding.DroppedCheck{
		Rule: "arithmetic/sum", Subject: "report-2025/by-week", Fingerprint: "4123456789abcdef01234567", Verdict: finding.Consistent,
		Message: finding.Text{EN: "A total is the sum of its parts.", JA: "合計は内訳の合計です。"}, Location: at("facts/bakery.yaml", 40, 3, 7),
	}
	allowed := lost
	allowed.Subject, allowed.Fingerprint, allowed.Disposition = "report-2025/by-day", "5123456789abcdef01234567", decision(finding.DispositionLive)
	r.Baseline = &finding.Baseline{
		Name: "main", Commit: strings.Repeat("c0ffee12", 5),
		Counts: map[finding.BaselineState]int{
			finding.BaselineNew: 1, finding.BaselineChanged: 1, finding.BaselineUnchanged: 3, finding.BaselineGone: 1,
		},
		Gone: []finding.Finding{gone}, Dropped: []finding.DroppedCheck{lost, allowed},
	}
	return r
}

// input is a run over files of broken form.
func input() *finding.Report {
	r := base()
	broken := func(rule, en, ja string, place finding.Range) finding.Finding {
		return finding.Finding{
			Rule: rule, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent, Subject: place.File,
			Message: finding.Text{EN: en, JA: ja}, Location: place, Fingerprint: "2123456789abcdef01234567",
		}
	}
	twice := broken("record/duplicate-key", "The key `value` stands twice.", "キー`value`が重複しています。", at("facts/a.yaml", 112, 5, 5))
	twice.Related = []finding.Related{{
		Message: finding.Text{EN: "It stands here first.", JA: "最初の記載はここです。"}, Location: at("facts/a.yaml", 9, 5, 5),
	}}
	several := broken("record/syntax", "A quotation is never closed.", "引用符が閉じられていません。", at("facts/b.yaml", 3, 8, 1))
	several.Location.End = finding.Pos{Line: 9, Column: 1}
	end := broken("record/syntax", "The file ends too early.", "ファイルが途中で終わっています。", at("facts/b.yaml", 10, 4, 0))
	nowhere := broken("record/policy", "The policies cannot be used.", "ポリシーを使用できません。", finding.Range{})
	unreadable := broken("record/syntax", "The file cannot be opened.", "ファイルを開けません。", finding.Range{File: "facts/c.yaml"})
	r.Findings = []finding.Finding{nowhere, twice, several, end, unreadable}
	r.Summary.Findings[finding.Error], r.Summary.InputErrors, r.Summary.Excluded = 5, 5, 3
	r.Excerpts = map[string]map[int]string{
		"facts/a.yaml": {112: "    value: 2", 9: "    value: 1"},
		"facts/b.yaml": {3: "  text: \"no end", 10: "end"},
	}
	return &r
}

// many has more operands than a screen should hold, and a line far too long.
func many() *finding.Report {
	r := base()
	f := shares()
	f.Evidence.Operands = f.Evidence.Operands[:1]
	for i := range 40 {
		f.Evidence.Operands = append(f.Evidence.Operands,
			operand("part", fmt.Sprintf("%d%%", i), fmt.Sprint(i), fmt.Sprintf("[%d.5, %d.5]", i-1, i), finding.Text{EN: "Shop", JA: "店"}, 13+i))
	}
	f.Evidence.Operands[0].Interval = "[59.5, 60.5]"
	f.Location.Start.Column, f.Location.End.Column = 5000, 5007
	r.Findings = []finding.Finding{f}
	r.Summary.Findings[finding.Error] = 1
	r.Excerpts = map[string]map[int]string{"facts/bakery.yaml": {12: strings.Repeat("日本語, ", 1000) + strings.Repeat("x", 9000)}}
	return &r
}

// evil holds a terminal escape, a C1 control, bidirectional overrides, zero
// width characters, markup, a line break and a byte that is no UTF-8.
const evil = "a\x1b[31mred\u009b2J\u202etxt\u2066\u200b\ufeff\U000e0041<b>&\n::error::\t\x00\xff|"

func hostile() *finding.Report {
	r := base()
	text := finding.Text{EN: evil, JA: evil}
	f := shares()
	f.Rule, f.Case, f.Subject, f.Message, f.Help, f.Fingerprint = evil, evil, evil, text, text, evil
	f.Location.File = evil
	e := *f.Evidence
	e.Operands = []finding.Operand{{
		Fact: evil, Role: evil, Weight: evil, Label: text, Printed: evil, Value: evil, Unit: evil, Interval: evil, Status: evil,
		Location: at(evil, 1, 1, 1), Source: evil, SourceLine: 3, Passage: evil,
	}}
	e.Computed = &finding.Figure{Fact: evil, Printed: evil, Value: evil, Interval: evil}
	e.Deviation, e.Unit, e.Explanations = evil, evil, []finding.Text{text}
	e.Missing = []finding.Missing{{Role: evil, Fact: evil, Label: text, Cause: "lost"}}
	e.Worlds = &finding.Worlds{Meets: []string{evil}, Misses: []string{evil}}
	e.Params = map[string]string{evil: evil}
	f.Evidence = &e
	f.Related = []finding.Related{{Message: text, Location: at(evil, 12, 2, 3)}}
	f.Disposition = decision(finding.DispositionExpired)
	f.Disposition.Owner, f.Disposition.Status, f.Disposition.Expires = evil, evil, evil
	live := f
	live.Disposition = decision(finding.DispositionLive)
	live.Disposition.Owner, live.Disposition.Status, live.Disposition.Expires = evil, evil, evil
	r.Findings = []finding.Finding{f, live}
	r.Notices = []finding.Notice{{Message: text, Location: at(evil, 1, 1, 1)}}
	r.Baseline = &finding.Baseline{
		Name: evil, Commit: evil, Counts: map[finding.BaselineState]int{finding.BaselineNew: 1},
		Gone: []finding.Finding{f}, Dropped: []finding.DroppedCheck{{
			Rule: evil, Subject: evil, Fingerprint: evil, Message: text, Location: at(evil, 1, 1, 1), Disposition: f.Disposition,
		}},
	}
	r.Rules[0].ID, r.Rules[0].Title, r.Rules[0].Description, r.Rules[0].Related = evil, evil, evil, []finding.Link{{Ref: evil, Description: evil}}
	idle := r.Rules[0]
	idle.Population = 0
	r.Rules = append(r.Rules, idle)
	r.Summary.Findings = maps.Clone(r.Summary.Findings)
	r.Summary.Findings[finding.Error], r.Summary.Decided = 1, 1
	r.Excerpts = map[string]map[int]string{evil: {12: strings.ReplaceAll(evil, "\n", "")}}
	return &r
}
