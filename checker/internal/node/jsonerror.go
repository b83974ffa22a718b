package node

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// fail reports a syntax error and stops the file: the token at start is
// malformed, or cannot stand there.
func (r *jsonReader) fail(start int, malformed bool) {
	r.stopped = true
	r.jsonError(r.fault(start, malformed))
}

// jsonError reports a syntax error in words that tell what to do. The cause is
// the standard library's.
func (p *parser) jsonError(at int, cause string) {
	pr := problem{
		start: at, end: p.characterEnd(at), pointer: p.pointer(),
		help: sayf("Check the commas, colons, quotes and brackets here and just before.",
			"この位置とその直前のカンマ・コロン・引用符・括弧を確認してください。"),
	}
	rest := p.src.data[at:]
	switch {
	case len(rest) == 0:
		pr.message = sayf("the file ends before its JSON value is complete", "JSONの値が終わる前にファイルが終わっています")
		pr.help = sayf("Close the brackets and quotes that are still open.", "閉じていない括弧や引用符を閉じてください。")
	case strings.Contains(cause, "string literal") || strings.Contains(cause, "string escape"):
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
		c, _ := utf8.DecodeRune(rest)
		pr.message = sayf("`%s` cannot stand here in JSON", "JSONでは、ここに `%s` を書けません", show(string(c)))
		if c == '}' || c == ']' {
			pr.help = sayf("Delete the comma before it, or write the value that is missing.", "直前のカンマを削除するか、抜けている値を書いてください。")
		}
	}
	p.report(pr)
}

// fault gives the offset of the character at which what begins at start goes
// wrong, and the cause if the token itself is malformed. The standard library
// reads it once more, as it names the character.
func (r *jsonReader) fault(start int, malformed bool) (at int, cause string) {
	var value json.RawMessage
	err := json.NewDecoder(bytes.NewReader(r.data[start:])).Decode(&value)
	at = start
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = min(max(start+int(syntax.Offset)-1, start), len(r.data))
		cause = syntax.Error()
	} else if malformed {
		at = len(r.data)
	}
	for at > start && at < len(r.data) && !utf8.RuneStart(r.data[at]) {
		at--
	}
	if !malformed {
		cause = ""
	}
	return at, cause
}
