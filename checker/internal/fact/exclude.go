package fact

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// leftOut notes that an entry, with everything below its id, takes no part
// because its form is wrong. It is not counted: validation has. When nobody
// knows the source, the id may have been meant for any.
func (b *builder) leftOut(id string) {
	source := b.source
	if b.src == nil && !b.unusable["sources/"+source] {
		source = ""
	}
	b.c.excluded[source+"/"+id] = true
}

// leftOutSection is leftOut for all entries of a section. When it is no
// section, any id of the source may have stood in it.
func (b *builder) leftOutSection(entries *node.Node) {
	switch {
	case entries == nil:
	case entries.Kind == node.Object:
		for _, f := range entries.Fields {
			b.leftOut(f.Key)
		}
	default:
		b.c.excluded[b.source] = true
	}
}

// exclude notes that a fact takes no part for what only shows here.
func (b *builder) exclude(id string) {
	b.leftOut(id)
	b.c.Excluded++
}

// isExcluded tells whether the id, or what it stands in, was left out.
func (b *builder) isExcluded(id string) bool {
	_, local, _ := strings.Cut(id, "/")
	return b.incomplete || leftOut(b.c.excluded, id) || leftOut(b.c.excluded, "/"+local) || leftOut(b.strays, "/"+local) ||
		b.c.abroad != nil && leftOut(b.c.abroad.excluded, id)
}

// leftOut tells whether an id, or what it stands in, is among those left out.
func leftOut(excluded map[string]bool, id string) bool {
	for id != "" && len(excluded) > 0 {
		if excluded[id] {
			return true
		}
		id = id[:max(strings.LastIndexAny(id, "./"), 0)]
	}
	return false
}
