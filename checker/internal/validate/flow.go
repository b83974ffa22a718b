package validate

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/lazy"
)

var (
	plainText  = lazy.Regexp(`^[\pL0-9][\pL0-9 ._/-]*$`)
	numberText = lazy.Regexp(`^[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?$`)
)

// flow writes a value in YAML's flow style, as a person would write it.
func flow(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(v)
	case json.Number:
		return v.String()
	case string:
		return flowText(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = flow(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		members := make([]string, 0, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) {
			members = append(members, flowText(key)+": "+flow(v[key]))
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	return ""
}

// flowText quotes a text where YAML would read something else without quotes.
func flowText(s string) string {
	if !plainText().MatchString(s) || numberText().MatchString(s) || strings.HasSuffix(s, " ") {
		return strconv.Quote(s)
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return strconv.Quote(s)
	}
	return s
}

// maxShown bounds how much of a value a message repeats, in code points.
const maxShown = 40

// shorten cuts a text for a message.
func shorten(s string) string {
	runes := []rune(s)
	if len(runes) <= maxShown {
		return s
	}
	return string(runes[:maxShown-1]) + "…"
}
