package node

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// jsonError reports a syntax error in words that tell what to do.
func (r *jsonReader) jsonError(err error) {
	at := r.errorOffset(err)
	pr := problem{
		start: at, end: r.characterEnd(at), pointer: r.pointer(),
		help: sayf("Check the commas, colons, quotes and brackets here and just before.",
			"この位置とその直前のカンマ・コロン・引用符・括弧を確認してください。"),
	}
	rest := string(r.src.data[at:])
	switch {
	case rest == "":
		pr.message = sayf("the file ends before its JSON value is complete", "JSONの値が終わる前にファイルが終わっています")
		pr.help = sayf("Close the brackets and quotes that are still open.", "閉じていない括弧や引用符を閉じてください。")
	case strings.Contains(err.Error(), "string literal") || strings.Contains(err.Error(), "string escape"):
		pr.message = sayf("a line break, a tab or an unknown escape stands inside a text", "文字列の中に、改行・タブ・使えないエスケープのいずれかがあります")
		pr.help = sayf("Close the quotes on the same line; write `\\n`, `\\t` or `\\\\` for such characters.",
			"引用符は同じ行で閉じ、改行・タブ・円記号（バックスラッシュ）は `\\n`・`\\t`・`\\\\` と書いてください。")
	case rest[0] == '/' || rest[0] == '#':
		pr.message = sayf("JSON has no comments", "JSONではコメントを使えません")
		pr.help = sayf("Delete the comment, or write the file in YAML.", "コメントを削除するか、YAMLで書いてください。")
	case rest[0] == '\'':
		pr.message = sayf("text in JSON stands in double quotes", "JSONの文字列は二重引用符で囲みます")
		pr.help = sayf("Write \" instead of '.", "' を \" に置き換えてください。")
	default:
		c, _ := utf8.DecodeRuneInString(rest)
		pr.message = sayf("`%s` cannot stand here in JSON", "JSONでは、ここに `%s` を書けません", show(string(c)))
		if c == '}' || c == ']' {
			pr.help = sayf("Delete the comma before it, or write the value that is missing.", "直前のカンマを削除するか、抜けている値を書いてください。")
		}
	}
	r.report(pr)
}

// errorOffset gives the offset of the character that an error is about. The
// offset in the error itself does not count what was read as single tokens, so
// the token that failed is read once more.
func (r *jsonReader) errorOffset(err error) int {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return len(r.src.data)
	}
	at := r.skip("")
	var value json.RawMessage
	err = json.NewDecoder(bytes.NewReader(r.src.data[at:])).Decode(&value)
	if errors.As(err, &syntax) {
		at += int(syntax.Offset) - 1
	}
	at = min(max(at, 0), len(r.src.data))
	for at > 0 && at < len(r.src.data) && !utf8.RuneStart(r.src.data[at]) {
		at--
	}
	return at
}
