package node

import (
	"bytes"
	"path"
	"strconv"
	"strings"

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
//
// The nodes of a file are made in blocks: who keeps one of them keeps most of
// its tree. Their texts may be kept, and hold on to next to nothing else.
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
	steps []step
	// wanted, if not nil, tells which entries of sections are read.
	wanted func(section, entry string) bool
	builder
}

// step leads to an item by its index, or, with an index of -1, to the member
// named key. Only problems write steps out.
type step struct {
	key  string
	item int
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
	for _, s := range p.steps {
		b.WriteByte('/')
		if s.item >= 0 {
			b.WriteString(strconv.Itoa(s.item))
		} else {
			b.WriteString(escape.Replace(s.key))
		}
	}
	for _, k := range key {
		b.WriteByte('/')
		b.WriteString(escape.Replace(k))
	}
	return b.String()
}
