package decide_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/decide"
	"github.com/tieout/tieout/checker/internal/node"
)

var entry = decide.Entry{
	Fingerprint: "abcdef012345", Status: "accepted", Reason: `Said "no": see page 3.`, Owner: "経理部", Date: "2026-01-01",
	Expires: "2026-06-30", Evidence: "0123456789",
}

const written = `  - fingerprint: abcdef012345
    status: accepted
    reason: "Said \"no\": see page 3."
    owner: 経理部
    date: 2026-01-01
    expires: 2026-06-30
    evidence: "0123456789"
`

func none(*node.Node) bool { return false }

// of picks the entries with a fingerprint.
func of(fingerprint string) func(*node.Node) bool {
	return func(item *node.Node) bool { return item.Str("fingerprint") == fingerprint }
}

// TestNew begins a file that editors and the checker know.
func TestNew(t *testing.T) {
	want := "# yaml-language-server: $schema=../s.json\ndispositions:\n" + written
	if got := string(decide.New("../s.json", entry)); got != want {
		t.Errorf("got\n%s", got)
	}
}

const others = `# Decisions of the year.
dispositions:
  # The flyer.
  - fingerprint: aaaaaaaa   # of the flyer
    status: disputed
    reason: >
      The publisher has not
      answered yet.
    owner: B
    date: 2025-12-01
  - {fingerprint: bbbbbbbb, status: accepted, reason: It is so., owner: B, date: 2025-12-01} # short
# The end.
`

// TestPut keeps every byte of a file but for the entry.
func TestPut(t *testing.T) {
	unindented := strings.ReplaceAll(written, "\n  ", "\n")[2:]
	flow := `{"fingerprint": "abcdef012345", "status": "accepted", "reason": "Said \"no\": see page 3.", "owner": "経理部", "date": "2026-01-01", "expires": "2026-06-30", "evidence": "0123456789"}`
	for name, c := range map[string]struct{ file, before, after string }{
		"behind the last":   {"d.yaml", others, strings.Replace(others, "# The end", written+"# The end", 1)},
		"no indentation":    {"d.yaml", "dispositions:\n- {fingerprint: bbbbbbbb}\n", "dispositions:\n- {fingerprint: bbbbbbbb}\n" + unindented},
		"no last line end":  {"d.yaml", "dispositions:\n  - {fingerprint: bbbbbbbb}", "dispositions:\n  - {fingerprint: bbbbbbbb}\n" + written},
		"an empty list":     {"d.yaml", "dispositions: []\n# end\n", "dispositions: \n" + written + "# end\n"},
		"no list yet":       {"d.yaml", "dispositions:  # none\n", "dispositions:  # none\n" + written},
		"only comments":     {"d.yaml", "# none yet", "# none yet\ndispositions:\n" + written},
		"in brackets":       {"d.yaml", "dispositions: [{fingerprint: bbbbbbbb},]\n", "dispositions: [{fingerprint: bbbbbbbb}, " + flow + ",]\n"},
		"JSON":              {"d.json", "{\"dispositions\": [{\"fingerprint\": \"bbbbbbbb\"}]}\n", "{\"dispositions\": [{\"fingerprint\": \"bbbbbbbb\"}, " + flow + "]}\n"},
		"JSON, empty":       {"d.json", "{\"dispositions\": []}", "{\"dispositions\": [" + flow + "]}"},
		"Windows":           {"d.yaml", strings.ReplaceAll(others, "\n", "\r\n"), strings.ReplaceAll(strings.Replace(others, "# The end", written+"# The end", 1), "\n", "\r\n")},
		"a byte-order mark": {"d.yaml", "\ufeffdispositions:\n  - {fingerprint: bbbbbbbb}\n", "\ufeffdispositions:\n  - {fingerprint: bbbbbbbb}\n" + written},
		"among documents":   {"d.yaml", "source: a\n---\ndispositions:\n  - {fingerprint: bbbbbbbb}\n---\nsource: b\n", "source: a\n---\ndispositions:\n  - {fingerprint: bbbbbbbb}\n" + written + "---\nsource: b\n"},
		"dash on its own":   {"d.yaml", "dispositions:\n  -\n    fingerprint: bbbbbbbb\n", "dispositions:\n  -\n    fingerprint: bbbbbbbb\n" + written},
	} {
		got, err := decide.Put(c.file, []byte(c.before), entry, none)
		if err != nil || string(got) != c.after {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, c.after)
		}
	}
}

