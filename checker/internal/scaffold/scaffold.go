// Package scaffold begins a new rule: from an id it makes the three files of
// a rule's folder, which pass their tests and examples as they stand, so that
// an author changes a rule that works instead of filling in blanks.
package scaffold

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"github.com/tieout/tieout/checker/internal/lazy"
)

//go:embed template
var templates embed.FS

// File is a file of the new rule. Path is relative to the folder of policies,
// with slashes.
type File struct {
	Path string
	Data []byte
}

// reID matches the ids that a rule may have: FAMILY/NAME.
var reID = lazy.Regexp(`^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// maxID bounds an id, which becomes names of folders and files.
const maxID = 80

// IDError says that an id cannot be that of a rule.
type IDError struct{ ID string }

func (e *IDError) Error() string {
	return fmt.Sprintf("%q is no id of a rule; write FAMILY/NAME in lower-case letters, digits and hyphens", e.ID)
}

// Rule gives the files of a new rule, ordered by path. The error is an
// *IDError.
func Rule(id string) ([]File, error) {
	if !reID().MatchString(id) || len(id) > maxID {
		return nil, &IDError{id}
	}
	name := path.Base(id)
	values := map[string]string{"ID": id, "Name": name, "Package": strings.NewReplacer("/", ".", "-", "_").Replace(id)}
	var files []File
	for _, suffix := range []string{".rego", ".yaml", "_test.rego"} {
		text, err := fs.ReadFile(templates, "template/rule"+suffix)
		if err != nil {
			return nil, err
		}
		t, err := template.New(suffix).Delims("<<", ">>").Parse(string(text))
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := t.Execute(&b, values); err != nil {
			return nil, err
		}
		files = append(files, File{Path: path.Join("rules", id, name+suffix), Data: b.Bytes()})
	}
	return files, nil
}
