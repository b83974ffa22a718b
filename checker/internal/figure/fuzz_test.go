package figure

import "testing"

func FuzzParse(f *testing.F) {
	for _, file := range []string{"testdata/forms.txt", "testdata/refusals.txt"} {
		for _, row := range rows(f, file) {
			f.Add(row[0])
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		figure, err := Parse(s)
		if err != nil {
			return
		}
		if figure.Kind == "" || figure.Kind == Unknown || figure.Kind == Name {
			t.Fatalf("%q has kind %q", s, figure.Kind)
		}
		_ = figure.String()
		_ = figure.Scaled()
		if low, high := figure.Bounds(); low != nil && low.Cmp(high) >= 0 {
			t.Fatalf("%q falls: %s", s, figure)
		}
		for _, lang := range []string{"ja", "en"} {
			printed := figure.Print(lang)
			again, err := Parse(printed)
			if len([]rune(printed)) <= MaxLength && (err != nil || !again.Equal(figure)) {
				t.Fatalf("%q (%s) prints as %q, which reads as %s, %v", s, figure, printed, again, err)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, file := range []string{"testdata/find.txt", "testdata/forms.txt", "testdata/refusals.txt"} {
		for _, row := range rows(f, file) {
			f.Add(row[0])
		}
	}
	f.Fuzz(func(t *testing.T, line string) {
		spans := Find(line)
		check(t, line, spans)
		for _, s := range spans {
			_ = s.Figure.String()
		}
	})
}

func FuzzHeader(f *testing.F) {
	for _, seed := range []string{"(単位:百万円)", "千台", "in millions of yen", "$ thousands", "%"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if h, err := ParseHeader(s); err == nil && (h.Scale < 0 || h.Scale > 40) {
			t.Fatalf("%q has scale %d", s, h.Scale)
		}
	})
}
