package accept

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

var (
	errUnknown   = errors.New("keyword is not known")
	errForm      = errors.New("keyword has a form that is not known")
	errRecursive = errors.New("definition refers to itself")
	errMissing   = errors.New("definition does not exist")
)

// annotations are the keywords that say nothing about which values are valid.
var annotations = []string{"title", "description", "examples", "default", "$comment"}

// atRoot are those that may stand beside them at the top of a file.
var atRoot = []string{"$schema", "$id", "$defs"}

const draft = "https://json-schema.org/draft/2020-12/schema"

const defsPrefix = "#/$defs/"

// top compiles the whole schema.
func (f *File) top() (*rule, error) {
	written := maps.Clone(f.root)
	for _, keyword := range atRoot {
		delete(written, keyword)
	}
	return f.compile(written)
}

func (f *File) definition(name string) (*rule, error) {
	if r, known := f.defs[name]; known {
		if r == nil {
			return nil, errRecursive
		}
		return r, nil
	}
	defs, _ := f.root["$defs"].(map[string]any)
	written, ok := defs[name]
	if !ok {
		return nil, fmt.Errorf("%w: %s", errMissing, name)
	}
	f.defs[name] = nil
	r, err := f.compile(written)
	if err != nil {
		delete(f.defs, name)
		return nil, err
	}
	f.defs[name] = r
	return r, nil
}

// compile makes a schema of what stands in the file.
func (f *File) compile(written any) (*rule, error) {
	switch written := written.(type) {
	case bool:
		return &rule{never: !written}, nil
	case map[string]any:
		return f.compileObject(written)
	}
	return nil, errForm
}

func (f *File) compileObject(written map[string]any) (*rule, error) {
	c := &compiler{file: f, rule: &rule{}}
	count := 0
	for _, keyword := range slices.Sorted(maps.Keys(written)) {
		if slices.Contains(annotations, keyword) {
			continue
		}
		read, known := keywords[keyword]
		if !known {
			return nil, fmt.Errorf("%w: %s", errUnknown, keyword)
		}
		if err := read(c, written[keyword]); err != nil {
			return nil, fmt.Errorf("%s: %w", keyword, err)
		}
		count++
	}
	if c.rule.object != nil {
		c.rule.object.settle()
	}
	if count == 1 && written["$ref"] != nil {
		// A reference alone is what it refers to.
		return c.rule.place.all[0], nil
	}
	return c.rule, nil
}

// reference gives what a $ref refers to, a definition of the same file.
func (f *File) reference(ref any) (*rule, error) {
	pointer, _ := ref.(string)
	name, ok := strings.CutPrefix(pointer, defsPrefix)
	if !ok || strings.ContainsAny(name, "/~%#") {
		return nil, fmt.Errorf("%w: %v", errForm, ref)
	}
	return f.definition(name)
}
