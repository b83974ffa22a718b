package node_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/node"
)

// nasty holds, in entries that are passed over, all that could lead astray what
// comes after them: brackets and quotes in texts, escapes, characters of several
// bytes, breaks of lines of each kind.
const nasty = `{"source": "ledger", "defaults": {"a": 1, "b": [1, {"a": 2}]},
"quantities": {"a": {"text": "}]{[\",\\", "小麦": ["粉", "\\\\", "\u00e9\""]}, "b": {"value": 12}, "c": 3, "d": "小麦粉", "e": [],` + "\r\n\t" + `"b2": {}, "f":
 {
   "x": "é", "y": [
1,2, "é"] }, "b5": null, "g":"é","b3":true, "h": -1e5 , "b4": "é"},
"tables": [{"a": {"b": 1}}, 2], "a": "b", "claims": {"a": {"a": {"a": {}}}, "b": {"a": {"a": {}}},"z":false}}
`

// kept reads a text in whole, and leaves out what is not wanted. It is not sound
// where the text has problems.
func kept(text string, wanted func(section, entry string) bool) (documents []*node.Node, sound bool) {
	documents, problems, _ := node.Parse("a.json", []byte(text), node.Limits{})
	for _, root := range documents {
		for _, section := range root.Fields {
			if section.Value.Kind == node.Object {
				section.Value.Fields = slices.DeleteFunc(section.Value.Fields, func(f node.Field) bool { return !wanted(section.Key, f.Key) })
				if len(section.Value.Fields) == 0 {
					section.Value.Fields = nil
				}
			}
		}
	}
	return documents, len(problems) == 0
}

// TestParseSome gives what is wanted as the whole file has it, in its place:
// findings on it are shown there.
func TestParseSome(t *testing.T) {
	for name, wanted := range map[string]func(section, entry string) bool{
		"all":      func(string, string) bool { return true },
		"none":     func(string, string) bool { return false },
		"some":     func(_, entry string) bool { return strings.HasPrefix(entry, "b") },
		"others":   func(_, entry string) bool { return !strings.HasPrefix(entry, "b") },
		"sections": func(section, entry string) bool { return section == "claims" && entry == "z" },
	} {
		for _, text := range []string{nasty, "\ufeff" + nasty, strings.ReplaceAll(nasty, "\n", "\r")} {
			got := node.ParseSome("a.json", []byte(text), wanted)
			if want, sound := kept(text, wanted); !sound || len(want) != 1 || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: got %s, want %s", name, outline(got), outline(want))
			}
		}
	}
}

// TestParseSomeYAML leaves nothing out of what it cannot read in pieces.
func TestParseSomeYAML(t *testing.T) {
	text := []byte("quantities: {a: 1}\n---\nclaims: {b: 2}\n")
	want, _, _ := node.Parse("a.yaml", text, node.Limits{})
	if got := node.ParseSome("a.yaml", text, func(string, string) bool { return false }); len(want) != 2 || !reflect.DeepEqual(got, want) {
		t.Errorf("got %s, want %s", outline(got), outline(want))
	}
}

// FuzzParseSome holds it to the whole of any sound file, and to giving up
// quietly on any other.
func FuzzParseSome(f *testing.F) {
	f.Add(nasty)
	f.Add(`{"a":{"b":{"c":"d"}}}`)
	f.Add(`{"a":{"a":1,"b":"é` + "\r" + `","a2" : [ ] }}`)
	f.Fuzz(func(t *testing.T, text string) {
		wanted := func(_, entry string) bool { return strings.HasPrefix(entry, "b") }
		got := node.ParseSome("a.json", []byte(text), wanted)
		if want, sound := kept(text, wanted); sound && !reflect.DeepEqual(got, want) {
			t.Errorf("got %s, want %s", outline(got), outline(want))
		}
	})
}
