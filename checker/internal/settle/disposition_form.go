package settle

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// DefaultMaxDisposition is the number of days after its date that a decision may
// hold unless the caller says otherwise.
const DefaultMaxDisposition = 366

// The cases of findings on decisions that lack what a decision needs.
const (
	caseReason = "reason"
	caseOwner  = "owner"
	caseExpiry = "expiry"
)

// The least that is taken for a sentence: words, or characters where the script
// has no spaces between them.
const (
	minWords      = 3
	minCharacters = 8
)

// IsSentence tells whether a reason says more than a word or two.
func IsSentence(reason string) bool {
	characters := 0
	for _, r := range reason {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			characters++
		}
	}
	return characters >= minCharacters || len(strings.FieldsFunc(reason, notInWord)) >= minWords
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// formal holds a decision to what it needs beside its form. One without a reason
// or an owner is void: nobody answers for it.
func (d *docket) formal(decision fact.Decision) (wrong []finding.Finding, void bool) {
	if !IsSentence(decision.Reason) {
		f := onDecision(decision, caseReason, at(decision, "reason"), finding.Text{
			EN: fmt.Sprintf("the reason %q is shorter than a sentence; the decision does not count", brief(decision.Reason)),
			JA: fmt.Sprintf("理由「%s」は文になっていないため、この判断は無効です", brief(decision.Reason)),
		})
		f.Help = finding.Text{EN: "say in a sentence why this was decided", JA: "判断の理由を一文で書いてください"}
		wrong, void = append(wrong, f), true
	}
	if strings.TrimSpace(decision.Owner) == "" {
		f := onDecision(decision, caseOwner, at(decision, "owner"), finding.Text{
			EN: "the decision has no owner, and does not count", JA: "責任者がないため、この判断は無効です",
		})
		f.Help = finding.Text{EN: "name who answers for it as `owner`", JA: "`owner` に責任者を書いてください"}
		wrong, void = append(wrong, f), true
	}
	if last := lastDay(decision.Date, d.most); decision.Expires > last && last != "" {
		f := onDecision(decision, caseExpiry, at(decision, "expires"), finding.Text{
			EN: fmt.Sprintf("the decision of %s expires on %s, later than %d days after it; it holds until %s", decision.Date, decision.Expires, d.most, last),
			JA: fmt.Sprintf("%s付けの判断の期限 %s は%d日を超えています。%sまで有効です", decision.Date, decision.Expires, d.most, last),
		})
		f.Help = finding.Text{EN: fmt.Sprintf("write `expires: %s` or earlier", last), JA: fmt.Sprintf("`expires: %s` 以前の日付にしてください", last)}
		wrong = append(wrong, f)
	}
	return wrong, void
}

// expiry is the last day on which a decision holds: its own, at most that which
// any decision may have.
func (d *docket) expiry(decision fact.Decision) string {
	last := lastDay(decision.Date, d.most)
	if decision.Expires != "" && (decision.Expires < last || last == "") {
		return decision.Expires
	}
	return last
}

// past tells whether a decision has expired.
func (d *docket) past(decision fact.Decision) bool {
	last := d.expiry(decision)
	return last != "" && last < d.asOf
}

// lastDay is a number of days after a date; "" when it is none.
func lastDay(date string, days int) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, days).Format(time.DateOnly)
}

// at gives the place of a decision's member, or its own where it has none.
func at(d fact.Decision, member string) finding.Range {
	if place, ok := d.At[member]; ok {
		return place
	}
	return d.Place
}

// brief cuts a text for a message.
func brief(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}
