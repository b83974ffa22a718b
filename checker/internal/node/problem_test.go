package node_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// describe writes problems as their places and messages.
func describe(problems []finding.Finding) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s %s", places(p.Location.Start, p.Location.End), p.Message.EN))
	}
	return strings.Join(lines, "\n")
}

// complete holds a problem to what its readers need in both languages.
func complete(t *testing.T, problems []finding.Finding) {
	t.Helper()
	for _, p := range problems {
		for _, text := range []string{p.Message.EN, p.Message.JA, p.Help.EN, p.Help.JA} {
			if text == "" || strings.Contains(text, "%!") {
				t.Errorf("incomplete: %+v", p)
			}
		}
		if p.Class != finding.Record || p.Severity != finding.Error || p.Verdict != finding.Inconsistent || p.Subject == "" {
			t.Errorf("not an error of the record: %+v", p)
		}
	}
}

// utf16le gives text in UTF-16 with a byte-order mark.
func utf16le(text string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// An author sees where the file is broken and what to do, in words of their
// own trade.
func TestProblems(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"tab", "", "a:\n\tb: 1\n", "2:1-2:2 the line is indented by a tab"},
		{"tab after spaces", "", "a: 1\n  \tb: 2\n", "2:3-2:4 the line is indented by a tab"},
		{"tab in brackets", "", "a: [\n\t1,\n\t'b' 'c']\n", "3:6-3:7 the list in `[ ]` is not continued or closed here"},
		{"colon in text", "", "売上: 前年: 比\n", "1:7-1:8 a `:` stands where no key can be"},
		{"list in mapping", "", "a: 1\n- b\n", "2:1-2:2 the line does not fit the mapping that it stands in"},
		{"mapping in list", "", "- a\nb: 1\n", "2:1-2:2 the line does not fit the list that it stands in"},
		{"open list", "", "a: [1, 2\nb: 3\n", "2:2-2:3 the list in `[ ]` is not continued or closed here"},
		{"open mapping", "", "a: {b: 1\nc: 3\n", "2:2-2:3 the mapping in `{ }` is not continued or closed here"},
		{"open quote", "", "a: 1\nb: \"x\nc: 3\n", "2:4-2:5 the quoted text that begins here is never closed"},
		{"quote into document", "", "a: 'x\n---\nb: 1\n", "1:4-1:5 the quoted text that begins here runs into the next document"},
		{"key without colon", "", "a: 1\nbc\n", "2:1-2:2 a key without `:` stands here"},
		{"at sign", "", "a: @b\n", "1:4-1:5 a value cannot begin with this character"},
		{"asterisk", "", "a: * b\n", "1:5-1:6 `*` or `&` stands at the start of a value"},
		{"escape", "", "a: \"\\q\"\n", "1:5-1:6 an unknown escape stands in the quoted text"},
		{"surrogate", "", "a: \"\\ud83d\"\n", "1:7-1:8 the escape does not name a character"},
		{"unknown alias", "", "a: *b\n", "1:4-1:5 the alias (`*…`) refers to an anchor that does not stand above"},
		{"cycle", "", "a: &a [*a]\n", "1:8-1:10 the alias `*a` stands inside the value that it refers to"},
		{"merge", "", "a: &a {b: 1}\nc:\n  <<: *a\n", "3:3-3:5 merge keys (`<<`) are not supported"},
		{"no key", "", ": a\n", "1:1-1:1 there is no key before the `:`"},
		{"list as key", "", "? [a]\n: b\n", "1:3-1:6 a key must be text, not a list or a mapping"},
		{"tag", "", "a: !include b\n", "1:4-1:13 the tag `!include` is not supported"},
		{"wrong tag", "", "a: !!int b\n", "1:10-1:11 the tag `!!int` does not fit this value"},
		{"version", "", "%YAML 2.0\n---\na: 1\n", "1:1-1:2 the line `%YAML` asks for another version of YAML"},
		{"UTF-8", "", "a: 表\nb: 表\xff\n", "2:5-2:6 this is not UTF-8 text (byte 0xFF)"},
		{"Shift_JIS", "f.json", "{\"a\": \"\x95\\\"}", "1:8-1:9 this is not UTF-8 text (byte 0x95)"},
		{"UTF-16", "", utf16le("a: 1\n"), "1:1-1:1 the file is saved as UTF-16"},
		{"NUL", "", "a: 1\nb\x00", "2:2-2:3 the control character U+0000 is not allowed"},
		{"escape character", "", "a: \x1b[31m\n", "1:4-1:5 the control character U+001B is not allowed"},
		{"JSON comma", "f.json", "{\"表\": 1,\n}", "2:1-2:2 `}` cannot stand here in JSON"},
		{"JSON comment", "f.json", "{\"a\": 1} // b", "1:10-1:14 there is text after the end of the JSON value"},
		{"JSON comment first", "f.json", "// b\n{}", "1:1-1:2 JSON has no comments"},
		{"JSON quote", "f.json", "{\"表\": 'b'}", "1:7-1:8 text in JSON stands in double quotes"},
		{"JSON end", "f.json", "{\"a\": [1", "1:9-1:9 the file ends before its JSON value is complete"},
		{"JSON line break", "f.json", "{\"a\": \"b\n\"}", "1:9-1:9 a line break, a tab or an unknown escape stands inside a text"},
		{"JSON word", "f.json", "{\"日本\": x}", "1:8-1:9 `x` cannot stand here in JSON"},
		{"JSON two", "f.json", "{}\n{}", "2:1-2:3 there is text after the end of the JSON value"},
		{"JSON surrogate beside a backslash", "f.json", "[\"\\\\ufffd\\ud83d\"]", "1:2-1:17 an escape in this text is half of a character"},
		{"JSON surrogate", "f.json", "[\"\\ud83d\"]", "1:2-1:10 an escape in this text is half of a character"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems, notices := node.Parse(name(test.file), []byte(test.text), node.Limits{})
			if got := describe(problems); got != test.want {
				t.Errorf("%q\ngot  %s\nwant %s", test.text, got, test.want)
			}
			if len(notices) > 0 {
				t.Errorf("notices: %+v", notices)
			}
			complete(t, problems)
		})
	}
}

