package accept_test

import (
	"encoding/binary"
	"os"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/accept"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// A definition that is not known would silently cost its users the speed.
func TestEverySchemaIsKnown(t *testing.T) {
	for _, d := range definitions() {
		if d.quick == nil {
			t.Errorf("%s is left to the validator", d.name)
		}
	}
}

// Nothing that the validator refuses gets through, and nothing that is fine
// takes the slow way: for what the schemas themselves suggest, right and wrong.
func TestAgreesWithValidator(t *testing.T) {
	for _, d := range definitions() {
		valid := 0
		const samples = 400
		for i := range uint64(samples) {
			if d.agrees(t, sample(d, binary.LittleEndian.AppendUint64(nil, i*0x9e3779b97f4a7c15))) {
				valid++
			}
		}
		if valid < samples/20 || valid > samples*19/20 {
			t.Errorf("%s: %d of %d samples are valid, too few or too many to show anything", d.name, valid, samples)
		}
	}
}

func sample(d definition, data []byte) *node.Node {
	s := &sampler{choices: choose(data), root: d.root, odd: 60}
	if s.oneIn(4) {
		s.odd = 3 // a word has one place to be wrong in, a table hundreds
	}
	if examples, ok := d.written["examples"].([]any); ok && s.oneIn(2) {
		return s.changed(noded(pickOne(s.choices, examples)), d.written)
	}
	return s.value(any(d.written), 0)
}

// realDocuments are the facts of the repository and of its tests.
func realDocuments(tb testing.TB) []load.Document {
	tb.Helper()
	var all []load.Document
	for _, dir := range []string{"../../../facts", "../../testdata/ferry", "../../testdata/stranger", "../validate/testdata"} {
		r, err := load.Load(tb.Context(), os.DirFS(dir), []string{"."})
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, r.Documents...)
	}
	return all
}

// sections says which definition the entries of a document's member have.
var sections = map[string]string{
	"quantities": "facts#quantity", "tables": "facts#table", "relations": "facts#relation", "plans": "facts#plan",
	"claims": "facts#claim", "references": "facts#referenceList", "events": "facts#event",
	"sources": "sources#source", "entities": "entities#entity", "concepts": "concepts#concept",
	"dispositions": "dispositions#disposition",
}

// seed is a real entry with its definition.
type seed struct {
	definition
	entry *node.Node
}

func seeds(tb testing.TB) []seed {
	tb.Helper()
	byName := map[string]definition{}
	for _, d := range definitions() {
		byName[d.name] = d
	}
	var all []seed
	for _, doc := range realDocuments(tb) {
		all = append(all, seed{byName[string(doc.Kind)], doc.Root})
		for _, f := range doc.Root.Fields {
			d, ok := byName[sections[f.Key]]
			if !ok {
				continue
			}
			for _, entry := range f.Value.Fields {
				all = append(all, seed{d, entry.Value})
			}
		}
	}
	if len(all) < 100 {
		tb.Fatalf("only %d real entries", len(all))
	}
	return all
}

// Real entries, as they are and with a mistake here and there.
func TestAgreesOnRealFacts(t *testing.T) {
	for i, s := range seeds(t) {
		s.agrees(t, s.entry)
		for j := range uint64(3) {
			c := &sampler{choices: choose(binary.LittleEndian.AppendUint64(nil, uint64(i)<<8|j)), root: s.root, odd: 60}
			s.agrees(t, c.changed(c.changed(s.entry, s.written), s.written))
		}
	}
}

