package node

import "github.com/tieout/tieout/checker/internal/finding"

// jsonReader reads one JSON text in a single pass, keeping count of lines and
// columns as it goes.
type jsonReader struct {
	*parser
	data []byte
	// at is the offset of the next byte.
	at int
	// line is that of the next byte; shift is what its offset has beyond its
	// column: the bytes before the line, and of each character before it on
	// the line all but one.
	line, shift int
	// half tells that the text read last holds half a character.
	half bool
	// unescaped is room for a text whose escapes are replaced.
	unescaped []byte
}

// parseJSON reads a file that holds one JSON value.
func (p *parser) parseJSON() {
	r := &jsonReader{parser: p, data: p.src.data, line: 1, shift: -1}
	c := r.space()
	if c == 0 {
		return
	}
	start := r.at
	n := r.token(c)
	if n == nil || !r.value(n, start, 1) {
		return
	}
	p.keep(n)
	if r.space() != 0 {
		p.textAfterEnd(r.at)
	}
}

// textAfterEnd reports what follows the value of a file.
func (p *parser) textAfterEnd(at int) {
	p.documents = nil
	p.report(problem{
		start: at, end: len(p.src.data),
		message: sayf("there is text after the end of the JSON value", "JSONの値の後に余分な文字があります"),
		help: sayf("A JSON file holds one value; put further documents into files of their own.",
			"JSONファイルに書けるのは一つの値だけです。残りは別のファイルに分けてください。"),
	})
}

// pos gives the place of the next byte.
func (r *jsonReader) pos() finding.Pos {
	return finding.Pos{Line: r.line, Column: r.at - r.shift}
}

// space passes over white space. It gives the byte after it, or 0 at the end
// of the text, which holds no such byte.
func (r *jsonReader) space() byte {
	for ; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; c {
		case ' ', '\t':
		case '\n', '\r':
			if c == '\n' || r.at+1 == len(r.data) || r.data[r.at+1] != '\n' {
				r.line++
				r.shift = r.at
			}
		default:
			return c
		}
	}
	return 0
}

// token reads the scalar or the bracket that begins a value with c, the next
// byte. It gives nil where none does.
func (r *jsonReader) token(c byte) *Node {
	start := r.at
	n := r.values.one()
	n.Start = r.pos()
	ok := true
	switch c {
	case '{':
		n.Kind = Object
		r.at++
	case '[':
		n.Kind = Array
		r.at++
	case '"':
		n.Kind = String
		n.Text, ok = r.text()
	case 't':
		n.Kind, n.Text = Bool, "true"
		ok = r.word("true")
	case 'f':
		n.Kind, n.Text = Bool, "false"
		ok = r.word("false")
	case 'n':
		ok = r.word("null")
	default:
		n.Kind = Number
		n.Text, ok = r.number()
	}
	if !ok {
		r.fail(start, true)
		return nil
	}
	return n
}

// value completes the value that begins with n, at start. It gives false when
// the file was given up.
func (r *jsonReader) value(n *Node, start, depth int) bool {
	if !r.count(1, start) {
		return false
	}
	switch {
	case n.Kind == String:
		r.checkHalf(start)
	case n.Kind < Array:
	case !r.enter(depth, start):
		return false
	case n.Kind == Object:
		r.object(n, depth)
	default:
		r.array(n, depth)
	}
	if r.stopped {
		return false
	}
	n.End = r.pos()
	r.checkScalar(n, start, r.at)
	return true
}

// array reads the items of n and the bracket that closes it.
func (r *jsonReader) array(n *Node, depth int) {
	first := len(r.items)
	for c := r.space(); c != ']'; {
		start := r.at
		item := r.token(c)
		if item == nil {
			return
		}
		r.steps = append(r.steps, step{item: len(r.items) - first})
		if !r.value(item, start, depth+1) {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		r.items = append(r.items, item)
		if c = r.next(']'); c == 0 {
			return
		}
	}
	r.at++
	n.Items = r.closeItems(first)
}

// object reads the members of n and the bracket that closes it.
func (r *jsonReader) object(n *Node, depth int) {
	m := r.open()
	for c := r.space(); c != '}'; {
		if c != '"' {
			r.fail(r.at, false)
			return
		}
		if !r.member(&m, depth+1) {
			return
		}
		if c = r.next('}'); c == 0 {
			return
		}
	}
	r.at++
	n.Fields = r.closeFields(&m)
}

// member reads a member of an object. It gives false when the file was given
// up.
func (r *jsonReader) member(m *members, depth int) bool {
	k, field := key{start: r.at}, Field{KeyStart: r.pos()}
	var ok bool
	if k.text, ok = r.text(); !ok {
		r.fail(k.start, true)
		return false
	}
	k.end = r.at
	field.Key, field.KeyEnd = k.text, r.pos()
	r.checkKey(k)
	r.checkHalf(k.start)
	r.steps = append(r.steps, step{key: k.text, item: -1})
	if r.space() != ':' {
		r.fail(r.at, false)
		return false
	}
	r.at++
	c := r.space()
	start := r.at
	if r.refuses() {
		r.steps = r.steps[:len(r.steps)-1]
		return r.pass()
	}
	if field.Value = r.token(c); field.Value == nil || !r.value(field.Value, start, depth) {
		return false
	}
	r.steps = r.steps[:len(r.steps)-1]
	r.join(m, k, field)
	return true
}

// next passes over what stands between two members of a collection. It gives
// the byte that begins the next one, or the bracket that closes the
// collection; 0 where neither stands.
func (r *jsonReader) next(closing byte) byte {
	c := r.space()
	if c == closing {
		return c
	}
	if c == ',' {
		r.at++
		if c = r.space(); c != closing && c != 0 {
			return c
		}
	}
	r.fail(r.at, false)
	return 0
}
