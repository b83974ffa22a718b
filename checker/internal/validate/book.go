package validate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/schemas"
)

const baseURL = "https://tieout.dev/schemas/"

// book is one schema file: compiled for validating, and as it is written for
// the words of a message. It is safe for concurrent use.
type book struct {
	url string
	raw map[string]any

	mu       sync.Mutex
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

var (
	booksMu sync.Mutex
	books   = map[string]*book{}
)

// open gives the schema file of a name, read once in a process. The schemas
// are part of the program, so one that does not compile is a defect of it.
func open(name string) *book {
	booksMu.Lock()
	defer booksMu.Unlock()
	if b := books[name]; b != nil {
		return b
	}
	b, err := newBook(name)
	if err != nil {
		panic(fmt.Sprintf("embedded schema %s: %v", name, err))
	}
	books[name] = b
	return b
}

func newBook(name string) (*book, error) {
	text, err := schemas.FS.ReadFile(name + ".schema.json")
	if err != nil {
		return nil, err
	}
	b := &book{url: baseURL + name + ".schema.json", compiled: map[string]*jsonschema.Schema{}}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&b.raw); err != nil {
		return nil, err
	}
	b.compiler = jsonschema.NewCompiler()
	b.compiler.AssertFormat = true
	return b, b.compiler.AddResource(b.url, bytes.NewReader(text))
}

// schema gives the compiled definition def, the whole schema if it is empty.
func (b *book) schema(def string) *jsonschema.Schema {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s := b.compiled[def]; s != nil {
		return s
	}
	url := b.url
	if def != "" {
		url += "#/$defs/" + def
	}
	s := b.compiler.MustCompile(url)
	b.compiled[def] = s
	return s
}

// layer is a schema object as written.
type layer map[string]any

// root is the definition def as written, the whole schema if it is empty.
func (b *book) root(def string) layer {
	if def == "" {
		return b.raw
	}
	defs, _ := b.raw["$defs"].(map[string]any)
	l, _ := defs[def].(map[string]any)
	return l
}

// layers follows the steps of an instance from a definition and gives the
// schemas that describe what stands there, a reference before its target.
func (b *book) layers(def string, steps []string) []layer {
	found := b.resolve(b.root(def))
	for _, step := range steps {
		var next []layer
		for _, l := range found {
			if child := l.child(step); child != nil {
				next = append(next, b.resolve(child)...)
			}
		}
		found = next
	}
	return found
}

func (b *book) resolve(l layer) []layer {
	found := []layer{l}
	for range 8 {
		ref, _ := l["$ref"].(string)
		if ref == "" {
			break
		}
		l = b.root(strings.TrimPrefix(ref, "#/$defs/"))
		found = append(found, l)
	}
	return found
}

// child is the schema of a member or item.
func (l layer) child(step string) layer {
	if properties, ok := l["properties"].(map[string]any); ok {
		if child, ok := properties[step].(map[string]any); ok {
			return child
		}
	}
	for _, keyword := range []string{"items", "additionalProperties"} {
		if child, ok := l[keyword].(map[string]any); ok {
			return child
		}
	}
	return nil
}

// pick gives the first value that the layers have for a keyword.
func pick(layers []layer, keyword string) any {
	for _, l := range layers {
		if v, ok := l[keyword]; ok {
			return v
		}
	}
	return nil
}

// at gives what the schema file holds at the steps of a JSON pointer, and the
// object that holds it.
func (b *book) at(steps []string) (value any, holder layer) {
	value = b.raw
	for _, step := range steps {
		switch v := value.(type) {
		case map[string]any:
			holder, value = v, v[step]
		case []any:
			i := index(step)
			if i < 0 || i >= len(v) {
				return nil, holder
			}
			value = v[i]
		default:
			return nil, holder
		}
	}
	return value, holder
}
