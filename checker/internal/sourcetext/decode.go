package sourcetext

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// decode gives the text of a file's bytes, or says on which line they are not
// in the encoding.
func (c charset) decode(raw []byte) (string, error) {
	raw = raw[c.bom:]
	var text string
	switch {
	case c.enc == nil:
		text = string(raw)
		if !utf8.ValidString(text) {
			return "", c.invalid(text[:invalidUTF8(text)])
		}
	case c.name == utf16le.name || c.name == utf16be.name:
		decoded, err := c.enc.NewDecoder().Bytes(raw)
		text = string(decoded)
		if at := c.invalidUTF16(raw); at >= 0 || err != nil {
			return "", c.invalid(prefix(text, at))
		}
	default:
		decoded, err := c.enc.NewDecoder().Bytes(raw)
		text = string(decoded)
		if at := strings.IndexFunc(text, isUndecoded); at >= 0 || err != nil {
			return "", c.invalid(text[:max(at, 0)])
		}
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", &CharsetError{Fault: CharsetNUL, Charset: c.name, Line: 1 + lineEnds(text[:at])}
	}
	return text, nil
}

func (c charset) invalid(before string) error {
	return &CharsetError{Fault: CharsetInvalid, Charset: c.name, Line: 1 + lineEnds(before)}
}

// isUndecoded finds what a decoder puts for bytes that it does not know:
// the replacement character, and the control codes above ASCII.
func isUndecoded(r rune) bool { return r == utf8.RuneError || r >= 0x80 && r < 0xa0 }

func invalidUTF8(text string) int {
	for i, r := range text {
		if r != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
			return i
		}
	}
	return len(text)
}

// invalidUTF16 gives the number of the code unit that is half a pair, or that
// is cut off; −1 when there is none. Its own check, because U+FFFD is a
// character that a text may hold.
func (c charset) invalidUTF16(raw []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if c.name == utf16be.name {
		order = binary.BigEndian
	}
	units := len(raw) / 2
	for i := 0; i < units; i++ {
		unit := rune(order.Uint16(raw[2*i:]))
		if !utf16.IsSurrogate(unit) {
			continue
		}
		if i+1 == units || utf16.DecodeRune(unit, rune(order.Uint16(raw[2*i+2:]))) == utf8.RuneError {
			return i
		}
		i++
	}
	if len(raw)%2 != 0 {
		return units
	}
	return -1
}

// prefix gives what the first n UTF-16 code units of a text are.
func prefix(text string, n int) string {
	for i, r := range text {
		if n <= 0 {
			return text[:i]
		}
		n -= max(utf16.RuneLen(r), 1)
	}
	return text
}

// lineEnds counts the ends of lines: LF, CRLF or CR.
func lineEnds(s string) int {
	return strings.Count(s, "\n") + strings.Count(s, "\r") - strings.Count(s, "\r\n")
}

// offsets turns ascending byte offsets in the decoded text into offsets in
// the file. It decodes once more, up to each of them in turn.
func (c charset) offsets(raw []byte, at []*int64) error {
	if c.enc == nil {
		for _, p := range at {
			*p += int64(c.bom)
		}
		return nil
	}
	decoder := c.enc.NewDecoder().Transformer
	buf := make([]byte, 32<<10)
	src, dst := c.bom, int64(0)
	for _, p := range at {
		for dst < *p {
			room := min(int64(len(buf)), *p-dst)
			n, read, err := decoder.Transform(buf[:room], raw[src:], true)
			if err != nil && !errors.Is(err, transform.ErrShortDst) || n == 0 && read == 0 {
				return &CharsetError{Fault: CharsetInvalid, Charset: c.name}
			}
			dst, src = dst+int64(n), src+read
		}
		*p = int64(src)
	}
	return nil
}
