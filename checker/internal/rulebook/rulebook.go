// Package rulebook writes what there is to read about rules: a page for each
// and an index, in Markdown, made from their METADATA and from what the real
// checker prints for their examples.
package rulebook

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/ruletest"
)

//go:embed *.tmpl
var templates embed.FS

var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"join": strings.Join, "cell": cell, "fence": fence,
	}).ParseFS(templates, "*.tmpl"))
})

// page is what the page of a rule shows.
type page struct {
	*checker.Explanation
	ClassMeaning, Population string
	Evidence                 []string
	Good, Bad                []example
}

// example is an example with what the checker prints of the rule.
type example struct {
	checker.Example
	Output string
}

// Page writes the page of a rule.
func Page(ctx context.Context, library *checker.Library, e *checker.Explanation) ([]byte, error) {
	p := page{Explanation: e, ClassMeaning: ClassMeanings[e.Class], Population: Population(e)}
	carried := map[string]bool{}
	for _, x := range e.Examples {
		if x.Expect == nil {
			p.Good = append(p.Good, example{Example: x})
			continue
		}
		r, err := ruletest.Check(ctx, library, x.Facts, false)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", e.ID, x.Title, err)
		}
		out, err := output(r, e.ID, carried)
		if err != nil {
			return nil, err
		}
		p.Bad = append(p.Bad, example{x, out})
	}
	p.Evidence = slices.Sorted(maps.Keys(carried))
	return render("page.md.tmpl", p)
}

// output gives what the text report says of the rule alone, and notes what its
// evidence carries.
func output(r *checker.Report, rule string, carried map[string]bool) (string, error) {
	alone := *r
	alone.Rules, alone.Notices, alone.Findings = nil, nil, nil
	alone.Summary = finding.Summary{Findings: map[finding.Severity]int{}}
	for _, f := range r.Findings {
		if f.Rule == rule {
			alone.Findings = append(alone.Findings, f)
			carries(f.Evidence, carried)
		}
	}
	var b bytes.Buffer
	if err := (report.Text{Lang: "en"}).Write(&b, &alone); err != nil {
		return "", err
	}
	// The summary line counts what was left out above.
	text := strings.TrimRight(b.String(), "\n")
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		text = strings.TrimRight(text[:i], "\n")
	}
	return text, nil
}

// carries notes the parts of evidence that a finding fills.
func carries(e *finding.Evidence, into map[string]bool) {
	if e == nil {
		return
	}
	for _, o := range e.Operands {
		into["operands: `"+o.Role+"`"] = true
	}
	for part, filled := range map[string]bool{
		"`computed`": e.Computed != nil, "`reported`": e.Reported != nil, "`deviation`": e.Deviation != "",
		"`missing`": len(e.Missing) > 0, "`worlds`": e.Worlds != nil, "`explanations`": len(e.Explanations) > 0,
	} {
		if filled {
			into[part] = true
		}
	}
	for name := range e.Params {
		into["`params."+name+"`"] = true
	}
}

func render(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := pages().ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// cell makes a text fit a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;").Replace(strings.TrimSpace(text))
}

// fence puts a text between fences that it does not hold itself.
func fence(language, text string) string {
	marks := "```"
	for strings.Contains(text, marks) {
		marks += "`"
	}
	return marks + language + "\n" + strings.TrimRight(text, "\n") + "\n" + marks
}
