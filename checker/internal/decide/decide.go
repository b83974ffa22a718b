// Package decide writes decisions into the file that holds them. The bytes of
// a file and a decision go in, the bytes with the decision come out: in the
// place of the entry on the same finding, if there is one, else behind the last.
// Every other byte stays as it is, comments too; the result is read again before
// it is handed on, and given up if it says anything else than it should.
package decide

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// Entry is a decision as the schema of dispositions describes it. Empty members
// are not written.
type Entry struct {
	Fingerprint, Status, Reason, Owner, Approver, Date, Expires, Evidence string
	// Dropped says that the decision is on the deletion of a check.
	Dropped bool
}

const listKey = "dispositions"

type member struct{ key, value string }

func (e Entry) members() []member {
	dropped := ""
	if e.Dropped {
		dropped = "true"
	}
	return slices.DeleteFunc([]member{
		{"fingerprint", e.Fingerprint},
		{"dropped", dropped},
		{"status", e.Status},
		{"reason", e.Reason},
		{"owner", e.Owner},
		{"approver", e.Approver},
		{"date", e.Date},
		{"expires", e.Expires},
		{"evidence", e.Evidence},
	}, func(m member) bool { return m.value == "" })
}

// ErrForm means that a file is not written in a way that can be edited.
var ErrForm = errors.New("the file cannot be edited in place")

// New gives a file with one decision. schema names the schema to editors.
func New(schema string, e Entry) []byte {
	return []byte("# yaml-language-server: $schema=" + schema + "\n" + listKey + ":\n" + block(e, "  ", "\n"))
}

// Put adds a decision to a file, or puts it in the place of the entry that
// replaces picks, if any. It fails with ErrForm when the file has another form
// than it should.
func Put(file string, data []byte, e Entry, replaces func(item *node.Node) bool) ([]byte, error) {
	if out := begun(file, data, e); out != nil {
		return out, nil
	}
	list, err := read(file, data)
	if err != nil {
		return nil, err
	}
	t := &text{data: data, starts: node.LineStarts(data), newline: "\n", json: strings.HasSuffix(strings.ToLower(file), ".json")}
	if bytes.Contains(data, []byte("\r\n")) {
		t.newline = "\r\n"
	}
	want := slices.Clone(list.Value.Items)
	at := slices.IndexFunc(want, replaces)
	var attempts [][]byte
	if at >= 0 {
		attempts = [][]byte{t.revised(want[at], e), t.replaced(want[at], e)}
	} else {
		at = len(want)
		want = append(want, nil)
		attempts = [][]byte{t.appended(list, e)}
	}
	for _, out := range attempts {
		if out != nil && says(file, out, want, at, e) {
			return out, nil
		}
	}
	return nil, fmt.Errorf("%s: %w; add the entry by hand:\n%s", file, ErrForm, block(e, "  ", "\n"))
}

// begun puts the list into a file that holds nothing yet but comments.
func begun(file string, data []byte, e Entry) []byte {
	documents, problems, _ := node.Parse(file, data, node.Limits{})
	if len(documents)+len(problems) > 0 || strings.HasSuffix(strings.ToLower(file), ".json") {
		return nil
	}
	out := slices.Clone(data)
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	out = append(out, listKey+":\n"+block(e, "  ", "\n")...)
	if !says(file, out, []*node.Node{nil}, 0, e) {
		return nil
	}
	return out
}

// read finds the list of decisions in a file.
func read(file string, data []byte) (*node.Field, error) {
	documents, problems, _ := node.Parse(file, data, node.Limits{})
	if len(problems) > 0 {
		return nil, fmt.Errorf("%s: %w: %s", problems[0].Location, ErrForm, problems[0].Message.EN)
	}
	for _, d := range documents {
		if f := d.Field(listKey); f != nil && (f.Value.Kind == node.Array || f.Value.Kind == node.Null) {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%s: %w: it has no list %q", file, ErrForm, listKey)
}

// says tells whether a file holds the items that it should, the one at index
// being the decision.
func says(file string, data []byte, want []*node.Node, index int, e Entry) bool {
	list, err := read(file, data)
	if err != nil || len(list.Value.Items) != len(want) {
		return false
	}
	for i, item := range want {
		is := list.Value.Items[i]
		if i == index && !holds(is, e) || i != index && !equal(is, item) {
			return false
		}
	}
	return true
}

func holds(item *node.Node, e Entry) bool {
	members := e.members()
	if item.Kind != node.Object || len(item.Fields) != len(members) {
		return false
	}
	for _, m := range members {
		kind := node.String
		if m.key == "dropped" {
			kind = node.Bool
		}
		if v := item.Get(m.key); v == nil || v.Kind != kind || v.Text != m.value {
			return false
		}
	}
	return true
}

func equal(a, b *node.Node) bool {
	return a.Kind == b.Kind && a.Text == b.Text && slices.EqualFunc(a.Items, b.Items, equal) &&
		slices.EqualFunc(a.Fields, b.Fields, func(f, g node.Field) bool { return f.Key == g.Key && equal(f.Value, g.Value) })
}
