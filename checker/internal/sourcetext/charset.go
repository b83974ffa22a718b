package sourcetext

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// charset is an encoding with its standard name. A nil encoding is UTF-8,
// which needs no decoding. bom is the length of the mark before the text.
type charset struct {
	name string
	enc  encoding.Encoding
	bom  int
}

var (
	utf16le = charset{name: "utf-16le", enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
	utf16be = charset{name: "utf-16be", enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
)

// decodeText makes a text of the bytes of a file. A byte-order mark goes
// before what is declared, as the WHATWG has it; bytes that a declared
// encoding does not allow are an error, never a replacement character.
func decodeText(raw []byte, declared, mediaType string) (string, charset, error) {
	if c, ok := marked(raw); ok {
		text, err := c.decode(raw)
		return text, c, err
	}
	if declared == "" && !plainTypes[mediaType] {
		declared = metaCharset(raw)
	}
	if declared == "" {
		return detect(raw)
	}
	c, err := named(declared)
	if err != nil {
		return "", c, err
	}
	text, err := c.decode(raw)
	return text, c, err
}

func marked(raw []byte) (charset, bool) {
	for _, m := range []struct {
		mark string
		c    charset
	}{
		{"\xef\xbb\xbf", charset{name: "utf-8"}},
		// UTF-32 begins like UTF-16; nothing that is text begins with NUL.
		{"\xff\xfe\x00\x00", charset{}},
		{"\xff\xfe", utf16le},
		{"\xfe\xff", utf16be},
	} {
		if bytes.HasPrefix(raw, []byte(m.mark)) {
			m.c.bom = len(m.mark)
			return m.c, m.c.name != ""
		}
	}
	return charset{}, false
}

// named gives the encoding of a name, by the aliases of the WHATWG and those
// of Japanese systems.
func named(name string) (charset, error) {
	key := strings.ToLower(strings.Trim(name, " \t\"'"))
	switch key {
	case "cp932", "windows-932":
		key = "shift_jis"
	case "utf8n":
		key = "utf-8"
	}
	enc, err := htmlindex.Get(key)
	if err != nil {
		return charset{}, &CharsetError{Fault: CharsetUnknown, Charset: name}
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil || enc == encoding.Replacement || canonical == "x-user-defined" {
		return charset{}, &CharsetError{Fault: CharsetUnknown, Charset: name}
	}
	switch canonical {
	case "utf-8":
		return charset{name: canonical}, nil
	case "utf-16le":
		return utf16le, nil
	case "utf-16be":
		return utf16be, nil
	}
	return charset{name: canonical, enc: enc}, nil
}

// detect tells the encoding from the bytes. ISO-2022-JP shows by its escape
// sequences; text that is valid UTF-8 is UTF-8; between Shift_JIS and EUC-JP
// full-width kana decide, whose bytes in one are never valid in the other.
func detect(raw []byte) (string, charset, error) {
	if bytes.Contains(raw, []byte("\x1b$B")) || bytes.Contains(raw, []byte("\x1b$@")) {
		return onlyOne(raw, charset{name: "iso-2022-jp", enc: japanese.ISO2022JP})
	}
	if utf8.Valid(raw) {
		c := charset{name: "utf-8"}
		text, err := c.decode(raw)
		return text, c, err
	}
	return onlyOne(raw,
		charset{name: "shift_jis", enc: japanese.ShiftJIS}, charset{name: "euc-jp", enc: japanese.EUCJP})
}

// onlyOne gives the only candidate under which the bytes are Japanese text.
func onlyOne(raw []byte, candidates ...charset) (string, charset, error) {
	var found charset
	var text string
	for _, c := range candidates {
		t, err := c.decode(raw)
		if err != nil || !strings.ContainsFunc(t, isKana) {
			continue
		}
		if found.name != "" {
			return "", charset{}, &CharsetError{Fault: CharsetUndetermined}
		}
		found, text = c, t
	}
	if found.name == "" {
		return "", charset{}, &CharsetError{Fault: CharsetUndetermined}
	}
	return text, found, nil
}

func isKana(r rune) bool { return r >= 0x3041 && r <= 0x30fa }

// metaHead is how far into a page its declaration of the encoding is looked
// for. The WHATWG asks for 1,024 bytes; pages are found that put it later.
const metaHead = 4096

var (
	contentCharset = lazy.Regexp(`(?i)charset\s*=\s*["']?([^\s"';]+)`)
	xmlEncoding    = lazy.Regexp(`^\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']`)
)

// metaCharset gives the encoding that a page itself declares, if any.
func metaCharset(raw []byte) string {
	z := html.NewTokenizer(bytes.NewReader(raw[:min(len(raw), metaHead)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.CommentToken:
			if m := xmlEncoding().FindSubmatch(z.Text()); m != nil {
				return asciiCompatible(string(m[1]))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if name := metaOf(z.Token()); name != "" {
				return asciiCompatible(name)
			}
		default:
		}
	}
}

func metaOf(t html.Token) string {
	if t.Data != "meta" {
		return ""
	}
	var equiv, content string
	for _, a := range t.Attr {
		switch a.Key {
		case "charset":
			return a.Val
		case "http-equiv":
			equiv = a.Val
		case "content":
			content = a.Val
		}
	}
	if m := contentCharset().FindStringSubmatch(content); m != nil && strings.EqualFold(equiv, "content-type") {
		return m[1]
	}
	return ""
}

// asciiCompatible reads UTF-16 as UTF-8: a declaration that could be read as
// ASCII is not in UTF-16, as the WHATWG notes.
func asciiCompatible(name string) string {
	if strings.HasPrefix(strings.ToLower(name), "utf-16") {
		return "utf-8"
	}
	return name
}
