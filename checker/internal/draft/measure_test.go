package draft_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/draft"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/sourcetext"
	"github.com/tieout/tieout/checker/internal/validate"
)

// repository is where the hand-drawn facts are.
const repository = "../../.."

// The least shares that a draft must come to, in percent.
const (
	leastProposed = 95
	leastRight    = 98
)

// TestMeasure drafts every registered source whose text is at hand and holds
// the draft to the facts that people drew from it. The figures that it logs are
// those of .github/docs/drafting.md.
func TestMeasure(t *testing.T) {
	dir := os.Getenv("TIEOUT_SOURCES")
	if dir == "" {
		t.Skip("set TIEOUT_SOURCES to the folder with the texts of the registered sources to measure drafts against the hand-drawn facts")
	}
	hand := corpusOf(t, os.DirFS(repository), "facts")
	wanted := map[string]sourcetext.Wanted{}
	for id, s := range hand.Registry.Sources {
		wanted[id] = sourcetext.Wanted{SHA256: s.SHA256, MediaType: s.Node.Str("mediaType")}
	}
	texts, err := sourcetext.Open(t.Context(), dir, wanted)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range texts.IDs() {
		t.Run(id, func(t *testing.T) { measure(t, hand, texts.Get(id)) })
	}
}

func measure(t *testing.T, hand *fact.Corpus, text *sourcetext.Text) {
	source := hand.Registry.Sources[text.ID]
	lines := make([]string, len(text.Lines))
	for i, line := range text.Lines {
		lines[i] = line.Text
	}
	about := draft.Source{ID: text.ID, Registered: true}
	if e := hand.Registry.Entities[source.Entity]; e != nil && (source.Kind == "primaryFiling" || source.Kind == "slides") {
		about.Entity, about.FiscalYears = source.Entity, e.FiscalYearEnd != ""
	}
	data, err := draft.Make(about, lines)
	if err != nil {
		t.Fatal(err)
	}
	drafted := corpusOf(t, fstest.MapFS{
		"sources.yaml": file(t, "facts/sources.yaml"), "entities.yaml": file(t, "facts/entities.yaml"),
		"draft.yaml": {Data: data},
	}, ".")
	proposed := drawn(drafted, text)
	counted := tokens(lines, proposed, asides(t, data))
	for _, kind := range slices.Sorted(maps.Keys(counted)) {
		t.Logf("%-18s %4d of %4d", kind, counted[kind].part, counted[kind].whole)
	}
	right, missed := compare(t, drawn(hand, text), proposed, text)
	t.Logf("%-18s %4d of %4d; %d hand-drawn quantities stand where nothing is proposed", "right", right.part, right.whole, missed)
	for _, kind := range []string{allTokens, allFigures} {
		if s := counted[kind]; s.below(leastProposed) {
			t.Errorf("%s: %d of %d are proposed, fewer than %d%%", kind, s.part, s.whole, leastProposed)
		}
	}
	if right.below(leastRight) {
		t.Errorf("%d of %d values, units and qualifiers are right, fewer than %d%%", right.part, right.whole, leastRight)
	}
}

func file(t *testing.T, name string) *fstest.MapFile {
	t.Helper()
	data, err := os.ReadFile(repository + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: data}
}

// share is how many of how many.
type share struct{ part, whole int }

func (s share) below(percent int) bool { return s.part*100 < s.whole*percent }

// quoted is a fact, or a pointer of one, with the bytes of a line that it
// quotes. A fact that quotes nothing has the whole line.
type quoted struct {
	fact           *fact.Fact
	start, end     int
	whole, pointer bool
}

