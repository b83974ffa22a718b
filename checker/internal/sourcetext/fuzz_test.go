package sourcetext

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// checkLines holds that lines stand in their file, one after the other.
func checkLines(t *testing.T, lines []Line, size int) {
	t.Helper()
	end, fileLine := int64(0), 1
	for _, l := range lines {
		if l.Start < end || l.End < l.Start || l.End > int64(size) {
			t.Fatalf("line at %d to %d, after one that ends at %d of %d", l.Start, l.End, end, size)
		}
		if l.FileLine < fileLine {
			t.Fatalf("file line %d after %d", l.FileLine, fileLine)
		}
		if strings.ContainsAny(l.Text, "\r\n") || !utf8.ValidString(l.Text) {
			t.Fatalf("line %q", l.Text)
		}
		end, fileLine = l.End, l.FileLine
	}
}

// However broken a page is, its text has places in the file.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"<p>a<b>c<a href=", "<table><tr><td>1<td><table><tr><td>2</table></table>", "<pre>\n a\r\n&#10;b</pre>",
		"<ul><li hidden>x</ul>c", "a&amp;b&nbsp;&#x0;&notit;", "<svg><title>t</title><g/></svg>", "<head><title>t",
		"<textarea>a</textarea><plaintext>b</p>", "<select><option>a<optgroup><option>b</select>", "a\r\rb\r\n<p>\rc",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, page string, xml bool) {
		if !utf8.ValidString(page) {
			return
		}
		lines, err := htmlLines(context.Background(), page, xml, defaultLimits())
		if err != nil {
			if _, ok := errors.AsType[Cause](err); !ok {
				t.Fatal(err)
			}
			return
		}
		checkLines(t, lines, len(page))
		for _, l := range lines {
			if strings.Trim(l.Text, htmlSpace) == "" {
				t.Fatal("a line without text")
			}
			if l.FileLine != 1+lineEnds(page[:l.Start]) {
				t.Fatalf("%q begins on line %d, not %d", l.Text, 1+lineEnds(page[:l.Start]), l.FileLine)
			}
		}
	})
}

// Any bytes are a text with places in the file, or refused for a cause; and
// what is found in a text is placed where it was found.
func FuzzParse(f *testing.F) {
	sjis, _ := japanese.ShiftJIS.NewEncoder().String(bakery)
	euc, _ := japanese.EUCJP.NewEncoder().String(bakery)
	jis, _ := japanese.ISO2022JP.NewEncoder().String(bakery)
	for _, seed := range []string{bakery, sjis, euc, jis, "\xff\xfea\x00\n\x00", "\xfe\xff\x00a", "\ufeff<p>a"} {
		f.Add([]byte(seed), "", "")
		f.Add([]byte(seed), "text/html", "")
	}
	f.Add([]byte(sjis), "text/plain", "cp932")
	f.Add([]byte(euc), "text/plain", "gb18030")
	f.Add([]byte(bakery), "", "utf-16")
	f.Fuzz(func(t *testing.T, raw []byte, mediaType, charset string) {
		d := Wanted{MediaType: mediaType, Charset: charset}.declaration()
		text, err := parse(context.Background(), "a", raw, d, defaultLimits())
		if err != nil {
			if cause, ok := errors.AsType[Cause](err); !ok || cause.Text().JA == "" {
				t.Fatal(err)
			}
			return
		}
		checkLines(t, text.Lines, len(raw))
		for i, l := range text.Lines[:min(len(text.Lines), 4)] {
			exact := string([]rune(l.Text)[:min(3, utf8.RuneCountInString(l.Text))])
			for _, p := range text.OnLine(i+1, exact) {
				if got, m := text.Place(p.Line, exact, p.Occurrence); m != nil || got != p {
					t.Fatalf("found at %v, placed at %v", p, got)
				}
				text.Passage(p.Line, p.Column, 3, 2)
			}
		}
	})
}
