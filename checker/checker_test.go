package checker_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/tieout/tieout/checker"
)

// asOf is the date of all test runs.
var asOf = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// run checks the folder "facts" of fsys.
func run(t *testing.T, fsys fs.FS, audit bool) *checker.Report {
	t.Helper()
	r, err := checker.Run(context.Background(), checker.Options{FS: fsys, AsOf: asOf, Audit: audit})
	if err != nil {
		t.Fatalf("Run: %v", err)
	}
	return r
}

// files reads the YAML files of a folder into memory, below facts/, and the
// lock of its anchors.
func files(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	names, err := fs.Glob(os.DirFS(dir), "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fact files in %s (%v)", dir, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(os.DirFS(dir), name)
		if err != nil {
			t.Fatal(err)
		}
		m["facts/"+name] = &fstest.MapFile{Data: data}
	}
	if lock, err := os.ReadFile(filepath.Join(dir, "anchors.lock")); err == nil {
		m["facts/anchors.lock"] = &fstest.MapFile{Data: lock}
	}
	return m
}

// byRule gives the findings of a rule.
func byRule(r *checker.Report, rule string) []checker.Finding {
	var found []checker.Finding
	for _, f := range r.Findings {
		if f.Rule == rule {
			found = append(found, f)
		}
	}
	return found
}

// operandIDs gives the ids of the facts that play role in a finding.
func operandIDs(f checker.Finding, roles ...string) []string {
	var ids []string
	for _, o := range f.Evidence.Operands {
		for _, role := range roles {
			if o.Role == role {
				ids = append(ids, o.Fact)
			}
		}
	}
	return ids
}