// drawn gives the facts of a text by their lines, from 1.
func drawn(c *fact.Corpus, text *sourcetext.Text) map[int][]quoted {
	found := map[int][]quoted{}
	add := func(f *fact.Fact, s fact.Selector, pointer bool) {
		if s.Line < 1 || s.Line > len(text.Lines) {
			return
		}
		line := text.Lines[s.Line-1].Text
		if s.Exact == "" {
			found[s.Line] = append(found[s.Line], quoted{f, 0, len(line), true, pointer})
			return
		}
		at, misplaced := text.Place(s.Line, s.Exact, s.Occurrence)
		if misplaced != nil {
			return
		}
		start := byteOf(line, at.Column)
		exact := s.Exact
		if s.Index > 0 && s.Index <= len(s.Split) {
			start += len(strings.Join(s.Split[:s.Index-1], ""))
			exact = s.Split[s.Index-1]
		}
		found[s.Line] = append(found[s.Line], quoted{f, start, start + len(exact), false, pointer})
	}
	for _, group := range c.Sources {
		if group.ID != text.ID {
			continue
		}
		for _, f := range group.Facts {
			add(f, f.Selector, false)
			for _, n := range f.Notes {
				add(f, n.Selector, true)
			}
			if f.Claim != nil {
				for _, cited := range f.Claim.Citations {
					add(f, cited.Ref.Selector, true)
				}
			}
		}
	}
	return found
}

