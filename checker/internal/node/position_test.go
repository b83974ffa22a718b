package node_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// outline writes a tree with its places, a line for each value.
func outline(documents []*node.Node) string {
	var b strings.Builder
	var write func(n *node.Node, path string)
	write = func(n *node.Node, path string) {
		fmt.Fprintf(&b, "%s %s %s", path, n.Kind, places(n.Start, n.End))
		if n.Kind != node.Array && n.Kind != node.Object && n.Kind != node.Null {
			fmt.Fprintf(&b, " %q", n.Text)
		}
		b.WriteByte('\n')
		for i, item := range n.Items {
			write(item, fmt.Sprintf("%s/%d", path, i))
		}
		for _, f := range n.Fields {
			fmt.Fprintf(&b, "%s/%s: %s\n", path, f.Key, places(f.KeyStart, f.KeyEnd))
			write(f.Value, path+"/"+f.Key)
		}
	}
	for i, d := range documents {
		write(d, fmt.Sprint(i))
	}
	return b.String()
}

func places(start, end finding.Pos) string {
	return fmt.Sprintf("%d:%d-%d:%d", start.Line, start.Column, end.Line, end.Column)
}

// A finding whose place is off by a character sends its reader to the wrong
// figure, so the places are written out here.
func TestPositions(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{
			name: "block mapping", text: "a: 1\nbc: two words # no\n",
			want: "0 object 1:1-2:14\n0/a: 1:1-1:2\n0/a number 1:4-1:5 \"1\"\n0/bc: 2:1-2:3\n0/bc string 2:5-2:14 \"two words\"\n",
		}, {
			name: "nothing written", text: "a:\nb: \nc:   # none\n",
			want: "0 object 1:1-3:3\n0/a: 1:1-1:2\n0/a null 1:3-1:3\n0/b: 2:1-2:2\n0/b null 2:3-2:3\n0/c: 3:1-3:2\n0/c null 3:3-3:3\n",
		}, {
			name: "Japanese and emoji", text: "売上: 約60億円\n'印 🍞': [表, 🍞🍞, \"x\"]\n",
			want: "0 object 1:1-2:20\n0/売上: 1:1-1:3\n0/売上 string 1:5-1:10 \"約60億円\"\n0/印 🍞: 2:1-2:6\n0/印 🍞 array 2:8-2:20\n" +
				"0/印 🍞/0 string 2:9-2:10 \"表\"\n0/印 🍞/1 string 2:12-2:14 \"🍞🍞\"\n0/印 🍞/2 string 2:16-2:19 \"x\"\n",
		}, {
			name: "CR LF and CR", text: "a: 1\r\nb: 表 x\r\nc: 3\rd: 4",
			want: "0 object 1:1-4:5\n0/a: 1:1-1:2\n0/a number 1:4-1:5 \"1\"\n0/b: 2:1-2:2\n0/b string 2:4-2:7 \"表 x\"\n" +
				"0/c: 3:1-3:2\n0/c number 3:4-3:5 \"3\"\n0/d: 4:1-4:2\n0/d number 4:4-4:5 \"4\"\n",
		}, {
			name: "block texts", text: "a: | # why\n  表一\n\n    二 \n\nb: >-\n  x\n  y\n\n  z\nc: |+\n\n",
			want: "0 object 1:1-11:6\n0/a: 1:1-1:2\n0/a string 1:4-4:6 \"表一\\n\\n  二 \\n\"\n0/b: 6:1-6:2\n0/b string 6:4-10:4 \"x y\\nz\"\n" +
				"0/c: 11:1-11:2\n0/c string 11:4-11:6 \"\\n\"\n",
		}, {
			name: "over several lines", text: "a: one\n  two\n  three # c\nb: 'x''y\n  z'\nc: \"q\\\"\\\n  r\\u8868\" \n",
			want: "0 object 1:1-7:11\n0/a: 1:1-1:2\n0/a string 1:4-3:8 \"one two three\"\n0/b: 4:1-4:2\n0/b string 4:4-5:5 \"x'y z\"\n" +
				"0/c: 6:1-6:2\n0/c string 6:4-7:11 \"q\\\"r表\"\n",
		}, {
			name: "flow over lines", text: "a: {b: [1, # ]\n  2, ], c: , d: {}}\n",
			want: "0 object 1:1-2:20\n0/a: 1:1-1:2\n0/a object 1:4-2:20\n0/a/b: 1:5-1:6\n0/a/b array 1:8-2:7\n0/a/b/0 number 1:9-1:10 \"1\"\n" +
				"0/a/b/1 number 2:3-2:4 \"2\"\n0/a/c: 2:9-2:10\n0/a/c null 2:11-2:11\n0/a/d: 2:14-2:15\n0/a/d object 2:17-2:19\n",
		}, {
			name: "pairs in a list", text: "[a: 1, {b}, c]",
			want: "0 array 1:1-1:15\n0/0 object 1:2-1:6\n0/0/a: 1:2-1:3\n0/0/a number 1:5-1:6 \"1\"\n0/1 object 1:8-1:11\n0/1/b: 1:9-1:10\n" +
				"0/1/b null 1:10-1:10\n0/2 string 1:13-1:14 \"c\"\n",
		}, {
			name: "lists", text: "a:\n- 1\n-\n- - x\n  - k: v\n",
			want: "0 object 1:1-5:9\n0/a: 1:1-1:2\n0/a array 2:1-5:9\n0/a/0 number 2:3-2:4 \"1\"\n0/a/1 null 3:2-3:2\n0/a/2 array 4:3-5:9\n" +
				"0/a/2/0 string 4:5-4:6 \"x\"\n0/a/2/1 object 5:5-5:9\n0/a/2/1/k: 5:5-5:6\n0/a/2/1/k string 5:8-5:9 \"v\"\n",
		}, {
			name: "tags and anchors", text: "a: !!str &x 12\nb: &m # the\n  c: *x\nd: *m\n",
			want: "0 object 1:1-4:6\n0/a: 1:1-1:2\n0/a string 1:13-1:15 \"12\"\n0/b: 2:1-2:2\n0/b object 3:3-3:8\n0/b/c: 3:3-3:4\n0/b/c string 3:6-3:8 \"12\"\n" +
				"0/d: 4:1-4:2\n0/d object 4:4-4:6\n0/d/c: 3:3-3:4\n0/d/c string 3:6-3:8 \"12\"\n",
		}, {
			name: "lines of YAML 1.1 only", text: "a: \"x\u2028y\u0085z\"\nb: 1\n",
			want: "0 object 1:1-2:5\n0/a: 1:1-1:2\n0/a string 1:4-1:11 \"x\\u2028y z\"\n0/b: 2:1-2:2\n0/b number 2:4-2:5 \"1\"\n",
		}, {
			name: "documents", text: "%YAML 1.1\n---\na: 1\n---\n# none\n---\n- b\n...\n",
			want: "0 object 3:1-3:5\n0/a: 3:1-3:2\n0/a number 3:4-3:5 \"1\"\n1 array 7:1-7:4\n1/0 string 7:3-7:4 \"b\"\n",
		}, {
			name: "byte-order mark", text: node.ByteOrderMark + "a: 1\n",
			want: "0 object 1:1-1:5\n0/a: 1:1-1:2\n0/a number 1:4-1:5 \"1\"\n",
		}, {
			name: "JSON", file: "f.json", text: "{\"表\": [1.50, \"\\u8868\\n\",\r\n null],\n\t\"t\" : true }\n",
			want: "0 object 1:1-3:14\n0/表: 1:2-1:5\n0/表 array 1:7-2:7\n0/表/0 number 1:8-1:12 \"1.50\"\n0/表/1 string 1:14-1:24 \"表\\n\"\n0/表/2 null 2:2-2:6\n" +
				"0/t: 3:2-3:5\n0/t boolean 3:8-3:12 \"true\"\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			documents, problems, _ := node.Parse(name(test.file), []byte(test.text), node.Limits{})
			if len(problems) > 0 {
				t.Fatalf("%+v", problems)
			}
			if got := outline(documents); got != test.want {
				t.Errorf("%s\ngot:\n%swant:\n%s", test.text, got, test.want)
			}
		})
	}
}

