package coverage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// token is a token that is being accounted for.
type token struct {
	Token
	// from and to are columns counted from 0, to after the last.
	from, to int
	figure   figure.Figure
	// leading: only spaces and signs stand before it on its line.
	leading bool
}

// tokensOf gives the tokens of a text and counts the numbers printed in them.
func tokensOf(text *sourcetext.Text) (tokens []token, numbers int) {
	for i, line := range text.Lines {
		for _, s := range figure.Find(line.Text) {
			t := token{from: s.From, to: s.To, figure: s.Figure}
			t.Token = Token{Line: i + 1, Column: s.From + 1, Text: s.Text, Kind: kindOf(s), State: Unaccounted}
			t.leading = !strings.ContainsFunc(line.Text[:s.Start], isWordRune)
			tokens = append(tokens, t)
			numbers += s.Numerals
		}
		if t, ok := address(i+1, line.Text); ok {
			tokens = append(tokens, t)
		}
	}
	return tokens, numbers
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func kindOf(s figure.Span) Kind {
	switch s.Figure.Kind {
	case figure.Name:
		return Name
	case figure.Label:
		return Label
	case figure.Marker:
		return Marker
	case figure.NotePointer:
		// "(注)1." opens the list of notes: it leads to none.
		if strings.HasSuffix(s.Text, ".") || strings.HasSuffix(s.Text, "．") {
			return Label
		}
		return NotePointer
	default:
		return Number
	}
}

// address finds the address of a reference list's entry: the first URL of a
// line.
func address(line int, text string) (token, bool) {
	at := strings.Index(text, "://")
	if at < 0 {
		return token{}, false
	}
	start := at
	for start > 0 && isScheme(text[start-1]) {
		start--
	}
	url, _, _ := strings.Cut(text[start:], " ")
	if start == at || len(url) == at-start+len("://") {
		return token{}, false
	}
	from := utf8.RuneCountInString(text[:start])
	t := token{from: from, to: from + utf8.RuneCountInString(url)}
	t.Token = Token{Line: line, Column: from + 1, Text: url, Kind: Entry, State: Unaccounted}
	return t, true
}

func isScheme(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

// counts tells whether a character must be quoted for its token to be drawn.
func counts(r rune) bool { return unicode.IsNumber(r) }
