package draft

import (
	"net/url"
	"strings"

	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// list is a list of references or notes. Its entries are numbered from `from`
// on, without a gap.
type list struct {
	kind    string
	line    int
	from    int
	entries []listed
}

// listed is an entry: its line, and where its text begins.
type listed struct{ line, start int }

// lists proposes the lists of references and notes, whole.
func (d *drafter) lists() {
	for line := 0; line < len(d.lines); line++ {
		l, ok := d.noteList(line)
		if !ok {
			l, ok = d.referenceList(line)
		}
		if !ok {
			continue
		}
		d.found = append(d.found, l)
		d.proposeList(&l)
		line = l.entries[len(l.entries)-1].line
	}
	d.references = d.complete()
}

// complete gives the last reference list that has all markers of the text, ""
// when none has.
func (d *drafter) complete() (id string) {
	var all []pointer
	for line, spans := range d.spans {
		for i, s := range spans {
			if s.Figure.Kind == figure.Marker && !d.used[place{line, i}] {
				all = append(all, pointer{place{line, i}, 0})
				for _, n := range s.Figure.Numbers {
					all[len(all)-1].number = max(all[len(all)-1].number, n)
				}
			}
		}
	}
	for i := range d.found {
		if l := &d.found[i]; l.kind == "references" && l.has(all) {
			id = l.id()
		}
	}
	return id
}

// beginning reads the number that an entry begins with.
func (d *drafter) beginning(line int, kinds ...figure.Kind) (n int, e listed, ok bool) {
	if line >= len(d.lines) || len(d.spans[line]) == 0 {
		return 0, e, false
	}
	s := d.spans[line][0]
	for _, kind := range kinds {
		ok = ok || s.Figure.Kind == kind
	}
	text := d.lines[line]
	if !ok || len(s.Figure.Numbers) != 1 || strings.TrimSpace(text[:s.Start]) != "" || strings.TrimSpace(text[s.End:]) == "" {
		return 0, e, false
	}
	return s.Figure.Numbers[0], listed{line, s.End}, true
}

// noteStart tells the entry of a note list, "(注)1. …" or "*1 …", from a pointer
// at the beginning of a line.
func (d *drafter) noteStart(line int) (n int, e listed, ok bool) {
	n, e, ok = d.beginning(line, figure.NotePointer)
	if !ok {
		return n, e, false
	}
	s := d.spans[line][0]
	rest := d.lines[line][s.End:]
	switch next := firstRune(rest); {
	case strings.ContainsRune(".．", lastRune(s.Text)):
	case next == '.' || next == ':' || next == '：' || next == '．':
		e.start += len(string(next))
	case strings.ContainsRune("*※†‡", firstRune(s.Text)) && (next == ' ' || next == '　'):
	default:
		return n, e, false
	}
	return n, e, strings.TrimSpace(d.lines[line][e.start:]) != ""
}

// noteList reads the list of notes that begins on a line.
func (d *drafter) noteList(line int) (list, bool) {
	n, e, ok := d.noteStart(line)
	if !ok {
		return list{}, false
	}
	l := list{kind: "notes", line: line, from: n, entries: []listed{e}}
	for next := line + 1; next < len(d.lines) && next-l.entries[len(l.entries)-1].line <= 2; next++ {
		if d.blank(next) {
			continue
		}
		m, e, ok := d.noteStart(next)
		if !ok && !d.blank(next-1) {
			m, e, ok = d.beginning(next, figure.Label)
		}
		if !ok || m != n+len(l.entries) {
			break
		}
		l.entries = append(l.entries, e)
	}
	return l, true
}

var referenceHead = lazy.Regexp(`(?i)参考資料|参考文献|引用文献|参照文献|出典|^\W*(references|bibliography|works cited|sources|endnotes)\W*$`)

var address = lazy.Regexp(`https?://[!-~]+`)

// referenceList reads the list of references that begins on a line: a run of
// numbered lines under a heading that says so, or most with an address.
func (d *drafter) referenceList(line int) (list, bool) {
	n, e, ok := d.beginning(line, figure.Label, figure.Marker)
	if !ok || n != 1 {
		return list{}, false
	}
	l := list{kind: "references", line: line, from: n}
	addresses := 0
	for next := line; ok && n == l.from+len(l.entries); {
		l.entries = append(l.entries, e)
		if address().MatchString(d.lines[next]) {
			addresses++
		}
		if next++; d.blank(next) {
			next++
		}
		n, e, ok = d.beginning(next, figure.Label, figure.Marker)
	}
	if 2*addresses >= len(l.entries) {
		return l, true
	}
	above := line - 1
	for above > line-4 && d.blank(above) {
		above--
	}
	return l, above >= 0 && len(d.lines[above]) < maxQuoted && referenceHead().MatchString(d.lines[above])
}

// proposeList proposes a list with its entries. The figures inside notes are
// proposed on their own; a reference says all that stands on its line.
func (d *drafter) proposeList(l *list) {
	var b strings.Builder
	b.WriteString("\n    kind: " + l.kind)
	b.WriteString("\n    entries:")
	for i, e := range l.entries {
		text := strings.TrimSpace(d.lines[e.line][e.start:])
		b.WriteString("\n      " + itoa(l.from+i) + ": " + d.reference(l.kind, text, e.line).String())
		d.listed(l.kind, e.line)
	}
	if comment := d.headingOf(l.line); comment != "" {
		b.WriteString("\n    comment: " + quote(comment))
	}
	d.add(l.line, references, l.id(), b.String())
}

// listed marks what an entry says of its line: the number that it begins with
// and, for references, all of it. What a reference does not record, such as a
// figure in a title, is set aside; so is the pointer sign before a note.
func (d *drafter) listed(kind string, line int) {
	accessed := kind != "references"
	for t, s := range d.spans[line] {
		if t > 0 && kind == "notes" {
			break
		}
		d.used[place{line, t}] = true
		switch f := s.Figure; {
		case t == 0 && !strings.ContainsRune("*※†‡", firstRune(s.Text)):
		case t == 0:
			d.aside(line, s, "listOrdinal", "")
		case !accessed && isDay(f):
			accessed = true
		default:
			d.aside(line, s, "other", "Stands in a reference.")
		}
	}
}

// isDay tells a date with its day, month and year.
func isDay(f figure.Figure) bool {
	return f.Kind == figure.Date && len(f.Date) == len("2006-01-02") && day().MatchString(f.Date)
}

// reference writes an entry: its address, when it is one or ends in one, else
// its first characters.
func (d *drafter) reference(kind, text string, line int) *flow {
	r := new(flow)
	at := address().FindStringIndex(text)
	if kind == "references" && at != nil && (at[0] == 0 || at[1] == len(text)) && isAddress(text[at[0]:at[1]]) {
		r.text("url", text[at[0]:at[1]])
		for _, s := range d.spans[line] {
			if isDay(s.Figure) {
				r.put("accessed", s.Figure.Date)
				break
			}
		}
	} else {
		form := "text"
		if kind == "notes" {
			form = "note"
		}
		r.put("form", form).put("begins", quote(clip(text)))
	}
	return r.put("selector", new(flow).put("line", itoa(line+1)).String())
}

// maxAddress is the length of an address in a fact file.
const maxAddress = 2000

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && len(s) <= maxAddress
}
