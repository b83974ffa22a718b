// Package policies holds the rules that Tieout ships with, and the Rego
// library that they use.
package policies

import "embed"

// FS holds lib/ and rules/.
//
//go:embed lib rules
var FS embed.FS
