package sourcetext

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

const bakery = "パン屋の予算\r\nあんパン 1,605個(約60%)\n終わり"

func encodings(t *testing.T) map[string]string {
	t.Helper()
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	return map[string]string{
		"utf-8":        bakery,
		"utf-8 BOM":    "\ufeff" + bakery,
		"utf-16le":     encode(t, le, bakery),
		"utf-16le BOM": "\xff\xfe" + encode(t, le, bakery),
		"utf-16be":     encode(t, be, bakery),
		"utf-16be BOM": "\xfe\xff" + encode(t, be, bakery),
		"shift_jis":    encode(t, japanese.ShiftJIS, bakery),
		"euc-jp":       encode(t, japanese.EUCJP, bakery),
		"iso-2022-jp":  encode(t, japanese.ISO2022JP, bakery),
	}
}

// A text in any of the usual encodings ties, declared or not, and its lines
// lead back to the bytes of the file.
func TestEncodings(t *testing.T) {
	for name, content := range encodings(t) {
		canonical, mark, _ := strings.Cut(name, " ")
		for _, declared := range []string{canonical, ""} {
			if declared == "" && mark == "" && strings.HasPrefix(canonical, "utf-16") {
				continue
			}
			t.Run(name+"/"+declared, func(t *testing.T) {
				text, cause := read(t, "any.txt", content, Wanted{Charset: declared})
				if cause != nil {
					t.Fatal(cause)
				}
				if got := joined(text.Lines); got != "パン屋の予算⏎あんパン 1,605個(約60%)⏎終わり" {
					t.Errorf("lines %q", got)
				}
				if text.Charset != canonical {
					t.Errorf("charset %q", text.Charset)
				}
				for i, l := range text.Lines {
					c, err := named(canonical)
					if err != nil {
						t.Fatal(err)
					}
					back, err := c.decode([]byte(content[l.Start:l.End]))
					if canonical != "iso-2022-jp" && (err != nil || back != l.Text) {
						t.Errorf("bytes %d to %d are %q (%v), the line is %q", l.Start, l.End, back, err, l.Text)
					}
					if l.FileLine != i+1 {
						t.Errorf("line %d says that it is line %d of the file", i+1, l.FileLine)
					}
				}
				if end := text.Lines[2].End; canonical != "iso-2022-jp" && end != int64(len(content)) {
					t.Errorf("the last line ends at %d of %d", end, len(content))
				}
			})
		}
	}
}

func TestDeclaredNames(t *testing.T) {
	sjis := encode(t, japanese.ShiftJIS, bakery)
	for _, mediaType := range []string{
		"text/plain; charset=shift_jis", "text/plain;charset=Shift-JIS", `text/plain; charset="windows-31j"`,
		"text/plain; charset=cp932", "TEXT/PLAIN; CHARSET=SJIS", "text/plain; charset=ms_kanji",
	} {
		if text, cause := read(t, "a", sjis, Wanted{MediaType: mediaType}); cause != nil || text.Charset != "shift_jis" {
			t.Errorf("%s: %v", mediaType, cause)
		}
	}
	latin := encode(t, charmap.Windows1252, "Größe 5 €")
	if text, cause := read(t, "a.txt", latin, Wanted{Charset: "iso-8859-1"}); cause != nil || text.Lines[0].Text != "Größe 5 €" {
		t.Errorf("Western text: %v", cause)
	}
}

// A text is refused, with the line, rather than read with wrong characters.
func TestEncodingsRefused(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	cases := []struct {
		name, content, charset string
		fault                  CharsetFault
		line                   int
	}{
		{"declared UTF-8, is Shift_JIS", encode(t, japanese.ShiftJIS, "a\nあ"), "utf-8", CharsetInvalid, 2},
		{"declared Shift_JIS, is UTF-8", "1\n2\nパン屋", "shift_jis", CharsetInvalid, 3},
		{"declared EUC-JP, is Shift_JIS", encode(t, japanese.ShiftJIS, "1\nパン屋"), "euc-jp", CharsetInvalid, 2},
		{"declared ISO-2022-JP, is Shift_JIS", encode(t, japanese.ShiftJIS, "パン屋"), "iso-2022-jp", CharsetInvalid, 1},
		{"UTF-8 mark, then none", "\ufeffa\r\n\xff", "", CharsetInvalid, 2},
		{"half a pair", "\xff\xfea\x00\n\x00\x3d\xd8b\x00", "", CharsetInvalid, 2},
		{"cut off", "\xff\xfea\x00b", "", CharsetInvalid, 1},
		{"kanji only, no kana", encode(t, japanese.ShiftJIS, "予算"), "", CharsetUndetermined, 0},
		{"half-width kana only", encode(t, japanese.ShiftJIS, "\uff8a\uff9d 5"), "", CharsetUndetermined, 0},
		{"Western", encode(t, charmap.Windows1252, "Größe"), "", CharsetUndetermined, 0},
		{"UTF-16 without mark", encode(t, le, "a\nb"), "", CharsetNUL, 1},
		{"UTF-32", "\xff\xfe\x00\x00a\x00\x00\x00", "", CharsetUndetermined, 0},
		{"escape without Japanese", "a\x1b$B\xff\xff", "", CharsetUndetermined, 0},
		{"no such encoding", "a", "klingon", CharsetUnknown, 0},
		{"an encoding that is a trap", "a", "iso-2022-kr", CharsetUnknown, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, cause := read(t, "a.txt", c.content, Wanted{Charset: c.charset})
			var e *CharsetError
			if !errors.As(cause, &e) {
				t.Fatalf("cause %v", cause)
			}
			if e.Fault != c.fault || e.Line != c.line {
				t.Errorf("%s on line %d: %v", e.Fault, e.Line, e)
			}
			if e.Text().JA == "" || e.Help().JA == "" || e.Help().EN == "" {
				t.Error("a language is missing")
			}
		})
	}
}

// U+FFFD is what an extraction leaves of a lost character: it is text.
func TestReplacementCharacterIsText(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for name, content := range map[string]string{"UTF-8": "lost \ufffd", "UTF-16": "\xff\xfe" + encode(t, le, "lost \ufffd")} {
		if text, cause := read(t, "a.txt", content, Wanted{}); cause != nil || text.Lines[0].Text != "lost \ufffd" {
			t.Errorf("%s: %v", name, cause)
		}
	}
}

func TestHTMLDeclaresItsEncoding(t *testing.T) {
	body := "<p>予算</p>"
	cases := map[string]struct {
		e    encoding.Encoding
		head string
		want string
	}{
		"meta charset":    {japanese.ShiftJIS, `<meta charset="Shift_JIS">`, "shift_jis"},
		"meta http-equiv": {japanese.EUCJP, `<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">`, "euc-jp"},
		"xml declaration": {japanese.EUCJP, `<?xml version="1.0" encoding="euc-jp"?>`, "euc-jp"},
		"utf-16 in ASCII": {unicode.UTF8, `<meta charset="utf-16">`, "utf-8"},
	}
	for name, c := range cases {
		content := encode(t, c.e, c.head+body)
		text, cause := read(t, "a.html", content, Wanted{})
		if cause != nil || text.Charset != c.want || joined(text.Lines) != "予算" {
			t.Errorf("%s: %v %+v", name, cause, text)
		}
	}
	content := encode(t, japanese.EUCJP, `<meta charset="shift_jis">`+body)
	if text, cause := read(t, "a.html", content, Wanted{MediaType: "text/html; charset=euc-jp"}); cause != nil || joined(text.Lines) != "予算" {
		t.Errorf("the registry goes before the page: %v", cause)
	}
}
