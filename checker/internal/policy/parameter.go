package policy

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// The types of parameters.
const (
	TypeInteger = "integer"
	TypeString  = "string"
	TypeStrings = "strings"
)

// Parameter is a value of a rule that a project may set in its settings. The
// rule reads it as data.registry.parameters["family/rule-name"].name.
type Parameter struct {
	// Type is integer, string or strings (a list).
	Type        string       `json:"type"`
	Description finding.Text `json:"description"`
	// Default is what counts where the project sets nothing.
	Default any `json:"default"`
}

// Fits tells whether a value, as JSON decodes it, has the parameter's type.
func (p Parameter) Fits(value any) bool {
	switch v := value.(type) {
	case float64:
		return p.Type == TypeInteger && v == math.Trunc(v)
	case json.Number:
		_, err := v.Int64()
		return p.Type == TypeInteger && err == nil
	case string:
		return p.Type == TypeString
	case []any:
		return p.Type == TypeStrings && !slices.ContainsFunc(v, func(x any) bool { _, ok := x.(string); return !ok })
	}
	return false
}

// checkParameters holds the declarations to their form.
func (b *metadata) checkParameters(r *Rule) {
	for _, name := range slices.Sorted(maps.Keys(r.Parameters)) {
		p, field := r.Parameters[name], name
		if b.at(field) == b.annotations.Location {
			field = "parameters" // written on one line
		}
		oneOf(b, field, p.Type, []string{TypeInteger, TypeString, TypeStrings})
		if p.Description.EN == "" || p.Description.JA == "" {
			b.fault(field,
				fmt.Sprintf("METADATA: the parameter %s needs a description in `en` and `ja`", name),
				fmt.Sprintf("METADATA: パラメーター %s の説明は `en` と `ja` の両方が必要です", name))
		}
		if !p.Fits(p.Default) {
			b.fault(field,
				fmt.Sprintf("METADATA: the parameter %s needs a `default` of its type", name),
				fmt.Sprintf("METADATA: パラメーター %s には型に合う `default` が必要です", name))
		}
	}
}
