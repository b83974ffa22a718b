package number

import (
	"regexp"
	"strings"
)

// scaleWord finds the scale that follows a printed number directly.
var scaleWord = regexp.MustCompile(`(?i)^(?:\s|` + closing + `)*(` + scale + `)`)

// scales are the powers of ten of the scale words.
var scales = map[string]int{
	"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "億": 8, "十億": 9, "百億": 10, "千億": 11, "兆": 12,
	"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12,
}

// PrintedScale gives the power of ten that a figure prints as a word behind its
// number: 8 for "6,100億円", 6 for "$1.2 million", 0 for "1,605円". It is not ok
// where Printed is not.
func PrintedScale(exact string) (places int, ok bool) {
	if _, ok := Printed(exact); !ok {
		return 0, false
	}
	word := scaleWord.FindStringSubmatch(figure.FindStringSubmatch(plainForm(exact))[3])
	if word == nil {
		return 0, true
	}
	return scales[strings.ToLower(word[1])], true
}
