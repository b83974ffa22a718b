// Package policies holds the rules that Tieout ships with, and the Rego
// library that they use.
package policies

import "embed"

// FS holds lib/ and rules/, without the pages on the rules.
//
//go:embed lib rules/*/*/*.rego rules/*/*/*.yaml
var FS embed.FS
