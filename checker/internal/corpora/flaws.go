package corpora

// blocks are what documents are made of.
var blocks = []*block{
	lone, total, table, shareOf, ratio, change, product, mean, trend, exhaust, weighted,
	bound, within, ordered, ranked, ranking, extreme, restated, tied, called, counted, property, compared, noted,
	cited, uncited, expected, inOffice, twice, seconded, sequence, dated, plan,
}

var allWeights = func() (sum int) {
	for _, b := range blocks {
		sum += b.weight
	}
	return sum
}()

const withoutValue = "completeness/figures-without-value"

// Errors of one family stand together here; in a corpus the families take turns.
var allFlaws = []flaw{
	{rule: "arithmetic/sum", name: "beyond", block: total},
	{rule: "arithmetic/share", name: "share", block: shareOf},
	{rule: "arithmetic/ratio", name: "ratio", block: ratio},
	{rule: "arithmetic/sum", name: "table", block: table},
	{rule: "arithmetic/change", name: "change", block: change},
	{rule: "arithmetic/product", name: "product", block: product},
	{rule: "arithmetic/mean", name: "mean", block: mean},
	{rule: "arithmetic/trend", name: "trend", block: trend},
	{rule: "arithmetic/whole", name: "whole", block: exhaust},
	{rule: "arithmetic/weighted", name: "weighted", block: weighted},
	{rule: "arithmetic/sum", name: "rounding", block: total},

	{rule: "citation/claim-without-citation", name: "bare", block: cited},
	{rule: "citation/number-leads-to-two-places", name: "twoPlaces", block: seconded},
	{rule: "citation/unfit-address", name: "search", block: cited},
	{rule: "citation/marker-without-entry", name: "beyond", block: cited},
	{rule: "citation/same-place-twice", name: "same", block: twice},
	{rule: "citation/unfit-address", name: "forum", block: cited},
	{rule: "citation/entry-without-address", name: "nowhere", block: cited},
	{rule: "citation/topic", name: "topic", block: cited},
	{rule: "citation/duplicate-entry", name: "duplicate", block: twice, once: true},
	{rule: "citation/access-dates", name: "undated", block: cited, once: true},
	{rule: "citation/entry-never-cited", name: "idle", block: cited, once: true},
	{rule: "citation/inference-cited", name: "inference", block: cited, once: true},
	{rule: "citation/unfit-address", name: "residue", block: cited},

	{rule: withoutValue, name: "undisclosed", block: lone, once: true},
	{rule: "completeness/notes-and-pointers", name: "idle", block: noted},
	{rule: "completeness/required-concept", name: "headCount", block: lone, once: true},
	{rule: "completeness/comparison-set", name: "left out", block: compared},
	{rule: withoutValue, name: "lost", block: lone, once: true},
	{rule: withoutValue, name: "unanchored", block: lone, once: true},

	{rule: "count/stated-count", name: "number", block: counted},
	{rule: "count/property", name: "number", block: property},

	{rule: "equality/same-figure", name: "next", block: quotedWrong},
	{rule: "equality/same-figure", name: "restated", block: restated},
	{rule: "equality/same-figure", name: "far", block: quotedWrong},
	{rule: "equality/stated-tie", name: "value", block: tied},
	{rule: "equality/qualifier-drift", name: "qualifier", block: quotedWrong},
	{rule: "equality/label-drift", name: "called", block: called},
	{rule: "equality/same-figure", name: "three", block: quotedWrong},
	{rule: "equality/tied-qualifier", name: "qualifier", block: tied},

	{rule: "order/declared-bound", name: "bound", block: bound},
	{rule: "order/declared-bound", name: "bound", block: quotedWrong},
	{rule: "order/possible-range", name: "negative", block: lone},
	{rule: "order/parts-within-whole", name: "parts", block: within},
	{rule: "order/stated-order", name: "order", block: ordered},
	{rule: "order/rank", name: "rank", block: ranked},
	{rule: "order/ranking", name: "gap", block: ranking},
	{rule: "order/extreme", name: "extreme", block: extreme},

	{rule: "pay/missing-target", name: "target", block: plan},
	{rule: "pay/weights", name: "weights", block: plan},
	{rule: "pay/score-from-achievement", name: "score", block: plan},
	{rule: "pay/overall-from-scores", name: "overall", block: plan},
	{rule: "pay/outcome-against-figures", name: "outcome", block: plan},
	{rule: "pay/score-against-outcome", name: "missed", block: plan},
	{rule: "pay/cap-and-floor", name: "cap", block: plan},
	{rule: "pay/threshold", name: "threshold", block: plan},
	{rule: "pay/target-basis", name: "basis", block: plan},
	{rule: "pay/discretion", name: "discretion", block: plan},
	{rule: "pay/missing-target", name: "withheld", block: plan, once: true},

	{rule: "register/dangling-reference", name: "dangling", block: cited},
	{rule: "register/same-name", name: "name", block: lone, once: true},
	{rule: "register/unused", name: "unused", block: lone, once: true},

	{rule: "time/reference-dates", name: "late", block: cited},
	{rule: "time/tie-across-periods", name: "period", block: tied},
	{rule: "time/incomplete-period", name: "early", block: dated, once: true},
	{rule: "time/incomparable-dates", name: "day", block: quotedWrong},
	{rule: "time/sequence", name: "order", block: sequence},
	{rule: "time/support-too-old", name: "old", block: cited},
	{rule: "time/forecast-due", name: "due", block: expected},
	{rule: "time/office-left", name: "left", block: inOffice},

	{rule: "record/schema", name: "address", block: cited, broken: true},
	{rule: "record/unknown-name", name: "concept", block: lone, broken: true},
	{rule: "record/schema", name: "value", block: lone, broken: true},
}

var flaws, flawsAndBroken = inTurn(allFlaws, false), inTurn(allFlaws, true)
