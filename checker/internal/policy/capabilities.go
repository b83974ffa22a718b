package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// impure are the built-ins that OPA does not mark as nondeterministic although
// they look at the clock, read what a schema refers to, or write to the side.
var impure = []string{
	ast.JWTDecodeVerify.Name,
	ast.CryptoX509ParseAndVerifyCertificates.Name,
	ast.CryptoX509ParseAndVerifyCertificatesWithOptions.Name,
	ast.JSONSchemaVerify.Name,
	ast.JSONMatchSchema.Name,
	ast.Trace.Name,
}

// Capabilities are those of the linked OPA without any built-in whose result
// depends on more than its arguments.
func Capabilities() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.Builtins = slices.DeleteFunc(slices.Clone(c.Builtins), func(b *ast.Builtin) bool {
		return b.IsNondeterministic() || slices.Contains(impure, b.Name) ||
			strings.HasPrefix(b.Name, "net.") || strings.HasPrefix(b.Name, "rand.")
	})
	c.AllowNet = []string{}
	return c
}

// withheld tells whether OPA has a built-in that policies may not call.
func withheld(name string) bool {
	named := func(b *ast.Builtin) bool { return b.Name == name }
	return slices.ContainsFunc(ast.CapabilitiesForThisVersion().Builtins, named)
}
