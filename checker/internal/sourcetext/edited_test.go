package sourcetext

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// paper writes a text of n lines with a figure on each, and their quotations.
func paper(n, seed int) (string, []Quotation) {
	var b strings.Builder
	var quotes []Quotation
	for i := range n {
		figure := fmt.Sprintf("%d,%03d", seed+i, 7*i%1000)
		fmt.Fprintf(&b, "item %d was %s\n", i, figure)
		quotes = append(quotes, Quotation{Line: i + 1, Exact: figure})
	}
	return b.String(), quotes
}

// An edited text is recognised by what still stands in it, named with both
// digests, and never taken for the registered one.
func TestEditedByQuotations(t *testing.T) {
	original, quotes := paper(20, 100)
	edited := "a new first line\n" + strings.Replace(original, "item 3 was", "item three was", 1)
	other, _ := paper(20, 500)
	dir := folder(t, map[string]string{"new.txt": edited, "other.txt": other})
	texts := search1(t, dir, map[string]Wanted{
		"budget": {SHA256: digest(original), Quotations: quotes},
		"gone":   {SHA256: digest("gone"), Quotations: []Quotation{{1, "12,345", 0}, {2, "23,456", 0}, {3, "34,567", 0}}},
	})
	c := texts.Changed()
	if len(c) != 1 || c[0].ID != "budget" || c[0].Path != "new.txt" || c[0].Stand != 20 || c[0].Named {
		t.Fatalf("changed %+v", c)
	}
	if texts.Get("budget") != nil {
		t.Error("facts would be verified against a text that is not registered")
	}
	if p, unique := texts.Edited("budget").Nearest(quotes[4].Line, quotes[4].Exact); p.Line != 6 || !unique {
		t.Errorf("the fifth figure now stands at %v", p)
	}
	f := texts.Findings()
	for _, part := range []string{digest(original), digest(edited), "new.txt", "20 of 20"} {
		if len(f) != 1 || f[0].Rule != RuleChanged || !strings.Contains(f[0].Message.EN, part) {
			t.Errorf("findings %+v do not name %s", f, part)
		}
	}
	if m := texts.Missing(); len(m) != 1 || m[0].ID != "gone" || texts.Edited("gone") != nil {
		t.Errorf("missing %+v", m)
	}
}

func TestNotTakenForAnEditedVersion(t *testing.T) {
	original, quotes := paper(20, 100)
	lines := strings.SplitAfter(original, "\n")
	var reversed strings.Builder
	for _, line := range slices.Backward(lines) {
		reversed.WriteString(line)
	}
	for name, content := range map[string]string{
		"half of it":           strings.Join(lines[:10], ""),
		"figures out of order": reversed.String(),
		"another paper":        "nothing of it",
	} {
		texts := search1(t, folder(t, map[string]string{"f.txt": content}),
			map[string]Wanted{"budget": {SHA256: digest(original), Quotations: quotes}})
		if len(texts.Changed()) != 0 || len(texts.Missing()) != 1 {
			t.Errorf("%s: %+v", name, texts.Changed())
		}
	}
	few := search1(t, folder(t, map[string]string{"f.txt": "1,605 60"}), map[string]Wanted{"budget": {
		SHA256: digest("x"), Quotations: []Quotation{{1, "1,605", 0}, {1, "1,605", 0}, {1, "60", 0}},
	}})
	if len(few.Changed()) != 0 {
		t.Error("one telling quotation is not enough")
	}
}

func TestEditedByName(t *testing.T) {
	dir := folder(t, map[string]string{"x/Budget.txt": "edited", "bakery.pdf": "%PDF-", "bare.txt": "text of bare"})
	texts := search1(t, dir, map[string]Wanted{
		"budget": {SHA256: digest("budget")},
		"bakery": {SHA256: digest("bakery")},
		"bare":   {},
	})
	c := texts.Changed()
	if len(c) != 2 || c[0].ID != "bakery" || c[0].Text != nil || !c[1].Named || c[1].Text == nil {
		t.Fatalf("changed %+v", c)
	}
	u := texts.Undigested()
	if len(u) != 1 || u[0].SHA256 != digest("text of bare") || u[0].Path != "bare.txt" {
		t.Errorf("undigested %+v", u)
	}
	if n := texts.Notices(); len(n) != 1 || !strings.Contains(n[0].Message.EN, "register sha256: "+digest("text of bare")) {
		t.Errorf("notices %+v", n)
	}
}

// A file is the edited version of one source at most: the one of which it
// keeps most.
func TestEditedOfOneSource(t *testing.T) {
	original, quotes := paper(20, 100)
	dir := folder(t, map[string]string{"f.txt": original})
	texts := search1(t, dir, map[string]Wanted{
		"a": {SHA256: digest("a"), Quotations: append(quotes[:12:12], Quotation{30, "9,999", 0})},
		"b": {SHA256: digest("b"), Quotations: quotes},
	})
	if c := texts.Changed(); len(c) != 1 || c[0].ID != "b" {
		t.Errorf("changed %+v", c)
	}
}

// Two searches give the same answer, message for message.
func TestSameAnswerTwice(t *testing.T) {
	original, quotes := paper(20, 100)
	files := map[string]string{"a.txt": original + "x", "b.txt": original + "y", "c.txt": "c", "d.txt": "c"}
	wanted := map[string]Wanted{}
	for i := range 10 {
		wanted[fmt.Sprintf("s%d", i)] = Wanted{SHA256: digest(original), Quotations: quotes}
	}
	wanted["c"] = Wanted{SHA256: digest("c")}
	dir := folder(t, files)
	first := search1(t, dir, wanted)
	for range 10 {
		if again := search1(t, dir, wanted); !reflect.DeepEqual(first, again) {
			t.Fatal("the answers differ")
		}
	}
}