// What is not known for sure is left alone as a whole.
func TestUnknownIsLeftToTheValidator(t *testing.T) {
	const head = `{"$schema": "https://json-schema.org/draft/2020-12/schema", `
	for _, schema := range []string{
		`{}`,
		`{"$schema": "http://json-schema.org/draft-07/schema#"}`,
		head + `"unevaluatedProperties": false}`,
		head + `"properties": {"a": {"items": {"contains": {}}}}}`,
		head + `"properties": {"a": {"$id": "https://example.org/b"}}}`,
		head + `"$ref": "https://example.org/other"}`,
		head + `"$ref": "#/properties/a", "properties": {"a": {}}}`,
		head + `"$ref": "#/$defs/missing"}`,
		head + `"$ref": "#/$defs/a", "$defs": {"a": {"items": {"$ref": "#/$defs/a"}}}}`,
		head + `"$defs": {"a": {}}, "anyOf": [{"$defs": {}}]}`,
		head + `"type": "decimal"}`,
		head + `"type": 1}`,
		head + `"enum": [[1]]}`,
		head + `"enum": []}`,
		head + `"const": {}}`,
		head + `"format": "email"}`,
		head + `"pattern": "("}`,
		head + `"minLength": 1.5}`,
		head + `"maxItems": -1}`,
		head + `"minimum": "1"}`,
		head + `"required": "a"}`,
		head + `"required": [1]}`,
		head + `"properties": []}`,
		head + `"dependentRequired": {"a": "b"}}`,
		head + `"uniqueItems": 1}`,
		head + `"allOf": []}`,
		head + `"not": 1}`,
	} {
		if s, err := accept.Open(decoded([]byte(schema))).Schema(""); err == nil {
			t.Errorf("%s is compiled", schema)
		} else if s.Accepts(noded(nil)) || s.AcceptsText("a") {
			t.Errorf("%s accepts something", schema)
		}
	}
}

// The keywords that the checker's schemas do not use yet are known already,
// and so are corners of those that they use.
func TestAgreesOnFurtherKeywords(t *testing.T) {
	const head = `{"$schema": "https://json-schema.org/draft/2020-12/schema", `
	values := strings.Fields(`null true false 0 -0 1 1.0 1.5 2 10 1e2 -3 "" "a" "ab" "é" [] [1] [1,1.0] [1,"1"] [[1,2],[1.0,2]]
		[{"a":1,"b":2},{"b":2.0,"a":1}] [null,null] [true,true] {} {"a":1} {"b":1} {"a":1,"b":2} {"a":"x"} {"a":1,"b":2,"c":3}
		{"a":1,"b":2,"c":3,"d":4,"e":5}`)
	for _, rest := range []string{
		`"type": "integer"}`, `"type": ["integer", "number"]}`, `"type": ["null", "boolean"]}`,
		`"exclusiveMinimum": 1, "exclusiveMaximum": 10}`, `"minimum": 1.5, "maximum": 1e2}`,
		`"const": 1}`, `"const": null}`, `"enum": [true, "a", 1.50, null]}`,
		`"not": {"type": "number"}}`, `"allOf": [{"minimum": 1}, {"maximum": 2}]}`,
		`"oneOf": [{"minimum": 1}, {"maximum": 2}]}`, `"anyOf": [{"type": "string"}, {"required": ["a"]}]}`,
		`"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"maxProperties": 0}}`,
		`"then": false, "else": false}`, `"if": false}`,
		`"uniqueItems": true, "minItems": 1, "maxItems": 2}`, `"uniqueItems": false}`,
		`"minProperties": 1, "maxProperties": 2}`, `"properties": {"a": false}}`, `"additionalProperties": false}`,
		`"properties": {"a": {"type": "integer"}}, "additionalProperties": {"minimum": 2}}`,
		`"properties": {"a": true, "b": true, "c": true, "d": true, "e": false}}`,
		`"propertyNames": {"enum": ["a"]}}`, `"propertyNames": {"maxLength": 0}}`, `"propertyNames": {"type": "number"}}`,
		`"dependentSchemas": {"a": {"required": ["b"]}}, "dependentRequired": {"b": ["a", "c"]}}`,
		`"minLength": 1, "maxLength": 1}`, `"minLength": 2}`, `"pattern": "b$"}`, `"items": false}`,
		`"$ref": "#/$defs/x", "minLength": 2, "$defs": {"x": {"type": "string"}}}`,
		`"allOf": [{"$ref": "#/$defs/x"}, {"$ref": "#/$defs/x"}], "$ref": "#/$defs/x", "$defs": {"x": {"type": "string"}}}`,
	} {
		d := definitionsOf("test", []byte(head+rest))[0]
		if d.quick == nil {
			t.Errorf("%s is left to the validator", rest)
			continue
		}
		for _, value := range values {
			d.agrees(t, noded(decoded([]byte(`{"v":` + value + `}`))["v"]))
		}
	}
}
