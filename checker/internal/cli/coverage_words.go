package cli

import "github.com/tieout/tieout/checker/internal/coverage"

// coverageWords are the texts of coverage in one language.
type coverageWords struct {
	unknown, numbers, shares, misplaced string
	idle, list, partly                  string
	legend, problems, all, separator    string
	columns                             []string
	kindNames                           map[coverage.Kind]string
	reasonNames                         map[string]string
}

var coverageEnglish = &coverageWords{
	unknown: "%s: not known, %s", numbers: "%s: %d printed numbers outside URLs",
	shares:    "accounted for %s; checked %s of the drawn; set aside %s (%d of %d)",
	misplaced: "%d selectors do not lead to one place of the text; see tieout check",
	idle:      "%s: this entry of setAside covers nothing that is left", list: "unaccounted: %d",
	partly:    "quoted in part, or by a fact that cannot hold it: %s",
	legend:    "# drawn and checked  = drawn  - set aside  . unaccounted",
	problems:  "errors in the fact files: %d; facts left out for them: %d; see tieout check",
	all:       "all",
	separator: ", ",
	columns:   []string{"tokens", "drawn", "checked", "set aside", "unaccounted"},
	kindNames: map[coverage.Kind]string{
		coverage.Number: "numbers", coverage.Name: "names", coverage.Label: "labels", coverage.Marker: "markers",
		coverage.NotePointer: "note pointers", coverage.Entry: "addresses",
	},
	reasonNames: map[string]string{
		"pageNumber": "page numbers", "listOrdinal": "list ordinals", "urlPart": "parts of URLs", "headingNumber": "heading numbers",
		"namePart": "parts of names", "pageFurniture": "page furniture", "other": "other reasons",
	},
}

var coverageJapanese = &coverageWords{
	unknown: "%s: 不明（%s）", numbers: "%s: URL以外に印字された数字 %d個",
	shares:    "説明済み %s、抽出のうち検査済み %s、対象外 %s（%[5]d件中%[4]d件）",
	misplaced: "原文の1か所に定まらない selector が %d 件あります（tieout check を参照）",
	idle:      "%s: この setAside の対象になるものは残っていません", list: "未説明: %d件",
	partly:    "一部のみ、または内容を担えない事実による引用: %s",
	legend:    "# 抽出・検査済み  = 抽出済み  - 対象外  . 未説明",
	problems:  "事実ファイルの誤り: %d件、そのため除外した事実: %d件（tieout check を参照）",
	all:       "合計",
	separator: "、",
	columns:   []string{"件数", "抽出済み", "検査済み", "対象外", "未説明"},
	kindNames: map[coverage.Kind]string{
		coverage.Number: "数値", coverage.Name: "数字を含む名称", coverage.Label: "項番", coverage.Marker: "引用番号",
		coverage.NotePointer: "注番号", coverage.Entry: "参考資料のURL",
	},
	reasonNames: map[string]string{
		"pageNumber": "ページ番号", "listOrdinal": "箇条書きの番号", "urlPart": "URLの一部", "headingNumber": "見出し番号",
		"namePart": "名称の一部", "pageFurniture": "ページの装飾", "other": "その他",
	},
}
