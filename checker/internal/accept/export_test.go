package accept

import "github.com/santhosh-tekuri/jsonschema/v5"

// Matches gives whether a pattern matches a text, as a Schema finds it.
func Matches(expression, s string) (bool, error) {
	p, err := newPattern(expression)
	if err != nil {
		return false, err
	}
	return p.matches(s), nil
}

// HasAutomaton reports whether a pattern is matched without its expression.
func HasAutomaton(expression string) bool { return newAutomaton(expression) != nil }

// Formats gives what the formats find, and what the validator does.
func Formats(name, s string) (here, validator bool) {
	return formats[name](s), jsonschema.Formats[name](s)
}
