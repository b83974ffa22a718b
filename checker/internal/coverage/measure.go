package coverage

import (
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// measurement is the coverage of one text in the making.
type measurement struct {
	text    *sourcetext.Text
	marks   *marks
	used    map[string]bool
	tokens  []token
	byLine  map[int][]*token
	numbers int
	idle    []Idle
}

func newMeasurement(text *sourcetext.Text, facts []*fact.Fact, used map[string]bool) *measurement {
	m := &measurement{text: text, marks: newMarks(text, facts), used: used, byLine: map[int][]*token{}}
	m.tokens, m.numbers = tokensOf(text)
	for i := range m.tokens {
		t := &m.tokens[i]
		m.byLine[t.Line] = append(m.byLine[t.Line], t)
	}
	return m
}

// account decides on every token: what facts draw is drawn, the rest may be set
// aside.
func (m *measurement) account(entries []fact.SetAside) {
	for i := range m.tokens {
		m.marks.draw(&m.tokens[i], m.used)
	}
	for _, entry := range entries {
		if !m.setAside(entry) {
			m.idle = append(m.idle, Idle{Location: entry.Place, First: entry.First, Last: entry.Last, Exact: entry.Exact})
		}
	}
}

// setAside sets the tokens aside that an entry covers and no fact draws, and
// tells whether there are any.
func (m *measurement) setAside(entry fact.SetAside) (found bool) {
	for line := entry.First; line <= min(entry.Last, len(m.text.Lines)); line++ {
		if len(m.byLine[line]) == 0 {
			continue
		}
		places := m.placesOf(entry, line)
		for _, t := range m.byLine[line] {
			if t.State != Unaccounted || entry.Kind != "" && Kind(entry.Kind) != t.Kind {
				continue
			}
			if entry.Exact == "" || covers(places, t) && overlap(places, t) {
				t.State, t.Reason, t.Facts, found = SetAside, entry.Reason, nil, true
			}
		}
	}
	return found
}

// placesOf gives where the print of an entry stands on a line.
func (m *measurement) placesOf(entry fact.SetAside, line int) (places []mark) {
	if entry.Exact == "" {
		return nil
	}
	width := len([]rune(entry.Exact))
	for _, p := range m.text.OnLine(line, entry.Exact) {
		if entry.Occurrence == 0 || entry.Occurrence == p.Occurrence {
			places = append(places, mark{from: p.Column - 1, to: p.Column - 1 + width})
		}
	}
	return places
}

func overlap(places []mark, t *token) bool {
	for _, k := range places {
		if k.from < t.to && t.from < k.to {
			return true
		}
	}
	return false
}

// source sums up.
func (m *measurement) source(id string) Source {
	s := Source{
		ID: id, Path: m.text.Path, Numbers: m.numbers, Kinds: map[Kind]Count{}, Reasons: map[string]int{},
		Idle: m.idle, Misplaced: len(m.marks.misplaced), Sections: sections(m.text),
	}
	at := 0
	for i := range m.tokens {
		t := &m.tokens[i]
		if t.State == Unaccounted {
			t.Context = m.context(t)
		}
		s.Total.add(&t.Token)
		kind := s.Kinds[t.Kind]
		kind.add(&t.Token)
		s.Kinds[t.Kind] = kind
		for s.Sections[at].Last < t.Line {
			at++
		}
		s.Sections[at].add(&t.Token)
		s.share(t)
		s.Tokens = append(s.Tokens, t.Token)
	}
	return s
}

// share counts a token for the share of what was set aside, unless it is a list
// ordinal, an address or a part of one.
func (s *Source) share(t *token) {
	if t.State == SetAside {
		s.Reasons[t.Reason]++
	}
	ordinal := t.Kind == Label && t.State == Drawn || t.Reason == "listOrdinal"
	if ordinal || t.Kind == Entry || t.Reason == "urlPart" {
		return
	}
	s.SetAside.Whole++
	if t.State == SetAside {
		s.SetAside.Part++
	}
}

// contextWidth bounds the passage that is shown around a token, in characters.
const contextWidth = 24

func (m *measurement) context(t *token) string {
	width := min(t.to-t.from, contextWidth)
	return m.text.Passage(t.Line, t.Column, width, max(contextWidth-width-2, 0)/2)
}

// reasons gives, for sources without a text, why they have none.
func reasons(texts *sourcetext.Texts) func(id string) *finding.Text {
	why := map[string]finding.Text{}
	for _, s := range texts.Undigested() {
		why[s.ID] = finding.Text{EN: "it is registered without a `sha256`", JA: "`sha256` が登録されていません"}
	}
	for _, s := range texts.Unsupported() {
		cause := s.Cause.Text()
		why[s.ID] = finding.Text{EN: "the file " + cause.EN, JA: "ファイル" + cause.JA}
	}
	for _, s := range texts.Changed() {
		why[s.ID] = finding.Text{EN: "only an edited version was found: " + s.Path, JA: "編集された版しか見つかりません: " + s.Path}
	}
	return func(id string) *finding.Text {
		text, ok := why[id]
		if !ok {
			text = finding.Text{EN: "no file has the registered digest", JA: "登録されたダイジェストのファイルがありません"}
		}
		return &text
	}
}
