package report

import "github.com/tieout/tieout/checker/internal/finding"

// diffWords are the texts of differences in one language.
type diffWords struct {
	Title, Before, After, Same, Held, AsOf, Part, None, Report, Tool, Findings string
	policies, severity, verdict, evidence                                      string
	groups                                                                     map[finding.BaselineState]string
	verdicts                                                                   map[string]string
}

func diffWordsIn(lang string) *diffWords {
	if lang == "ja" {
		return &japaneseDiff
	}
	return &englishDiff
}

var englishDiff = diffWords{
	Title: "Two reports compared", Before: "Before", After: "After", Same: "The findings are the same.", Held: "holds now",
	AsOf: "as of", Part: "Part", None: "none", Report: "Report", Tool: "Made by", Findings: "Findings",
	policies: "The policies differ, too, so that not every difference comes from the facts.",
	severity: "severity", verdict: "verdict", evidence: "evidence",
	groups: map[finding.BaselineState]string{
		finding.BaselineNew: "New", finding.BaselineChanged: "Changed", finding.BaselineGone: "Gone",
	},
	verdicts: map[string]string{
		string(finding.RoundingOnly): "through rounding only", string(finding.Undetermined): "undecided",
	},
}

var japaneseDiff = diffWords{
	Title: "二つの報告の比較", Before: "前", After: "後", Same: "指摘に違いはありません。", Held: "現在は整合",
	AsOf: "基準日", Part: "項目", None: "なし", Report: "報告", Tool: "作成", Findings: "指摘",
	policies: "ポリシーも異なるため、差のすべてが事実によるとは限りません。",
	severity: "重要度", verdict: "判定", evidence: "根拠",
	groups: map[finding.BaselineState]string{
		finding.BaselineNew: "新規", finding.BaselineChanged: "変更", finding.BaselineGone: "解消",
	},
	verdicts: map[string]string{
		string(finding.Consistent): "整合", string(finding.RoundingOnly): "端数処理の範囲内",
		string(finding.Inconsistent): "不整合", string(finding.Undetermined): "判定不能",
	},
}
