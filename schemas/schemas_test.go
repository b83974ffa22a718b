package schemas_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/schemas"
)

const base = "https://tieout.dev/schemas/"

// authored are the schemas of the files that people write, and of the report
// and manifest that they read.
var authored = []string{"concepts", "dispositions", "entities", "examples", "facts", "manifest", "report", "settings", "sources"}

type document struct {
	name     string
	raw      map[string]any
	compiler *jsonschema.Compiler
}

func read(t *testing.T, name string) document {
	t.Helper()
	text, err := fs.ReadFile(schemas.FS, name+".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	d := document{name: name, compiler: jsonschema.NewCompiler()}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&d.raw); err != nil {
		t.Fatal(err)
	}
	d.compiler.AssertFormat = true
	if err := d.compiler.AddResource(base+name+".schema.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

// An editor that loads a schema gets one that the standard allows.
func TestSchemasAreValid(t *testing.T) {
	meta, err := jsonschema.Compile("https://json-schema.org/draft/2020-12/schema")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range authored {
		d := read(t, name)
		if err := meta.Validate(d.raw); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := d.compiler.Compile(base + name + ".schema.json"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if want := base + name + ".schema.json"; d.raw["$id"] != want {
			t.Errorf("%s: $id is %v, want %s", name, d.raw["$id"], want)
		}
	}
}

// Whatever field the cursor is on, the editor explains it, shows how it is
// written, and the example is one that passes.
func TestEveryPropertyIsExplained(t *testing.T) {
	for _, name := range authored {
		d := read(t, name)
		count := 0
		d.walk("#", d.raw, func(pointer string, schema map[string]any) {
			count++
			d.explained(t, pointer, schema)
		})
		if count < 10 {
			t.Errorf("%s: only %d properties found", name, count)
		}
	}
}

func (d document) explained(t *testing.T, pointer string, schema map[string]any) {
	t.Helper()
	for _, keyword := range []string{"title", "description"} {
		if s, _ := d.find(schema, keyword).(string); s == "" {
			t.Errorf("%s%s has no %s", d.name, pointer, keyword)
		}
	}
	examples, _ := d.find(schema, "examples").([]any)
	if len(examples) == 0 {
		t.Errorf("%s%s has no examples", d.name, pointer)
		return
	}
	compiled, err := d.compiler.Compile(base + d.name + ".schema.json" + pointer)
	if err != nil {
		t.Errorf("%s%s: %v", d.name, pointer, err)
		return
	}
	for _, example := range examples {
		if err := compiled.Validate(example); err != nil {
			t.Errorf("%s%s: example %v: %#v", d.name, pointer, example, err)
		}
	}
}

// find gives a keyword's value, from the schema or from what it refers to.
func (d document) find(schema map[string]any, keyword string) any {
	if v, ok := schema[keyword]; ok {
		return v
	}
	ref, ok := schema["$ref"].(string)
	if !ok {
		return nil
	}
	target, _ := d.raw["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	return d.find(target, keyword)
}

// walk visits every definition, property and item schema.
func (d document) walk(pointer string, schema map[string]any, visit func(string, map[string]any)) {
	if pointer != "#" {
		visit(pointer, schema)
	}
	for _, group := range []string{"$defs", "properties"} {
		members, _ := schema[group].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(members)) {
			if child, ok := members[key].(map[string]any); ok {
				d.walk(pointer+"/"+group+"/"+key, child, visit)
			}
		}
	}
	for _, keyword := range []string{"items", "additionalProperties"} {
		if child, ok := schema[keyword].(map[string]any); ok {
			d.walk(pointer+"/"+keyword, child, visit)
		}
	}
}

// A misspelled field never passes unseen: every object is closed.
func TestEveryObjectIsClosed(t *testing.T) {
	for _, name := range authored {
		d := read(t, name)
		check := func(pointer string, schema map[string]any) {
			if _, ok := schema["properties"]; ok && schema["additionalProperties"] != false {
				t.Errorf("%s%s lets unknown fields pass", name, pointer)
			}
		}
		check("#", d.raw)
		d.walk("#", d.raw, check)
	}
}

// An editor without a network resolves every reference: none leaves its file.
func TestReferencesStayInTheFile(t *testing.T) {
	for _, name := range authored {
		d := read(t, name)
		defs := d.raw["$defs"].(map[string]any)
		used := map[string]bool{}
		var visit func(v any)
		visit = func(v any) {
			switch v := v.(type) {
			case map[string]any:
				if ref, ok := v["$ref"].(string); ok {
					target, inside := strings.CutPrefix(ref, "#/$defs/")
					if defs[target] == nil || !inside {
						t.Errorf("%s: %s leads nowhere", name, ref)
					}
					used[target] = true
				}
				for _, child := range v {
					visit(child)
				}
			case []any:
				for _, child := range v {
					visit(child)
				}
			}
		}
		visit(d.raw)
		for def := range defs {
			if !used[def] {
				t.Errorf("%s: definition %s is not used", name, def)
			}
		}
	}
}

// What authors must not write is refused, by every schema on its own.
func TestSchemasRefuse(t *testing.T) {
	for _, c := range []struct{ schema, def, value string }{
		{"facts", "quantity", `{"concept": "c"}`},
		{"facts", "quantity", `{"concept": "c", "status": "disclosed"}`},
		{"facts", "quantity", `{"concept": "c", "value": 1, "lower": 2}`},
		{"facts", "quantity", `{"concept": "c", "value": 1, "status": "lost"}`},
		{"facts", "quantity", `{"concept": "c", "value": "1/0"}`},
		{"facts", "quantity", `{"concept": "c", "value": "1,605"}`},
		{"facts", "quantity", `{"concept": "c", "value": 1, "step": 5}`},
		{"facts", "selector", `{"line": 1, "exact": "This is a whole clause, not a figure."}`},
		{"facts", "selector", `{"exact": "1"}`},
		{"facts", "period", `"2025-13"`},
		{"facts", "period", `"2025/2026"`},
		{"facts", "period", `25`},
		{"facts", "cell", `"n/a"`},
		{"facts", "relation", `{"label": {"en": "x"}}`},
		{"facts", "relation", `{"order": {"lesser": "a", "greater": "b"}, "equal": {"facts": ["a", "b"]}}`},
		{"facts", "reference", `{"form": "note"}`},
		{"facts", "reference", `{"url": "javascript:alert(1)"}`},
		{"facts", "event", `{"date": "2025-02-30", "type": "election"}`},
		{"sources", "source", `{"title": "A", "kind": "other", "sha256": "ABC"}`},
		{"entities", "entity", `{"type": "company", "labels": {"en": "A"}, "fiscalYearEnd": "13-01"}`},
		{"concepts", "bound", `{"atMost": "a", "necessity": "maybe"}`},
		{"dispositions", "disposition", `{"fingerprint": "3f1c9a7be2d04c58", "status": "accepted"}`},
		{"examples", "bad", `{"title": "x", "facts": "y"}`},
	} {
		t.Run(fmt.Sprintf("%s/%s", c.schema, c.def), func(t *testing.T) {
			d := read(t, c.schema)
			schema, err := d.compiler.Compile(base + c.schema + ".schema.json#/$defs/" + c.def)
			if err != nil {
				t.Fatal(err)
			}
			decoder := json.NewDecoder(strings.NewReader(c.value))
			decoder.UseNumber()
			var value any
			if err := decoder.Decode(&value); err != nil {
				t.Fatal(err)
			}
			if schema.Validate(value) == nil {
				t.Errorf("%s passes as a %s", c.value, c.def)
			}
		})
	}
}
