package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wrong is a mistake and all that is said of it, each as "line:column message".
type wrong struct {
	name, content string
	en, ja        []string
}

// entry puts one entry into a section of a fact file, on its third line.
func entry(section, text string) string { return "source: a\n" + section + ":\n  " + text + "\n" }

// Every mistake is told once, at its place, with what to do about it.
func TestMessages(t *testing.T) {
	for _, c := range slices.Concat(valueMistakes, fieldMistakes, boundMistakes, registryMistakes) {
		t.Run(c.name, func(t *testing.T) {
			var en, ja []string
			for _, f := range validated(t, c.content).Findings {
				place := fmt.Sprintf("%d:%d ", f.Location.Start.Line, f.Location.Start.Column)
				en, ja = append(en, place+f.Message.EN), append(ja, f.Message.JA)
				if f.Case != f.Evidence.Params["keyword"] {
					t.Errorf("case %q, keyword %q", f.Case, f.Evidence.Params["keyword"])
				}
				if f.Help.EN == "" {
					t.Errorf("%q comes without help", f.Message.EN)
				}
			}
			if !slices.Equal(en, c.en) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(en, "\n"), strings.Join(c.en, "\n"))
			}
			if !slices.Equal(ja, c.ja) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(ja, "\n"), strings.Join(c.ja, "\n"))
			}
		})
	}
}
