package settle

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/number"
)

// hashBytes is how much of a hash is kept: enough that a million findings do
// not meet by chance.
const hashBytes = 12

// fingerprint gives each finding the hash of its rule and subject, for findings
// on the form of a file also of the pointer and keyword below the subject. It
// covers neither places nor words nor members of a group, so that it outlives
// edits which change only these. Findings of the same identity are told apart
// by their number, in the order given.
func fingerprint(findings []finding.Finding) {
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		f.Fingerprint = hash(identity(f)...)
		numbered(f, seen)
	}
}

// identity is what a finding's fingerprint covers.
func identity(f *finding.Finding) []string {
	parts := []string{f.Rule, f.Subject}
	if isForm(f.Rule) && f.Evidence != nil && f.Evidence.Params["keyword"] != "" {
		parts = append(parts, f.Evidence.Params["pointer"], f.Evidence.Params["keyword"])
	}
	return parts
}

// numbered tells a finding from those of the same identity before it.
func numbered(f *finding.Finding, seen map[string]int) {
	// A copy, as the fingerprint may be part of a text that holds the whole finding.
	of := strings.Clone(f.Fingerprint)
	if seen[of]++; seen[of] > 1 {
		f.Fingerprint = hash(append(identity(f), "", strconv.Itoa(seen[of]))...)
	}
}

// hash hashes parts so that no two lists of parts give the same input.
func hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s\n", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil)[:hashBytes])
}

// digest covers what a decision on a finding rests on: the operands with their
// roles, weights and values, and what is missing. It does not change with the
// order in which the facts are written.
func (s settler) digest(e *finding.Evidence) string {
	var parts []string
	for _, o := range e.Operands {
		fields := []string{"operand", o.Role, o.Fact, o.Weight}
		if f := s.corpus.Fact(o.Fact); f != nil {
			fields = append(fields, substance(f)...)
		}
		parts = append(parts, hash(fields...))
	}
	for _, m := range e.Missing {
		parts = append(parts, hash("missing", m.Role, m.Fact, m.Cause))
	}
	slices.Sort(parts)
	return hash(parts...)
}

// substance is what of a fact a decision rests on: a figure's value, decimals,
// qualifiers, status and what it can stand for; a claim's words, an event's
// days, where a reference leads and when it was read.
func substance(f *fact.Fact) []string {
	switch {
	case f.Claim != nil:
		return []string{f.Claim.Text, f.Claim.Modality, f.Claim.Entity}
	case f.Event != nil:
		return []string{f.Event.Period, f.Event.Type, f.Event.Entity}
	case f.Reference != nil:
		return []string{f.Reference.URL, f.Reference.Form, f.Reference.Begins, f.Reference.Accessed, f.Reference.Published}
	case f.Quantity == nil:
		return nil
	}
	q := f.Quantity
	parts := []string{q.Text, rational(q.Value), "", strings.Join(q.Qualifiers, ","), string(q.Status), q.Unit}
	if q.Decimals != nil {
		parts[2] = strconv.Itoa(*q.Decimals)
	}
	for mode, values := range q.Intervals.All() {
		parts = append(parts, mode.String(), interval(values))
	}
	return parts
}

func rational(r *big.Rat) string {
	if r == nil {
		return ""
	}
	return r.RatString()
}

func interval(i number.Interval) string {
	return fmt.Sprintf("%s %t %s %t", rational(i.Lower), i.LowerOpen, rational(i.Upper), i.UpperOpen)
}
