package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
)

// hole is a place in a JSON document whose elements are written one by one. In
// the document there is a list or an object with one element, of any form, in
// its place.
type hole struct {
	// member is the name of the place, indent the number of blanks before it; holes
	// come in the order in which they stand.
	member string
	indent int
	// elements are what it holds; key, if not nil, names the one given last.
	elements iter.Seq2[any, error]
	key      func() string
}

// writeHoled writes a document as EncodeJSON would with the elements in it.
func writeHoled(w io.Writer, document any, holes ...hole) error {
	data, err := EncodeJSON(document)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	for _, h := range holes {
		margin := "\n" + strings.Repeat(" ", h.indent)
		head := []byte(margin + `"` + h.member + `": `)
		at := bytes.Index(data, head)
		if at < 0 || at+len(head) == len(data) {
			return fmt.Errorf("the document has no member %s", h.member)
		}
		open := data[at+len(head)]
		shut := map[byte]byte{'[': ']', '{': '}'}[open]
		length := bytes.Index(data[at+len(head):], append([]byte(margin), shut))
		if length < 0 {
			return fmt.Errorf("the member %s has no end", h.member)
		}
		// The writer hands its error out at the end.
		_, _ = out.Write(data[:at])
		rest := data[at+len(head)+length+len(margin)+1:]
		if err := h.write(out, string(head)+string(open), margin+string(shut)); err != nil {
			return err
		}
		data = rest
	}
	_, _ = out.Write(data)
	return out.Flush()
}

// write writes the elements between what is before and behind them.
func (h hole) write(out *bufio.Writer, before, behind string) error {
	prefix := strings.Repeat(" ", h.indent+2)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	n := 0
	for v, err := range h.elements {
		if err != nil {
			return err
		}
		b.Reset()
		if h.key != nil {
			if err := e.Encode(h.key()); err != nil {
				return err
			}
			b.Truncate(b.Len() - 1)
			b.WriteString(": ")
		}
		if err := e.Encode(v); err != nil {
			return err
		}
		if n++; n == 1 {
			_, _ = out.WriteString(before)
		} else {
			_ = out.WriteByte(',')
		}
		_, _ = out.WriteString("\n" + prefix)
		if _, err := out.Write(escapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n")))); err != nil {
			return err
		}
	}
	if n == 0 {
		_, err := out.WriteString(before + behind[len(behind)-1:])
		return err
	}
	_, err := out.WriteString(behind)
	return err
}

// as makes elements of values.
func as[T any](list iter.Seq2[T, error]) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		for v, err := range list {
			if !yield(v, err) {
				return
			}
		}
	}
}

// inTurn gives the values of several lists, one after the other.
func inTurn[T any](lists ...iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, list := range lists {
			for v, err := range list {
				if !yield(v, err) {
					return
				}
			}
		}
	}
}
