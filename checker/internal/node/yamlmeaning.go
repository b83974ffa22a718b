package node

// meanings lists what authors get wrong in YAML, the more special first.
var meanings = []meaning{
	{
		contains: "mapping values are not allowed",
		message:  sayf("a `:` stands where no key can be", "キーを書けない位置に `:` があります"),
		help: sayf("Put text that holds `: ` in quotes, or check the indentation of this line and the one above.",
			"`: ` を含む文字列は引用符で囲むか、この行と一つ上の行の字下げを確認してください。"),
	}, {
		contains: "did not find expected key",
		message:  sayf("the line does not fit the mapping that it stands in", "この行が、属しているマッピングに合いません"),
		help: sayf("Indent it like its neighbours; check the quotes and colons here and in the line above.",
			"前後の行と字下げをそろえ、この行と一つ上の行の引用符とコロンを確認してください。"),
	}, {
		contains: "did not find expected '-' indicator",
		message:  sayf("the line does not fit the list that it stands in", "この行が、属しているリストに合いません"),
		help: sayf("Begin it with `- `, indented like the other items.",
			"ほかの項目と字下げをそろえ、`- ` で始めてください。"),
	}, {
		contains: "did not find expected ',' or ']'",
		message:  sayf("the list in `[ ]` is not continued or closed here", "`[ ]` のリストが、ここで続いても閉じてもいません"),
		help:     sayf("Add the missing `,` or `]`.", "抜けている `,` か `]` を補ってください。"),
	}, {
		contains: "did not find expected ',' or '}'",
		message:  sayf("the mapping in `{ }` is not continued or closed here", "`{ }` のマッピングが、ここで続いても閉じてもいません"),
		help:     sayf("Add the missing `,` or `}`.", "抜けている `,` か `}` を補ってください。"),
	}, {
		contains: "could not find expected ':'",
		message:  sayf("a key without `:` stands here", "`:` のないキーがあります"),
		help: sayf("Write `key: value`, or check the indentation of this line.",
			"`キー: 値` の形で書くか、この行の字下げを確認してください。"),
		atStart: true,
	}, {
		contains: "found unexpected end of stream",
		message:  sayf("the quoted text that begins here is never closed", "ここで始まる引用符が閉じられていません"),
		help:     sayf("Add the closing quote.", "閉じる引用符を補ってください。"),
		atStart:  true,
	}, {
		contains: "found unexpected document indicator",
		message:  sayf("the quoted text that begins here runs into the next document", "ここで始まる引用符が閉じられないまま、次の文書が始まっています"),
		help:     sayf("Add the closing quote.", "閉じる引用符を補ってください。"),
		atStart:  true,
	}, {
		contains: "did not find expected <document start>",
		message:  sayf("text follows the end of the document", "文書の終わりの後に余分な文字があります"),
		help: sayf("Begin a new document with a line `---`, or check the indentation.",
			"`---` の行で新しい文書を始めるか、字下げを確認してください。"),
	}, {
		contains: "block sequence entries are not allowed",
		message:  sayf("a list item `- ` cannot stand here", "ここに項目 `- ` は書けません"),
		help: sayf("Begin the list on a line of its own, or put the text in quotes.",
			"リストは次の行から始めるか、文字列であれば引用符で囲んでください。"),
	}, {
		contains: "mapping keys are not allowed",
		message:  sayf("a key cannot stand here", "ここにキーは書けません"),
		help: sayf("Put text that begins with `? ` in quotes, or check the indentation.",
			"`? ` で始まる文字列は引用符で囲むか、字下げを確認してください。"),
	}, {
		contains: depthExceeded,
		help:     tooDeepHelp(),
	}, {
		contains: "unknown anchor",
		message:  sayf("the alias (`*…`) refers to an anchor that does not stand above", "エイリアス（`*…`）の参照先のアンカーが、それより前にありません"),
		help: sayf("Define `&name` before it in the same document, or put the text in quotes.",
			"同じ文書の前の方で `&名前` を定義するか、文字列であれば引用符で囲んでください。"),
	}, {
		contains: "did not find expected alphabetic or numeric character",
		message:  sayf("`*` or `&` stands at the start of a value", "値が `*` か `&` で始まっています"),
		help:     sayf("Put the text in quotes.", "文字列を引用符で囲んでください。"),
	}, {
		contains: "found character that cannot start any token",
		message:  sayf("a value cannot begin with this character", "値をこの文字で始めることはできません"),
		help:     sayf("Put the text in quotes.", "文字列を引用符で囲んでください。"),
	}, {
		contains: "tab",
		message:  sayf("a tab stands where only spaces may be", "半角スペースを使うべき場所にタブがあります"),
		help:     sayf("Write spaces instead of the tab.", "タブを半角スペースに置き換えてください。"),
	}, {
		contains: "unknown escape character",
		message:  sayf("an unknown escape stands in the quoted text", "二重引用符の中に、使えないエスケープがあります"),
		help: sayf("Write `\\\\` for a backslash, or use single quotes.",
			"円記号（バックスラッシュ）は `\\\\` と書くか、一重引用符を使ってください。"),
	}, {
		contains: "hexadecimal number",
		message:  sayf("the escape needs hexadecimal digits", "エスケープの後に十六進数が必要です"),
		help:     sayf("Write the character itself instead of its escape.", "エスケープではなく、文字そのものを書いてください。"),
	}, {
		contains: "invalid Unicode character escape",
		message:  sayf("the escape does not name a character", "エスケープが文字を表していません"),
		help:     sayf("Write the character itself instead of its escape.", "エスケープではなく、文字そのものを書いてください。"),
	}, {
		contains: "did not find expected node content",
		message:  sayf("a value is missing here", "ここに値がありません"),
		help:     sayf("Write the value, or delete the comma or bracket before it.", "値を書くか、前のカンマや括弧を削除してください。"),
	}, {
		contains: "comment without preceding whitespace",
		message:  sayf("a comment needs a space before its `#`", "コメントの `#` の前には空白が必要です"),
		help:     sayf("Add the space, or put the text in quotes.", "空白を入れるか、文字列であれば引用符で囲んでください。"),
	}, {
		contains: "comment or line break",
		message:  sayf("text follows `|` or `>` on the same line", "`|` や `>` と同じ行に文字があります"),
		help: sayf("Begin the text on the next line, or put it in quotes.",
			"本文は次の行から書くか、引用符で囲んでください。"),
	}, {
		contains: "as a !!",
		message:  sayf("a tag (`!!…`) does not fit its value", "タグ（`!!…`）が値に合いません"),
		help:     sayf("Delete the tag.", "タグを削除してください。"),
	}, {
		contains: "tag",
		message:  sayf("this tag (`!…`) cannot be read", "タグ（`!…`）を読めません"),
		help:     sayf("Delete the tag, or put the text in quotes.", "タグを削除するか、文字列であれば引用符で囲んでください。"),
	}, {
		contains: "incompatible YAML document",
		message:  sayf("the line `%%YAML` asks for another version of YAML", "`%%YAML` の行が別のバージョンのYAMLを指定しています"),
		help:     sayf("Delete the line.", "この行を削除してください。"),
	}, {
		contains: "directive",
		message:  sayf("a line that begins with `%%` is an instruction to YAML, and this one cannot be read", "`%%` で始まる行はYAMLへの指示ですが、読めません"),
		help:     sayf("Put the text in quotes, or delete the line.", "文字列であれば引用符で囲み、不要であれば行を削除してください。"),
	},
}