// TestPutInPlace writes the members that differ anew, and leaves the comments
// between them.
func TestPutInPlace(t *testing.T) {
	e := entry
	e.Fingerprint = "aaaaaaaa"
	want := strings.Replace(others, `  - fingerprint: aaaaaaaa   # of the flyer
    status: disputed
    reason: >
      The publisher has not
      answered yet.
    owner: B
    date: 2025-12-01
`, `  - fingerprint: aaaaaaaa   # of the flyer
    status: accepted
    reason: "Said \"no\": see page 3."
    owner: 経理部
    date: 2026-01-01
    expires: 2026-06-30
    evidence: "0123456789"
`, 1)
	got, err := decide.Put("d.yaml", []byte(others), e, of("aaaaaaaa"))
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	e.Fingerprint, e.Dropped = "bbbbbbbb", true
	got, err = decide.Put("d.yaml", []byte(others), e, of("bbbbbbbb"))
	if err != nil || !strings.Contains(string(got), `  - {"fingerprint": "bbbbbbbb", "dropped": true, "status": "accepted"`) || !strings.HasSuffix(string(got), "} # short\n# The end.\n") {
		t.Errorf("%v\n%s", err, got)
	}
	const more = "dispositions:\n  - fingerprint: cccccccc\n    approver: C   # gone\n    # kept\n    status: accepted\n    reason: It is so.\n    owner: B\n    date: 2025-12-01\n    evidence: ab\n"
	got, err = decide.Put("d.yaml", []byte(more), decide.Entry{Fingerprint: "cccccccc", Status: "accepted", Reason: "It is not so.", Owner: "B", Date: "2025-12-02"}, of("cccccccc"))
	const less = "dispositions:\n  - fingerprint: cccccccc\n    # kept\n    status: accepted\n    reason: It is not so.\n    owner: B\n    date: 2025-12-02\n"
	if err != nil || string(got) != less {
		t.Errorf("%v\n%s", err, got)
	}
}

// TestScalars survive every reader of YAML.
func TestScalars(t *testing.T) {
	for _, reason := range []string{
		"yes", "null", "Plain words.", "- dash", "a: b", "a #b", "'quoted'", "1e5", "12", "~", "*alias", "&anchor", "!tag", "%dir", "@at", "`tick`",
		"trailing ", "日本語の理由。", "[list]", "{map}", "<<", "=", "2026-01-01", "0x1f", "1_000", "\\n", "e", "on", "?", "| x", "> y", "a\u00a0b",
	} {
		e := entry
		e.Reason, e.Fingerprint = reason, "123456789012"
		out, err := decide.Put("d.yaml", decide.New("s", e), entry, none)
		if err != nil {
			t.Errorf("%q: %v", reason, err)
			continue
		}
		documents, problems, _ := node.Parse("d.yaml", out, node.Limits{})
		if len(problems) > 0 {
			t.Fatalf("%q: %v", reason, problems)
		}
		first := documents[0].Get("dispositions").Items[0]
		if v := first.Get("reason"); v.Text != reason || v.Kind != node.String && reason != "2026-01-01" || first.Get("fingerprint").Kind != node.String {
			t.Errorf("%q is read as %q (%v)", reason, v.Text, v.Kind)
		}
	}
}

// TestUneditable gives a file up rather than spoil it, and says what to write.
func TestUneditable(t *testing.T) {
	for name, text := range map[string]string{
		"broken":         "dispositions: [\n",
		"no list":        "source: a\n",
		"another form":   "dispositions: {a: b}\n",
		"an anchor":      "x: &a [{fingerprint: bbbbbbbb}]\ndispositions: *a\n",
		"a shared entry": "dispositions:\n  - &a {fingerprint: bbbbbbbb}\n  - *a\n  - fingerprint: [\n",
	} {
		_, err := decide.Put("d.yaml", []byte(text), entry, none)
		if !errors.Is(err, decide.ErrForm) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzPut never spoils a file: every byte of it stays, whatever its form.
func FuzzPut(f *testing.F) {
	f.Add(others, 0)
	f.Add("dispositions: [{a: b}, ]", 1)
	f.Add("dispositions:\n- a: |+\n    b\n\n- c: d", 0)
	if script, err := os.ReadFile("../../cmd/tieout/testdata/script/dispose_writes.txtar"); err == nil {
		f.Add(string(script), 0)
	}
	f.Fuzz(func(t *testing.T, text string, replace int) {
		i := -1
		out, err := decide.Put("d.yaml", []byte(text), entry, func(*node.Node) bool { i++; return replace > 0 && i == replace-1 })
		if err != nil || replace > 0 {
			return
		}
		same, rest := 0, 0
		for same < len(text) && text[same] == out[same] {
			same++
		}
		for rest < len(text)-same && text[len(text)-1-rest] == out[len(out)-1-rest] {
			rest++
		}
		// Only the brackets of an empty list may go.
		if lost := text[same : len(text)-rest]; strings.Trim(lost, "[] \t\r\n") != "" {
			t.Errorf("%q is lost", lost)
		}
	})
}
