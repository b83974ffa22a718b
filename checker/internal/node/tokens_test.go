package node

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// tokenReader reads JSON by the standard library's tokens, and each place from
// the table of lines: slow, and what the reader is held to.
type tokenReader struct {
	*parser
	tokens *json.Decoder
}

// parseTokens is Parse of a JSON file with the tokenReader.
func parseTokens(data []byte, limits Limits) ([]*Node, []finding.Finding, []finding.Notice) {
	p := &parser{file: "f.json", limits: limits.withDefaults(), src: newSource(data)}
	if len(data) > p.limits.FileBytes || !p.checkText() {
		return nil, p.problems, nil
	}
	p.parseTokens()
	p.closeProblems()
	return p.documents, p.problems, p.notices
}

func (p *parser) parseTokens() {
	r := &tokenReader{parser: p, tokens: json.NewDecoder(bytes.NewReader(p.src.data))}
	r.tokens.UseNumber()
	token, start, ok := r.next()
	if !ok {
		return
	}
	root := r.value(token, start, 1)
	if p.stopped {
		return
	}
	p.keep(root)
	if at := r.skip(""); at < len(p.src.data) {
		p.documents = nil
		p.textAfterEnd(at)
	}
}

// skip gives the offset of what follows the current place, but for white space
// and separators.
func (r *tokenReader) skip(separators string) int {
	at := int(r.tokens.InputOffset())
	for at < len(r.src.data) && strings.IndexByte(" \t\r\n"+separators, r.src.data[at]) >= 0 {
		at++
	}
	return at
}

// next gives the next token and its start. It fails at the end of the text,
// and, with a problem, at an error.
func (r *tokenReader) next() (token json.Token, start int, ok bool) {
	start = r.skip(",:")
	token, err := r.tokens.Token()
	if err == nil {
		return token, start, true
	}
	if !errors.Is(err, io.EOF) || start > 0 && len(bytes.TrimSpace(r.src.data)) > 0 {
		r.jsonError(r.errorOffset(err), err.Error())
	}
	r.stopped = true
	return nil, start, false
}

// value gives the value that begins with token, at start. It is nil when the
// file was given up.
func (r *tokenReader) value(token json.Token, start, depth int) *Node {
	if !r.count(1, start) {
		return nil
	}
	n := &Node{Start: r.src.pos(start)}
	switch t := token.(type) {
	case json.Delim:
		if !r.enter(depth, start) {
			return nil
		}
		if t == '{' {
			n.Kind = Object
			r.object(n, depth)
		} else {
			n.Kind = Array
			r.array(n, depth)
		}
		if r.stopped {
			return nil
		}
	case json.Number:
		n.Kind, n.Text = Number, t.String()
	case string:
		n.Kind, n.Text = String, t
		r.checkSurrogates(t, start)
	case bool, nil:
		*n = plain(string(r.src.data[start:r.tokens.InputOffset()]))
		n.Start = r.src.pos(start)
	}
	end := int(r.tokens.InputOffset())
	n.End = r.src.pos(end)
	r.checkScalar(n, start, end)
	return n
}

func (r *tokenReader) array(n *Node, depth int) {
	for {
		token, start, ok := r.next()
		if !ok || token == json.Delim(']') {
			return
		}
		r.steps = append(r.steps, step{item: len(n.Items)})
		item := r.value(token, start, depth+1)
		if r.stopped {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		n.Items = append(n.Items, item)
	}
}

func (r *tokenReader) object(n *Node, depth int) {
	m := r.open()
	for {
		token, start, ok := r.next()
		if !ok || token == json.Delim('}') {
			n.Fields = r.closeFields(&m)
			return
		}
		text, _ := token.(string)
		k := key{text: text, start: start, end: int(r.tokens.InputOffset())}
		r.checkKey(k)
		r.checkSurrogates(text, start)
		r.steps = append(r.steps, step{key: text, item: -1})
		if token, start, ok = r.next(); !ok {
			return
		}
		value := r.value(token, start, depth+1)
		if r.stopped {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		r.join(&m, k, Field{Key: text, KeyStart: r.src.pos(k.start), KeyEnd: r.src.pos(k.end), Value: value})
	}
}

// checkSurrogates refuses half a character written as an escape (\ud83d),
// which the decoder would silently replace.
func (r *tokenReader) checkSurrogates(text string, start int) {
	replaced := strings.Count(text, "\uFFFD")
	if replaced == 0 {
		return
	}
	end := int(r.tokens.InputOffset())
	raw := string(r.src.data[start:end])
	if replaced > strings.Count(raw, "\uFFFD")+strings.Count(strings.ToLower(raw), `\ufffd`) {
		r.refuse(start, end,
			sayf("an escape in this text is half of a character", "この文字列のエスケープは不完全な文字（サロゲートの片方）です"),
			sayf("Write the character itself instead of its escape.", "エスケープではなく、文字そのものを書いてください。"))
	}
}

// errorOffset gives the offset of the character that an error is about. The
// offset in the error itself does not count what was read as single tokens, so
// the token that failed is read once more.
func (r *tokenReader) errorOffset(err error) int {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return len(r.src.data)
	}
	at := r.skip("")
	var value json.RawMessage
	err = json.NewDecoder(bytes.NewReader(r.src.data[at:])).Decode(&value)
	if errors.As(err, &syntax) {
		at += int(syntax.Offset) - 1
	}
	at = min(max(at, 0), len(r.src.data))
	for at > 0 && at < len(r.src.data) && !utf8.RuneStart(r.src.data[at]) {
		at--
	}
	return at
}
