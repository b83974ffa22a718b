package sourcetext

import (
	"context"
	"strings"
)

// plainLines splits a text into the lines of its file. Offsets are those in
// the decoded text.
func plainLines(ctx context.Context, text string, l limits) ([]Line, error) {
	if n := lineEnds(text); n > l.lines {
		return nil, &LimitError{What: LimitLines, Limit: int64(l.lines)}
	}
	var lines []Line
	for start := 0; start < len(text); {
		if len(lines)%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		end := len(text)
		if n := strings.IndexAny(text[start:], "\r\n"); n >= 0 {
			end = start + n
		}
		if int64(end-start) > l.line {
			return nil, &LimitError{What: LimitLine, Limit: l.line, Line: len(lines) + 1}
		}
		lines = append(lines, Line{
			Text: text[start:end], FileLine: len(lines) + 1, Start: int64(start), End: int64(end),
		})
		start = end + 1
		if strings.HasPrefix(text[end:], "\r\n") {
			start++
		}
	}
	return lines, nil
}
