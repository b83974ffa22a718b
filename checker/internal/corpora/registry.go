package corpora

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// registry is the file of one, written as its entries come.
type registry struct {
	file *os.File
	out  *bufio.Writer
	s    section
	err  error
}

func (c *corpus) registry(name string) *registry {
	r := &registry{s: section{p: c.p}}
	if r.file, r.err = os.Create(filepath.Join(c.dir, "facts", name+c.p.extension())); r.err != nil {
		return r
	}
	r.out = bufio.NewWriter(r.file)
	r.s.buf = head(nil, c.p, name)
	if c.p.json {
		r.s.buf = append(r.s.buf, "{\n"...)
	}
	r.s.open(name)
	return r
}

// head is the line by which an editor knows a file's schema.
func head(buf []byte, p printer, schema string) []byte {
	if p.json {
		return buf
	}
	return append(buf, "# yaml-language-server: $schema=https://tieout.dev/schemas/"+schema+".schema.json\n"...)
}

func (r *registry) add(entries ...field) error {
	if r.err != nil {
		return r.err
	}
	for _, e := range entries {
		r.s.entry(e.key, e.value)
	}
	_, r.err = r.out.Write(r.s.buf)
	r.s.buf = r.s.buf[:0]
	return r.err
}

// close ends the file, with further entries beside the registry.
func (r *registry) close(beside ...field) error {
	if r.file == nil {
		return r.err
	}
	r.s.shut()
	err := r.add(beside...)
	if r.s.p.json && err == nil {
		_, err = r.out.WriteString("\n}\n")
	}
	if err == nil {
		err = r.out.Flush()
	}
	if shut := r.file.Close(); err == nil {
		err = shut
	}
	return err
}

// concepts writes the registry of those that were used, and of those that are
// planted because they are not.
func (c *corpus) concepts() error {
	r := c.registry("concepts")
	for _, id := range slices.Sorted(maps.Keys(c.used)) {
		if err := r.add(field{id, known[id].entry()}); err != nil {
			break
		}
	}
	for _, id := range c.retired {
		if err := r.add(field{id, object{{"labels", object{{"en", "Tolls, no longer collected"}}}, {"unit", "USD"}, {"periodType", "duration"}}}); err != nil {
			break
		}
	}
	return r.close()
}

// list writes what is planted.
func (c *corpus) list() error {
	f, err := os.Create(filepath.Join(c.dir, "planted.json"))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	_, err = out.WriteString("[\n")
	for i, p := range c.planted {
		if i > 0 && err == nil {
			_, err = out.WriteString(",")
		}
		if err == nil {
			err = enc.Encode(p)
		}
	}
	if err == nil {
		_, err = out.WriteString("]\n")
	}
	if err == nil {
		err = out.Flush()
	}
	if shut := f.Close(); err == nil {
		err = shut
	}
	return err
}
