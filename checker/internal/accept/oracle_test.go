package accept_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/accept"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/schemas"
)

// definition is a definition of one of the checker's schema files with its
// quick form and with the validator that has the last word.
type definition struct {
	// name is FILE#DEF, FILE alone for the whole schema.
	name    string
	root    map[string]any
	written map[string]any
	quick   *accept.Schema
	strict  *jsonschema.Schema
}

// definitions are all that there are, in the order of their names.
var definitions = sync.OnceValue(func() []definition {
	files, err := fs.Glob(schemas.FS, "*.schema.json")
	if err != nil {
		panic(err)
	}
	var all []definition
	for _, file := range files {
		text, err := schemas.FS.ReadFile(file)
		if err != nil {
			panic(err)
		}
		all = append(all, definitionsOf(strings.TrimSuffix(file, ".schema.json"), text)...)
	}
	return all
})

func definitionsOf(name string, text []byte) []definition {
	root := decoded(text)
	url := "https://example.org/" + name
	if id, ok := root["$id"].(string); ok {
		url = id
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource(url, bytes.NewReader(text)); err != nil {
		panic(err)
	}
	quick := accept.Open(root)
	all := []definition{{name: name, root: root, written: root, strict: compiler.MustCompile(url)}}
	defs, _ := root["$defs"].(map[string]any)
	for _, def := range slices.Sorted(maps.Keys(defs)) {
		written, _ := defs[def].(map[string]any)
		all = append(all, definition{
			name: name + "#" + def, root: root, written: written,
			strict: compiler.MustCompile(url + "#/$defs/" + def),
		})
	}
	for i := range all {
		_, def, _ := strings.Cut(all[i].name, "#")
		all[i].quick, _ = quick.Schema(def)
	}
	return all
}

func decoded(text []byte) map[string]any {
	var root map[string]any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&root); err != nil {
		panic(err)
	}
	return root
}

// agrees holds the quick form to the validator: the same answer, for a yes and
// for a no.
func (d definition) agrees(tb testing.TB, n *node.Node) (valid bool) {
	tb.Helper()
	err := d.strict.Validate(n.Plain())
	if got := d.quick.Accepts(n); got != (err == nil) {
		written, _ := json.Marshal(n.Plain())
		tb.Fatalf("%s: accepted is %t, but the validator says %v\n%s", d.name, got, err, written)
	}
	return err == nil
}

// noded is the way back from node.Node.Plain.
func noded(v any) *node.Node {
	switch v := v.(type) {
	case map[string]any:
		n := &node.Node{Kind: node.Object}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			n.Fields = append(n.Fields, node.Field{Key: key, Value: noded(v[key])})
		}
		return n
	case []any:
		n := &node.Node{Kind: node.Array}
		for _, item := range v {
			n.Items = append(n.Items, noded(item))
		}
		return n
	case json.Number:
		return &node.Node{Kind: node.Number, Text: v.String()}
	case bool:
		if v {
			return &node.Node{Kind: node.Bool, Text: "true"}
		}
		return &node.Node{Kind: node.Bool, Text: "false"}
	case string:
		return &node.Node{Kind: node.String, Text: v}
	}
	return &node.Node{Kind: node.Null, Text: "null"}
}
