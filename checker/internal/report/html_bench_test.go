package report_test

import (
	"io"
	"testing"

	"github.com/tieout/tieout/checker/internal/report"
)

func BenchmarkPage(b *testing.B) {
	for name, n := range map[string]int{"small": 10, "large": 1000, "many": 10_000} {
		r := thousands(n)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := (report.HTML{}).Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
