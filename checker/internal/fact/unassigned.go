package fact

import "github.com/tieout/tieout/checker/internal/finding"

// RuleUnassigned is the check that a person has said what the facts are about.
const RuleUnassigned = "record/unassigned"

// Unassigned is the concept of a figure that nobody has named yet, the type of
// such an event and the text of such a claim. As a concept it needs no entry in
// the registry.
const Unassigned = "unassigned"

// IsUnassigned tells whether a person still has to say what a fact is about.
func (f *Fact) IsUnassigned() bool {
	switch f.Kind {
	case KindQuantity:
		return f.Quantity.Concept == Unassigned
	case KindMeasure:
		return f.Measure.Metric == Unassigned
	case KindClaim:
		return f.Claim.Text == Unassigned
	case KindEvent:
		return f.Event.Type == Unassigned
	default:
		return false
	}
}

// unassigned reports, once a file and source, how many facts wait for a person,
// at the first of them.
func (b *builder) unassigned() {
	for _, group := range b.c.Sources {
		first, count, order := map[string]*Fact{}, map[string]int{}, []string{}
		for _, f := range group.Facts {
			if !f.IsUnassigned() {
				continue
			}
			file := f.Place.File
			if count[file]++; count[file] == 1 {
				first[file], order = f, append(order, file)
			}
		}
		for _, file := range order {
			b.reportUnassigned(group.ID, first[file], count[file])
		}
	}
}

func (b *builder) reportUnassigned(source string, first *Fact, count int) {
	at := finding.Range{File: first.Place.File, Start: first.Place.Start, End: first.Place.Start}
	at.End.Column += len("x")
	message := say("a person must name the concept: %d facts of this file are unassigned, the first here",
		"概念が未割当（unassigned）の事実が %d 件あります（最初の箇所）", count)
	if count == 1 {
		message = say("a person must name the concept: this fact is unassigned", "この事実の概念は未割当（unassigned）です")
	}
	b.report(RuleUnassigned, source, at, message,
		say("name the concept of each figure and the type of each event, put each claim in own words, and delete what says nothing",
			"各数値の概念と各イベントの種類を決め、主張を自分の言葉で書き、意味のないものは削除してください"))
	f := &b.problems[len(b.problems)-1]
	f.Severity = finding.Warning
	f.Evidence = &finding.Evidence{Params: map[string]string{"keyword": Unassigned, "pointer": first.Place.File}}
}
