// Package nearest guesses which word was meant: a misspelled name and the
// names that exist go in, the one that lies nearest comes out, if any is near
// enough to be worth asking after.
package nearest

import (
	"strings"
	"unicode/utf8"
)

// maxWord bounds the length, in code points, of the words that are compared:
// the cost grows with its square, and nobody misspells a longer name.
const maxWord = 100

// Nearest gives the candidate that takes the fewest edits to reach from word,
// and whether it takes few enough: one for short words, up to a third of the
// letters for longer ones. An edit inserts, deletes or replaces a letter, or
// swaps two neighbours. Letter case, hyphens and underscores do not count. Of
// equally near candidates the first in alphabetical order wins, whatever the
// order they come in.
func Nearest(word string, candidates []string) (string, bool) {
	folded := fold(word)
	length := utf8.RuneCountInString(folded)
	if length == 0 || length > maxWord {
		return "", false
	}
	best, least, found := "", limit(length)+1, false
	for _, candidate := range candidates {
		if candidate == word {
			return candidate, true
		}
		target := fold(candidate)
		n := utf8.RuneCountInString(target)
		if n == 0 || max(length-n, n-length) > least {
			continue
		}
		d := distance([]rune(folded), []rune(target))
		if d < least || d == least && found && candidate < best {
			best, least, found = candidate, d, true
		}
	}
	return best, found
}

// limit is the number of edits beyond which a word is another word.
func limit(length int) int {
	switch {
	case length <= 2:
		return 0
	case length <= 4:
		return 1
	}
	return (length + 1) / 3
}

func fold(s string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(s))
}

// distance is the Damerau-Levenshtein distance in its restricted form (optimal
// string alignment): a swap of neighbours is one edit, not two.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
