package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// words are the texts of the text format in one language. Those with a verb
// (%s, %d) are patterns.
type words struct {
	severity                             map[finding.Severity]string
	computed, reported, deviation        string
	missing, worlds, explanations        string
	help, decision, noFile, notice       string
	fingerprint                          string
	printedAt, point, points             string
	more                                 string
	decided, owner, expires, noExpiry    string
	decisionStale, decisionExpired       string
	population, checked, allConsistent   string
	consistent, rounding, inconsistent   string
	undecided, idle, skipped             string
	anchors, anchored, recorded          string
	stale, unverified                    string
	roles, causes, statuses, worldWords  map[string]string
	meets, misses, listSeparator, clause string
	heldUnlisted                         string
	factsInvolved, furtherFacts          string
	truncated, nothingToCheck            string
	why, readMore, noSource, open, close string
	base, noBase, gone, dropped          string
	leftOut                              string
	states                               map[finding.BaselineState]string
	stateCounts                          map[finding.BaselineState]string
}

func wordsIn(lang string) *words {
	if lang == "ja" {
		return &japanese
	}
	return &english
}

var english = words{
	severity: map[finding.Severity]string{finding.Error: "error", finding.Warning: "warning", finding.Note: "note"},
	computed: "computed", reported: "reported", deviation: "deviation", missing: "missing", worlds: "worlds",
	explanations: "may be explained by", help: "help", decision: "decision", fingerprint: "fingerprint",
	noFile: "(no file)", notice: "notice", printedAt: "printed in %s line %d", point: "1 point", points: "%s points",
	more:    "… %d more (see --format json)",
	decided: "Set aside by decisions", owner: "by %s", expires: "until %s", noExpiry: "without expiry",
	decisionStale:   "%s by %s, but the evidence has changed since",
	decisionExpired: "%s by %s, but it expired on %s",
	population:      "Checked", checked: "%d of %d checked", allConsistent: "all consistent",
	consistent: "%d consistent", rounding: "%d through rounding only", inconsistent: "%d inconsistent",
	undecided: "%d undecided", idle: "nothing to check for: %s",
	skipped: "left out: %s (%s)",
	anchors: "Anchors", anchored: "%d of %d verified", recorded: " (%d as recorded before)", stale: "%d stale",
	unverified: "%d not verified",
	roles:      map[string]string{"rests": "rests on"},
	causes: map[string]string{
		"undisclosed": "not disclosed", "lost": "lost in the extraction of the text", "absent": "not recorded",
		"several": "not a single figure", "dangling": "not found", "text": "given in words",
		"excluded": "left out because its entry is malformed",
	},
	statuses: map[string]string{
		"undisclosed": "not disclosed", "lost": "lost", "nil": "nil", "notApplicable": "not applicable",
	},
	meets: "holds if %s", misses: "fails if %s", listSeparator: ", ", clause: "; ",
	heldUnlisted: "%d that held, not listed one by one", factsInvolved: "Facts involved: %s.", furtherFacts: "and %d more",
	truncated:      "Only the gravest %d of %d findings are in this log, as GitHub shows no more. All are in the other formats.",
	nothingToCheck: "There was nothing that this rule applies to.",
	why:            "why", readMore: "see", noSource: "(no source)", open: "“", close: "”",
	base: "Compared with %s", noBase: "Not compared with %s, so everything counts as new", gone: "Gone since the base",
	dropped: "No longer checked (deleted)", leftOut: "Not shown: %s; without --new-only they are.",
	states: map[finding.BaselineState]string{
		finding.BaselineNew: "new", finding.BaselineChanged: "changed", finding.BaselineUnchanged: "unchanged", finding.BaselineGone: "gone",
	},
	stateCounts: map[finding.BaselineState]string{
		finding.BaselineNew: "%d new", finding.BaselineChanged: "%d changed", finding.BaselineUnchanged: "%d unchanged",
		finding.BaselineGone: "%d gone",
	},
}

