package node

// flow gives the value at the next byte: a text, or a list or a mapping in
// brackets; inside tells that it stands in brackets itself. What is in
// brackets may go on in lines indented beyond indent.
func (r *plainReader) flow(indent, depth int, inside bool) *Node {
	switch r.data[r.at] {
	case '[':
		return r.flowList(indent, depth)
	case '{':
		return r.flowMapping(indent, depth)
	}
	if inside {
		indent = oneLine
	}
	return r.scalar(indent, inside)
}

// flowList reads a list in brackets.
func (r *plainReader) flowList(indent, depth int) *Node {
	n := r.begin(Array, depth)
	if n == nil {
		return nil
	}
	first := len(r.items)
	r.at++
	c := r.flowSpace(indent)
	for c != ']' {
		if c == 0 {
			return nil
		}
		item := r.flow(indent, depth+1, true)
		if item == nil {
			return nil
		}
		r.items = append(r.items, item)
		if c = r.flowNext(indent, ']'); c == 0 {
			return nil
		}
	}
	r.at++
	n.Items, n.End = r.closeItems(first), r.pos(r.at)
	return n
}

// flowMapping reads a mapping in brackets. Each member has a value.
func (r *plainReader) flowMapping(indent, depth int) *Node {
	n := r.begin(Object, depth)
	if n == nil {
		return nil
	}
	m := r.open()
	r.at++
	c := r.flowSpace(indent)
	for c != '}' {
		if c == 0 {
			return nil
		}
		var f Field
		if !r.key(&f, true) {
			return nil
		}
		if c = r.space(); c == 0 || c == '\n' || c == '#' {
			return nil
		}
		if f.Value = r.flow(indent, depth+1, true); f.Value == nil || !r.addNew(&m, f) {
			return nil
		}
		if c = r.flowNext(indent, '}'); c == 0 {
			return nil
		}
	}
	r.at++
	n.Fields, n.End = r.closeFields(&m), r.pos(r.at)
	return n
}

// flowNext passes over the comma after a value. It gives the byte that begins
// the next one, or the bracket that closes the collection; 0 where neither
// stands.
func (r *plainReader) flowNext(indent int, closing byte) byte {
	switch c := r.flowSpace(indent); c {
	case closing:
		return c
	case ',':
		r.at++
		if c = r.flowSpace(indent); c != closing {
			return c
		}
	}
	return 0
}

// flowSpace passes over white space and comments in brackets. It gives the
// byte after them, 0 where the file must be left to the library.
func (r *plainReader) flowSpace(indent int) byte {
	before := r.at
	c := r.space()
	for c == '\n' || c == '#' {
		if c == '#' && r.at == before || !r.skipLine() {
			return 0
		}
		before = r.at - 1
		c = r.space()
		if c != '\n' && c != '#' && r.at-r.start <= indent {
			return 0
		}
	}
	return c
}
