// Package starter begins a project: from the version to call it with, it makes
// the files of a folder that is checked as it stands. A made-up document, the
// facts drawn from it, the registries and the settings hold together, but for
// one figure that is left to be mended; a hook and a workflow hold them so.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"text/template"
)

//go:embed template
var templates embed.FS

// File is a file of the new project. Path is relative to its folder, with
// slashes. Optional tells that the rest is of use without it, so that one that
// is there already can stay.
type File struct {
	Path     string
	Data     []byte
	Optional bool
}

// Files are named apart from their templates, since some of the names mean
// something where the templates lie, too.
var files = []struct {
	path, template string
	optional       bool
}{
	{"documents/letter.txt", "letter.txt", false},
	{"facts/concepts.yaml", "concepts.yaml", false},
	{"facts/entities.yaml", "entities.yaml", false},
	{"facts/letter-2025.yaml", "letter-2025.yaml", false},
	{"facts/sources.yaml", "sources.yaml", false},
	{"tieout.yaml", "tieout.yaml", true},
	{".gitattributes", "gitattributes", true},
	{".github/workflows/facts.yml", "workflow.yml", true},
	{".pre-commit-config.yaml", "pre-commit.yaml", true},
}

// Project gives the files of a new project, whose hook and workflow call
// Tieout at ref: a tag, a commit or a branch of its repository.
func Project(ref string) ([]File, error) {
	list := make([]File, 0, len(files))
	for _, f := range files {
		text, err := fs.ReadFile(templates, "template/"+f.template)
		if err != nil {
			return nil, fmt.Errorf("begin a project: %w", err)
		}
		t, err := template.New(f.template).Delims("<<", ">>").Parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("begin a project: %w", err)
		}
		var b bytes.Buffer
		if err := t.Execute(&b, struct{ Ref string }{ref}); err != nil {
			return nil, fmt.Errorf("begin a project: %w", err)
		}
		list = append(list, File{Path: f.path, Data: b.Bytes(), Optional: f.optional})
	}
	return list, nil
}
