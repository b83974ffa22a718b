package report

// commandWords are the texts of the annotations in one language.
type commandWords struct {
	help, same, more, moreTitle, moreFiles string
	dropped, droppedTitle, leftOut         string
}

func githubWords(lang string) *commandWords {
	if lang == "ja" {
		return &japaneseCommands
	}
	return &englishCommands
}

var englishCommands = commandWords{
	help: "Help", same: "(%d more of this rule on this line)",
	more: "%d more findings (%s) are not shown as annotations. They are in:", moreTitle: "More findings",
	moreFiles:    "more files: %d",
	dropped:      "Checks that the base made and that are no longer made, because what they looked at was deleted: %d",
	droppedTitle: "Checks dropped",
	leftOut:      "Not annotated: %d unchanged; with --annotate all they are.",
}

var japaneseCommands = commandWords{
	help: "対処", same: "（この行には同じルールの指摘がほか%d件あります）",
	more: "ほかの指摘%d件（%s）は注釈に表示されません。該当するファイル:", moreTitle: "その他の指摘",
	moreFiles:    "ほか%dファイル",
	dropped:      "比較元で行われていて、対象の削除により行われなくなった検査: %d件",
	droppedTitle: "行われなくなった検査",
	leftOut:      "注釈にしていない変更なしの指摘: %d件（--annotate all で注釈にします）",
}
