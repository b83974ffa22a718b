package node

import "github.com/tieout/tieout/checker/internal/finding"

// key is a member's name with its place.
type key struct {
	text       string
	start, end int
}

// members collects the members of an object and finds those that stand twice.
type members struct {
	fields []Field
	// index is made only for objects of more than a few members.
	index map[string]int
}

const fewMembers = 8

// find gives the place of the member named text, or -1.
func (m *members) find(text string) int {
	if m.index != nil {
		if i, ok := m.index[text]; ok {
			return i
		}
		return -1
	}
	for i := range m.fields {
		if m.fields[i].Key == text {
			return i
		}
	}
	return -1
}

func (m *members) add(f Field) {
	m.fields = append(m.fields, f)
	if m.index != nil {
		m.index[f.Key] = len(m.fields) - 1
	}
	if m.index == nil && len(m.fields) > fewMembers {
		m.index = make(map[string]int, 2*len(m.fields))
		for i := range m.fields {
			m.index[m.fields[i].Key] = i
		}
	}
}

// join adds a member to its object. A key that stands there already is a
// problem, and its value is left out.
func (p *parser) join(m *members, k key, value *Node) {
	if i := m.find(k.text); i >= 0 {
		p.duplicate(k, &m.fields[i])
		return
	}
	m.add(Field{Key: k.text, KeyStart: p.src.pos(k.start), KeyEnd: p.src.pos(k.end), Value: value})
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
