package node

import "go.yaml.in/yaml/v4"

// yamlReader turns the library's trees into ours.
type yamlReader struct {
	*parser
	anchors map[*yaml.Node]*anchored
}

// anchored is a value that aliases refer to: its size and height with its own
// aliases written out. Its node is nil while it is being read, so that an
// alias to it from inside is seen.
type anchored struct {
	node         *Node
	size, height int
}

// span is what reading a value gives beside its node: where it ends, and how
// many levels it has.
type span struct {
	start, end, height int
}

func (p *parser) document(d *yaml.Node) {
	if len(d.Content) == 0 || isEmpty(d.Content[0]) {
		return
	}
	p.broken = false
	r := &yamlReader{parser: p, anchors: map[*yaml.Node]*anchored{}}
	root, _ := r.value(d.Content[0], 1)
	p.keep(root)
}

// isEmpty reports whether nothing is written where the value should stand.
func isEmpty(y *yaml.Node) bool {
	return y.Kind == yaml.ScalarNode && y.Value == "" && y.Anchor == "" &&
		y.Style&(yaml.TaggedStyle|quoted|block) == 0
}

const (
	quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle
	block  = yaml.LiteralStyle | yaml.FoldedStyle
)

// value gives the value of y. It is nil when the file was given up.
func (r *yamlReader) value(y *yaml.Node, depth int) (*Node, span) {
	mark := r.src.offset(y.Line, y.Column)
	if y.Kind == yaml.AliasNode {
		return r.alias(y, mark, depth)
	}
	if !r.count(1, mark) {
		return nil, span{}
	}
	before := r.nodes
	var seen *anchored
	if y.Anchor != "" {
		seen = &anchored{}
		r.anchors[y] = seen
	}
	n, s := r.content(y, mark, depth)
	if r.stopped {
		return nil, s
	}
	n.Start, n.End = r.src.pos(s.start), r.src.pos(s.end)
	r.checkTag(y, n, mark, s)
	r.checkScalar(n, s.start, s.end)
	if seen != nil {
		seen.node, seen.size, seen.height = n, r.nodes-before+1, s.height
	}
	return n, s
}

// content reads a value by its kind.
func (r *yamlReader) content(y *yaml.Node, mark, depth int) (*Node, span) {
	after, start := mark, mark
	if y.Anchor != "" || y.Style&yaml.TaggedStyle != 0 || r.at(mark) == '!' {
		after, start = skipProperties(r.src.data, mark)
	}
	if y.Kind == yaml.ScalarNode {
		return r.scalar(y, after, start)
	}
	s := span{start: start, end: after, height: 1}
	if !r.enter(depth, start) {
		return nil, s
	}
	n := r.values.one()
	n.Kind = Object
	if y.Kind == yaml.SequenceNode {
		n.Kind = Array
		r.sequence(y, n, &s, depth)
	} else {
		r.mapping(y, n, &s, depth)
	}
	if y.Style&yaml.FlowStyle != 0 {
		switch r.at(start) {
		case '[':
			s.end = flowEnd(r.src.data, max(s.end, start+1), ']')
		case '{':
			s.end = flowEnd(r.src.data, max(s.end, start+1), '}')
		}
	}
	s.end = max(s.start, s.end)
	return n, s
}

func (r *yamlReader) scalar(y *yaml.Node, after, start int) (*Node, span) {
	data := r.src.data
	n := r.values.one()
	n.Kind, n.Text = String, y.Value
	switch {
	case y.Style&quoted != 0 && start < len(data):
		return n, span{start: start, end: quotedEnd(data, start)}
	case y.Style&block != 0:
		return n, span{start: start, end: blockEnd(data, start, y.Value)}
	case y.Value == "":
		n.Kind = Null
		return n, span{start: after, end: after}
	}
	*n = plain(y.Value)
	return n, span{start: start, end: textEnd(data, start, y.Value)}
}

func (r *yamlReader) sequence(y *yaml.Node, n *Node, s *span, depth int) {
	first := len(r.items)
	for i, child := range y.Content {
		r.steps = append(r.steps, step{item: i})
		item, inner := r.value(child, depth+1)
		if r.stopped {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		s.include(inner)
		r.items = append(r.items, item)
	}
	n.Items = r.closeItems(first)
}

func (r *yamlReader) mapping(y *yaml.Node, n *Node, s *span, depth int) {
	m := r.open()
	for i := 0; i+1 < len(y.Content); i += 2 {
		k, problem := r.key(y.Content[i], depth+1)
		if r.stopped {
			return
		}
		s.end = max(s.end, k.end)
		r.steps = append(r.steps, step{key: k.text, item: -1})
		value, inner := r.member(y.Content[i+1], k, depth+1)
		if r.stopped {
			return
		}
		r.steps = r.steps[:len(r.steps)-1]
		s.include(inner)
		if problem != nil {
			r.report(*problem)
			continue
		}
		r.join(&m, k, Field{Key: k.text, KeyStart: r.src.pos(k.start), KeyEnd: r.src.pos(k.end), Value: value})
	}
	n.Fields = r.closeFields(&m)
}

// member reads the value of key k. A value that is not written stands just
// after the colon, wherever the library puts it.
func (r *yamlReader) member(y *yaml.Node, k key, depth int) (*Node, span) {
	if !isEmpty(y) {
		return r.value(y, depth)
	}
	at := k.end
	if colon := skipBlank(r.src.data, at); r.at(colon) == ':' {
		at = colon + 1
	}
	if !r.count(1, at) {
		return nil, span{}
	}
	place := r.src.pos(at)
	return &Node{Kind: Null, Start: place, End: place}, span{start: at, end: at}
}

// alias gives the value that an alias stands for, at the alias's own place.
func (r *yamlReader) alias(y *yaml.Node, mark, depth int) (*Node, span) {
	end := min(mark+1+len(y.Value), len(r.src.data))
	target := r.anchors[y.Alias]
	if target == nil || target.node == nil {
		r.stopped = true
		r.refuse(mark, end,
			sayf("the alias `*%s` stands inside the value that it refers to", "エイリアス `*%s` が、参照先の値自身の中にあります", show(y.Value)),
			sayf("Write the value out instead of the alias.", "エイリアスの代わりに値を書いてください。"))
		return nil, span{}
	}
	if !r.count(target.size, mark) || !r.enter(depth+target.height-1, mark) {
		return nil, span{}
	}
	n := *target.node
	n.Start, n.End = r.src.pos(mark), r.src.pos(end)
	return &n, span{start: mark, end: end, height: target.height}
}

// include widens a collection by one of its values.
func (s *span) include(inner span) {
	s.end = max(s.end, inner.end)
	s.height = max(s.height, inner.height+1)
}

// at gives the byte at offset i, 0 past the end.
func (r *yamlReader) at(i int) byte {
	if i < len(r.src.data) {
		return r.src.data[i]
	}
	return 0
}
