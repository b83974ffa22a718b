// Package coverage measures what of the source texts the facts account for.
// The corpus and the texts go in; out comes, for each source, every token of
// its text with what became of it:
//
//	text ─► tokens ─► drawn (by which facts), set aside (why), or unaccounted
//
// Tokens are those of package figure (numbers, words with digits, labels,
// citation markers and note pointers, outside of URLs) and the addresses of
// reference lists. A token is drawn when facts that can hold what it says quote
// all of its digits; what only some other fact quotes stays unaccounted.
package coverage

import (
	"cmp"
	"slices"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// Kind is the kind of a token.
type Kind string

// The kinds of tokens. Entry is the address of a reference list's entry.
const (
	Number      Kind = "number"
	Name        Kind = "name"
	Label       Kind = "label"
	Marker      Kind = "marker"
	NotePointer Kind = "notePointer"
	Entry       Kind = "entry"
)

// Kinds lists all kinds of tokens.
func Kinds() []Kind { return []Kind{Number, Name, Label, Marker, NotePointer, Entry} }

// State says what became of a token.
type State string

// The states of tokens.
const (
	Drawn       State = "drawn"
	SetAside    State = "setAside"
	Unaccounted State = "unaccounted"
)

// Token is a token of a text. Line and Column are counted from 1, columns in
// code points.
type Token struct {
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
	Kind   Kind   `json:"kind"`
	State  State  `json:"state"`
	// Facts are the ids of those that draw it, or, when it is unaccounted, of
	// those that quote some of it.
	Facts []string `json:"facts,omitempty"`
	// Checked says that a check used one of the facts that draw it.
	Checked bool `json:"checked,omitempty"`
	// Reason is why it was set aside.
	Reason string `json:"reason,omitempty"`
	// Context is the passage around an unaccounted token.
	Context string `json:"context,omitempty"`
}

// Count counts tokens. Checked ones are among the drawn.
type Count struct {
	Tokens      int `json:"tokens"`
	Drawn       int `json:"drawn"`
	Checked     int `json:"checked"`
	SetAside    int `json:"setAside"`
	Unaccounted int `json:"unaccounted"`
}

// Section is a part of a text, both lines included.
type Section struct {
	Title string `json:"title"`
	First int    `json:"first"`
	Last  int    `json:"last"`
	Count
}

// Idle is an entry of setAside that covers no token that needs it.
type Idle struct {
	Location finding.Range `json:"location"`
	First    int           `json:"first"`
	Last     int           `json:"last"`
	Exact    string        `json:"exact,omitempty"`
}

// Source is the coverage of one source. Without a text, Why says why there is
// none, and nothing else is set but the id.
type Source struct {
	ID   string        `json:"id"`
	Why  *finding.Text `json:"why,omitempty"`
	Path string        `json:"path,omitempty"`
	// Numbers counts the printed numbers outside of URLs: 3 in 2025-03-31.
	Numbers int            `json:"numbers"`
	Total   Count          `json:"total"`
	Kinds   map[Kind]Count `json:"kinds,omitempty"`
	// SetAside is the share of tokens that were set aside; list ordinals,
	// addresses and their parts are left out of both.
	SetAside Share          `json:"setAside"`
	Reasons  map[string]int `json:"reasons,omitempty"`
	Sections []Section      `json:"sections,omitempty"`
	Tokens   []Token        `json:"tokens,omitempty"`
	Idle     []Idle         `json:"idle,omitempty"`
	// Misplaced counts the selectors that do not lead to one place of the text.
	Misplaced int `json:"misplaced,omitempty"`
}

// Report is the coverage of all sources, in the order of their ids.
type Report struct {
	Sources []Source `json:"sources"`
	// Problems counts the errors in the form of the fact files, Excluded the
	// facts that were left out for them: these account for nothing.
	Problems int `json:"problems"`
	Excluded int `json:"excluded"`
}

// Measure holds the facts of all sources to their texts. used has the ids of
// the facts that at least one check used.
func Measure(corpus *fact.Corpus, texts *sourcetext.Texts, used map[string]bool) *Report {
	facts := map[string][]*fact.Fact{}
	for _, s := range corpus.Sources {
		facts[s.ID] = s.Facts
	}
	r := &Report{Sources: []Source{}, Excluded: corpus.Excluded}
	why := reasons(texts)
	for id, registered := range corpus.Registry.Sources {
		text := texts.Get(id)
		if text == nil {
			r.Sources = append(r.Sources, Source{ID: id, Why: why(id)})
			continue
		}
		m := newMeasurement(text, facts[id], used)
		m.account(registered.SetAside)
		r.Sources = append(r.Sources, m.source(id))
	}
	slices.SortFunc(r.Sources, func(a, b Source) int { return cmp.Compare(a.ID, b.ID) })
	return r
}

// Measured counts the sources whose texts were at hand.
func (r *Report) Measured() (n int) {
	for i := range r.Sources {
		if r.Sources[i].Why == nil {
			n++
		}
	}
	return n
}

// Accounted is the part of the tokens that is drawn or set aside.
func (c Count) Accounted() Share { return Share{Part: c.Drawn + c.SetAside, Whole: c.Tokens} }

func (c *Count) add(t *Token) {
	c.Tokens++
	switch t.State {
	case Drawn:
		c.Drawn++
	case SetAside:
		c.SetAside++
	case Unaccounted:
		c.Unaccounted++
	}
	if t.Checked {
		c.Checked++
	}
}
