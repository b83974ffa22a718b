package figure

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/number"
)

// String writes all that a figure says, for tests and for people who ask what
// was understood: "number 567 scale=3 counter=株 [about upTo]". What is empty
// or zero is left out.
func (f Figure) String() string {
	parts := []string{string(f.Kind)}
	add := func(format string, value any) { parts = append(parts, fmt.Sprintf(format, value)) }
	switch {
	case f.Value != nil:
		add("%s", number.Text(f.Value))
	case f.Lower != nil && f.Upper != nil:
		add("%s", number.Text(f.Lower)+".."+number.Text(f.Upper))
	case f.Date != "":
		add("%s", f.Date)
	}
	for i, n := range f.Numbers {
		if i == 0 {
			add("%d", n)
			continue
		}
		parts[len(parts)-1] += fmt.Sprintf(",%d", n)
	}
	if f.Decimals != 0 {
		add("decimals=%d", f.Decimals)
	}
	if f.Scale != 0 {
		add("scale=%d", f.Scale)
	}
	for _, word := range []struct{ name, text string }{
		{"unit", f.Unit}, {"counter", f.Counter}, {"noun", f.Noun}, {"era", f.Era},
	} {
		if word.text != "" {
			add("%s", word.name+"="+word.text)
		}
	}
	if f.Fiscal {
		parts = append(parts, "fiscal")
	}
	if len(f.Qualifiers) > 0 {
		words := make([]string, len(f.Qualifiers))
		for i, q := range f.Qualifiers {
			words[i] = string(q)
		}
		add("[%s]", strings.Join(words, " "))
	}
	return strings.Join(parts, " ")
}
