package node

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// checkText holds the text to what both formats ask of it: UTF-8, no control
// characters, lines of a bounded length.
func (p *parser) checkText() bool {
	data, line := p.src.data, 0
	if isPlainText(data, p.limits.LineBytes) {
		return true
	}
	if isUTF16(data) {
		p.report(problem{
			message: sayf("the file is saved as UTF-16", "ファイルがUTF-16で保存されています"),
			help:    sayf("Save it as UTF-8.", "UTF-8で保存し直してください。"),
		})
		return false
	}
	for i := 0; i < len(data); {
		if b := data[i]; b >= ' ' && b < utf8.RuneSelf || b == '\t' {
			i++
			continue
		}
		r, width := utf8.DecodeRune(data[i:])
		switch {
		case r == '\n' || r == '\r':
			if !p.checkLine(line, i) {
				return false
			}
			line = i + 1
		case r == utf8.RuneError && width == 1:
			p.badEncoding(i)
			return false
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			p.badCharacter(i, i+width, r)
			return false
		}
		i += width
	}
	return p.checkLine(line, len(data))
}

// isPlainText reports whether data is a text that needs no closer look, which
// all but odd files are: shorter than a line may be, and without any of the
// characters that are refused.
func isPlainText(data []byte, longest int) bool {
	if len(data) > longest && !linesWithin(data, longest) {
		return false
	}
	return !hasControls(data) && utf8.Valid(data) && !bytes.Contains(data, []byte("\uFFFE")) && !bytes.Contains(data, []byte("\uFFFF"))
}

// hasControls reports whether control characters that are refused stand in data.
// It looks at the bytes by eight: few of them are such characters or breaks.
func hasControls(data []byte) bool {
	const spaces, highest = 0x2020202020202020, 0x8080808080808080
	for ; len(data) >= 8; data = data[8:] {
		// Taking a space from a lesser byte borrows, which sets its highest bit; a
		// byte beyond ASCII has it set before. A break sets it, too.
		eight := binary.LittleEndian.Uint64(data)
		if (eight-spaces)&^eight&highest != 0 && anyControl(data[:8]) {
			return true
		}
	}
	return anyControl(data)
}

func anyControl(data []byte) bool {
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\t' && b != '\r' {
			return true
		}
	}
	return false
}

// linesWithin reports whether no two breaks LF in data are more than limit
// apart.
func linesWithin(data []byte, limit int) bool {
	for len(data) > limit {
		n := bytes.LastIndexByte(data[:limit+1], '\n')
		if n < 0 {
			return false
		}
		data = data[n+1:]
	}
	return true
}

// isUTF16 reports whether data begins with a byte-order mark of UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xfe\xff")) || bytes.HasPrefix(data, []byte("\xff\xfe"))
}

func (p *parser) checkLine(start, end int) bool {
	if end-start <= p.limits.LineBytes {
		return true
	}
	p.report(problem{
		start: start, end: start,
		message: sayf("the line is longer than %d bytes", "行が%dバイトを超えています", p.limits.LineBytes),
		help:    sayf("Break the line: put each fact on a line of its own.", "行を分け、事実を一行に一つずつ書いてください。"),
	})
	return false
}

func (p *parser) badEncoding(at int) {
	p.report(problem{
		start: at, end: at + 1,
		message: sayf("this is not UTF-8 text (byte 0x%02X)", "UTF-8として読めない文字があります（バイト 0x%02X）", p.src.data[at]),
		help: sayf("Save the file as UTF-8; it may have been saved as Shift_JIS or Latin-1.",
			"UTF-8で保存し直してください。Shift_JISなどで保存されている可能性があります。"),
	})
}

func (p *parser) badCharacter(start, end int, r rune) {
	help := sayf("Delete the character; it is invisible in most editors.", "この文字を削除してください。多くのエディタでは見えません。")
	if r == 0 {
		help = sayf("Save the file as UTF-8; it may be UTF-16, or no text at all.",
			"UTF-8で保存し直してください。UTF-16か、テキストではないファイルの可能性があります。")
	}
	p.report(problem{
		start: start, end: end,
		message: sayf("the control character U+%04X is not allowed", "制御文字 U+%04X は使えません", r),
		help:    help,
	})
}
