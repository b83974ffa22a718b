package report

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// invisible tells the characters that could hide or forge what a reader sees:
// control codes (so every terminal escape), bidirectional overrides, zero-width
// and other format characters, line and paragraph separators.
func invisible(r rune) bool {
	if r < utf8.RuneSelf { // nearly all of a report, looked at one by one
		return r < ' ' || r == '\x7f'
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// Escape makes the invisible characters of a text visible, as in \u001b.
func Escape(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, invisible) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)) {
			fmt.Fprintf(&b, `\x%02x`, s[i])
			continue
		}
		b.WriteString(escapeRune(r))
	}
	return b.String()
}

func escapeRune(r rune) string {
	switch {
	case !invisible(r):
		return string(r)
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r == '\r':
		return `\r`
	case r > 0xFFFF:
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// escaped copies what the text format prints of a report, with every text in
// it escaped. The excerpts keep their characters, as places count them; they
// are escaped when they are cut.
func escaped(r *finding.Report) *finding.Report {
	safe := *r
	safe.Passes, safe.Inputs, safe.Excerpts = nil, nil, nil
	safe = visible(reflect.ValueOf(safe)).Interface().(finding.Report)
	safe.Excerpts = make(map[string]map[int]string, len(r.Excerpts))
	for file, lines := range r.Excerpts {
		safe.Excerpts[Escape(file)] = lines
	}
	return &safe
}

// visible copies a value with all strings in it escaped.
func visible(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		return reflect.ValueOf(Escape(v.String())).Convert(v.Type())
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		p := reflect.New(v.Type().Elem())
		p.Elem().Set(visible(v.Elem()))
		return p
	case reflect.Struct:
		s := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			s.Field(i).Set(visible(v.Field(i)))
		}
		return s
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		s := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			s.Index(i).Set(visible(v.Index(i)))
		}
		return s
	case reflect.Map:
		m := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, key := range v.MapKeys() {
			m.SetMapIndex(visible(key), visible(v.MapIndex(key)))
		}
		return m
	default:
		return v
	}
}