// byteOf gives the offset of a column, which counts code points from 1.
func byteOf(line string, column int) int {
	at := 0
	for ; column > 1; column-- {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

// The sums that tokens counts beside the single kinds.
const (
	allFigures = "all but labels"
	allTokens  = "all"
	// asideTokens are those of all that are proposed to be set aside, digitsLeft
	// the runs of digits outside of addresses that nothing is proposed of. They
	// are found without package figure, whose tokens the draft is made of.
	asideTokens = "set aside"
	digitsLeft  = "digits left over"
)

// inAddress is what no digit is counted in.
var (
	inAddress = regexp.MustCompile(`https?://[!-~]+`)
	digitRun  = regexp.MustCompile(`[0-9０-９]+`)
)

// tokens counts, by kind, the numeric tokens that a proposal quotes; among all
// of them, a proposal to set one aside counts too. Citation markers and note
// pointers are counted, but not among the numbers.
func tokens(lines []string, proposed map[int][]quoted, asides map[int][]fact.SetAside) map[string]share {
	shares := map[string]share{}
	count := func(kind string, covered bool) {
		s := shares[kind]
		s.whole++
		if covered {
			s.part++
		}
		shares[kind] = s
	}
	for i, line := range lines {
		plain := inAddress.ReplaceAllStringFunc(line, func(s string) string { return strings.Repeat(" ", len(s)) })
		for t, s := range figure.Find(line) {
			covered := slices.ContainsFunc(proposed[i+1], func(q quoted) bool {
				// A reference says the number that its line begins with.
				return q.start < s.End && s.Start < q.end && (!q.whole || t == 0 && q.fact.Kind == fact.KindReference)
			})
			aside := slices.ContainsFunc(asides[i+1], func(a fact.SetAside) bool { return a.Exact == s.Text })
			count(string(s.Figure.Kind), covered)
			if aside && !covered {
				count(asideTokens, true)
			}
			switch s.Figure.Kind {
			case figure.Marker, figure.NotePointer:
			case figure.Label:
				count(allTokens, covered || aside)
			default:
				count(allFigures, covered)
				count(allTokens, covered || aside)
			}
			if covered || aside {
				plain = plain[:s.Start] + strings.Repeat("x", len(s.Text)) + plain[s.End:]
			}
		}
		for range digitRun.FindAllString(plain, -1) {
			count(digitsLeft, true)
		}
	}
	return shares
}

// asides reads the comment with what a draft proposes to set aside, as the
// person would who takes it into the registry.
func asides(t *testing.T, data []byte) map[int][]fact.SetAside {
	t.Helper()
	var b strings.Builder
	b.WriteString("sources:\n  s:\n    title: S\n    kind: other\n    language: en\n    setAside:\n")
	n := 0
	for line := range strings.Lines(string(data)) {
		if item, ok := strings.CutPrefix(line, "#   - "); ok {
			b.WriteString("      - " + item)
			n++
		}
	}
	found := map[int][]fact.SetAside{}
	if n == 0 {
		return found
	}
	c := corpusOf(t, fstest.MapFS{"sources.yaml": {Data: []byte(b.String())}}, ".")
	for _, a := range c.Registry.Sources["s"].SetAside {
		found[a.First] = append(found[a.First], a)
	}
	return found
}

// compare holds the proposals to the hand-drawn quantities on the same tokens:
// value, unit and qualifiers. A unit is compared where both say one. missed
// counts the hand-drawn quantities on tokens of which nothing is proposed.
func compare(t *testing.T, hand, proposed map[int][]quoted, text *sourcetext.Text) (c share, missed int) {
	for _, line := range slices.Sorted(maps.Keys(hand)) {
		for _, h := range hand[line] {
			q := h.fact.Quantity
			if q == nil || h.whole || h.pointer || q.Value == nil && q.Lower == nil && q.Upper == nil {
				continue
			}
			p, ok := onSame(h, proposed[line])
			if !ok {
				missed++
				t.Logf("line %d %q: %s: not proposed", line, text.Lines[line-1].Text[h.start:h.end], h.fact.ID)
				continue
			}
			c.whole++
			if differs := difference(q, p.fact); differs != "" {
				t.Logf("line %d %q: %s: %s", line, text.Lines[line-1].Text[h.start:h.end], h.fact.ID, differs)
				continue
			}
			c.part++
		}
	}
	return c, missed
}

// onSame gives the proposed quantity or event that shares the most bytes with a
// hand-drawn quantity.
func onSame(h quoted, proposed []quoted) (best quoted, ok bool) {
	most := 0
	for _, p := range proposed {
		shared := min(h.end, p.end) - max(h.start, p.start)
		if (p.fact.Quantity != nil || p.fact.Event != nil) && !p.whole && !p.pointer && shared > most {
			best, most, ok = p, shared, true
		}
	}
	return best, ok
}

// difference says in what a proposal differs from a hand-drawn quantity, "" when
// in nothing. A year may be drawn as a number or as the date of an event.
func difference(hand *fact.Quantity, f *fact.Fact) string {
	if f.Event != nil {
		if year := strings.TrimPrefix(f.Event.Date, "FY"); len(year) < 4 || shown(hand) != year[:4] {
			return fmt.Sprintf("value %s, proposed the date %s", shown(hand), f.Event.Date)
		}
		return ""
	}
	proposed := f.Quantity
	switch {
	case hand.Status != proposed.Status:
		return fmt.Sprintf("status %s, proposed %s %q", hand.Status, proposed.Status, proposed.Text)
	case !equal(hand, proposed):
		return fmt.Sprintf("value %s, proposed %s %q", shown(hand), shown(proposed), proposed.Text)
	case hand.Unit != proposed.Unit && hand.Unit != "" && proposed.Unit != "" && proposed.Unit != fact.Unassigned:
		return fmt.Sprintf("unit %s, proposed %s", hand.Unit, proposed.Unit)
	}
	a, b := slices.Sorted(slices.Values(hand.Qualifiers)), slices.Sorted(slices.Values(proposed.Qualifiers))
	if !slices.Equal(a, b) {
		return fmt.Sprintf("qualifiers %v, proposed %v", a, b)
	}
	return ""
}

func equal(a, b *fact.Quantity) bool {
	return shown(a) == shown(b)
}

// shown writes a value, or the ends of a range, as fractions.
func shown(q *fact.Quantity) string {
	parts := []string{}
	for _, x := range []*big.Rat{q.Value, q.Lower, q.Upper} {
		if x != nil {
			parts = append(parts, x.RatString())
		}
	}
	return strings.Join(parts, " to ")
}

// corpusOf builds the facts below a folder, all of which must stand but for
// concepts that nobody has named.
func corpusOf(t *testing.T, fsys fs.FS, root string) *fact.Corpus {
	t.Helper()
	loaded, err := load.Load(context.Background(), fsys, []string{root})
	if err != nil {
		t.Fatal(err)
	}
	valid := validate.Documents(loaded.Documents)
	corpus, problems := fact.Build(loaded.Documents, valid.Invalid, false)
	for _, f := range slices.Concat(loaded.Problems, valid.Findings, problems) {
		if f.Rule != fact.RuleUnassigned {
			t.Errorf("%s: %s: %s", f.Location, f.Rule, f.Message.EN)
		}
	}
	return corpus
}
