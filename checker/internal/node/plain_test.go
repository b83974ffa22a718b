package node

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// plainTexts are texts at the edge of what the plainReader reads.
var plainTexts = []string{
	"a: 1\n", "a: 1", "a:\n  b: 2\n  c:\nd: x", "a:\n- 1\n- b: 2\n  c: 3\n- - x\n  - y\nb: {}\n", "# c\n\na: x y # c\n\n# c\nb: 'it''s' # c\n  # c\nc: \"q # '\"\n",
	"---\na: 1\n---\n# c\nb: [x, {y: 1, 'z': \"2\"}, []]\n", "表: 売上 高\n'印 🍞': [表, 🍞🍞, \"x\"]\n", "a: [1,\n  2, # c\n  # c\n\n  {b: c,\n   d: e}\n  ]\nb: [\n  x\n]\n",
	"a: http://x#y\nb: {u: http://x:1/y?z, v: a#b}\n", "a: b: c\n", "a: 'x' y\n", "a: 'x'#y\n", "a: [b]#c\n", "a: [b,#c\n d]\n", "a: x\n  y\n", "a: x\n # c\n  y\n",
	"a: - b\n", "a: -b\n", "a: --- x\n", "a:\n  - b\n - c\n", "a:\n   b: 1\n  c: 2\n", "- a: 1\n b: 2\n", "-  a: 1\n   b: 2\n-  - 1\n   - 2\n", "- a\n-\n- b\n",
	"a: 1\na: 2\n", "<<: a\n", "'<<': a\n", "~: x\nnull: y\n'': z\n", "a: ~\nb: null\nc: true\nd: 0x1\ne: -1.5e3\n", "a : b\n", "a:b\n", "a:b: c\n", "? a\n: b\n", "?a: b\n", ":a: b\n",
	"a: &x b\n", "a: *x\n", "a: !t b\n", "a: |\n  b\n", "a: >-\n  b\n", "a: @b\n", "a: %b\n", "%a: b\n", "a: `b\n", "a: }b\n", "a: ]\n", "[a, b]\n", "{a: b}\n", "a\n", "'a'\n",
	"a: [b: c]\n", "a: {b}\n", "a: {b: }\n", "a: {b: c, }\n", "a: [b, ]\n", "a: [, b]\n", "a: [b c, d]\n", "a: [b\n  c]\n", "a: [b:c, d:, e]\n", "a: {b:c, d: e}\n", "a: {\"b\":c}\n", "a: {b: -, c: -1}\n",
	"a: [-, b]\n", "a: [- b]\n", "a: [b # c\n  , d]\n", "a: [\n1]\n", "a: [b]: c\n", "a: {b: [c}]\n", "a: {b: c\n", "a: 'b\n  c'\n", "a: \"b\\n\"\n", "...\n", "a: 1\n...\n", "---\n---\na: 1\n", "--- a\n", "---a: b\n",
	" a: 1\n", "a: 1\n---", "a: 1\n---\n", "a:\n# c\n  b: 1\n# c\nc: 2\n", "a: # c\n  b: 1\n", "a:# c\n", "a: #c\n", "a: b #\n", "#\na: b\n", "a: 1e401\n", "a: =\nb: 2025-01-01\nc: 12:30:45\n", "a: x   \nb: y  # c  \n",
	"a:\n  b\n", "a:\n  [b]\n", "a:\n  'b': c\n  \"d\": e\n", "a:\n  - 'b': c\n    d: e\n  - [f]\n  - \"g\"\n", "- - - a\n    - b\n  - c\n- d\n", "a: 1\n\n \n", "a:\n  b:\n    c:\n  d:\n", "- a:\n  b:\n- c:\n  - d\n",
	"a: x\n  y z\n   - w # c\nb: 1\n", "a: x\n\n  y\n", "a: x\n  y: z\n", "a: x\n  y #\n  z\n", "a: 1\n  2\n", "a:\n  - x\n    y\n  - z\n   w\n  - v\n  u\n", "- x\n y\n- z\n", "- x\ny: z\n",
	"a: 'x \n   y''z\n  w' # c\nb: 1\n", "a: 'x\n\n  y'\n", "a: 'x\n  # y'\n", "a: 'x\ny'\n", "a: 'x\n  y': z\n", "- 'x\n  y'\n- 'x\n  y': z\n", "a: ' \n  x '\n", "a: '\n  x'\n", "a:\n  b: 'x\n  y'\n", "a: 'x\n  '\n",
	"a: \"x \\\" \\n\\u8868 \n   y\"\n", "a: \"x\\n \n  y\"\n", "a: \"x \\\n  y\"\n", "a: \"\\ud83d\\ude00\"\n", "a: \"\\ud83d\"\n", "a: \"\\u0000\\/\\b\\f\\r\\t\\\\\"\n", "a: \"\\x41\\e\"\n", "\"\\u0061\": b\na: c\n", "a: [\"\\n\", 'x''y', \"b\n  c\"]\n",
	"a: \"x\\u0020 \n  y\"\n", "a: \"\\\\\n  y\"\n", "a: <<\nb: [<<]\n",
	"a: \u0085b\n", "a: b\u2028c\n", "a: \ufeffb\n", "a: b\tc\n", "a: b\r\n", "a: \u00a0b\u3000 # c\n", "a: [b,\n c]\nd: [e,\nf]\n", "a: {b: c,\n  d: e}\n", "a:\n  b: {c: d,\n  e: f}\n", "- [a,\n  b]\n", "- [a,\n b]\n",
}

