package sourcetext

import (
	"strings"

	"golang.org/x/net/html"
)

// element is an open element. What it says holds for all that is inside it.
type element struct {
	name string
	// hidden: nothing inside is visible; cell: a cell of a table is the
	// nearest part of a table around; pre: white space is kept; foreign: the
	// vocabulary is that of SVG or MathML.
	hidden, cell, pre, foreign bool
	// cells counts those of a row.
	cells int
}

// stack holds the open elements of a page.
type stack struct {
	elements []element
	// open gives where the elements of a name stand in the stack, so that no
	// page makes it be searched.
	open map[string][]int
	// xml: every element can close itself, as in XHTML.
	xml bool
}

func newStack(xml bool) stack { return stack{open: map[string][]int{}, xml: xml} }

func (s *stack) top() element {
	if len(s.elements) == 0 {
		return element{}
	}
	return s.elements[len(s.elements)-1]
}

func (s *stack) hiddenNow() bool         { return s.top().hidden }
func (s *stack) inCell() bool            { return s.top().cell }
func (s *stack) preformatted() bool      { return s.top().pre }
func (s *stack) selfCloses() bool        { return s.xml || s.top().foreign }
func (s *stack) isOpen(name string) bool { return len(s.open[name]) > 0 }

func isCell(name string) bool { return name == "td" || name == "th" }

// push opens an element; it reports false when too many are open.
func (s *stack) push(e element) bool {
	if e.name == "html" || e.name == "body" {
		return true
	}
	if len(s.elements) >= MaxNesting {
		return false
	}
	around := s.top()
	e.hidden = e.hidden || around.hidden
	e.pre = around.pre || preserving()[e.name]
	e.foreign = around.foreign || e.name == "svg" || e.name == "math"
	e.cell = around.cell && e.name != "table" || isCell(e.name)
	s.elements = append(s.elements, e)
	s.open[e.name] = append(s.open[e.name], len(s.elements)-1)
	return true
}

func (s *stack) pop() {
	// Names are the page's own: those that are closed are not kept.
	if name := s.top().name; len(s.open[name]) > 1 {
		s.open[name] = s.open[name][:len(s.open[name])-1]
	} else {
		delete(s.open, name)
	}
	s.elements = s.elements[:len(s.elements)-1]
}

// innermost tells where the innermost element of the names stands, −1 when
// none is open.
func (s *stack) innermost(names ...string) int {
	at := -1
	for _, name := range names {
		if open := s.open[name]; len(open) > 0 {
			at = max(at, open[len(open)-1])
		}
	}
	return at
}

// close ends the innermost element of the name, and all inside it. Only parts
// of a table reach out of a cell, and nothing out of a table but its own end.
func (s *stack) close(name string) (closed element, ok bool) {
	bound := s.innermost("table")
	if !tableParts()[name] {
		bound = s.innermost("table", "td", "th", "caption")
	}
	return s.closeAt(s.innermost(name), bound)
}

// closeAt ends the element that stands at a place in the stack, unless one
// that bounds it stands inside.
func (s *stack) closeAt(at, bound int) (closed element, ok bool) {
	if at < 0 || at < bound {
		return element{}, false
	}
	closed = s.elements[at]
	for len(s.elements) > at {
		s.pop()
	}
	return closed, true
}

// closeImplied ends the elements whose end tag may be left out before name.
func (s *stack) closeImplied(name string) {
	if !headContent()[name] {
		s.leaveHead()
	}
	if s.isOpen("p") && blocks()[name] && !tableParts()[name] && name != "br" && name != "option" {
		s.close("p")
	}
	if rule, ok := implied()[name]; ok {
		for closed := true; closed; {
			_, closed = s.closeAt(s.innermost(rule.closes...), s.innermost(rule.within...))
		}
	}
}

// leaveHead ends the head before what cannot be in it.
func (s *stack) leaveHead() {
	if s.top().name == "head" {
		s.pop()
	}
}

// nextCell counts a cell of the innermost row; it reports whether others
// stand before it.
func (s *stack) nextCell() bool {
	row := s.innermost("tr")
	if row < 0 || row < s.innermost("table") {
		return false
	}
	s.elements[row].cells++
	return s.elements[row].cells > 1
}

// hiddenByAttributes reads the attributes of a tag: `hidden`, or a style that
// does not display.
func hiddenByAttributes(z *html.Tokenizer) bool {
	for {
		key, value, more := z.TagAttr()
		switch string(key) {
		case "hidden":
			return !strings.EqualFold(string(value), "until-found")
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
		if !more {
			return false
		}
	}
}
