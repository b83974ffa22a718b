package validate

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/nearest"
	"github.com/tieout/tieout/checker/internal/node"
)

// A mend is a guess at the value that a person meant. It only ever goes into a
// message, never into a fact.

// mendType gives n as one of the types that are wanted, or nil.
func mendType(n *node.Node, types []string, layers []layer) any {
	if n.Kind != node.String && n.Kind != node.Number && n.Kind != node.Bool {
		return nil
	}
	for _, want := range types {
		if v := meant(n, want, layers); v != nil {
			return v
		}
	}
	return nil
}

// meant gives the scalar n as the type that is wanted, or nil.
func meant(n *node.Node, want string, layers []layer) any {
	switch want {
	case "integer", "number":
		if v, ok := numberMeant(n.Text); ok && (want == "number" || !strings.Contains(v, ".")) {
			return json.Number(v)
		}
	case "string":
		if fits(n.Text, layers) {
			return n.Text
		}
	case "boolean":
		return truthMeant(n.Text)
	case "array":
		return []any{n.Plain()}
	case "object":
		return wrapped(n, layers)
	}
	return nil
}

func truthMeant(text string) any {
	switch strings.ToLower(text) {
	case "yes", "on", "true", "1":
		return true
	case "no", "off", "false", "0":
		return false
	}
	return nil
}

// fits reports whether a text has the form that the schemas ask for.
func fits(s string, layers []layer) bool {
	form, err := regexp.Compile(text(pick(layers, "pattern")))
	return err == nil && s != "" && form.MatchString(s)
}

// wrapped puts a scalar into the field of an object that it stands for.
func wrapped(n *node.Node, layers []layer) any {
	for _, l := range layers {
		for _, field := range []string{"value", "line", "url", "en"} {
			child := l.child(field)
			if _, closed := l["properties"]; closed && child != nil && suits(n, field) {
				return map[string]any{field: n.Plain()}
			}
		}
	}
	return nil
}

// suits reports whether a scalar looks like the content of the field.
func suits(n *node.Node, field string) bool {
	switch field {
	case "value", "line":
		return n.Kind == node.Number
	case "url":
		return strings.HasPrefix(n.Text, "http")
	}
	return n.Kind == node.String
}

// mendText gives text in the form of the pattern, or nil.
func mendText(text, pattern string, numeric bool) any {
	form, err := regexp.Compile(pattern)
	if err != nil {
		return nil
	}
	if v, ok := numberMeant(text); ok && numeric && form.MatchString(v) {
		return json.Number(v)
	}
	wide := strings.TrimSpace(norm.NFKC.String(text))
	for _, guess := range []string{
		wide, slug(wide), strings.ReplaceAll(wide, " ", ""), strings.ToLower(wide),
	} {
		if form.MatchString(guess) {
			return guess
		}
	}
	return nil
}

var notInID = lazy.Regexp(`[^A-Za-z0-9_]+`)

// slug makes an id of a text, as far as its letters allow.
func slug(s string) string {
	return strings.Trim(notInID().ReplaceAllString(s, "-"), "-_")
}

// mendEnum gives the allowed value that lies nearest, or the only one that
// begins so.
func mendEnum(text string, allowed []string) any {
	if near, ok := nearest.Nearest(text, allowed); ok {
		return near
	}
	var found []string
	for _, value := range allowed {
		if text != "" && strings.HasPrefix(strings.ToLower(value), strings.ToLower(text)) {
			found = append(found, value)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// mendFormat gives the day or address that was meant.
func mendFormat(text, format string) any {
	switch format {
	case "date":
		wide := strings.TrimSpace(norm.NFKC.String(text))
		for _, form := range []string{
			"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2006年1月2日",
			"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", time.RFC3339,
		} {
			if day, err := time.Parse(form, wide); err == nil {
				return day.Format(time.DateOnly)
			}
		}
	case "uri":
		if strings.Contains(text, ".") && !strings.ContainsAny(text, " :") {
			return "https://" + strings.TrimLeft(text, "/")
		}
	}
	return nil
}

var (
	numeral      = lazy.Regexp(`^[+-]?[0-9]+(\.[0-9]+)?$`)
	thousands    = lazy.Regexp(`^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
	aroundNumber = lazy.Regexp(`^[\p{Sc}約 ]*|[%\p{Sc} ]*$`)
)

var numberWords = []string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
}

// numberMeant reads a number that is written as a word, with separators, with
// a currency sign, or with full-width digits.
func numberMeant(text string) (string, bool) {
	wide := strings.ToLower(strings.TrimSpace(norm.NFKC.String(text)))
	if i := slices.Index(numberWords, wide); i >= 0 {
		return strconv.Itoa(i), true
	}
	for _, minus := range []string{"△", "▲", "−"} {
		wide = strings.ReplaceAll(wide, minus, "-")
	}
	wide = aroundNumber().ReplaceAllString(wide, "")
	if thousands().MatchString(wide) {
		wide = strings.ReplaceAll(wide, ",", "")
	}
	return strings.TrimPrefix(wide, "+"), len(wide) <= maxShown && numeral().MatchString(wide)
}
