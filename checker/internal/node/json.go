package node

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// jsonReader reads one JSON text token by token.
type jsonReader struct {
	*parser
	tokens *json.Decoder
}

// parseJSON reads a file that holds one JSON value.
func (p *parser) parseJSON() {
	r := &jsonReader{parser: p, tokens: json.NewDecoder(bytes.NewReader(p.src.data))}
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
		p.report(problem{
			start: at, end: len(p.src.data),
			message: sayf("there is text after the end of the JSON value", "JSONの値の後に余分な文字があります"),
			help: sayf("A JSON file holds one value; put further documents into files of their own.",
				"JSONファイルに書けるのは一つの値だけです。残りは別のファイルに分けてください。"),
		})
	}
}

// skip gives the offset of what follows the current place, but for white space
// and separators.
func (r *jsonReader) skip(separators string) int {
	at := int(r.tokens.InputOffset())
	for at < len(r.src.data) && strings.IndexByte(" \t\r\n"+separators, r.src.data[at]) >= 0 {
		at++
	}
	return at
}

// next gives the next token and its start. It fails at the end of the text,
// and, with a problem, at an error.
func (r *jsonReader) next() (token json.Token, start int, ok bool) {
	start = r.skip(",:")
	token, err := r.tokens.Token()
	if err == nil {
		return token, start, true
	}
	if !errors.Is(err, io.EOF) || start > 0 && len(bytes.TrimSpace(r.src.data)) > 0 {
		r.jsonError(err)
	}
	r.stopped = true
	return nil, start, false
}

// value gives the value that begins with token, at start. It is nil when the
// file was given up.
func (r *jsonReader) value(token json.Token, start, depth int) *Node {
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

func (r *jsonReader) array(n *Node, depth int) {
	for {
		token, start, ok := r.next()
		if !ok || token == json.Delim(']') {
			return
		}
		r.steps = append(r.steps, itoa(len(n.Items)))
		item := r.value(token, start, depth+1)
		if r.stopped {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		n.Items = append(n.Items, item)
	}
}

func (r *jsonReader) object(n *Node, depth int) {
	var m members
	for {
		token, start, ok := r.next()
		if !ok || token == json.Delim('}') {
			n.Fields = m.fields
			return
		}
		text, _ := token.(string)
		k := key{text: text, start: start, end: int(r.tokens.InputOffset())}
		r.checkKey(k)
		r.checkSurrogates(text, start)
		r.steps = append(r.steps, text)
		if token, start, ok = r.next(); !ok {
			return
		}
		value := r.value(token, start, depth+1)
		if r.stopped {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		r.join(&m, k, value)
	}
}

// checkSurrogates refuses half a character written as an escape (\ud83d),
// which the decoder would silently replace.
func (r *jsonReader) checkSurrogates(text string, start int) {
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
