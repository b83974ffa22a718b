package figure

import (
	"os"
	"strings"
	"testing"
)

// docRows gives the rows of the tables under a heading of the published grammar,
// without their heads.
func docRows(t *testing.T, heading string) (table [][]string) {
	t.Helper()
	data, err := os.ReadFile("../../../.github/docs/figures.md")
	if err != nil {
		t.Fatal(err)
	}
	_, part, ok := strings.Cut(string(data), "\n## "+heading+"\n")
	if !ok {
		t.Fatalf("no heading %q", heading)
	}
	part, _, _ = strings.Cut(part, "\n## ")
	for line := range strings.Lines(part) {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		var cells []string
		for cell := range strings.SplitSeq(strings.Trim(line, "| \n"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		table = append(table, cells)
	}
	if len(table) < 8 {
		t.Fatalf("%d rows under %q", len(table), heading)
	}
	return table
}

func code(cell string) string { return strings.Trim(cell, "`") }

// The published table is what authors write facts by.
func TestDocsForms(t *testing.T) {
	for _, row := range docRows(t, "Forms") {
		f, err := Parse(code(row[0]))
		if err != nil || f.String() != code(row[1]) {
			t.Errorf("the docs have %s as %s, Parse gives %q, %v", row[0], row[1], f, err)
		}
	}
}

func TestDocsRefused(t *testing.T) {
	for _, row := range docRows(t, "Refused") {
		if f, err := Parse(code(row[0])); err == nil {
			t.Errorf("the docs refuse %s, Parse gives %q", row[0], f)
		}
	}
}

func TestDocsTokens(t *testing.T) {
	for _, row := range docRows(t, "Tokens of running text") {
		var got []string
		for _, s := range Find(code(row[0])) {
			words := "`" + s.Text + "` " + string(s.Figure.Kind)
			if s.Bracketed {
				words += ", bracketed"
			}
			got = append(got, words)
		}
		if joined := strings.Join(got, " · "); joined != row[1] {
			t.Errorf("the docs have %s as %s, Find gives %s", row[0], row[1], joined)
		}
	}
}
