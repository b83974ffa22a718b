// Package node is the one decoding of a fact file: a tree of JSON-like values,
// read from YAML or JSON, in which every key and value keeps its place. The
// tree serves validation, the facts and the reports' excerpts alike. Numbers
// keep their source text, so that no figure ever passes through a float.
package node

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Kind is the JSON type of a node.
type Kind uint8

// The kinds of nodes.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// String gives the kind's name as JSON Schema writes it.
func (k Kind) String() string {
	return [...]string{"null", "boolean", "number", "string", "array", "object"}[k]
}

// Node is a value with its place. Start is its first character, End the
// position just after its last one.
type Node struct {
	Kind Kind
	// Text is a string's value, or a number's or boolean's source text.
	Text string
	// Items are an array's elements.
	Items []*Node
	// Fields are an object's members, in the order of the file.
	Fields     []Field
	Start, End finding.Pos
}

// Field is a member of an object with the place of its key.
type Field struct {
	Key              string
	KeyStart, KeyEnd finding.Pos
	Value            *Node
}

// Field gives the member named key, or nil. It may be called on nil.
func (n *Node) Field(key string) *Field {
	if n == nil {
		return nil
	}
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return &n.Fields[i]
		}
	}
	return nil
}

// Get gives the value of the member named key, or nil. It may be called on nil.
func (n *Node) Get(key string) *Node {
	if f := n.Field(key); f != nil {
		return f.Value
	}
	return nil
}

// Str gives the text of the member named key if it is a scalar, else "".
func (n *Node) Str(key string) string {
	if v := n.Get(key); v != nil && v.Kind != Array && v.Kind != Object {
		return v.Text
	}
	return ""
}

// At follows a JSON pointer (RFC 6901). It gives the node and, when the last
// step is an object's member, its field; nil when nothing stands there.
func (n *Node) At(pointer string) (*Node, *Field) {
	var field *Field
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if step == "" && pointer == "" {
			break
		}
		step = strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		switch {
		case n == nil:
			return nil, nil
		case n.Kind == Object:
			if field = n.Field(step); field == nil {
				return nil, nil
			}
			n = field.Value
		case n.Kind == Array:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(n.Items) {
				return nil, nil
			}
			n, field = n.Items[i], nil
		default:
			return nil, nil
		}
	}
	return n, field
}

// Range gives the node's place in file.
func (n *Node) Range(file string) finding.Range {
	return finding.Range{File: file, Start: n.Start, End: n.End}
}

// KeyRange gives the place of the field's key in file.
func (f *Field) KeyRange(file string) finding.Range {
	return finding.Range{File: file, Start: f.KeyStart, End: f.KeyEnd}
}

// Plain gives the value as encoding/json decodes it, with numbers as json.Number:
// the form that libraries for schemas and policies take.
func (n *Node) Plain() any {
	switch n.Kind {
	case Object:
		members := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			members[f.Key] = f.Value.Plain()
		}
		return members
	case Array:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = item.Plain()
		}
		return items
	case Number:
		return json.Number(n.Text)
	case Bool:
		return n.Text == "true"
	case Null:
		return nil
	default:
		return n.Text
	}
}
