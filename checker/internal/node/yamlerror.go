package node

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker/internal/finding"
)

// yamlError reports an error of the YAML library in words that tell what to
// do. What follows the error in the file cannot be read.
func (p *parser) yamlError(err error) {
	if failed, ok := errors.AsType[*libraryPanicError](err); ok {
		p.report(problem{
			message: sayf("this file makes the YAML library fail: %s", "このファイルでYAMLライブラリが異常終了しました（%s）", show(failed.Error())),
			help: sayf("Write the file in plain YAML or in JSON, and report the failure with the file.",
				"簡素なYAMLかJSONで書き直し、このファイルを添えて不具合として報告してください。"),
		})
		return
	}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		load = &yaml.LoadError{Message: err.Error()}
	}
	at := p.src.offset(load.Mark.Line, load.Mark.Column)
	if load.Mark.Line == 0 {
		at = p.unplaced(load.Message)
	}
	// Inside brackets, tabs are as good as spaces.
	inBrackets := strings.Contains(load.Message, "expected ',' or")
	if tab := p.tabIndent(at); tab >= 0 && !inBrackets {
		p.report(problem{
			start: tab, end: tab + 1,
			message: sayf("the line is indented by a tab", "字下げにタブが使われています"),
			help:    sayf("Indent with spaces, two for each level.", "字下げには半角スペースを使ってください（一段につき二つ）。"),
		})
		return
	}
	pr := problem{start: at, end: p.characterEnd(at)}
	m := meaningOf(load.Message)
	pr.message, pr.help = m.message, m.help
	switch m.contains {
	case depthExceeded:
		pr.message = tooDeep(p.limits.Depth)
	case "":
		pr.message = sayf("this is not valid YAML: %s", "YAMLとして読めません（%s）", show(load.Message))
	}
	if load.ContextMark.Line > 0 && load.ContextMark != load.Mark {
		from := p.src.offset(load.ContextMark.Line, load.ContextMark.Column)
		if m.atStart {
			pr.start, pr.end = from, p.characterEnd(from)
		} else {
			pr.related = []finding.Related{{
				Message:  sayf("it belongs to what begins here", "ここから始まる部分に属しています"),
				Location: p.stretch(from, p.characterEnd(from)),
			}}
		}
	}
	p.report(pr)
}

// characterEnd gives the end of the character at offset; a line break counts
// as nothing, so that a place stays on its line.
func (p *parser) characterEnd(at int) int {
	if at >= len(p.src.data) || breakWidth(p.src.data[at:]) > 0 {
		return at
	}
	_, width := utf8.DecodeRune(p.src.data[at:])
	return at + width
}

// tabIndent gives the offset of the first tab in the indentation of the line
// that offset is in, or -1.
func (p *parser) tabIndent(offset int) int {
	offset = min(offset, len(p.src.data))
	start := bytes.LastIndexAny(p.src.data[:offset], "\r\n") + 1
	for i := start; i < len(p.src.data); i++ {
		switch p.src.data[i] {
		case '\t':
			return i
		case ' ':
		default:
			return -1
		}
	}
	return -1
}

// unplaced finds the value that an error without a place speaks of: a tag that
// does not fit its value ("cannot construct !!str `abc` as a !!int").
func (p *parser) unplaced(message string) int {
	_, tag, found := strings.Cut(message, "` as a ")
	if !found {
		return 0
	}
	return max(0, bytes.Index(p.src.data, []byte(tag)))
}

// depthExceeded is how the library reports that the limit which we set it is
// exceeded.
const depthExceeded = "exceeded max depth"

// meaning is what an error of the library says to an author. With atStart, the
// place to look at is where the construct begins, not where it fails.
type meaning struct {
	contains      string
	message, help finding.Text
	atStart       bool
}

// meaningOf finds the first meaning whose text is in the library's message; if
// there is none, a meaning with only a help.
func meaningOf(message string) meaning {
	for _, m := range meanings {
		if strings.Contains(message, m.contains) {
			return m
		}
	}
	return meaning{help: sayf("Check the quotes, the colons and the indentation here and in the line above.",
		"この行と一つ上の行の引用符・コロン・字下げを確認してください。")}
}
