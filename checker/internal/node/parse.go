package node

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Parse reads the documents of a file: JSON when its name ends in .json, else
// YAML, which may hold several. What is wrong becomes a problem at its place
// and never stops the run; a document with a value beyond the limits is left
// out, and so is what follows a syntax error. Of two equal keys the first
// counts. Documents without content are left out as well.
//
// Values behind an alias share their members, which keep the place of the
// anchor, so a tree must not be changed; the value itself has the place of the
// alias.
func Parse(file string, data []byte, limits Limits) (documents []*Node, problems []finding.Finding, notices []finding.Notice) {
	p := &parser{file: file, limits: limits.withDefaults()}
	if len(data) > p.limits.FileBytes {
		return nil, []finding.Finding{TooLarge(file, p.limits)}, nil
	}
	marked := bytes.HasPrefix(data, []byte(ByteOrderMark))
	data = bytes.TrimPrefix(data, []byte(ByteOrderMark))
	p.src = newSource(data)
	if marked {
		p.notice(0, sayf("the byte-order mark at the start of the file was skipped",
			"ファイル先頭のバイト順マーク（BOM）を読み飛ばしました"))
	}
	if p.checkText() {
		p.parse()
	}
	p.closeProblems()
	return p.documents, p.problems, p.notices
}

// TooLarge is the problem of a file beyond the limit, which need not be read
// to be known.
func TooLarge(file string, limits Limits) finding.Finding {
	limits = limits.withDefaults()
	p := &parser{file: file, limits: limits, src: newSource(nil)}
	p.report(problem{
		message: sayf("the file is larger than %d bytes", "ファイルが%dバイトを超えています", limits.FileBytes),
		help: sayf("Split it into several files; the facts of a source may stand in any number of them.",
			"複数のファイルに分けてください。一つの資料の事実はいくつのファイルに分けてもかまいません。"),
	})
	p.problems[0].Location = finding.Range{File: file}
	return p.problems[0]
}

// parser is the state of reading one file.
type parser struct {
	file      string
	limits    Limits
	src       *source
	documents []*Node
	problems  []finding.Finding
	reported  int
	notices   []finding.Notice
	// nodes counts the values, aliases expanded.
	nodes int
	// broken tells that the current document must be left out, stopped that
	// the rest of the file must be.
	broken, stopped bool
	// steps lead from the document's root to the current value.
	steps []string
}

func (p *parser) parse() {
	reported := p.reported
	if strings.EqualFold(path.Ext(p.file), ".json") {
		p.parseJSON()
	} else {
		p.parseYAML()
	}
	if len(p.documents) == 0 && p.reported == reported {
		p.notice(0, sayf("the file holds no facts: it is empty or has only comments",
			"ファイルに内容がありません（空、またはコメントのみ）"))
	}
}

// keep adds a document that was read to its end.
func (p *parser) keep(root *Node) {
	if root != nil && !p.broken && !p.stopped {
		p.documents = append(p.documents, root)
	}
	p.broken = false
	p.steps = p.steps[:0]
}

// pointer gives the JSON pointer of the current value, or of its member key.
func (p *parser) pointer(key ...string) string {
	escape := strings.NewReplacer("~", "~0", "/", "~1")
	var b strings.Builder
	for _, steps := range [][]string{p.steps, key} {
		for _, step := range steps {
			b.WriteByte('/')
			b.WriteString(escape.Replace(step))
		}
	}
	return b.String()
}

// checkText holds the text to what both formats ask of it: UTF-8, no control
// characters, lines of a bounded length.
func (p *parser) checkText() bool {
	data, line := p.src.data, 0
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
