package node_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// small are limits that a fuzzer's inputs can reach.
var small = node.Limits{FileBytes: 1 << 16, LineBytes: 1 << 12, Depth: 20, Nodes: 2000, NumberLength: 40, StringBytes: 1 << 10, Problems: 20}

func seed(f *testing.F) {
	for _, s := range []string{
		"", "a: 1\n", "{\"a\": [1, 2.50, \"x\\n\", null, true, {}]}", "a: &x\n  b: [*x]\n", "a: |\n  表\n\nb: >-2\n   x\n", "- - a\n  - b\n-\n",
		"? [a]\n: {b, c: , \"d\":1}\n", "%YAML 1.1\n---\na: !!str 1\n...\n---\n'b': 'x''y'\n", "a: x # c\r\nb: \"\\\n  y\"\r", "\xef\xbb\xbfa: \u2028b\n",
		"<<: {a: 1}\na: 1\na: 2\n", "[a: b, ! c, &d !!int 1, *d]", "a: 1e401\nb: 0x1F\n", "a:\n\tb\n", "\"\\ud83d\\ude00\"", "&a : *a\n", "a: ! # x\n  b\n",
	} {
		f.Add([]byte(s))
	}
}

// FuzzParse holds every tree to what its readers rely on: no panic, places in
// the file, ends after starts, members inside their collection, and plain text
// standing where the tree says.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"f.yaml", "f.json"} {
			documents, problems, _ := node.Parse(name, data, small)
			text := newText(data)
			for _, p := range problems {
				text.inside(t, p.Location.Start, p.Location.End)
				if p.Message.EN == "" || strings.Contains(p.Message.EN, "the YAML library fail") {
					t.Errorf("%s: %+v", name, p)
				}
			}
			for _, d := range documents {
				text.check(t, d)
			}
		}
	})
}

// FuzzFormats holds the two formats to each other: what is JSON and YAML at
// once gives the same tree at the same places.
func FuzzFormats(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		// YAML breaks lines inside texts where JSON does not.
		for _, r := range "\u0085\u2028\u2029\ufeff" {
			if bytes.ContainsRune(data, r) {
				return
			}
		}
		fromJSON, p, _ := node.Parse("f.json", data, small)
		fromYAML, q, _ := node.Parse("f.yaml", data, small)
		if len(p) > 0 || len(q) > 0 {
			return
		}
		if a, b := outline(fromJSON), outline(fromYAML); a != b {
			t.Errorf("JSON:\n%s\nYAML:\n%s", a, b)
		}
	})
}

// text is a file's text for looking places up, the slow and obvious way.
type text struct {
	lines   []string
	aliases bool
}

func newText(data []byte) text {
	s := strings.TrimPrefix(string(data), node.ByteOrderMark)
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return text{lines: strings.Split(s, "\n"), aliases: strings.Contains(s, "*")}
}

func (x text) inside(t *testing.T, start, end finding.Pos) {
	t.Helper()
	if start == (finding.Pos{}) && end == start {
		return
	}
	for _, p := range []finding.Pos{start, end} {
		if p.Line < 1 || p.Line > len(x.lines) || p.Column < 1 || p.Column > len([]rune(x.lines[p.Line-1]))+1 {
			t.Fatalf("%v is outside the file", p)
		}
	}
	if end.Compare(start) < 0 {
		t.Fatalf("the end %v is before the start %v", end, start)
	}
}

func (x text) check(t *testing.T, n *node.Node) {
	t.Helper()
	x.inside(t, n.Start, n.End)
	if n.Start.Line == n.End.Line && (n.Kind == node.Number || n.Kind == node.Bool) {
		line := []rune(x.lines[n.Start.Line-1])
		got := string(line[n.Start.Column-1 : n.End.Column-1])
		if got != n.Text && !strings.HasPrefix(got, "*") && strings.Trim(got, `"'`) != n.Text && !strings.ContainsAny(got, "\\'\"") {
			t.Fatalf("%q stands at %v, not %q", got, n.Start, n.Text)
		}
	}
	for _, item := range n.Items {
		x.check(t, item)
		x.holds(t, n, item.Start, item.End)
	}
	for _, field := range n.Fields {
		x.inside(t, field.KeyStart, field.KeyEnd)
		x.check(t, field.Value)
		x.holds(t, n, field.KeyStart, field.KeyEnd)
		x.holds(t, n, field.Value.Start, field.Value.End)
	}
}

// holds checks that a member stands inside its collection; what an alias
// stands for is elsewhere.
func (x text) holds(t *testing.T, n *node.Node, start, end finding.Pos) {
	t.Helper()
	if x.aliases {
		return
	}
	if start.Compare(n.Start) < 0 || end.Compare(n.End) > 0 {
		t.Fatalf("%v-%v is outside its collection %v-%v", start, end, n.Start, n.End)
	}
}

// FuzzPlain holds plain text to its place: what stands between Start and End
// is the text itself.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"two words", "約60%", "🍞", "a'b\"c", "x:y", "-1", "http://x#y", "a, b"} {
		f.Add(s, "k", 2)
	}
	f.Fuzz(func(t *testing.T, plain, key string, indent int) {
		if !utf8.ValidString(plain) || strings.ContainsAny(plain, "\r\n\u0085\u2028\u2029") || indent < 0 || indent > 20 {
			return
		}
		line := strings.Repeat(" ", indent) + "- " + plain
		documents, _, _ := node.Parse("f.yaml", []byte("# "+strings.Map(printable, key)+"\n"+line+" # end\n"), small)
		if len(documents) != 1 || documents[0].Kind != node.Array || len(documents[0].Items) != 1 {
			return
		}
		n := documents[0].Items[0]
		if n.Kind != node.String || n.Text != plain {
			return
		}
		if got := string([]rune(line)[n.Start.Column-1 : n.End.Column-1]); got != n.Text {
			t.Errorf("%q stands there, not %q", got, n.Text)
		}
	})
}

func printable(r rune) rune {
	if r < ' ' || r == '\u0085' || r == '\u2028' || r == '\u2029' {
		return '_'
	}
	return r
}
