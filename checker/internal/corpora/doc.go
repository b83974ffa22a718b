// Package corpora makes corpora of any size, with errors planted in them of
// which it keeps the list: for tests that hold the checker to finding exactly
// these, for benchmarks, and for comparisons with other checkers.
//
//	options ─► documents, one after the other ─► fact files, registries, planted.json
//
// A corpus is the reports of made-up companies (bakeries, ferries, libraries and
// others), four a company, one a year, each with the same number of facts and of
// all kinds, of about 170 bytes each: 70% figures (on their own, in tables with
// totals both ways, in pay plans), 14% relations, 7% claims, 5% references and
// notes, then measures and events. A quarter of the documents is in Japanese, an
// eighth cuts digits off where the others round. All figures tie but the planted ones: results are rounded from
// what is printed, figures that are not to be compared differ in a dimension, and
// nothing else gives a finding of any severity.
//
// One figure in twenty is printed in two or three documents: its own, the next,
// one at half or a third of the corpus away. No group is larger.
//
// There is an error for every hundred facts. Their kinds take turns, family by
// family, so that a corpus of 10,000 facts has nearly all of them. Most give one
// finding; what else one leads to is listed beside it. One kind is no
// contradiction: a sum that holds only within the rounding, of which the checker
// makes a note (verdict roundingOnly). Errors of form, which leave facts out
// and make the checker exit with 2, are planted only if Broken asks for them.
//
// Checks that other tools make, too, and the rules that answer for them here:
//
//	measure without a target          pay/missing-target
//	claim without a citation          citation/claim-without-citation
//	value present                     completeness/figures-without-value (Broken: record/schema, anyOf)
//	address of a reference            citation/unfit-address (Broken, not well formed: record/schema, format)
//	part above its whole, by registry order/declared-bound: complaintsSettled above complaintsReceived in a
//	                                  document, grants above applications across documents
//	parts against their total         arithmetic/sum (relations and tables; a weight may be negative)
//	weights against 100               pay/weights
//	one number with two addresses     citation/number-leads-to-two-places
//	more within a document            citation/marker-without-entry, citation/entry-never-cited, pay/overall-from-scores
//	one figure with two values        equality/same-figure
//	reference to a fact not there     register/dangling-reference
package corpora
