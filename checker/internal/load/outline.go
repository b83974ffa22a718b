package load

import (
	"bytes"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// outlined is what the outline of a file tells: what its documents hold, and
// the sources that the facts in it are of.
type outlined struct {
	kinds   []Kind
	sources []string
}

func (o *outlined) add(key, value string) bool {
	for _, m := range marks {
		if m.key != key {
			continue
		}
		if !slices.Contains(o.kinds, m.kind) {
			o.kinds = append(o.kinds, m.kind)
		}
		if m.kind == Facts {
			if !rePlainID().MatchString(value) {
				return false
			}
			if !slices.Contains(o.sources, value) {
				o.sources = append(o.sources, value)
			}
		}
	}
	return true
}

// rePlainID matches what is an id however it is read.
var rePlainID = lazy.Regexp(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// outline looks for the keys that tell what a file holds without reading all of
// it. It is not sure of a file in which it finds none, or whose source is not
// plainly written; and it may be deceived, which reading the file shows.
func outline(name string, data []byte) (o outlined, sure bool) {
	if strings.HasSuffix(strings.ToLower(name), ".json") {
		sure = o.json(data)
	} else {
		sure = o.yaml(data)
	}
	return o, sure && len(o.kinds) > 0
}

// yaml looks at the lines that begin with a key.
func (o *outlined) yaml(data []byte) bool {
	for len(data) > 0 {
		line := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			line, data = data[:i], data[i+1:]
		} else {
			data = nil
		}
		if len(line) == 0 || line[0] < 'c' || line[0] > 's' {
			continue // no mark begins so
		}
		key, value, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(value) > 0 && value[0] != ' ' && value[0] != '\t' && value[0] != '\r' {
			continue
		}
		if value, _, _ = bytes.Cut(value, []byte(" #")); !o.add(string(bytes.TrimSpace(key)), string(bytes.TrimSpace(value))) {
			return false
		}
	}
	return true
}

// json looks at the members of the outermost object.
func (o *outlined) json(data []byte) bool {
	depth, key := 0, ""
	for i := 0; i < len(data); i++ {
		switch c := data[i]; c {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case ',':
			if depth == 1 {
				key = ""
			}
		case '"':
			end := textEnd(data, i+1)
			if depth != 1 {
				i = end
				continue
			}
			text := string(data[i+1 : end])
			if bytes.IndexByte(data[i+1:end], '\\') >= 0 {
				return false
			}
			switch {
			case key == "":
				key = text
				if key != "source" && !o.add(key, "") {
					return false
				}
			case key == "source" && !o.add(key, text):
				return false
			}
			i = end
		}
	}
	return true
}

// textEnd gives the place of the quote that ends a text.
func textEnd(data []byte, i int) int {
	for i < len(data) {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			return len(data)
		}
		at, slashes := i+n, 0
		for at-slashes-1 >= i && data[at-slashes-1] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return at
		}
		i = at + 1
	}
	return len(data)
}
