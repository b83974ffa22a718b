package draft

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// flow is a YAML mapping in braces while it is written.
type flow struct{ members []string }

// put adds a member whose value is written already.
func (f *flow) put(key, value string) *flow {
	f.members = append(f.members, key+": "+value)
	return f
}

// text adds a member that is a text, unless it is empty.
func (f *flow) text(key, value string) *flow {
	if value == "" {
		return f
	}
	return f.put(key, quote(value))
}

func (f *flow) String() string { return "{" + strings.Join(f.members, ", ") + "}" }

func sequence(items []string) string { return "[" + strings.Join(items, ", ") + "]" }

// plain are the texts that mean themselves without quotes.
var plain = lazy.Regexp(`^[A-Za-z][A-Za-z0-9_-]*$`)

// reserved are words that YAML, in one version or another, takes for something
// else than a text.
var reserved = lazy.Regexp(`(?i)^(y|n|yes|no|on|off|true|false|null|nan|inf)$`)

// quote writes a text as a YAML scalar. All that is not printed as a sign of
// its own is escaped: the text is foreign.
func quote(s string) string {
	if plain().MatchString(s) && !reserved().MatchString(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r) && r != utf8.RuneError:
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// clip gives the first characters of a text, as many as a quotation may have.
func clip(s string) string {
	n := 0
	for i := range s {
		if n == maxExact {
			return strings.TrimSpace(s[:i])
		}
		n++
	}
	return s
}

func itoa(n int) string { return strconv.Itoa(n) }
