package coverage_test

import (
	"encoding/json"
	"testing"
)

// Whatever a text holds, every token is counted once, in one state and one
// section.
func FuzzMeasure(f *testing.F) {
	for _, text := range []string{page, "", "第1章\n１２円(注1)¹ ²\r\n", "http://a b://c 1://", "\u3000(注)1. x\n# 1\n", "1,60541566100-61963"} {
		f.Add(text, "1")
	}
	f.Fuzz(func(t *testing.T, text, exact string) {
		written, err := json.Marshal(exact)
		if err != nil || exact == "" || len([]rune(exact)) > 24 {
			t.Skip()
		}
		setAside := `[{lines: [1, 2], exact: ` + string(written) + `, reason: pageNumber}, {line: 3, reason: pageNumber}]`
		s, ok := tryMeasure(t, text, setAside, `quantities: {x: {concept: revenue, value: 1, selector: {line: 1, exact: `+string(written)+`}}}`)
		if !ok {
			t.Skip()
		}
		sum, lines := 0, 0
		for _, section := range s.Sections {
			sum += section.Tokens
			lines += section.Last - section.First + 1
		}
		c := s.Total
		if c.Tokens != len(s.Tokens) || sum != c.Tokens || c.Drawn+c.SetAside+c.Unaccounted != c.Tokens || c.Checked > c.Drawn || lines < 1 {
			t.Errorf("%q: %+v, %d in sections", text, c, sum)
		}
	})
}
