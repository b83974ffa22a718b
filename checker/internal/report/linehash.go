package report

import (
	"strconv"
	"unicode/utf16"
)

// lineHashWindow is the number of characters that a line's hash covers.
const lineHashWindow = 100

// lineHashEnd stands for the end of the file.
const lineHashEnd = 0xFFFF

// lineHashes gives the hashes by which GitHub follows the lines of a text when
// others move them (primaryLocationLineHash, as github/codeql-action computes
// it). The hash of a line is the polynomial in 37, modulo 2⁶⁴, of the 100 UTF-16
// code units from its first on; blanks and tabs do not count, a line break of
// any kind is one line feed, and zeros stand behind the end of the text. Behind
// the colon stands how many lines up to here have the hash. The result is by
// line, counted from 1, and holds those that are wanted.
func lineHashes(text string, wanted map[int]bool) map[int]string {
	units, starts := lineUnits(text)
	hashes := map[int]string{}
	seen := map[uint64]int{}
	for i, start := range starts {
		var hash uint64
		for at := start; at < start+lineHashWindow; at++ {
			hash *= 37
			if at < len(units) {
				hash += uint64(units[at])
			}
		}
		seen[hash]++
		if wanted[i+1] {
			hashes[i+1] = strconv.FormatUint(hash, 16) + ":" + strconv.Itoa(seen[hash])
		}
	}
	return hashes
}

// lineUnits gives the code units that count, and where among them lines begin.
func lineUnits(text string) (units []uint16, starts []int) {
	begins, afterReturn := true, false
	for _, unit := range utf16.Encode([]rune(text)) {
		if unit == ' ' || unit == '\t' || afterReturn && unit == '\n' {
			afterReturn = false
			continue
		}
		if afterReturn = unit == '\r'; afterReturn {
			unit = '\n'
		}
		if begins {
			starts = append(starts, len(units))
		}
		begins = unit == '\n'
		units = append(units, unit)
	}
	if begins {
		starts = append(starts, len(units))
	}
	return append(units, lineHashEnd), starts
}
