package coverage

import (
	"fmt"
	"math/big"
)

// Share is a part of a whole.
type Share struct {
	Part  int `json:"part"`
	Whole int `json:"whole"`
}

// String writes the share as a percentage, rounded down so that 100.0% is all.
func (s Share) String() string {
	if s.Whole == 0 {
		return "–"
	}
	tenths := int64(s.Part) * 1000 / int64(s.Whole)
	return fmt.Sprintf("%d.%d%%", tenths/10, tenths%10)
}

// Reaches tells whether the share is at least a percentage, exactly. Of nothing,
// any share is reached.
func (s Share) Reaches(percent *big.Rat) bool {
	if s.Whole == 0 {
		return true
	}
	return big.NewRat(100*int64(s.Part), int64(s.Whole)).Cmp(percent) >= 0
}
