package nearest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/nearest"
)

// A person who misspells a name is asked after the one they meant, and is not
// sent astray when nothing is near.
func TestNearest(t *testing.T) {
	fields := []string{"value", "lower", "upper", "text", "status", "notes", "decimals", "citations", "totalPay"}
	for _, c := range []struct{ word, want string }{
		{"vlaue", "value"},
		{"Value", "value"},
		{"desimals", "decimals"},
		{"citation", "citations"},
		{"note", "notes"},
		{"total-pay", "totalPay"},
		{"txet", "text"},
		{"lwoer", "lower"},
		{"", ""},
		{"xyz", ""},
		{"up", ""},
		{"revenue", ""},
		{strings.Repeat("a", 10_000), ""},
	} {
		got, ok := nearest.Nearest(c.word, fields)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", c.word, got, ok, c.want)
		}
	}
}

// The same misspelling gets the same answer whatever the order of a map.
func TestNearestIsDeterministic(t *testing.T) {
	words := []string{"salesA", "salesB", "salesC", "Sales-A"}
	for range 5 {
		if got, _ := nearest.Nearest("salesX", words); got != "Sales-A" {
			t.Errorf("Nearest among %v = %q, want Sales-A", words, got)
		}
		words = append(words[1:], words[0])
	}
	slices.Sort(words)
	if got, _ := nearest.Nearest("salesB", words); got != "salesB" {
		t.Errorf("an exact match lost to %q", got)
	}
}

// Letters count, not bytes: one wrong character in a Japanese name is near.
func TestNearestCountsCodePoints(t *testing.T) {
	if got, ok := nearest.Nearest("売上高計", []string{"売上高", "利益"}); !ok || got != "売上高" {
		t.Errorf("got %q, %v", got, ok)
	}
}
