package figure

import "math/big"

// multiples are the words that say how many times at once.
var multiples = newLexicon(false, func() map[string][2]int64 {
	return map[string][2]int64{
		"倍増": {2, 1}, "倍": {2, 1}, "半減": {1, 2}, "twice": {2, 1}, "thrice": {3, 1}, "double": {2, 1}, "doubled": {2, 1},
		"doubling": {2, 1}, "doubles": {2, 1}, "triple": {3, 1}, "tripled": {3, 1}, "tripling": {3, 1}, "quadruple": {4, 1},
		"quadrupled": {4, 1}, "quintupled": {5, 1}, "halved": {1, 2}, "halve": {1, 2}, "halving": {1, 2}, "tenfold": {10, 1}, "twofold": {2, 1},
		"threefold": {3, 1}, "fourfold": {4, 1}, "fivefold": {5, 1}, "sixfold": {6, 1}, "sevenfold": {7, 1}, "eightfold": {8, 1},
		"ninefold": {9, 1}, "hundredfold": {100, 1},
	}
})

// multipleAt reads a word that is a multiple in itself: 倍増, twice, threefold.
// It is kept as the counter. Multiples with an amount are read by numberAt.
func (t text) multipleAt(at int) (f Figure, end int, ok bool) {
	before, start := t.before(at)
	parts, end, ok := multiples.longest(t, start)
	if !ok || t.has(end, "率") || t.at(end) == '数' {
		return f, at, false
	}
	word := string(t.lower[start:end])
	if t.running && word == "倍" {
		return f, at, false
	}
	after, end := t.after(end, wordsAfter)
	f = Figure{Kind: Multiple, Value: big.NewRat(parts[0], parts[1]), Unit: "pure", Counter: word}
	f.Qualifiers, ok = qualified(before, after)
	return f, end, ok
}
