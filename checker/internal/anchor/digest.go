package anchor

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/lock"
)

// Digest covers what is verified of a fact: what it quotes and where, and the
// value, unit, precision and qualifiers, or the date, that it draws from it.
func Digest(f *fact.Fact) string {
	var parts []string
	for _, t := range targets(f) {
		parts = append(parts, fmt.Sprint(t.Line, t.Occurrence, t.Index), t.Exact, strings.Join(t.Split, "\x00"), t.pointer)
	}
	if q := f.Quantity; q != nil {
		decimals := ""
		if q.Decimals != nil {
			decimals = fmt.Sprint(*q.Decimals)
		}
		qualifiers := slices.Sorted(slices.Values(q.Qualifiers))
		parts = append(parts, string(q.Status), exactly(q.Value), exactly(q.Lower), exactly(q.Upper), q.Text, decimals, q.Unit,
			strings.Join(qualifiers, ","))
	}
	if f.Event != nil {
		parts = append(parts, f.Event.Date)
	}
	h := sha256.New()
	for _, p := range parts {
		// With its length, so that no two lists of parts are the same text.
		fmt.Fprintf(h, "%d:%s\n", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil))[:lock.DigestDigits]
}

func exactly(x *big.Rat) string {
	if x == nil {
		return ""
	}
	return x.RatString()
}
