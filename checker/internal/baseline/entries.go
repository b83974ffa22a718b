package baseline

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// RuleForm is the rule that looks at every entry: its check of an entry is
// dropped when the entry is deleted.
const RuleForm = "record/schema"

// Entries are the facts of a run by id, and its citations by the claim's id with
// the marker in brackets: "blog/growth[3]".
type Entries map[string]Entry

// Entry is a fact or citation. Fingerprint is that of the check on its form.
type Entry struct {
	// Of is the claim that a citation stands on.
	Of          string
	Fingerprint string
	Label       finding.Text
	Location    finding.Range
}

// within tells whether something that an id lies in ("src/plan.profit" of
// "src/plan.profit.target") passes a test.
func within(id string, test func(id string) bool) bool {
	for i := strings.LastIndexByte(id, '.'); i > 0; i = strings.LastIndexByte(id[:i], '.') {
		if test(id[:i]) {
			return true
		}
	}
	return false
}
