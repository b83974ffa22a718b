package report

// markdownText are the texts of the Markdown report in one language.
type markdownText struct {
	noWorse, raises, worse, oldMistakes, inChange                                    string
	holds, doubts, fails, unusable                                                   string
	coverage, comparison, dropped, worst, rules, all, gone, decided, notices         string
	what, howMany, facts, sources, excluded, anchors, checks, undetermined, setAside string
	hidden, base, noBase, rule, checked, nOfM, consistent, rounding, inconsistent    string
	part, figure, interval, fact, where, more, severity, message, subject, decision  string
	reason, owner, expires, droppedWhy, leftOut, madeWith, noFile, open, close       string
}

func markdownWords(lang string) *markdownText {
	if lang == "ja" {
		return &japaneseMarkdown
	}
	return &englishMarkdown
}

var englishMarkdown = markdownText{
	holds:    "**What was checked holds together.**",
	doubts:   "**No errors, but some points to look at.**",
	fails:    "**Some of it does not hold together.**",
	unusable: "**Some input could not be used**, so part of it was not checked (%d findings on the form of files).",
	noWorse:  "**This change makes nothing worse.**",
	raises:   "**This change brings no errors, but some points to look at.**",
	worse:    "**This change makes something worse.**",
	// What is wrong with the record fails every run, until it is mended.
	oldMistakes: "**This change makes nothing worse, but leaves mistakes in the record that have to be mended.**",
	inChange:    "%s to look at in this change",
	coverage:    "Coverage", comparison: "Compared with the base", dropped: "Checks dropped", worst: "Worst findings (%d of %d)",
	rules: "By rule", all: "All findings", gone: "Gone", decided: "Set aside by decisions", notices: "Notices",
	what: "What", howMany: "How many", facts: "Facts", sources: "Sources", excluded: "; %d left out, as they are malformed",
	anchors: "Anchors", checks: "Checks", undetermined: "Undecided", setAside: "Findings set aside by decisions",
	hidden: "Findings outside the paths asked for",
	base:   "Base: %s.", noBase: "The base %s could not be compared, so everything counts as new: %s",
	rule: "Rule", checked: "Checked", nOfM: "%d of %d", consistent: "Consistent", rounding: "Through rounding only", inconsistent: "Inconsistent",
	part: "Part", figure: "Figure", interval: "Can stand for", fact: "Fact", where: "Where", more: "%d more", severity: "Severity",
	message: "What does not hold", subject: "Subject", decision: "Decision", reason: "Reason", owner: "Owner", expires: "Until",
	droppedWhy: "The base made these checks; they are no longer made, because what they looked at was deleted.",
	leftOut:    "*Left out: this section (%d entries) does not fit into %d KiB. The other formats have all of it.*",
	madeWith:   "Made by %s with the policies %s as of %s.", noFile: "(no file)", open: "“", close: "”",
}

var japaneseMarkdown = markdownText{
	holds:       "**検査した範囲は整合しています。**",
	doubts:      "**エラーはありませんが、確認を要する点があります。**",
	fails:       "**整合しない箇所があります。**",
	unusable:    "**使用できない入力があり**、一部は検査されていません（ファイルの形式に関する指摘 %d件）。",
	noWorse:     "**この変更で悪くなる点はありません。**",
	raises:      "**この変更によるエラーはありませんが、確認を要する点があります。**",
	worse:       "**この変更で悪くなる点があります。**",
	oldMistakes: "**この変更で悪くなる点はありませんが、記録の誤りが残っており、修正が必要です。**",
	inChange:    "この変更で確認すべき指摘 %s",
	coverage:    "検査の範囲", comparison: "比較元との差", dropped: "行われなくなった検査", worst: "重要な指摘（%[2]d件中%[1]d件）",
	rules: "ルール別", all: "すべての指摘", gone: "解消した指摘", decided: "判断済みの指摘", notices: "お知らせ",
	what: "項目", howMany: "件数", facts: "事実", sources: "資料", excluded: "、形式の誤りにより除外 %d件",
	anchors: "記載位置", checks: "検査", undetermined: "判定不能", setAside: "判断済みの指摘", hidden: "指定パス外の指摘",
	base: "比較元: %s。", noBase: "比較元 %s と比較できなかったため、すべて新規として扱います: %s",
	rule: "ルール", checked: "検査", nOfM: "%[2]d件中%[1]d件", consistent: "整合", rounding: "端数処理の範囲内", inconsistent: "不整合",
	part: "役割", figure: "数値", interval: "取り得る範囲", fact: "事実", where: "場所", more: "ほか%d件", severity: "重要度",
	message: "指摘の内容", subject: "対象", decision: "判断", reason: "理由", owner: "担当", expires: "期限",
	droppedWhy: "比較元で行われていた次の検査は、対象が削除されたため行われなくなりました。",
	leftOut:    "*この節（%d件）は%d KiBに収まらないため省略しました。全件はほかの形式で出力できます。*",
	madeWith:   "作成: %s、ポリシー %s、基準日 %s。", noFile: "（ファイルなし）", open: "「", close: "」",
}
