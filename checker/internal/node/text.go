package node

import (
	"hash/maphash"
	"strings"
)

// texts makes the texts of a tree. Those that a file repeats, such as the
// names of fields, are made once; none holds on to the file's bytes, and a
// short one only to a few of its neighbours, as findings keep them when the
// tree is gone.
type texts struct {
	seed maphash.Seed
	// known holds at each place the last text whose hash led there.
	known []string
	block strings.Builder
}

const (
	knownTexts = 512
	shortText  = 32
	textBlock  = 512
)

// of gives the text of data.
func (t *texts) of(data []byte) string {
	if len(data) > shortText {
		return string(data)
	}
	if t.known == nil {
		t.seed, t.known = maphash.MakeSeed(), make([]string, knownTexts)
	}
	known := &t.known[maphash.Bytes(t.seed, data)%knownTexts]
	if *known != string(data) {
		*known = t.short(data)
	}
	return *known
}

// short makes a text in a block that it shares with others.
func (t *texts) short(data []byte) string {
	if t.block.Cap()-t.block.Len() < len(data) {
		t.block = strings.Builder{}
		t.block.Grow(textBlock)
	}
	start := t.block.Len()
	t.block.Write(data)
	return t.block.String()[start:]
}
