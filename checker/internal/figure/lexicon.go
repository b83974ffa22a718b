package figure

import (
	"cmp"
	"slices"
	"sync"
)

// lexicon finds the longest of its words at a place of a text.
type lexicon[T any] struct {
	// words are by their first code point, and put in order when first asked for.
	words func() map[rune][]word[T]
	// exact words differ by case: kW is a unit, KW is none.
	exact bool
}

type word[T any] struct {
	runes []rune
	value T
}

func newLexicon[T any](exact bool, values func() map[string]T) lexicon[T] {
	return lexicon[T]{exact: exact, words: sync.OnceValue(func() map[rune][]word[T] { return ordered(values()) })}
}

func ordered[T any](values map[string]T) map[rune][]word[T] {
	words := map[rune][]word[T]{}
	for text, value := range values {
		runes := []rune(text)
		words[runes[0]] = append(words[runes[0]], word[T]{runes, value})
	}
	for _, list := range words {
		slices.SortFunc(list, func(a, b word[T]) int {
			return cmp.Or(cmp.Compare(len(b.runes), len(a.runes)), slices.Compare(a.runes, b.runes))
		})
	}
	return words
}

// longest gives the longest word at a place and where it ends. A Latin word
// ends where its letters end: there is no "m" in "men".
func (l lexicon[T]) longest(t text, at int) (value T, end int, ok bool) {
	runes := t.lower
	if l.exact {
		runes = t.plain
	}
	if at < 0 || at >= len(runes) {
		return value, at, false
	}
	for _, w := range l.words()[runes[at]] {
		end = at + len(w.runes)
		if end > len(runes) || !slices.Equal(runes[at:end], w.runes) {
			continue
		}
		if isLatin(runes[end-1]) && (isLatin(t.at(end)) || isDigit(t.at(end))) {
			continue
		}
		return w.value, end, true
	}
	return value, at, false
}

// each calls f for the first code point of every word.
func (l lexicon[T]) each(f func(rune)) {
	for r := range l.words() {
		f(r)
	}
}
