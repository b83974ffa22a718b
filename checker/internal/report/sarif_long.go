package report

import (
	"cmp"
	"iter"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/spill"
)

// sarifLong writes the log of a long report, in which the sentences of findings
// stand with their rules, before the results.
type sarifLong struct {
	*sarifAuditMaker
	file      spill.File
	sentences *spill.Sorter[sarifKept]
	// spoken are the rules that have some, in the order of the sentences.
	spoken []sarifHome
	stop   []func()
}

// sarifKept is a sentence of a finding in both languages, with its place.
type sarifKept struct {
	Component, Rule int
	ID              string
	EN, JA          sarifText
}

func (k *sarifKept) home() sarifHome { return sarifHome{k.Component, k.Rule} }

// long puts the sentences of all findings in order. A pass has none.
func (m *sarifAuditMaker) long() (*sarifLong, error) {
	l := &sarifLong{sarifAuditMaker: m}
	l.sentences = spill.NewSorter(&l.file, func(a, b *sarifKept) int {
		return cmp.Or(cmp.Compare(a.Component, b.Component), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.ID, b.ID))
	})
	if err := l.gather(); err != nil {
		l.close()
		return nil, err
	}
	for c := range m.components {
		for i := range m.components[c].Rules {
			rule := &m.components[c].Rules[i]
			if rule.MessageStrings != nil {
				m.japanese[c][i].MessageStrings = rule.MessageStrings
				l.spoken = append(l.spoken, sarifHome{c, i})
			}
		}
	}
	return l, nil
}

func (l *sarifLong) gather() error {
	for f, err := range l.EachFinding() {
		if err != nil {
			return err
		}
		if f.Message.JA == "" {
			continue
		}
		shown, home := sarifShown(f), l.home[f.Rule]
		l.components[home.component].Rules[home.rule].MessageStrings = map[string]sarifText{"": {}}
		if err := l.sentences.Add(sarifKept{
			home.component, home.rule, f.Fingerprint, sarifSentence(shown, "en"), sarifSentence(shown, "ja"),
		}); err != nil {
			return err
		}
	}
	return l.sentences.Seal()
}

// close lets go of the sentences.
func (l *sarifLong) close() {
	for _, stop := range l.stop {
		stop()
	}
	_ = l.file.Close() // nobody reads it any more
}

// The blanks before the sentences of a rule, by where it stands, and before the
// results.
const (
	sarifInDriver    = 14
	sarifInExtension = 16
	sarifInRun       = 6
)

// holes are the places that are filled one by one; none in a short report.
func (l *sarifLong) holes() []hole {
	if l == nil {
		return nil
	}
	var holes []hole
	of := func(text func(*sarifKept) sarifText, indent func(component int) int) {
		next, stop := iter.Pull2(l.sentences.All())
		l.stop = append(l.stop, stop)
		at := &sarifCursor{next: next, text: text}
		for _, home := range l.spoken {
			holes = append(holes, hole{
				member: "messageStrings", indent: indent(home.component), elements: at.of(home), key: at.id,
			})
		}
	}
	if len(l.spoken) > 0 {
		of(func(k *sarifKept) sarifText { return k.EN }, func(component int) int {
			if component == 0 {
				return sarifInDriver
			}
			return sarifInExtension
		})
		of(func(k *sarifKept) sarifText { return k.JA }, func(int) int { return sarifInDriver })
	}
	return append(holes, hole{member: "results", indent: sarifInRun, elements: l.all})
}

// sarifCursor goes once through the sentences, rule by rule.
type sarifCursor struct {
	next func() (*sarifKept, error, bool)
	text func(*sarifKept) sarifText
	// head is the sentence to come, key the id of the last one given.
	head *sarifKept
	key  string
}

func (c *sarifCursor) id() string { return c.key }

// of gives the sentences of a rule.
func (c *sarifCursor) of(home sarifHome) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		for {
			if c.head == nil {
				k, err, more := c.next()
				if err != nil {
					yield(nil, err)
					return
				}
				if !more {
					return
				}
				c.head = k
			}
			if c.head.home() != home {
				return
			}
			k := c.head
			c.head, c.key = nil, k.ID
			if !yield(c.text(k), nil) {
				return
			}
		}
	}
}

// all gives the results.
func (l *sarifLong) all(yield func(any, error) bool) {
	for i, list := range []iter.Seq2[*finding.Finding, error]{l.EachFinding(), l.EachPass()} {
		for f, err := range list {
			if err != nil {
				yield(nil, err)
				return
			}
			result := l.result(f, sarifShown(f))
			if i == 0 && f.Message.JA != "" {
				result.Message.ID = f.Fingerprint
			}
			if !yield(result, nil) {
				return
			}
		}
	}
	for i := range l.rules {
		if rule := &l.rules[i]; rule.Population == 0 && !yield(l.idle(rule), nil) {
			return
		}
	}
}
