package figure

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"421", "約60%", "5億1万4千6百", "2025年3月31日", "more than 1,200 patents", "平成30123日"} {
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				_, _ = Parse(s)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	line := "第3回の税収は、2024年度に約60%増の1,605百万円(注2)となり、市の人口は前年の12分の1であった¹²。"
	for _, c := range []struct {
		name  string
		times int
	}{{"sentence", 1}, {"page", 20}, {"book", 2_000}} {
		text := strings.Repeat(line, c.times)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text)
			}
		})
	}
	for _, part := range hostile {
		for _, times := range []int{1_000, 10_000} {
			text := strings.Repeat(part, times)
			b.Run(fmt.Sprintf("hostile/%q/%d", part, times), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Find(text)
				}
			})
		}
	}
}
