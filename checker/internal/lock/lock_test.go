package lock_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/lock"
)

var (
	sum    = strings.Repeat("0f", 32)
	digest = strings.Repeat("a1", 16)
)

// TestRoundTrip writes facts in the order of their ids and reads the same ones.
func TestRoundTrip(t *testing.T) {
	l := lock.New("facts/anchors.lock", []lock.Entry{
		{Fact: "s/b", Source: sum, Digest: digest}, {Fact: "s/a.x.1", Source: sum, Digest: digest},
	})
	text := string(l.Bytes())
	if i, j := strings.Index(text, "s/a.x.1 "+sum), strings.Index(text, "s/b "+sum); i < 0 || j < i {
		t.Errorf("not in the order of ids:\n%s", text)
	}
	read, problems := lock.Parse(l.File, []byte(text))
	if len(problems) > 0 || read.Len() != 2 || string(read.Bytes()) != text {
		t.Errorf("%v, %v", read, problems)
	}
	if e, ok := read.Entry("s/b"); !ok || e.Source != sum || e.Digest != digest || e.Line != 5 {
		t.Errorf("%+v, %v", e, ok)
	}
	if _, ok := read.Entry("s/c"); ok {
		t.Error("a fact that is not recorded is there")
	}
}

// TestBroken names each line that cannot be read, at its place, and reads the
// others: a broken merge must not pass for "never verified".
func TestBroken(t *testing.T) {
	good := "s/a " + sum + " " + digest
	for name, test := range map[string]struct{ text, want, at string }{
		"no version":     {good + "\n", `the first line must be "version 1"`, "f:1:1"},
		"later version":  {"# x\nversion 2\n" + good, `version "2" of the lock file is not known`, "f:2:1"},
		"merge conflict": {"version 1\n<<<<<<< HEAD\n" + good, `not a line of a lock file: "<<<<<<< HEAD"`, "f:2:1"},
		"short digest":   {"version 1\ns/a " + sum + " a1\n", "not a line", "f:2:1"},
		"capital digest": {"version 1\ns/a " + strings.ToUpper(sum) + " " + digest, "not a line", "f:2:1"},
		"no source":      {"version 1\na " + sum + " " + digest, "not a line", "f:2:1"},
		"two blanks":     {"version 1\ns/a  " + sum + " " + digest, "not a line", "f:2:1"},
		"duplicate":      {"version 1\n" + good + "\n\n" + good + "\n", "s/a is already on line 2", "f:4:1"},
		"long line":      {"version 1\n" + strings.Repeat("x", 1<<20), "…", "f:2:1"},
		"bytes":          {"version 1\n\xff\x00\n", "not a line", "f:2:1"},
	} {
		_, problems := lock.Parse("f", []byte(test.text))
		if len(problems) != 1 || !strings.Contains(problems[0].Message.EN, test.want) || problems[0].Location.String() != test.at {
			t.Errorf("%s: %+v", name, problems)
			continue
		}
		if p := problems[0]; p.Rule != lock.RuleLock || p.Message.JA == "" || p.Help.JA == "" || len(p.Message.EN) > 300 {
			t.Errorf("%s: %+v", name, p)
		}
	}
	read, problems := lock.Parse("f", []byte("version 1\r\nbad\r\n"+good+"\r\n"))
	if read.Len() != 1 || len(problems) != 1 {
		t.Errorf("%v, %v", read, problems)
	}
	if _, problems := lock.Parse("f", []byte("version 1\n"+strings.Repeat("bad\n", 1000))); len(problems) != 10 {
		t.Errorf("%d problems", len(problems))
	}
}

// TestRead tells no file from one that cannot be read.
func TestRead(t *testing.T) {
	fsys := fstest.MapFS{"facts/anchors.lock": {Data: lock.New("", nil).Bytes()}}
	if l, problems := lock.Read(fsys, "facts/anchors.lock"); l == nil || len(problems) > 0 {
		t.Errorf("%v, %v", l, problems)
	}
	if l, problems := lock.Read(fsys, "other/anchors.lock"); l != nil || len(problems) > 0 {
		t.Errorf("%v, %v", l, problems)
	}
	for name, fsys := range map[string]fs.FS{"closed": closed{}, "folder": fstest.MapFS{"anchors.lock/x": {}}} {
		if _, problems := lock.Read(fsys, "anchors.lock"); len(problems) != 1 || problems[0].Location.String() != "anchors.lock" {
			t.Errorf("%s: %+v", name, problems)
		}
	}
	var none *lock.Lock
	if _, ok := none.Entry("s/a"); ok || none.Len() != 0 || none.Entries() != nil {
		t.Error("no lock holds something")
	}
}

type closed struct{}

func (closed) Open(string) (fs.File, error) { return nil, errors.New("closed") }

func FuzzParse(f *testing.F) {
	f.Add("version 1\ns/a " + sum + " " + digest + "\n")
	f.Add("# x\nversion 2\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, problems := lock.Parse("f", []byte(text))
		again, more := lock.Parse("f", l.Bytes())
		if len(more) > 0 || again.Len() != l.Len() {
			t.Errorf("%q (%d problems) does not come back: %v", text, len(problems), more)
		}
	})
}
