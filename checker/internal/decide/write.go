package decide

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// block writes an entry as an item of a list whose dashes stand behind indent.
func block(e Entry, indent, newline string) string {
	var b strings.Builder
	for i, m := range e.members() {
		lead := indent + "  "
		if i == 0 {
			lead = indent + "- "
		}
		b.WriteString(lead + m.key + ": " + scalar(m) + newline)
	}
	return b.String()
}

// flowing writes an entry in braces, as JSON, which YAML reads as well.
func flowing(e Entry) string {
	var parts []string
	for _, m := range e.members() {
		value := quoted(m.value)
		if m.key == "dropped" {
			value = m.value
		}
		parts = append(parts, quoted(m.key)+": "+value)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

var (
	// numeric is what YAML may take for a number among hexadecimal digits.
	numeric = lazy.Regexp(`^[0-9]+(e[0-9]+)?$`)
	date    = lazy.Regexp(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	hex     = lazy.Regexp(`^[0-9a-f]+$`)
)

// reserved are the words that some version of YAML reads as something else.
var reserved = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

// scalar writes a value: as it is where no reader of YAML can take it for
// anything else, else in quotes.
func scalar(m member) string {
	switch {
	case m.key == "dropped", date().MatchString(m.value):
		return m.value
	case hex().MatchString(m.value) && !numeric().MatchString(m.value):
		return m.value
	case isPlain(m.value):
		return m.value
	}
	return quoted(m.value)
}

func isPlain(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(" .,()/、。", r)) {
			return false
		}
	}
	return s != "" && !strings.HasSuffix(s, " ") && !slices.Contains(reserved, strings.ToLower(s))
}

func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	// A string always encodes.
	_ = e.Encode(s)
	return strings.TrimSuffix(b.String(), "\n")
}
