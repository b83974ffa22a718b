package fact

import (
	"math/big"
	"strconv"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// labels reads a label in both languages; one that is missing falls back on
// the id.
func labels(n *node.Node, id string) finding.Text {
	t := text(n)
	if t.EN == "" {
		t.EN = id
	}
	return t
}

// text reads a text that is written either plainly or by language. English
// falls back on Japanese; finding.Text knows the other way.
func text(n *node.Node) finding.Text {
	if n == nil || n.Kind != node.Object {
		return finding.Text{EN: textOf(n)}
	}
	t := finding.Text{EN: n.Str("en"), JA: n.Str("ja")}
	if t.EN == "" {
		t.EN = t.JA
	}
	return t
}

// texts reads a list of words, or a single one.
func texts(n *node.Node) []string {
	if n == nil {
		return nil
	}
	if n.Kind != node.Array {
		return []string{n.Text}
	}
	words := make([]string, len(n.Items))
	for i, item := range n.Items {
		words[i] = item.Text
	}
	return words
}

// textOf gives a node's text, or "" for none.
func textOf(n *node.Node) string {
	if n == nil {
		return ""
	}
	return n.Text
}

// fields gives an object's members; none for anything else, or nil.
func fields(n *node.Node) []node.Field {
	if n == nil {
		return nil
	}
	return n.Fields
}

// items gives an array's elements; none for anything else, or nil.
func items(n *node.Node) []*node.Node {
	if n == nil {
		return nil
	}
	return n.Items
}

// integer reads a whole number in any form that JSON Schema takes for one: 6,
// 6.0 and 6e0. The exponents of numbers are bounded when they are parsed; those
// of other texts are not.
func integer(n *node.Node) (int, bool) {
	if n == nil || n.Kind != node.Number {
		return 0, false
	}
	if i, err := strconv.Atoi(n.Text); err == nil {
		return i, true
	}
	x, ok := new(big.Rat).SetString(n.Text)
	if !ok || !x.IsInt() || !x.Num().IsInt64() {
		return 0, false
	}
	return int(x.Num().Int64()), true
}

// whole is integer for a number that may be missing; then it is 0.
func whole(n *node.Node) int {
	i, _ := integer(n)
	return i
}
