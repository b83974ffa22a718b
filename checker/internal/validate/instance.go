package validate

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// shell gives an object whose members named by hollow come without their
// content: it is validated apart.
func shell(n *node.Node, hollow []string) *node.Node {
	if n.Kind != node.Object || len(hollow) == 0 {
		return n
	}
	outer := *n
	outer.Fields = slices.Clone(n.Fields)
	for i := range outer.Fields {
		f := &outer.Fields[i]
		if slices.Contains(hollow, f.Key) && (f.Value.Kind == node.Object || f.Value.Kind == node.Array) {
			f.Value = &node.Node{Kind: f.Value.Kind}
		}
	}
	return &outer
}

// steps splits a JSON pointer as the library writes it, percent-encoded.
func steps(pointer string) []string {
	pointer = strings.TrimPrefix(strings.TrimPrefix(pointer, "#"), "/")
	if pointer == "" {
		return nil
	}
	parts := strings.Split(pointer, "/")
	for i, part := range parts {
		if plain, err := url.PathUnescape(part); err == nil {
			part = plain
		}
		parts[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
	}
	return parts
}

// pointer joins steps to a JSON pointer (RFC 6901).
func pointer(steps []string) string {
	var b strings.Builder
	for _, step := range steps {
		b.WriteByte('/')
		b.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(step))
	}
	return b.String()
}

// index reads a list index, -1 if it is none.
func index(step string) int {
	i, err := strconv.Atoi(step)
	if err != nil {
		return -1
	}
	return i
}
