package validate_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/validate"
)

// Whatever a file holds, validation ends without a panic, and whatever it
// finds has a place and a sentence in both languages.
func FuzzDocuments(f *testing.F) {
	for _, name := range []string{"testdata/budget.yaml", "testdata/registries.yaml"} {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content))
	}
	for _, mistakes := range [][]wrong{valueMistakes, fieldMistakes, boundMistakes, registryMistakes} {
		for _, m := range mistakes {
			f.Add(m.content)
		}
	}
	f.Add("source: a\nquantities: {\"a/b~c%20\": {\"%\": {}, value: 1e400}}\n")
	f.Fuzz(func(t *testing.T, content string) {
		fsys := fstest.MapFS{"f.yaml": &fstest.MapFile{Data: []byte(content)}}
		r, err := load.Load(t.Context(), fsys, []string{"."})
		if err != nil {
			return
		}
		result := validate.Documents(r.Documents)
		if len(result.Findings) == 0 && len(result.Invalid) > 0 {
			t.Error("an entry is left out and nobody is told")
		}
		for _, found := range result.Findings {
			if !found.Location.Start.IsValid() || found.Message.EN == "" || found.Message.JA == "" || found.Subject == "" {
				t.Errorf("incomplete finding %+v", found)
			}
		}
	})
}
