package checker_test

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/schemas"
)

// against checks the facts in fsys and compares them with a base.
func against(t *testing.T, fsys fstest.MapFS, base checker.Base) *checker.Report {
	t.Helper()
	r, err := checker.Run(context.Background(), checker.Options{FS: fsys, AsOf: asOf, Base: &base})
	if err != nil {
		t.Fatalf("Run: %v", err)
	}
	return r
}

// TestBase compares this repository's facts with themselves, after a file was
// renamed and a relation deleted.
func TestBase(t *testing.T) {
	then := files(t, ownFacts)
	now := fstest.MapFS{}
	for name, file := range then {
		text := strings.ReplaceAll(string(file.Data), "\n  case-total-ch1:", "\n  case-total-as-new:")
		now[strings.Replace(name, "facts/ip", "facts/deep/ip", 1)] = &fstest.MapFile{Data: []byte(text)}
	}
	r := against(t, now, checker.Base{Name: "main", Commit: "abcd", FS: then})
	b := r.Baseline
	if b.Counts["new"] != 1 || b.Counts["changed"]+b.Counts["gone"] != 0 || b.Counts["unchanged"] != len(r.Findings)-1 || b.Unusable != nil {
		t.Errorf("want the sum under its new name to be new, and nothing else: %v", b.Counts)
	}
	dropped := droppedOf(r)
	if !slices.Contains(dropped, "arithmetic/sum ip-report/case-total-ch1") || slices.ContainsFunc(dropped, func(d string) bool {
		return !strings.HasSuffix(d, " ip-report/case-total-ch1")
	}) {
		t.Errorf("dropped are %q", dropped)
	}
	if r.Passes != nil {
		t.Error("checks that held are reported, though nobody asked")
	}
	conforms(t, jsonOf(t, r))
}

// TestBases compares with the facts as they stood and with the report on them,
// which must come to the same.
func TestBases(t *testing.T) {
	then := files(t, "cmd/tieout/testdata/bakery")
	now := fstest.MapFS{}
	for name, file := range then {
		text := strings.Replace(string(file.Data), "  by-product: {sum", "  by-shop: {sum", 1)
		now[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, "value: 40", "value: 41", 1))}
	}
	for _, base := range []checker.Base{{Name: "base", FS: then}, {Name: "base", Report: run(t, then, true)}} {
		r := against(t, now, base)
		if got := droppedOf(r); !slices.Contains(got, "arithmetic/sum report/by-product") {
			t.Errorf("dropped are %q", got)
		}
		if c := r.Baseline.Counts; c["new"] != 1 || c["unchanged"] != 1 || c["gone"] != 0 {
			t.Errorf("%v", c)
		}
		first := jsonOf(t, r)
		if !bytes.Equal(first, jsonOf(t, against(t, now, base))) {
			t.Error("two runs differ")
		}
		conforms(t, first)
	}
}

func droppedOf(r *checker.Report) []string {
	var list []string
	for _, d := range r.Baseline.Dropped {
		list = append(list, d.Rule+" "+d.Subject)
	}
	return list
}

// TestBaseWithoutFacts counts everything as new when the base has nothing to
// compare with, and says why.
func TestBaseWithoutFacts(t *testing.T) {
	now := files(t, "cmd/tieout/testdata/bakery")
	broken := fstest.MapFS{"facts/a.yaml": {Data: []byte("source: [a\n")}}
	for want, base := range map[string]fstest.MapFS{"no facts to compare with": {}, "facts/a.yaml:2:1": broken} {
		r := against(t, now, checker.Base{Name: "main", FS: base})
		if b := r.Baseline; b.Unusable == nil || !strings.Contains(b.Unusable.EN, want) || b.Unusable.JA == "" || b.Counts["new"] != len(r.Findings) {
			t.Errorf("%q: %+v", want, b)
		}
		conforms(t, jsonOf(t, r))
	}
}

func jsonOf(t *testing.T, r *checker.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (report.JSON{}).Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// conforms holds a report to its schema.
func conforms(t *testing.T, data []byte) {
	t.Helper()
	text, err := schemas.FS.ReadFile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	if err := jsonschema.MustCompileString("report.schema.json", string(text)).Validate(v); err != nil {
		t.Errorf("%#v", err)
	}
}
