package fact

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// The ids of the checks that building the facts makes.
const (
	RuleDuplicateID = "record/duplicate-id"
	RuleUnknownName = "record/unknown-name"
	RuleUnit        = "record/unit"
	RulePeriod      = "record/period"
	RuleTable       = "record/table"
	RuleExcess      = "record/excess-digits"
)

// mistake identifies what is reported once however many facts inherit it: the
// node that is wrong, and what it is wrong for.
type mistake struct {
	at  *node.Node
	why string
}

// first tells whether a mistake is met for the first time.
func (b *builder) first(at *node.Node, why string) bool {
	m := mistake{at, why}
	if b.reported[m] {
		return false
	}
	b.reported[m] = true
	return true
}

// report adds a record-class finding.
func (b *builder) report(rule, subject string, at finding.Range, message, help finding.Text, related ...finding.Related) {
	b.problems = append(b.problems, finding.Finding{
		Rule: rule, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: subject, Message: message, Help: help, Location: at, Related: related,
	})
}

func (b *builder) duplicate(subject, id string, at, first finding.Range) {
	b.report(RuleDuplicateID, subject, at,
		say("`%s` is already the id of an entry at %s", "ID `%s` は %s ですでに使われています", id, first),
		say("give one of the two another id", "どちらか一方のIDを変えてください"),
		finding.Related{Message: say("first used here", "最初の使用箇所"), Location: first})
}

// badUnit reports a unit that the concept forbids, or that there is none.
func (b *builder) badUnit(subject string, concept *Concept, unit *node.Node, at finding.Range) {
	choices := "`" + strings.Join(concept.Units, "`, `") + "`"
	message := say("the figure has no unit; `%s` is measured in %s", "単位がありません。`%s` の単位は %s です", concept.ID, choices)
	fitting := concept.Units[0]
	if unit != nil {
		message = finding.Text{
			EN: fmt.Sprintf("unit `%s` does not fit `%s`, which is measured in %s", unit.Text, concept.ID, choices),
			JA: fmt.Sprintf("単位 `%s` は `%s` に使えません。使えるのは %s です", unit.Text, concept.ID, choices),
		}
		if near, ok := b.nearest(unit.Text, concept.Units); ok {
			fitting = near
		}
	}
	b.report(RuleUnit, subject, at, message,
		say("write `unit: %s`, or use another concept", "`unit: %s` と書くか、別の概念を使ってください", fitting))
}

func (b *builder) badPeriod(subject string, n *node.Node, err error) {
	b.report(RulePeriod, subject, n.Range(b.file),
		finding.Text{EN: "bad period: " + err.Error(), JA: fmt.Sprintf("期間 `%s` を読み取れません", n.Text)},
		say("write 2025, 2025-03, 2025-03-31, 2024-04-01/2025-03-31 or FY2025; the last needs the entity's `fiscalYearEnd` and `fiscalYearNamedBy`",
			"2025、2025-03、2025-03-31、2024-04-01/2025-03-31、FY2025 のいずれかで書いてください（FY には主体の `fiscalYearEnd` と `fiscalYearNamedBy` が必要です）"))
}

func (b *builder) badTable(subject string, n *node.Node, message, help finding.Text) {
	b.report(RuleTable, subject, n.Range(b.file), message, help)
}

func (b *builder) excess(subject string, n *node.Node, has, declared int) {
	b.report(RuleExcess, subject, n.Range(b.file),
		finding.Text{
			EN: fmt.Sprintf("`%s` has digits down to %d decimals, but `decimals: %d` says that it is rounded above them", brief(n.Text), has, declared),
			JA: fmt.Sprintf("`%s` の桁数は `decimals: %d` より細かくなっています（小数 %d 桁）", brief(n.Text), declared, has),
		},
		say("write `decimals: %d`, or the value as it is printed", "`decimals: %d` と書くか、値を印字どおりに直してください", has))
}

func (b *builder) badNumber(subject string, n *node.Node) {
	b.report(RuleExcess, subject, n.Range(b.file),
		say("`%s` is no exact number", "`%s` は正確な数値として読めません", brief(n.Text)),
		say("write a decimal such as 1605.5 or a fraction such as 1/12, of at most 100 characters",
			"1605.5 のような小数か 1/12 のような分数を、100文字以内で書いてください"))
}

func (b *builder) badScale(subject string, n *node.Node, scale int) {
	b.report(RuleExcess, subject, n.Range(b.file),
		say("a scale of %d is out of bounds", "scale %d は範囲外です", scale),
		say("write a `scale` between -100 and 100", "`scale` は -100 から 100 の間で書いてください"))
}

// say fills a sentence in both languages with the same values.
func say(en, ja string, values ...any) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, values...), JA: fmt.Sprintf(ja, values...)}
}

// brief cuts a text for a message.
func brief(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}
