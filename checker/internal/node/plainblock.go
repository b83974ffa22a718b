package node

// block gives the mapping or list that begins at the next content, at indent.
func (r *plainReader) block(indent, depth int) *Node {
	if r.dash(r.at) {
		return r.list(indent, depth, false)
	}
	return r.mapping(indent, depth)
}

// dash reports whether a list's item begins at i.
func (r *plainReader) dash(i int) bool { return r.data[i] == '-' && r.blank(i+1) }

// mapping reads members at indent.
func (r *plainReader) mapping(indent, depth int) *Node {
	n := r.begin(Object, depth)
	if n == nil {
		return nil
	}
	m := r.open()
	for {
		var f Field
		if !r.key(&f, false) {
			return nil
		}
		if f.Value = r.member(f, indent, depth+1); f.Value == nil || !r.addNew(&m, f) {
			return nil
		}
		n.End = f.Value.End
		if r.indent < indent {
			n.Fields = r.closeFields(&m)
			return n
		}
		if r.indent > indent || r.dash(r.at) {
			return nil
		}
	}
}

// addNew adds a member unless one of its name is there.
func (r *plainReader) addNew(m *members, f Field) bool {
	if r.find(m, f.Key) != nil {
		return false
	}
	r.add(m, f)
	return true
}

// member reads the value of the key in f, and goes to the next content. The
// next byte is the one after the colon.
func (r *plainReader) member(f Field, indent, depth int) *Node {
	if c := r.space(); c != 0 && c != '\n' && c != '#' {
		return r.inline(indent, depth)
	}
	r.nextLine()
	switch {
	case r.indent > indent:
		return r.block(r.indent, depth)
	case r.indent == indent && r.dash(r.at):
		return r.list(indent, depth, true)
	}
	if r.nodes++; r.nodes > r.limits.Nodes {
		return nil
	}
	// Nothing is written; that stands just after the colon.
	n := r.values.one()
	n.Start = f.KeyEnd
	n.Start.Column++
	n.End = n.Start
	return n
}

// inline reads a value on the line of its key or its dash, and goes to the
// next content.
func (r *plainReader) inline(indent, depth int) *Node {
	n := r.flow(indent, depth, false)
	if n == nil || !r.endLine(indent) {
		return nil
	}
	return n
}

// list reads items at indent. A list in a mapping may stand at the indentation
// of its key; a member of the mapping then ends it.
func (r *plainReader) list(indent, depth int, inMapping bool) *Node {
	n := r.begin(Array, depth)
	if n == nil {
		return nil
	}
	first := len(r.items)
	for {
		item := r.item(indent, depth+1)
		if item == nil {
			return nil
		}
		r.items = append(r.items, item)
		n.End = item.End
		more := r.indent == indent && r.dash(r.at)
		switch {
		case more:
		case r.indent < indent || r.indent == indent && inMapping:
			n.Items = r.closeItems(first)
			return n
		default:
			return nil
		}
	}
}

// item reads an item whose dash is the next byte.
func (r *plainReader) item(indent, depth int) *Node {
	r.at++
	switch c := r.space(); {
	case c == 0 || c == '\n' || c == '#':
		return nil
	case r.dash(r.at) || r.beginsKey():
		r.indent = r.at - r.start
		return r.block(r.indent, depth)
	}
	return r.inline(indent, depth)
}
