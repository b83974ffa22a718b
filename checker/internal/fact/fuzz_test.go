package fact

import (
	"os"
	"testing"

	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// FuzzBuild builds whatever can be parsed, as if it were valid: no input may
// make the checker fall over.
func FuzzBuild(f *testing.F) {
	rich, err := os.ReadFile("testdata/rich.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(rich)
	for _, seed := range []string{
		"source: s\ntables: {t: {foot: [{}, {total: {table: t}}], crossFoot: [{}], rows: {r: {}}}}",
		"source: [s]\nplans: {p: {measures: {m: {weight: [1]}}}}\nreferences: {r: 1}",
		"sources: 1\n---\nconcepts: {c: 1}\n---\nentities: {e: {offices: [1], fiscalYearEnd: [1]}}",
		"source: s\nrelations: {r: {sum: {total: {}, parts: [[]]}}}\nquantities: {q: 5, r: null, x: {selector: 1, dimensions: 2, scale: x}}",
		"dispositions: {a: b}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		roots, _, _ := node.Parse("f.yaml", data, node.Limits{FileBytes: 1 << 16, Nodes: 1 << 12})
		var docs []load.Document
		for _, root := range roots {
			for _, kind := range []load.Kind{load.Sources, load.Entities, load.Concepts, load.Dispositions, load.Facts} {
				docs = append(docs, load.Document{File: "f.yaml", Kind: kind, Root: root})
			}
		}
		c, problems := Build(docs, nil, false)
		for _, p := range problems {
			if p.Message.EN == "" || p.Message.JA == "" || p.Rule == "" {
				t.Errorf("a finding says nothing: %+v", p)
			}
		}
		n := 0
		for _, s := range c.Sources {
			for _, fact := range s.Facts {
				n++
				if c.Fact(fact.ID) != fact {
					t.Errorf("%s is not found by its id", fact.ID)
				}
				c.Label(fact)
			}
		}
		if n != c.Len() {
			t.Errorf("%d facts in the sources, %d by id", n, c.Len())
		}
	})
}
