package sourcetext

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Fault is what is wrong with a selector.
type Fault string

// The faults of selectors.
const (
	// NothingQuoted: the quotation is empty.
	NothingQuoted Fault = "nothingQuoted"
	// NoSuchLine: the text has fewer lines.
	NoSuchLine Fault = "noSuchLine"
	// NotOnLine: the quotation does not stand on the line.
	NotOnLine Fault = "notOnLine"
	// SeveralOnLine: it stands there more than once, and none is named.
	SeveralOnLine Fault = "severalOnLine"
	// NoSuchOccurrence: it stands there less often than the occurrence says.
	NoSuchOccurrence Fault = "noSuchOccurrence"
)

// Misplaced says why a selector does not lead to one place of its text.
type Misplaced struct {
	Fault      Fault
	Source     string
	Line       int
	Exact      string
	Occurrence int
	// Lines is how many the text has.
	Lines int
	// Places are those of the quotation on the line.
	Places []Place
	// Nearest is where it stands instead, see Text.Nearest; the zero Place
	// means nowhere.
	Nearest Place
	Unique  bool
}

// Message says what is wrong.
func (m *Misplaced) Message() finding.Text {
	switch n := len(m.Places); m.Fault {
	case NothingQuoted:
		return finding.Text{EN: "the selector quotes nothing", JA: "selector に引用がありません"}
	case NoSuchLine:
		return m.elsewhere(finding.Text{
			EN: fmt.Sprintf("the selector names line %d, but %s has %d lines", m.Line, m.Source, m.Lines),
			JA: fmt.Sprintf("selector は %d 行目を指していますが、%s は %d 行です", m.Line, m.Source, m.Lines),
		})
	case NotOnLine:
		return m.elsewhere(finding.Text{
			EN: fmt.Sprintf("%q does not stand on line %d of %s", m.Exact, m.Line, m.Source),
			JA: fmt.Sprintf("%s の %d 行目に「%s」はありません", m.Source, m.Line, m.Exact),
		})
	case SeveralOnLine:
		return finding.Text{
			EN: fmt.Sprintf("%q stands %d times on line %d of %s, at columns %s",
				m.Exact, n, m.Line, m.Source, columns(m.Places, ", ")),
			JA: fmt.Sprintf("%s の %d 行目に「%s」は %d 回現れます(%s 文字目)",
				m.Source, m.Line, m.Exact, n, columns(m.Places, "、")),
		}
	case NoSuchOccurrence:
		return finding.Text{
			EN: fmt.Sprintf("occurrence %d of %q, but it stands %s on line %d of %s, at %s %s",
				m.Occurrence, m.Exact, times(n), m.Line, m.Source, plural(n, "column"), columns(m.Places, ", ")),
			JA: fmt.Sprintf("「%s」の %d 番目とありますが、%s の %d 行目には %d 回しか現れません(%s 文字目)",
				m.Exact, m.Occurrence, m.Source, m.Line, n, columns(m.Places, "、")),
		}
	}
	return finding.Text{}
}

// elsewhere adds where the quotation stands instead.
func (m *Misplaced) elsewhere(t finding.Text) finding.Text {
	switch {
	case m.Nearest.Line == 0:
		t.EN += "; it stands nowhere in the text"
		t.JA += "(原文のどこにもありません)"
	case m.Unique:
		t.EN += fmt.Sprintf("; it stands on line %d", m.Nearest.Line)
		t.JA += fmt.Sprintf("(%d 行目にあります)", m.Nearest.Line)
	default:
		t.EN += fmt.Sprintf("; of the places where it stands, line %d is nearest", m.Nearest.Line)
		t.JA += fmt.Sprintf("(複数の箇所にあり、最も近いのは %d 行目です)", m.Nearest.Line)
	}
	return t
}

// Help says how to mend the selector.
func (m *Misplaced) Help() finding.Text {
	switch m.Fault {
	case SeveralOnLine:
		return finding.Text{EN: "say which with `occurrence`", JA: "`occurrence` で何番目かを示してください"}
	case NoSuchOccurrence:
		return finding.Text{
			EN: fmt.Sprintf("correct `occurrence`: 1 to %d", len(m.Places)),
			JA: fmt.Sprintf("`occurrence` を 1 から %d までの数に直してください", len(m.Places)),
		}
	default:
		return finding.Text{
			EN: "correct the selector's line or its quotation", JA: "selector の行か引用を直してください",
		}
	}
}

// maxNamed bounds the places and files that a message names one by one.
const maxNamed = 8

func columns(places []Place, comma string) string {
	var all []string
	for _, p := range places[:min(len(places), maxNamed)] {
		all = append(all, strconv.Itoa(p.Column))
	}
	if len(places) > maxNamed {
		all = append(all, "…")
	}
	return strings.Join(all, comma)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}