// Both places of a key that stands twice are shown, and the other facts of
// the file are still checked.
func TestDuplicateKeys(t *testing.T) {
	many := "a:\n"
	for i := range 20 {
		many += fmt.Sprintf("  k%d: %d\n", i, i)
	}
	tests := []struct{ name, file, text, subject, place, first string }{
		{"block", "", "a:\n  b: 1\n  c: 2\n  b: 3\n", "f.yaml#/a/b", "f.yaml:4:3", "f.yaml:2:3"},
		{"flow", "", "{b: 1, \"b\": 2}", "f.yaml#/b", "f.yaml:1:8", "f.yaml:1:2"},
		{"many", "", many + "  k3: x\n", "f.yaml#/a/k3", "f.yaml:22:3", "f.yaml:5:3"},
		{"JSON", "f.json", `{"a~/": {"b": 1, "b": {}}}`, "f.json#/a~0~1/b", "f.json:1:18", "f.json:1:10"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			documents, problems, _ := node.Parse(name(test.file), []byte(test.text), node.Limits{})
			if len(problems) != 1 || len(documents) != 1 {
				t.Fatalf("%d documents, problems:\n%s", len(documents), describe(problems))
			}
			p := problems[0]
			if p.Rule != node.RuleDuplicateKey || p.Subject != test.subject || p.Location.String() != test.place {
				t.Errorf("%s %s %s", p.Rule, p.Subject, p.Location)
			}
			if len(p.Related) != 1 || p.Related[0].Location.String() != test.first {
				t.Errorf("related: %+v", p.Related)
			}
			complete(t, problems)
		})
	}
	documents, _, _ := node.Parse("f.yaml", []byte("b: 1\nc: 2\nb: 3\n"), node.Limits{})
	if documents[0].Str("b") != "1" || documents[0].Str("c") != "2" || len(documents[0].Fields) != 2 {
		t.Errorf("read: %s", outline(documents))
	}
}

// What is sound before an error is still checked.
func TestDocumentsBeforeAnError(t *testing.T) {
	documents, problems, _ := node.Parse("f.yaml", []byte("a: 1\n---\nb: 1e999\n---\nc: 2\n---\nd: [\n"), node.Limits{})
	if len(documents) != 2 || documents[0].Get("a") == nil || documents[1].Get("c") == nil || len(problems) != 2 {
		t.Errorf("%s%s", outline(documents), describe(problems))
	}
}

// Files without facts and byte-order marks are remarked on, not refused.
func TestNotices(t *testing.T) {
	tests := []struct {
		file, text string
		want       int
	}{
		{"", "", 1},
		{"", "# comment\n", 1},
		{"", "---\n---\n", 1},
		{"", node.ByteOrderMark, 2},
		{"", node.ByteOrderMark + "a: 1\n", 1},
		{"f.json", "", 1},
		{"f.json", " \n", 1},
		{"f.json", node.ByteOrderMark + "{}", 1},
		{"", "a: 1\n", 0},
	}
	for _, test := range tests {
		_, problems, notices := node.Parse(name(test.file), []byte(test.text), node.Limits{})
		if len(problems) != 0 || len(notices) != test.want {
			t.Errorf("%q: %+v %+v", test.text, problems, notices)
		}
	}
}
