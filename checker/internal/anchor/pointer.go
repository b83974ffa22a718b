package anchor

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
)

// pointers holds the numbers that a fact records to those that a quoted marker,
// note pointer or label prints: every printed one must be recorded.
func (c *comparison) pointers(kinds []figure.Kind, recorded []string) {
	f := c.figure
	if !slices.Contains(kinds, f.Kind) || len(f.Numbers) == 0 {
		return
	}
	c.compared = true
	for _, n := range f.Numbers {
		if !slices.ContainsFunc(recorded, func(id string) bool { return entryNumber(id) == n }) {
			c.differ(say("the numbers recorded are [%s], but the selector quotes %q", "記録された番号は [%s] ですが、selector の引用は「%s」です",
				strings.Join(recorded, ", "), c.printed),
				say("record the numbers as they are printed, %d among them, or correct the quotation", "%d を含め印字どおりの番号を記録するか、引用を直してください", n))
			return
		}
	}
}

// pointer holds the number of one note or reference to its own print, which may
// be a list of several.
func (c *comparison) pointer(recorded string) {
	f := c.figure
	n := entryNumber(recorded)
	if f.Kind != figure.Marker && f.Kind != figure.NotePointer || len(f.Numbers) == 0 || n < 0 {
		return
	}
	c.compared = true
	if !slices.Contains(f.Numbers, n) {
		c.differ(say("the number recorded is %d, but the selector quotes %q", "記録された番号は %d ですが、selector の引用は「%s」です", n, c.printed),
			say("record the number as it is printed, or correct the quotation", "印字どおりの番号を記録するか、引用を直してください"))
	}
}

// entryNumber gives the number of an entry of a list by its id, as in notes.2; −1 for
// one that has none.
func entryNumber(id string) int {
	n, err := strconv.Atoi(id[strings.LastIndexAny(id, "./")+1:])
	if err != nil {
		return -1
	}
	return n
}

// notes lists the notes that a fact points to.
func notes(f *fact.Fact) []string {
	var all []string
	for _, n := range f.Notes {
		all = append(all, n.ID[strings.IndexByte(n.ID, '/')+1:])
	}
	return all
}

// markers lists the citations of a claim.
func markers(c *fact.Claim) []string {
	var all []string
	for _, cited := range c.Citations {
		all = append(all, cited.Marker)
	}
	return all
}
