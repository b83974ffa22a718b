package report

import (
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"sync"
)

//go:embed diff.html
var diffPage string

//go:embed diff.css
var diffStyle string

// diffTemplate is the page of a difference. What html/template escapes for the
// page, Escape has made visible before.
var diffTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("diff").Funcs(template.FuncMap{
		"visible": Escape, "sign": func(g diffGroup) string { return signs[g.State] },
	}).Parse(diffPage))
})

// writeDiffHTML prints a difference as one page that opens without a network
// and runs nothing: its policy allows its own style, by hash, and no more.
func writeDiffHTML(w io.Writer, v *diffView, _ Options) error {
	sum := sha256.Sum256([]byte(diffStyle))
	err := diffTemplate().Execute(w, struct {
		*diffView
		Style template.CSS
		Hash  string
	}{v, template.CSS(diffStyle), base64.StdEncoding.EncodeToString(sum[:])}) //nolint:gosec // The style is the program's own.
	if err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}
