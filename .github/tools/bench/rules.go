package main

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/settle"
)

// rule is one of the rules that all checkers hold the facts to, by the name
// that it has in Tieout.
type rule struct {
	ID string
	// Reads says how much the rule has to see at once.
	Reads string
	// Asks is what the rule asks, in few words.
	Asks string
}

const (
	oneFact   = "one fact"
	document  = "a document"
	documents = "all documents"
)

// rules are those compared, by the names that they have in Tieout's library.
// They are written three times, in the best idiom of each engine and to the same
// end: for conftest and opa (rules/compare), for Tieout (rules/tieout), and by
// hand in Go (native). The library's own, which also answer for what holds and
// give their evidence, have a row of their own; what else is there runs in the
// rows of all rules alone.
var rules = []rule{
	{"pay/missing-target", oneFact, "a measure has a target"},
	{"citation/claim-without-citation", oneFact, "a claim of fact is cited, unless the source may make it itself"},
	{"completeness/figures-without-value", oneFact, "a figure has a value"},
	{"citation/entry-without-address", oneFact, "a reference says where to look"},
	{"arithmetic/sum", document, "parts add up to the total, within rounding"},
	{"pay/weights", document, "the weights of a plan add up to 100"},
	{"citation/number-leads-to-two-places", document, "a cited number leads to one address"},
	{"citation/duplicate-entry", document, "a list names an address once"},
	{"citation/marker-without-entry", document, "a marker leads to an entry"},
	{"order/declared-bound", documents, "a figure keeps within its bound, as grants within applications, for one entity and period"},
	{"equality/same-figure", documents, "one concept, entity and period has one value, within rounding"},
	{"register/dangling-reference", documents, "what a fact refers to is on record"},
}

func ruleIDs() []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}

func compared(id string) bool {
	return slices.ContainsFunc(rules, func(r rule) bool { return r.ID == id })
}

// onForm tells whether a rule is none of the policies.
func onForm(id string) bool {
	return slices.ContainsFunc(settle.FormRules(), func(r finding.Rule) bool { return r.ID == id })
}
