package accept

import (
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// text is what a schema says about texts.
type text struct {
	// shortest and longest bound the number of code points; longest is -1
	// without a bound.
	shortest, longest int
	pattern           *pattern
	format            func(string) bool
}

func (t *text) accepts(s string) bool {
	if t.shortest > 0 && (s == "" || t.shortest > 1 && utf8.RuneCountInString(s) < t.shortest) {
		return false
	}
	// A code point is at least a byte.
	if t.longest >= 0 && len(s) > t.longest && utf8.RuneCountInString(s) > t.longest {
		return false
	}
	return (t.pattern == nil || t.pattern.matches(s)) && (t.format == nil || t.format(s))
}

// formats are those that are known, each as the validator checks it; what is
// plain to see need not be asked.
var formats = map[string]func(string) bool{
	"date":      func(s string) bool { return plainDate(s) || asked("date", s) },
	"date-time": func(s string) bool { return asked("date-time", s) },
	"uri":       func(s string) bool { return plainURL(s) || asked("uri", s) },
}

func asked(format, s string) bool { return jsonschema.Formats[format](s) }

// plainDate reports whether s is a day that every month has.
func plainDate(s string) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	month, day := s[5:7], s[8:]
	return month >= "01" && month <= "12" && day >= "01" && day <= "28"
}

// plainURL reports whether s is a web address of letters, digits and a few
// marks, which no reading of addresses refuses.
func plainURL(s string) bool {
	const secure, plain = "https://", "http://"
	switch {
	case len(s) > len(secure) && s[:len(secure)] == secure:
		s = s[len(secure):]
	case len(s) > len(plain) && s[:len(plain)] == plain:
		s = s[len(plain):]
	default:
		return false
	}
	inHost := true
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-', c == '.', 'A' <= c && c <= 'Z':
		case c == '/':
			inHost = false
		case c == '_', c == '~', c == '=', c == '&', c == '+', c == ',', c == '?':
			if inHost {
				return false
			}
		default:
			return false
		}
	}
	return true
}
