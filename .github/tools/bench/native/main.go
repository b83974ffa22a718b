// Native checks fact files by the rules of the comparison, written out in Go:
// what a program costs that does nothing but read JSON and look. It knows only
// as much of the form of fact files as the corpora use.
//
//	native FOLDER
//
// prints rule and subject, parted by a tab, for each error.
package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: native FOLDER"))
	}
	c, err := check(os.Args[1])
	if err != nil {
		fail(err)
	}
	var lines strings.Builder
	for _, f := range c.found {
		lines.WriteString(f.rule + "\t" + f.subject + "\n")
	}
	if _, err := os.Stdout.WriteString(lines.String()); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "native:", err)
	os.Exit(1)
}

// checker gathers what is found, and what rules need over all documents.
type checker struct {
	registries
	// bounding holds, by concept, those that cannot exceed it.
	bounding map[string][]string

	mu           sync.Mutex
	found        []finding
	same, bounds map[string]*shared
	distant      []distant
	// files holds where each source stands.
	files map[string]string
}

type finding struct{ rule, subject string }

// shared is what the figures of one key have in common: all that lies from low
// to high.
type shared struct{ low, high int64 }

// distant is a reference to a fact of another source.
type distant struct{ subject, to string }

// check reads the registries first, which the rules look into, and then the
// documents, by as many workers as there are processors.
func check(folder string) (*checker, error) {
	c := &checker{same: map[string]*shared{}, bounds: map[string]*shared{}, files: map[string]string{}}
	for _, name := range []string{"sources", "entities", "concepts"} {
		if err := decode(filepath.Join(folder, name+".json"), &c.registries); err != nil {
			return nil, err
		}
	}
	c.bounding = c.bounded()
	files := make(chan string)
	errs := make(chan error, runtime.GOMAXPROCS(0))
	for range cap(errs) {
		go func() {
			var first error
			for file := range files {
				if err := c.file(file); first == nil {
					first = err
				}
			}
			errs <- first
		}()
	}
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files <- name
		}
		return err
	})
	close(files)
	for range cap(errs) {
		if failed := <-errs; err == nil {
			err = failed
		}
	}
	if err == nil {
		err = c.join()
	}
	return c, err
}

func (c *checker) file(name string) error {
	d := new(document)
	if err := decode(name, d); err != nil || d.Source == "" {
		return err
	}
	d.source = c.Sources[d.Source]
	figures := d.figures()
	var found []finding
	report := func(rule, id string) { found = append(found, finding{rule, d.Source + "/" + id}) }
	d.check(c.registries, figures, report)
	g := c.gather(d, figures, report)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files[d.Source] = name
	c.found, c.distant = append(c.found, found...), append(c.distant, g.distant...)
	join(c.same, g.same)
	join(c.bounds, g.bounds)
	return nil
}

func decode(name string, into any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
