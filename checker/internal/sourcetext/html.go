package sourcetext

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// page collects the visible text of an HTML page while its tokens pass. The
// tokenizer's own positions lead back into the file, which is why the page is
// not parsed into a tree.
type page struct {
	stack
	text   string
	limits limits
	lines  []Line
	// line is the one that is being written, first and last the offsets of
	// its words; tabs and space are what goes before its next word.
	line        strings.Builder
	first, last int
	tabs        int
	space       bool
	// counted and fileLine are how far the lines of the file are counted.
	counted, fileLine int
	failure           error
}

// htmlLines gives the visible text of a page: blocks, rows of tables and what
// stands between breaks are lines, the cells of a row are separated by a tab.
// Not visible are head, scripts, styles, templates, what is hidden by its
// attributes, what browsers replace, and the readings of ruby.
func htmlLines(ctx context.Context, text string, xml bool, l limits) ([]Line, error) {
	p := &page{stack: newStack(xml), text: text, limits: l, fileLine: 1}
	z := html.NewTokenizer(strings.NewReader(text))
	for at, n := 0, 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		token := z.Next()
		if token == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, &UnreadableError{Err: err}
			}
			p.flush()
			return p.lines, p.failure
		}
		end := min(at+len(z.Raw()), len(text))
		p.token(z, token, at, end)
		if p.failure != nil {
			return nil, p.failure
		}
		at = end
	}
}

func (p *page) token(z *html.Tokenizer, token html.TokenType, at, end int) {
	switch token {
	case html.TextToken:
		p.words(at, end)
	case html.StartTagToken, html.SelfClosingTagToken:
		p.start(z, token == html.SelfClosingTagToken, at)
	case html.EndTagToken:
		name, _ := z.TagName()
		p.end(string(name))
	default:
	}
}

// start opens an element, and closes those that it ends by beginning.
func (p *page) start(z *html.Tokenizer, selfClosing bool, at int) {
	raw, more := z.TagName()
	e := element{name: string(raw)}
	e.hidden = more && hiddenByAttributes(z) || invisible()[e.name]
	p.closeImplied(e.name)
	if e.hidden = e.hidden || p.hiddenNow(); !e.hidden {
		p.breakAt(e.name)
		if isCell(e.name) && p.nextCell() {
			p.tabs++
		}
	}
	switch {
	case void()[e.name], selfClosing && p.selfCloses():
		if p.xml {
			z.NextIsNotRawText()
		}
	case !p.push(e):
		p.failure = &LimitError{What: LimitNesting, Limit: MaxNesting, Line: p.lineOf(at)}
	}
}

func (p *page) end(name string) {
	switch {
	case name == "br" || name == "p" && !p.isOpen("p"):
		if !p.hiddenNow() {
			p.breakAt(name)
		}
	case p.isOpen(name):
		if e, ok := p.close(name); ok && !e.hidden {
			p.breakAt(name)
		}
	}
}

// breakAt ends the line where a block begins or ends. In a cell of a table
// blocks only part words, so that a row stays one line.
func (p *page) breakAt(name string) {
	switch {
	case !blocks()[name]:
	case p.inCell() && !tableParts()[name]:
		p.space = true
	case !isCell(name):
		p.flush()
	}
}

// words adds the text of text[at:end].
func (p *page) words(at, end int) {
	raw := p.text[at:end]
	if strings.Trim(raw, htmlSpace) != "" {
		p.leaveHead()
	}
	switch {
	case p.hiddenNow():
	case p.preformatted():
		p.preserved(raw, at)
	default:
		p.collapsed(raw, at)
	}
}

// htmlSpace is what HTML takes for white space; the ideographic space and the
// one that does not break are text.
const htmlSpace = " \t\n\r\f"

// collapsed adds words as browsers show them, one space between them. Entities
// never hold white space, so each word can be decoded where it stands.
func (p *page) collapsed(raw string, at int) {
	for raw != "" && p.failure == nil {
		n := strings.IndexAny(raw, htmlSpace)
		switch {
		case n == 0:
			p.space = true
			n = 1
		case n < 0:
			n = len(raw)
			fallthrough
		default:
			p.word(decodeEntities(raw[:n]), at, at+n)
		}
		raw, at = raw[n:], at+n
	}
}

// preserved adds the text of a pre element, line by line.
func (p *page) preserved(raw string, at int) {
	for raw != "" && p.failure == nil {
		n := strings.IndexAny(raw, "\r\n")
		if n < 0 {
			n = len(raw)
		}
		if strings.Trim(raw[:n], htmlSpace) != "" || p.line.Len() > 0 && n > 0 {
			p.word(decodeEntities(raw[:n]), at, at+n)
		}
		if n < len(raw) {
			p.flush()
			n++
		}
		raw, at = raw[n:], at+n
	}
}

var toSpaces = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ")
})

// decodeEntities decodes a word; what an entity hides of line ends and tabs
// becomes a space, for a line is one.
func decodeEntities(word string) string {
	if !strings.Contains(word, "&") {
		return word
	}
	return toSpaces().Replace(html.UnescapeString(word))
}
