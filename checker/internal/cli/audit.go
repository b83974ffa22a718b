package cli

import "slices"

// audited lists the formats that show the checks that held, for which a run has
// to keep them.
var audited = []string{"html", "json"}

// audits tells whether a call prints one of them.
func (o *checkOptions) audits() bool {
	return slices.Contains(audited, o.format) ||
		slices.ContainsFunc(o.outputs, func(out output) bool { return slices.Contains(audited, out.format) })
}
