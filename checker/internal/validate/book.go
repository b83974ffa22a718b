package validate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/accept"
	"github.com/tieout/tieout/schemas"
)

const baseURL = "https://tieout.dev/schemas/"

// book is one schema file: compiled for validating, and as it is written for
// the words of a message. What is fine passes the quick form of a definition;
// the validator is made when something does not. It is safe for concurrent
// use.
type book struct {
	url  string
	text []byte
	raw  map[string]any
	// quick holds the *accept.Schema of each definition, nil where it has none.
	quick sync.Map

	mu       sync.Mutex
	file     *accept.File
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

// books are the schema files that are open, *book by name.
var books sync.Map

// open gives the schema file of a name, read once in a process. The schemas
// are part of the program, so one that does not compile is a defect of it.
func open(name string) *book {
	if b, ok := books.Load(name); ok {
		return b.(*book)
	}
	b, err := newBook(name)
	if err != nil {
		panic(fmt.Sprintf("embedded schema %s: %v", name, err))
	}
	first, _ := books.LoadOrStore(name, b)
	return first.(*book)
}

func newBook(name string) (*book, error) {
	text, err := schemas.FS.ReadFile(name + ".schema.json")
	if err != nil {
		return nil, err
	}
	b := &book{url: baseURL + name + ".schema.json", text: text, compiled: map[string]*jsonschema.Schema{}}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&b.raw); err != nil {
		return nil, err
	}
	b.file = accept.Open(b.raw)
	return b, nil
}

// accepts gives the quick form of the definition def, nil if it has none.
func (b *book) accepts(def string) *accept.Schema {
	if s, ok := b.quick.Load(def); ok {
		return s.(*accept.Schema)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	// A definition beyond the quick form is left to the validator.
	s, _ := b.file.Schema(def)
	b.quick.Store(def, s)
	return s
}

// schema gives the compiled definition def, the whole schema if it is empty.
func (b *book) schema(def string) *jsonschema.Schema {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s := b.compiled[def]; s != nil {
		return s
	}
	if b.compiler == nil {
		b.compiler = jsonschema.NewCompiler()
		b.compiler.AssertFormat = true
		if err := b.compiler.AddResource(b.url, bytes.NewReader(b.text)); err != nil {
			panic(fmt.Sprintf("embedded schema %s: %v", b.url, err))
		}
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
