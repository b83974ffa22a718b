package sourcetext

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func BenchmarkHTML(b *testing.B) {
	var page strings.Builder
	page.WriteString("<table>")
	for i := range 10_000 {
		fmt.Fprintf(&page, "<tr><td>item %d</td><td><p>%d&nbsp;</p></td></tr>\n", i, i*i)
	}
	text := page.String()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := htmlLines(b.Context(), text, false, defaultLimits()); err != nil {
			b.Fatal(err)
		}
	}
}

// The four sources of a usual run.
func BenchmarkOpen(b *testing.B) {
	dir, wanted := b.TempDir(), map[string]Wanted{}
	for i := range 4 {
		content, quotes := paper(2000, 1000*i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), []byte(content), 0o644); err != nil {
			b.Fatal(err)
		}
		wanted[fmt.Sprint("s", i)] = Wanted{SHA256: digest(content), Quotations: quotes}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(b.Context(), dir, wanted); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlace(b *testing.B) {
	content, quotes := paper(5000, 100)
	lines, err := plainLines(b.Context(), content, defaultLimits())
	if err != nil {
		b.Fatal(err)
	}
	text := &Text{Lines: lines}
	b.ReportAllocs()
	for b.Loop() {
		for _, q := range quotes {
			if _, m := text.Place(q.Line, q.Exact, 0); m != nil {
				b.Fatal(m.Message().EN)
			}
		}
	}
}