// sameAsLibrary compares what the plainReader makes of data, if it reads it,
// with what comes of the library.
func sameAsLibrary(t *testing.T, data []byte, limits Limits) (read bool) {
	t.Helper()
	p := &parser{file: "f.yaml", limits: limits.withDefaults(), src: newSource(data)}
	if len(data) > p.limits.FileBytes || !p.checkText() || !p.parsePlain() {
		return false
	}
	q := &parser{file: "f.yaml", limits: limits.withDefaults(), src: newSource(data)}
	q.parseByLibrary()
	if len(q.problems) > 0 {
		t.Errorf("%.300q: the library finds %.300v", data, q.problems)
	}
	if !reflect.DeepEqual(p.documents, q.documents) {
		t.Errorf("%.300q\ngot  %s\nwant %s", data, written(p.documents), written(q.documents))
	}
	return true
}

// What the plainReader reads means what the library says, in every place; and
// it reads the facts that people write.
func TestPlainLikeTheLibrary(t *testing.T) {
	for _, text := range plainTexts {
		sameAsLibrary(t, []byte(text), Limits{})
		sameAsLibrary(t, []byte(text), small)
		sameAsLibrary(t, []byte(strings.ReplaceAll(text, "\n", "\r\n")), Limits{})
		for i := range len(text) {
			sameAsLibrary(t, []byte(text[:i]), Limits{})
			sameAsLibrary(t, []byte(text[:i]+" "+text[i:]), Limits{})
			sameAsLibrary(t, []byte(text[:i]+"\n"+text[i:]), Limits{})
			sameAsLibrary(t, []byte(text[:i]+text[i+1:]), Limits{})
			for _, other := range plainTexts {
				sameAsLibrary(t, []byte(text[:i]+other), Limits{})
			}
		}
	}
	files, err := filepath.Glob("../../../facts/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		foreign := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		if !sameAsLibrary(t, data, Limits{}) || !sameAsLibrary(t, foreign, Limits{}) {
			t.Errorf("%s is left to the library", file)
		}
	}
}

// FuzzPlainLikeTheLibrary holds the plainReader to the library.
func FuzzPlainLikeTheLibrary(f *testing.F) {
	for _, text := range plainTexts {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sameAsLibrary(t, data, Limits{})
		sameAsLibrary(t, data, small)
	})
}

// pieces are what the texts of FuzzPieces are made of.
var pieces = strings.Split("a|b: |: |:|- |-|\n|\n  |\n    |\n- |\n  - |   | |{|}|[|]|, |,|'x'|'it''s'|\"y\"|'|\"|#| # c|\n# c\n|表|🍞: |---|\n---\n|...|1.5|null|~|<<: |http://x|?|? |&a|*a|!|!t |%|@|\n\n|k: v\n|k: |\\|.|=|>|true|\ne: {f: g, |\nh: [i, |\n      x y|\n  z|\\u8868|\\n", "|")

// FuzzPieces holds the plainReader to the library on texts made of pieces,
// which come much closer to YAML than bytes do.
func FuzzPieces(f *testing.F) {
	f.Add([]byte("\x00\x02\x00\x06"))
	f.Fuzz(func(t *testing.T, choice []byte) {
		var b strings.Builder
		for _, c := range choice[:min(len(choice), 100)] {
			b.WriteString(pieces[int(c)%len(pieces)])
		}
		sameAsLibrary(t, []byte(b.String()), small)
		sameAsLibrary(t, []byte("k: v\n"+b.String()), Limits{})
		sameAsLibrary(t, []byte(strings.ReplaceAll(b.String(), "\n", "\r\n")), Limits{})
	})
}
