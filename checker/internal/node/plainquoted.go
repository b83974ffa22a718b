package node

// quoted reads a text in quotes. It may go on in lines indented beyond indent.
func (r *plainReader) quoted(indent int) (string, bool) {
	quote := r.data[r.at]
	begin := r.at + 1
	for i := begin; i < len(r.data); i++ {
		switch c := r.data[i]; {
		case c == quote && (quote == '"' || i+1 == len(r.data) || r.data[i+1] != quote):
			r.at = i + 1
			return r.texts.of(r.data[begin:i]), true
		case c == quote, isBreak(c), c == '\\' && quote == '"':
			r.joined = append(r.joined[:0], r.data[begin:i]...)
			r.at = i
			return r.quotedRest(quote, indent)
		}
	}
	return "", false
}

// quotedRest reads a text in quotes from its first escape or line break on,
// which is the next byte. What comes before stands in joined.
func (r *plainReader) quotedRest(quote byte, indent int) (string, bool) {
	// Spaces before a line break count as nothing, unless they are escaped.
	escaped := 0
	for r.at < len(r.data) {
		switch c := r.data[r.at]; {
		case c == quote && quote == '\'' && r.at+1 < len(r.data) && r.data[r.at+1] == quote:
			r.joined = append(r.joined, c)
			r.at += 2
		case c == quote:
			r.at++
			return r.texts.of(r.joined), true
		case c == '\\' && quote == '"':
			if !r.unescape() {
				return "", false
			}
			escaped = len(r.joined)
		case isBreak(c):
			if !r.goesOn(indent) {
				return "", false
			}
			for len(r.joined) > escaped && r.joined[len(r.joined)-1] == ' ' {
				r.joined = r.joined[:len(r.joined)-1]
			}
			r.joined = append(r.joined, ' ')
			r.nextLine()
		default:
			r.joined = append(r.joined, c)
			r.at++
		}
	}
	return "", false
}

// unescape replaces the escape at the next byte, if it is one that JSON has.
// YAML does not put a character together from the escapes of its halves.
func (r *plainReader) unescape() bool {
	e := jsonReader{unescaped: r.joined}
	width := e.escape(r.data[r.at:])
	if width == 0 || width > len(`\u0000`) || e.half {
		return false
	}
	r.joined = e.unescaped
	r.at += width
	return true
}
