package sourcetext

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
)

// CharsetFault is what is wrong with the encoding of a text.
type CharsetFault string

// The faults.
const (
	// CharsetUnknown: the declared name is none of an encoding.
	CharsetUnknown CharsetFault = "unknown"
	// CharsetInvalid: the bytes are not in the declared encoding.
	CharsetInvalid CharsetFault = "invalid"
	// CharsetUndetermined: none is declared, and the bytes do not tell.
	CharsetUndetermined CharsetFault = "undetermined"
	// CharsetNUL: the text holds NUL bytes, as UTF-16 without its mark does.
	CharsetNUL CharsetFault = "nul"
)

// CharsetError says that the bytes of a file could not be made a text.
type CharsetError struct {
	Fault CharsetFault
	// Charset is the name of the encoding that was declared, if any.
	Charset string
	// Line is the line of the file where decoding failed, 0 when not known.
	Line int
}

func (e *CharsetError) Error() string { return e.Text().EN }

// Text says what is wrong.
func (e *CharsetError) Text() finding.Text {
	switch e.Fault {
	case CharsetUnknown:
		return finding.Text{
			EN: fmt.Sprintf("is declared to be in %q, which is no known encoding", e.Charset),
			JA: fmt.Sprintf("の文字コードが %q とされていますが、そのような文字コードはありません", e.Charset),
		}
	case CharsetInvalid:
		return finding.Text{
			EN: fmt.Sprintf("is not valid %s (line %d)", e.Charset, e.Line),
			JA: fmt.Sprintf("の %d 行目が %s として正しくありません", e.Line, e.Charset),
		}
	case CharsetNUL:
		return finding.Text{
			EN: fmt.Sprintf("holds NUL bytes (line %d): it is no text, or UTF-16 without a byte-order mark", e.Line),
			JA: fmt.Sprintf("の %d 行目に NUL があります(テキストでないか、BOM のない UTF-16 です)", e.Line),
		}
	case CharsetUndetermined:
	}
	return finding.Text{
		EN: "is in an encoding that cannot be determined without doubt", JA: "の文字コードを確定できません",
	}
}

// Help says how to declare the encoding.
func (e *CharsetError) Help() finding.Text {
	return finding.Text{
		EN: `declare the encoding in the registry, "mediaType: text/plain; charset=shift_jis" ` +
			"(utf-8, utf-16le, utf-16be, shift_jis, euc-jp, iso-2022-jp, windows-1252 …)",
		JA: "登録簿の mediaType に文字コードを書いてください(例: text/plain; charset=shift_jis。" +
			"utf-8、utf-16le、utf-16be、shift_jis、euc-jp、iso-2022-jp、windows-1252 など)",
	}
}
