package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// plotFile is where the plot stands, relative to the page that shows it.
const plotFile = "images/speed.svg"

// deliver prints the tables, and writes them and the plot into the
// documentation if that is asked for.
func (o *options) deliver(out io.Writer, r *Result) error {
	var text strings.Builder
	for _, t := range r.tables() {
		text.WriteString(t.text() + "\n")
	}
	text.WriteString(strings.Join(r.conditions(), "\n") + "\n")
	if _, err := io.WriteString(out, text.String()); err != nil {
		return err
	}
	docs := filepath.Join(o.root, ".github", "docs")
	if !o.write {
		if o.out == "" {
			return nil
		}
		return drawn(filepath.Join(o.out, "speed.svg"), r)
	}
	if err := drawn(filepath.Join(docs, filepath.FromSlash(plotFile)), r); err != nil {
		return err
	}
	var page strings.Builder
	page.WriteString("![Time and memory of checkers by the number of facts, as in the tables below](" + plotFile + ")\n")
	for _, t := range r.tables() {
		page.WriteString("\n" + t.markdown())
	}
	page.WriteString("\n" + strings.Join(r.conditions(), " ") + "\n")
	return errors.Join(
		replace(filepath.Join(docs, "speed.md"), "comparison", page.String()),
		replace(filepath.Join(o.root, "README.md"), "ratios", r.ratios()),
	)
}

// tables are all that the result comes to.
func (r *Result) tables() []table {
	var all []table
	for _, s := range r.Sizes {
		all = append(all, costs(thousands(s.Facts)+" facts", s.Rows, rowConftest))
	}
	if len(r.Own) > 0 {
		all = append(all, costs("this repository's facts", r.Own, rowOwnOPA))
	}
	if targets := reach(r.targets()); len(targets.rows) > 0 {
		all = append(all, targets)
	}
	return all
}

// conditions says what the figures hang on.
func (r *Result) conditions() []string {
	var taken []string
	for _, s := range r.Sizes {
		runs := 0
		for _, row := range s.Rows {
			runs = max(runs, len(row.Runs))
		}
		taken = append(taken, fmt.Sprintf("%d at %s", runs, thousands(s.Facts)))
	}
	own := 0
	for _, row := range r.Own {
		own = max(own, len(row.Runs))
	}
	if own > 0 {
		taken = append(taken, fmt.Sprintf("%d on this repository's facts", own))
	}
	all := []string{fmt.Sprintf("Medians of runs (%s), taken by turns on %s, on %d cores, %s, %s.", strings.Join(taken, ", "), r.Day, r.Machine.Cores, r.Machine.System, r.Machine.Go)}
	for _, name := range slices.Sorted(maps.Keys(r.Versions)) {
		all = append(all, fmt.Sprintf("%s is %s.", name, r.Versions[name]))
	}
	for _, s := range r.Sizes {
		all = append(all, fmt.Sprintf("Of %s facts, %d are wrong by these rules and %d by all, and every row with figures found exactly those.", thousands(s.Facts), s.Planted, s.All))
	}
	targets := r.targets()
	if open := len(targets) - len(reach(targets).rows); open > 0 {
		all = append(all, fmt.Sprintf("%d of %d targets need other corpora or rows than these.", open, len(targets)))
	}
	if len(r.Unbuilt) > 0 {
		all = append(all, "Left out, since they could not be built: "+strings.Join(r.Unbuilt, ", ")+".")
	}
	return all
}

func drawn(file string, r *Result) error {
	var b bytes.Buffer
	if err := plot(&b, r); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

// replace puts text between the two comments of a page that name the part.
func replace(file, part, text string) error {
	page, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	begin, end := "<!-- "+part+" -->\n", "<!-- /"+part+" -->"
	before, rest, ok := strings.Cut(string(page), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return fmt.Errorf("%s has no place for it between %q and %q", file, strings.TrimSpace(begin), end)
	}
	return os.WriteFile(file, []byte(before+begin+"\n"+text+"\n"+end+after), 0o644)
}
