package coverage

import (
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// Headings are told by their form alone, and no section is longer than
// sectionLines lines.
const (
	sectionLines = 50
	headingWidth = 60
)

// heading matches the lines that begin a section: "# Pay", "1-2. Pay",
// "第3章", "Chapter 4", "【Pay】", "[Pay]", "<Pay>", "■Pay".
var heading = lazy.Regexp(`^(#{1,6} \S|\d{1,2}([-.]\d{1,2})+\. |第[\d一二三四五六七八九十]+[章節部編]|(Chapter|Part|Section) \d|[■□●◆]|【.+】$|\[.+\]$|<.+>|〈.+〉)`)

// sections parts a text. Together they hold all lines; what has no heading is
// named by its lines alone.
func sections(text *sourcetext.Text) []Section {
	list := []Section{{First: 1}}
	for i, line := range text.Lines {
		trimmed, number := strings.TrimSpace(line.Text), i+1
		last := &list[len(list)-1]
		switch {
		case utf8.RuneCountInString(trimmed) <= headingWidth && heading().MatchString(trimmed):
			if number == last.First {
				last.Title = trimmed
				break
			}
			last.Last = number - 1
			list = append(list, Section{First: number, Title: trimmed})
		case number-last.First == sectionLines:
			last.Last = number - 1
			list = append(list, Section{First: number})
		}
	}
	list[len(list)-1].Last = max(len(text.Lines), 1)
	return list
}
