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
	if r >= '\u3000' && r < '\ud7fb' { // East Asian scripts, which have none
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// Escape makes the invisible characters of a text visible, as in \u001b.
func Escape(s string) string {
	if narrow(s) || utf8.ValidString(s) && !strings.ContainsFunc(s, invisible) {
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

// escaped copies what the text format prints of a report beside findings, with
// every text in it escaped.
func escaped(r *finding.Report) *finding.Report {
	safe := *r
	safe.Findings, safe.Passes, safe.Long, safe.Inputs, safe.Excerpts = nil, nil, nil, nil, nil
	safe = inTheOpen(safe)
	return &safe
}

// inTheOpen gives a copy of a value, all of whose texts are escaped.
func inTheOpen[T any](x T) T {
	visible(reflect.ValueOf(&x).Elem())
	return x
}

// visible escapes all strings in a value. What the value points to is copied
// first, as others hold it, too.
func visible(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		text := v.String()
		if shown := Escape(text); shown != text {
			v.SetString(shown)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			p := reflect.New(v.Type().Elem())
			p.Elem().Set(v.Elem())
			visible(p.Elem())
			v.Set(p)
		}
	case reflect.Struct:
		for i := range v.NumField() { //nolint:modernize // an iterator over fields describes each, which takes most of the time
			visible(v.Field(i))
		}
	case reflect.Slice:
		if !v.IsNil() {
			s := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(s, v)
			for i := range s.Len() {
				visible(s.Index(i))
			}
			v.Set(s)
		}
	case reflect.Map:
		m := reflect.MakeMapWithSize(v.Type(), v.Len())
		for key, value := range v.Seq2() {
			k, e := reflect.New(key.Type()).Elem(), reflect.New(value.Type()).Elem()
			k.Set(key)
			e.Set(value)
			visible(k)
			visible(e)
			m.SetMapIndex(k, e)
		}
		v.Set(m)
	default:
	}
}
