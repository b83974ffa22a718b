package main

import (
	"fmt"
	"slices"
	"strings"
)

// ratios tells in a few lines what the largest corpus showed, for readers in a
// hurry.
func (r *Result) ratios() string {
	if len(r.Sizes) == 0 {
		return "Nothing was measured.\n"
	}
	largest := slices.MaxFunc(r.Sizes, func(a, b Size) int { return a.Facts - b.Facts })
	lines := []string{fmt.Sprintf("The same %s facts by the same twelve rules, against `conftest test --combine` with its best idiom. %s\n",
		thousands(largest.Facts), r.conditions()[0])}
	base, compared := row(largest.Rows, rowConftest)
	for _, of := range []struct{ row, what string }{
		{rowPolicies, "policies alone"},
		{rowLibrary, "the same by the rules of the library, with their evidence"},
		{rowJSON, "the whole run, which also looks at schemas and places"},
		{rowYAML, "the same from YAML"},
	} {
		if u, ok := row(largest.Rows, of.row); ok && compared {
			lines = append(lines, fmt.Sprintf("- %s: %s as fast, in %s MB instead of %s;", of.what, times(wall(base)/wall(u)), megabytes(u.Peak), megabytes(base.Peak)))
		}
	}
	cold, okCold := row(largest.Rows, rowAll)
	warm, okWarm := row(largest.Rows, rowWarm)
	if okCold && okWarm {
		lines = append(lines, fmt.Sprintf("- all rules, after one fact was changed: %s as fast as from nothing;", times(wall(cold)/wall(warm))))
	}
	native, okNative := row(largest.Rows, rowNative)
	policies, okPolicies := row(largest.Rows, rowPolicies)
	if okNative && okPolicies {
		lines = append(lines, fmt.Sprintf("- the limit, the rules by hand in Go: %s as fast as the policies alone.", times(wall(policies)/wall(native))))
	}
	return strings.TrimSuffix(strings.Join(lines, "\n"), ";") + "\n"
}
