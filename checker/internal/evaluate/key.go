package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
)

// separator stands between the parts of a group's key.
const separator = "|"

// escaper keeps the signs that give a key its form out of its parts.
var escaper = strings.NewReplacer("%", "%25", separator, "%7C", "=", "%3D")

// keyer writes keys, one after the other in the same place.
type keyer struct {
	text []byte
	axes []string
	// parts counts those of the key at hand, full is the end of the last one that
	// is not empty.
	parts, full int
}

// key gives the dimensions of a quantity in one line, until it is asked for the
// next: the parts named, in their order, an axis with its member as axis=member.
// No two quantities that differ in a part share a key: every part but an axis
// has its place, whether it is empty or not, and only the empty ones at the end
// are left out.
func (k *keyer) key(q *fact.Quantity, by []string) []byte {
	k.text, k.parts, k.full = k.text[:0], 0, 0
	for _, dimension := range by {
		switch dimension {
		case "concept":
			k.part(q.Concept)
		case "entity":
			k.part(q.Entity)
		case "period":
			k.part(q.Period.Canonical)
		case "unit":
			k.part(q.Unit)
		case "asOf":
			k.part(q.AsOf)
		case "dimensions":
			k.axes = slices.AppendSeq(k.axes[:0], maps.Keys(q.Dimensions))
			slices.Sort(k.axes)
			for _, axis := range k.axes {
				k.part(axis)
				k.text = append(k.text, '=')
				k.write(q.Dimensions[axis])
				k.full = len(k.text)
			}
		}
	}
	return k.text[:k.full]
}

// part adds a part behind the others.
func (k *keyer) part(s string) {
	if k.parts > 0 {
		k.text = append(k.text, separator...)
	}
	k.parts++
	if s != "" {
		k.write(s)
		k.full = len(k.text)
	}
}

func (k *keyer) write(s string) {
	if strings.ContainsAny(s, "%|=") {
		s = escaper.Replace(s)
	}
	k.text = append(k.text, s...)
}

// hash is that of a key, the same in every run (FNV-1a). That two keys share one
// costs time, and changes no result.
func hash[T string | []byte](key T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	return max(h, 1) // 0 stands for none
}
