package coverage

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
)

// ofEntry tells whether a reference on the token's line is all that the token
// is: its address, the number that leads it, or the day of access.
func ofEntry(r *fact.Reference, t *token) bool {
	switch t.Kind {
	case Entry:
		return r.URL == "" || strings.HasPrefix(t.Text, r.URL)
	case Label:
		n := t.figure.Numbers
		return t.leading && len(n) > 0 && strconv.Itoa(n[len(n)-1]) == r.Number
	case Number:
		return r.Accessed != "" && t.figure.Date == r.Accessed
	default:
		return false
	}
}

// leads tells whether a marker or an entry's id is one of the numbers of a
// token.
func leads(written string, t *token) bool {
	number := written[strings.LastIndexAny(written, "./")+1:]
	return slices.ContainsFunc(t.figure.Numbers, func(n int) bool { return strconv.Itoa(n) == number })
}
