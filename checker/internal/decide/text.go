package decide

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// text is a file to be edited. Its methods give the edited bytes, or nil where
// the file is written otherwise than they know.
type text struct {
	data    []byte
	starts  []int32
	newline string
	json    bool
}

// with gives the text with a stretch replaced.
func (t *text) with(from, to int, by string) []byte {
	return slices.Concat(t.data[:from], []byte(by), t.data[to:])
}

// appended adds an entry behind the last.
func (t *text) appended(list *node.Field, e Entry) []byte {
	items := list.Value.Items
	from, to := t.offset(list.Value.Start), t.offset(list.Value.End)
	flow := from < len(t.data) && t.data[from] == '['
	switch {
	case len(items) > 0 && flow:
		end := t.offset(items[len(items)-1].End)
		return t.with(end, end, ", "+flowing(e))
	case flow && t.json:
		return t.with(from, to, "["+flowing(e)+"]")
	case flow:
		return t.with(from, to, t.newline+strings.TrimSuffix(block(e, "  ", t.newline), t.newline))
	case len(items) == 0:
		return t.behind(t.offset(list.KeyEnd), block(e, "  ", t.newline))
	}
	last := items[len(items)-1]
	indent, ok := t.dash(t.offset(last.Start))
	if !ok {
		return nil
	}
	return t.behind(t.offset(last.End), block(e, indent, t.newline))
}

// behind puts lines behind that which a place is on.
func (t *text) behind(at int, lines string) []byte {
	n := bytes.IndexByte(t.data[at:], '\n')
	if n < 0 {
		return t.with(len(t.data), len(t.data), t.newline+lines)
	}
	return t.with(at+n+1, at+n+1, lines)
}

// dash gives the white space before the dash of the entry that begins at a
// place.
func (t *text) dash(at int) (indent string, ok bool) {
	i := at - 1
	for i >= 0 && strings.IndexByte(" \t\r\n", t.data[i]) >= 0 {
		i--
	}
	if i < 0 || t.data[i] != '-' {
		return "", false
	}
	line := t.data[bytes.LastIndexByte(t.data[:i], '\n')+1 : i]
	return string(line), len(bytes.Trim(line, " ")) == 0
}

// replaced writes a whole entry anew.
func (t *text) replaced(item *node.Node, e Entry) []byte {
	from, to := t.offset(item.Start), t.offset(item.End)
	if from < len(t.data) && t.data[from] == '{' {
		return t.with(from, to, flowing(e))
	}
	indent := strings.Repeat(" ", item.Start.Column-1)
	lines := strings.TrimPrefix(block(e, strings.TrimPrefix(indent, "  "), t.newline), strings.TrimPrefix(indent, "  ")+"- ")
	return t.with(from, to, strings.TrimSuffix(lines, t.newline))
}

// revised writes the members of an entry anew that differ, so that comments
// between them stay.
func (t *text) revised(item *node.Node, e Entry) []byte {
	if from := t.offset(item.Start); len(item.Fields) == 0 || from >= len(t.data) || t.data[from] == '{' {
		return nil
	}
	type edit struct {
		from, to int
		by       string
	}
	var edits []edit
	members := e.members()
	for i, f := range item.Fields {
		at := slices.IndexFunc(members, func(m member) bool { return m.key == f.Key })
		from, to := t.offset(f.Value.Start), t.offset(f.Value.End)
		switch {
		case at < 0 && i > 0:
			from = bytes.LastIndexByte(t.data[:t.offset(f.KeyStart)], '\n') + 1
			if n := bytes.IndexByte(t.data[to:], '\n'); n >= 0 {
				edits = append(edits, edit{from, to + n + 1, ""})
			} else {
				edits = append(edits, edit{from, len(t.data), ""})
			}
		case at < 0:
			return nil
		case f.Value.Text != members[at].value:
			edits = append(edits, edit{from, to, scalar(members[at])})
		}
		if at >= 0 {
			members = slices.Delete(members, at, at+1)
		}
	}
	out := t.data
	if len(members) > 0 {
		indent := strings.Repeat(" ", item.Start.Column-1)
		var lines strings.Builder
		for _, m := range members {
			lines.WriteString(indent + m.key + ": " + scalar(m) + t.newline)
		}
		end, by := t.offset(item.Fields[len(item.Fields)-1].Value.End), lines.String()
		if n := bytes.IndexByte(t.data[end:], '\n'); n >= 0 {
			end += n + 1
		} else {
			end, by = len(t.data), t.newline+by
		}
		edits = append(edits, edit{end, end, by})
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return b.from - a.from })
	for _, d := range edits {
		out = slices.Concat(out[:d.from], []byte(d.by), out[d.to:])
	}
	return out
}

// offset gives the byte at a place.
func (t *text) offset(at finding.Pos) int {
	if at.Line < 1 || at.Line > len(t.starts) {
		return len(t.data)
	}
	i := int(t.starts[at.Line-1])
	if at.Line == 1 && bytes.HasPrefix(t.data, []byte(node.ByteOrderMark)) {
		i = len(node.ByteOrderMark)
	}
	for column := 1; column < at.Column && i < len(t.data); column++ {
		_, width := utf8.DecodeRune(t.data[i:])
		i += width
	}
	return i
}
