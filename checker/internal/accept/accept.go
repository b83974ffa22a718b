// Package accept tells quickly that a value fits a JSON Schema. A schema file
// goes in as it is written; out come definitions that hold the nodes of a
// document to it, without turning them into anything else first.
//
// It is no validator of its own: it says yes or no and explains nothing, so
// that whoever gets a no asks the validator, which decides. What counts is that
// a yes is right. It therefore knows the keywords of the checker's own schemas
// and no others: a definition in which any other keyword stands, or one of
// these in a form that is not expected, is not compiled at all.
package accept

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/node"
)

// File is a schema file, of the draft 2020-12, whose definitions are compiled
// when they are asked for. It is not safe for concurrent use; its Schemas are.
type File struct {
	root map[string]any
	// defs are the definitions that are compiled, nil while one is at work.
	defs map[string]*rule
	// patterns are shared by all that ask for the same form.
	patterns map[string]*pattern
}

// Open takes a schema file, decoded with its numbers as json.Number.
func Open(root map[string]any) *File {
	return &File{root: root, defs: map[string]*rule{}, patterns: map[string]*pattern{}}
}

// Schema is a compiled definition, safe for concurrent use.
type Schema struct{ rule *rule }

// Schema gives the definition def, the whole schema if it is empty. It fails
// when the definition, or what it refers to, goes beyond what is known here.
func (f *File) Schema(def string) (*Schema, error) {
	if f.root["$schema"] != draft {
		return nil, fmt.Errorf("%w: $schema", errForm)
	}
	compile := f.top
	if def != "" {
		compile = func() (*rule, error) { return f.definition(def) }
	}
	r, err := compile()
	if err != nil {
		return nil, fmt.Errorf("schema %q: %w", def, err)
	}
	return &Schema{r}, nil
}

// Accepts reports whether n, whose members have names of their own each, fits
// the schema. A nil Schema accepts nothing.
func (s *Schema) Accepts(n *node.Node) bool { return s != nil && s.rule.accepts(n) }

// AcceptsText reports whether a text fits the schema, such as the key of a
// member.
func (s *Schema) AcceptsText(text string) bool { return s != nil && s.rule.acceptsText(text) }
