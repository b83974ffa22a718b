package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// table is a table of words; all columns but the first are aligned to the
// right if numbers says so.
type table struct {
	head    []string
	rows    [][]string
	numbers bool
}

// text gives the table in columns.
func (t table) text() string {
	var w strings.Builder
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range append([][]string{t.head}, t.rows...) {
		var line strings.Builder
		for i, cell := range row {
			blank := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i > 0 {
				line.WriteString("  ")
			}
			if i > 0 && t.numbers {
				line.WriteString(blank + cell)
			} else {
				line.WriteString(cell + blank)
			}
		}
		w.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return w.String()
}

// markdown gives the table for a page.
func (t table) markdown() string {
	var w strings.Builder
	rule := make([]string, len(t.head))
	for i := range rule {
		rule[i] = "---"
		if i > 0 && t.numbers {
			rule[i] = "--:"
		}
	}
	for _, row := range append([][]string{t.head, rule}, t.rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = strings.NewReplacer("|", `\|`, "\n", " ").Replace(cell)
		}
		w.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	return w.String()
}

// costs is the table of a corpus. Its ratios are to conftest, as far as it was
// measured.
func costs(title string, rows []Row, than string) table {
	t := table{head: []string{title, "wall s", "CPU s", "peak MB", "times as fast", "memory"}, numbers: true}
	base, compared := row(rows, than)
	for _, r := range rows {
		if len(r.Runs) == 0 {
			t.rows = append(t.rows, []string{r.Name, "failed", "", "", "", ""})
			continue
		}
		u := r.Median()
		line := []string{r.Name, digits(u.Wall.Seconds()), digits(u.CPU.Seconds()), megabytes(u.Peak), "", ""}
		if compared && r.Row != than {
			line[4], line[5] = times(wall(base)/wall(u)), times(memory(u)/memory(base))
		}
		t.rows = append(t.rows, line)
	}
	return t
}

// thousands writes a number of facts as people say it.
func thousands(n int) string {
	switch {
	case n >= million && n%million == 0:
		return fmt.Sprintf("%dM", n/million)
	case n >= 1000 && n%1000 == 0:
		return fmt.Sprintf("%dk", n/1000)
	}
	return fmt.Sprint(n)
}

// reach is the table of the targets that were measured.
func reach(targets []target) table {
	t := table{head: []string{"what", "to reach", "measured", "holds"}}
	for _, g := range targets {
		if g.state == unmeasured {
			continue
		}
		t.rows = append(t.rows, []string{g.what, g.need, g.measured, g.state})
	}
	return t
}

func times(ratio float64) string { return digits(ratio) + "×" }

// digits keeps three digits, which is more than runs agree in.
func digits(f float64) string {
	switch {
	case f >= 100:
		return fmt.Sprintf("%.0f", f)
	case f >= 10:
		return fmt.Sprintf("%.1f", f)
	case f >= 1:
		return fmt.Sprintf("%.2f", f)
	}
	return fmt.Sprintf("%.3f", f)
}

func megabytes(n int64) string { return fmt.Sprint((n + 1<<19) >> 20) }
