package corpora

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
)

// Options say what a corpus is made of.
type Options struct {
	// Facts is the number of facts, as the checker counts them: every cell of a
	// table and every sum that it states is one.
	Facts int
	// Format is "yaml", the default, or "json". Both hold the same facts.
	Format string
	// Seed tells corpora of one size apart.
	Seed uint64
	// PerDocument is the number of facts a document; 0 means 200. The last one
	// holds what is left.
	PerDocument int
	// Broken adds errors of form, which leave facts out of the evaluation and
	// make the checker exit with 2.
	Broken bool
}

// Planted is a finding that the checker must make.
type Planted struct {
	// Rule, Case and Verdict are those of the finding, and Subject is what the
	// report names it by, alike in every format: together with the rule it is
	// what the finding's fingerprint is made of.
	Rule    string `json:"rule"`
	Case    string `json:"case,omitempty"`
	Verdict string `json:"verdict"`
	Subject string `json:"subject"`
	// File is the fact file or registry that the finding points into; where several
	// documents disagree, the one that is off. Its name begins below the folder of
	// the corpus.
	File string `json:"file"`
	// Facts are the full ids of the facts that are wrong or lack something, for
	// checkers that know no subjects; none where a registry is wrong.
	Facts []string `json:"facts,omitempty"`
	// Consequence marks what follows from the error planted before it.
	Consequence bool `json:"consequence,omitempty"`
}

// Write writes a corpus into the folder dir, which it makes, and gives what is
// planted in it, in the order of the documents. The fact files stand in
// dir/facts and the list also in dir/planted.json, so that dir can be checked
// as it stands. The same options give the same bytes. Errors are those of the
// file system, of ctx, and of options that make no sense.
func Write(ctx context.Context, dir string, o Options) ([]Planted, error) {
	o.PerDocument = cmp.Or(o.PerDocument, 200)
	o.Format = cmp.Or(o.Format, "yaml")
	if o.Facts < 1 || o.PerDocument < 1 {
		return nil, errors.New("a corpus has at least one fact, and so has a document")
	}
	if o.Format != "yaml" && o.Format != "json" {
		return nil, fmt.Errorf("unknown format %q", o.Format)
	}
	c := &corpus{
		Options: o, dir: dir, p: printer{json: o.Format == "json"}, used: map[string]bool{},
		documents: (o.Facts + o.PerDocument - 1) / o.PerDocument,
		whole:     o.Facts / o.PerDocument,
	}
	if err := os.MkdirAll(filepath.Join(dir, "facts"), 0o755); err != nil {
		return nil, err
	}
	if err := c.write(ctx); err != nil {
		return nil, err
	}
	return c.planted, c.list()
}

// corpus is a corpus that is being written.
type corpus struct {
	Options
	dir string
	p   printer
	// documents is the number of documents, whole that of those that are full.
	documents, whole int
	// used holds the concepts that figures have been given.
	used    map[string]bool
	planted []Planted
	// retired are concepts that stay in the registry though nothing uses them.
	retired []string
	// buf is used for one document after the other.
	buf []byte
}

func (c *corpus) write(ctx context.Context) error {
	sources, entities := c.registry("sources"), c.registry("entities")
	err := c.fill(ctx, sources, entities)
	err = errors.Join(err, sources.close(hosts), entities.close())
	if err != nil {
		return err
	}
	return c.concepts()
}

// fill writes the documents, each with its entries in the registries.
func (c *corpus) fill(ctx context.Context, sources, entities *registry) error {
	if err := entities.add(c.guild()); err != nil {
		return err
	}
	for i := range c.documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		d := c.document(i)
		d.compose()
		if err := errors.Join(sources.add(d.source()), entities.add(d.entities()...)); err != nil {
			return err
		}
		if err := c.save(d); err != nil {
			return err
		}
	}
	return nil
}

// file names the fact file of a document, by hundreds in folders where there
// are more.
func (c *corpus) file(document int) string {
	name := sourceID(document) + c.p.extension()
	if c.documents <= 100 {
		return path.Join("facts", name)
	}
	return path.Join("facts", fmt.Sprintf("%03d", document/100), name)
}

func (c *corpus) save(d *document) error {
	name := filepath.Join(c.dir, filepath.FromSlash(d.file))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	c.buf = d.print(c.buf[:0])
	return os.WriteFile(name, c.buf, 0o644)
}