var japanese = words{
	severity: map[finding.Severity]string{finding.Error: "エラー", finding.Warning: "警告", finding.Note: "注記"},
	computed: "計算値", reported: "記載値", deviation: "差", missing: "値なし", worlds: "端数処理",
	explanations: "考えられる説明", help: "対処", decision: "判断", fingerprint: "識別子",
	noFile: "（ファイルなし）", notice: "お知らせ", printedAt: "資料 %s の%d行目", point: "1ポイント", points: "%sポイント",
	more:    "… ほか%d件（全件は --format json）",
	decided: "判断済みの指摘", owner: "担当 %s", expires: "%sまで", noExpiry: "期限なし",
	decisionStale:   "%s（担当 %s）。その後に根拠が変わったため失効しています",
	decisionExpired: "%s（担当 %s）。%sに期限が切れています",
	population:      "検査した範囲", checked: "%[2]d件中%[1]d件を検査", allConsistent: "すべて整合",
	consistent: "整合 %d", rounding: "端数処理の範囲内 %d", inconsistent: "不整合 %d",
	undecided: "判定不能 %d", idle: "検査対象なし: %s",
	skipped: "除外した規則: %s（%s）",
	anchors: "記載位置", anchored: "%[2]d件中%[1]d件を確認", recorded: "（うち%d件は以前の記録による）", stale: "確認後に変更 %d",
	unverified: "未確認 %d",
	roles: map[string]string{
		"total": "合計", "part": "内訳", "whole": "全体", "result": "結果", "numerator": "分子", "denominator": "分母",
		"from": "前", "to": "後", "factor": "因数", "lesser": "小さい側", "greater": "大きい側", "fact": "対象",
		"rank": "順位", "among": "比較対象", "item": "項目", "member": "同一項目", "weight": "評価割合",
		"target": "目標値", "actual": "実績値", "achievement": "達成率", "score": "評点", "overall": "総合",
		"claim": "主張", "note": "注記", "citation": "引用", "rests": "根拠", "measure": "評価指標",
		"above": "上位の数値", "entry": "文献", "event": "出来事",
		"term": "項", "by": "割合", "of": "全体の数", "lowest": "下限", "highest": "上限", "person": "対象者",
		"on": "出来事", "threshold": "下限値", "maximum": "上限値", "unadjusted": "調整前達成率", "floor": "下限", "cap": "上限",
	},
	causes: map[string]string{
		"undisclosed": "開示なし", "lost": "テキスト抽出で欠落", "absent": "記録なし", "several": "値が一つに定まらない",
		"dangling": "参照先なし", "text": "文言による記載", "excluded": "記載の誤りにより除外",
	},
	statuses: map[string]string{
		"undisclosed": "開示なし", "lost": "欠落", "nil": "なし", "notApplicable": "該当なし",
	},
	worldWords: map[string]string{"rounded": "四捨五入", "truncated": "切り捨て"},
	meets:      "%sなら整合", misses: "%sなら不整合", listSeparator: "、", clause: "、",
	heldUnlisted: "整合した%d件（個別には記載せず）", factsInvolved: "関係する事実: %s。", furtherFacts: "ほか%d件",
	truncated:      "GitHubの表示上限のため、%[2]d件の指摘のうち重大なものから%[1]d件のみを収録しています。全件は他の形式で確認できます。",
	nothingToCheck: "この規則の対象はありませんでした。",
	why:            "理由", readMore: "参考", noSource: "（資料なし）", open: "「", close: "」",
	base: "比較元 %s", noBase: "%s と比較できないため、すべて新規として扱います", gone: "解消した指摘",
	dropped: "行われなくなった検査（対象を削除）", leftOut: "表示していない指摘: %s（--new-only を外すと表示します）",
	states: map[finding.BaselineState]string{
		finding.BaselineNew: "新規", finding.BaselineChanged: "変更", finding.BaselineUnchanged: "変更なし", finding.BaselineGone: "解消",
	},
	stateCounts: map[finding.BaselineState]string{
		finding.BaselineNew: "新規 %d件", finding.BaselineChanged: "変更 %d件", finding.BaselineUnchanged: "変更なし %d件",
		finding.BaselineGone: "解消 %d件",
	},
}

// in gives the word that a table has for a name, or the name itself.
func in(table map[string]string, name string) string {
	if word, ok := table[name]; ok {
		return word
	}
	return name
}

// world names a way of rounding: "rounded", or "a=rounded,b=truncated".
func (w *words) world(name string) string {
	parts := strings.Split(name, ",")
	for i, part := range parts {
		if source, mode, found := strings.Cut(part, "="); found {
			parts[i] = source + "=" + in(w.worldWords, mode)
		} else {
			parts[i] = in(w.worldWords, part)
		}
	}
	return strings.Join(parts, ", ")
}

// distance writes a difference: that of two percentages is in points.
func (w *words) distance(value, unit string) string {
	switch {
	case unit != "percent":
		return amount(value, unit)
	case value == "1":
		return w.point
	}
	return fmt.Sprintf(w.points, amount(value, ""))
}