// name is the file's name, of a YAML file unless given.
func name(file string) string {
	if file == "" {
		return "f.yaml"
	}
	return file
}

// The kinds follow JSON, so that a figure is never read as what it is not: a
// date is no number, and "no" is no boolean.
func TestScalars(t *testing.T) {
	tests := map[string]node.Kind{
		"12345678901234567890.10": node.Number, "0": node.Number, "-0": node.Number, "1e400": node.Number, "-1.5E-3": node.Number,
		"0x1F": node.String, "0o17": node.String, "017": node.String, "1_000": node.String, ".5": node.String, "5.": node.String,
		"+1": node.String, ".inf": node.String, ".nan": node.String, "2025-03-31": node.String, "1,605": node.String, "１２": node.String,
		"1e": node.String, "--1": node.String, "1.5.2": node.String, "12:30": node.String,
		"yes": node.String, "no": node.String, "on": node.String, "off": node.String, "True": node.String, "NULL": node.String,
		"true": node.Bool, "false": node.Bool, "null": node.Null, "~": node.Null, "": node.Null,
	}
	for text, kind := range tests {
		documents, problems, _ := node.Parse("f.yaml", []byte("a: "+text+"\n"), node.Limits{})
		if len(problems) > 0 {
			t.Errorf("%q: %+v", text, problems)
			continue
		}
		n := documents[0].Get("a")
		if n.Kind != kind || kind != node.Null && n.Text != text {
			t.Errorf("%q: %s %q, want %s", text, n.Kind, n.Text, kind)
		}
	}
	for _, quoted := range []string{`'1'`, `"true"`, `"null"`, `!!str 1`, `! 1`, "|-\n  1", "''"} {
		documents, _, _ := node.Parse("f.yaml", []byte("a: "+quoted+"\n"), node.Limits{})
		if n := documents[0].Get("a"); n.Kind != node.String {
			t.Errorf("%q: %s", quoted, n.Kind)
		}
	}
}

// Keys are text, whatever they look like: reference numbers are keys.
func TestKeys(t *testing.T) {
	documents, problems, _ := node.Parse("f.yaml", []byte("1: a\n2.50: b\ntrue: c\n~: d\n\"\": e\n'<<': f\n? g\n: h\n"), node.Limits{})
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	for key, want := range map[string]string{"1": "a", "2.50": "b", "true": "c", "~": "d", "": "e", "<<": "f", "g": "h"} {
		if got := documents[0].Str(key); got != want {
			t.Errorf("%q: %q, want %q", key, got, want)
		}
	}
}
