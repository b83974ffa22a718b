package node

import "github.com/tieout/tieout/checker/internal/finding"

// key is a member's name with its place.
type key struct {
	text       string
	start, end int
}

// members are those of an object that is being read, and find those that
// stand twice.
type members struct {
	// first is the place of the first of them among the fields that wait.
	first int
	// index gives their places by their keys; it is made only for objects of
	// more than a few members.
	index map[string]int
}

const fewMembers = 16

// open begins an object.
func (b *builder) open() members { return members{first: len(b.fields)} }

// find gives the member named text, or nil.
func (b *builder) find(m *members, text string) *Field {
	fields := b.fields[m.first:]
	if m.index != nil {
		if i, ok := m.index[text]; ok {
			return &fields[i]
		}
		return nil
	}
	for i := range fields {
		if fields[i].Key == text {
			return &fields[i]
		}
	}
	return nil
}

func (b *builder) add(m *members, f Field) {
	b.fields = append(b.fields, f)
	n := len(b.fields) - m.first
	switch {
	case m.index != nil:
		m.index[f.Key] = n - 1
	case n > fewMembers:
		m.index = make(map[string]int, 2*n)
		for i, f := range b.fields[m.first:] {
			m.index[f.Key] = i
		}
	}
}

// join adds a member to its object. A key that stands there already is a
// problem, and its value is left out.
func (p *parser) join(m *members, k key, f Field) {
	if first := p.find(m, k.text); first != nil {
		p.duplicate(k, first)
		return
	}
	p.add(m, f)
}

func (p *parser) duplicate(k key, first *Field) {
	p.report(problem{
		rule: RuleDuplicateKey, start: k.start, end: k.end, pointer: p.pointer(k.text),
		message: sayf("the key `%s` stands twice, first on line %d; only the first is read",
			"キー `%s` が重複しています（最初は%d行目）。最初のものだけを読みます", show(k.text), first.KeyStart.Line),
		help: sayf("Delete one of the two, or rename it if another fact is meant.",
			"どちらかを削除してください。別の事実であれば、名前を変えてください。"),
		related: []finding.Related{{
			Message:  sayf("the first `%s`", "最初の `%s`", show(k.text)),
			Location: first.KeyRange(p.file),
		}},
	})
}

// checkKey holds a key to the limits.
func (p *parser) checkKey(k key) {
	if len(k.text) > p.limits.StringBytes {
		p.refuse(k.start, k.end, tooLong(p.limits.StringBytes), sayf("Shorten the key.", "キーを短くしてください。"))
	}
}
