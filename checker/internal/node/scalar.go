package node

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// isNumber reports whether text is a number as JSON writes it. Nothing else
// is one: 0x1F, 1_000, .5, +1 and .inf are text.
func isNumber(text string) bool {
	return text != "" && numberEnd(text) == len(text)
}

// numberEnd gives the length of the number that text begins with, as JSON
// writes it; 0 where none does, or only the first part of one.
func numberEnd[T string | []byte](text T) int {
	i := 0
	if i < len(text) && text[i] == '-' {
		i++
	}
	whole := i
	if i = digitsEnd(text, i); i == whole {
		return 0
	}
	if text[whole] == '0' {
		i = whole + 1
	}
	if i < len(text) && text[i] == '.' {
		fraction := i + 1
		if i = digitsEnd(text, fraction); i == fraction {
			return 0
		}
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		exponent := i + 1
		if exponent < len(text) && (text[exponent] == '+' || text[exponent] == '-') {
			exponent++
		}
		if i = digitsEnd(text, exponent); i == exponent {
			return 0
		}
	}
	return i
}

// digitsEnd gives the end of the digits in text from i on.
func digitsEnd[T string | []byte](text T, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

// exponentWithin reports whether the number's power of ten is at most limit.
func exponentWithin(number string, limit int) bool {
	i := strings.IndexByte(number, 'e')
	if i < 0 {
		i = strings.IndexByte(number, 'E')
	}
	if i < 0 {
		return true
	}
	power := strings.TrimLeft(strings.TrimLeft(number[i+1:], "+-"), "0")
	if len(power) > 9 {
		return false
	}
	n := 0
	for _, d := range power {
		n = n*10 + int(d-'0')
	}
	return n <= limit
}

// plain gives the value of text without quotes or tag.
func plain(text string) Node {
	switch {
	case text == "" || text == "~" || text == "null":
		return Node{Kind: Null}
	case text == "true" || text == "false":
		return Node{Kind: Bool, Text: text}
	case isNumber(text):
		return Node{Kind: Number, Text: text}
	}
	return Node{Kind: String, Text: text}
}

// excess is the limit that a number or a text is beyond.
type excess int

const (
	nothing excess = iota
	numberLength
	exponent
	stringBytes
)

// beyond gives the limit that a number or a text is beyond.
func (p *parser) beyond(n *Node) excess {
	switch {
	case n.Kind == Number && len(n.Text) > p.limits.NumberLength:
		return numberLength
	case n.Kind == Number && !exponentWithin(n.Text, p.limits.Exponent):
		return exponent
	case n.Kind == String && len(n.Text) > p.limits.StringBytes:
		return stringBytes
	}
	return nothing
}

// checkScalar holds a number or a text to the limits.
func (p *parser) checkScalar(n *Node, start, end int) {
	switch p.beyond(n) {
	case nothing:
	case numberLength:
		p.refuse(start, end,
			sayf("the number has more than %d characters", "数値が%d文字を超えています", p.limits.NumberLength),
			sayf("Write the figure as the source prints it.", "資料に記載された数字のとおりに書いてください。"))
	case exponent:
		p.refuse(start, end,
			sayf("the exponent of %s is beyond ±%d", "%s の指数が±%dを超えています", show(n.Text), p.limits.Exponent),
			sayf("Write the figure in full, or use `scale`.", "数字をそのまま書くか、`scale` を使ってください。"))
	case stringBytes:
		p.refuse(start, end, tooLong(p.limits.StringBytes),
			sayf("Shorten it; facts quote figures, not passages.", "短くしてください。引用するのは数字であり、文章ではありません。"))
	}
}

// refuse reports a value because of which the document is left out.
func (p *parser) refuse(start, end int, message, help finding.Text) {
	p.broken = true
	p.report(problem{start: start, end: end, pointer: p.pointer(), message: message, help: help})
}

// count adds the values of a subtree to those of the file. It stops the file
// when they are too many.
func (p *parser) count(nodes, start int) bool {
	p.nodes += nodes
	if p.nodes <= p.limits.Nodes {
		return true
	}
	p.stopped = true
	p.refuse(start, start,
		sayf("the file holds more than %d values (aliases written out)", "ファイルの値が%d個を超えています（エイリアスは展開して数えます）", p.limits.Nodes),
		tooManyHelp())
	return false
}

// enter holds the depth to its limit; it stops the file beyond it.
func (p *parser) enter(depth, start int) bool {
	if depth <= p.limits.Depth {
		return true
	}
	p.stopped = true
	p.refuse(start, start, tooDeep(p.limits.Depth), tooDeepHelp())
	return false
}

func tooManyHelp() finding.Text {
	return sayf("Split it into several files, and repeat less by aliases.", "複数のファイルに分け、エイリアスによる繰り返しを減らしてください。")
}

func tooLong(limit int) finding.Text {
	return sayf("the text is longer than %d bytes", "文字列が%dバイトを超えています", limit)
}

func tooDeep(limit int) finding.Text {
	return sayf("lists and mappings are nested more than %d deep", "入れ子が%d段を超えています", limit)
}

func tooDeepHelp() finding.Text {
	return sayf("Fact files need fewer than ten levels; check the brackets and the indentation.",
		"事実ファイルに必要な入れ子は十段以下です。括弧と字下げを確認してください。")
}
