package report

import (
	"cmp"
	"fmt"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/finding"
)

const (
	// sarifMessageMax bounds a message in characters: GitHub refuses a log of
	// more than 10 MB, compressed.
	sarifMessageMax = 2_000
	// sarifDescriptionMax is the number of characters that GitHub takes of the
	// descriptions of a rule.
	sarifDescriptionMax = 1024
	sarifHelpMax        = 20_000
	// sarifLinkMax keeps a list of links readable.
	sarifLinkMax = 80
	// sarifRelatedMax is the number of locations that GitHub shows of a result.
	sarifRelatedMax = 100
)

// sarifShown copies a finding with its texts visible; paths stay, they become
// URIs.
func sarifShown(f *finding.Finding) *finding.Finding {
	shown := inTheOpen(*f)
	shown.Location = f.Location
	if f.Evidence != nil {
		for i := range shown.Evidence.Operands {
			shown.Evidence.Operands[i].Location = f.Evidence.Operands[i].Location
		}
	}
	for i := range shown.Related {
		shown.Related[i].Location = f.Related[i].Location
	}
	return &shown
}

var sarifPlainEscapes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)
})

// sarifPlain escapes what would be a link in a plain text message.
func sarifPlain(s string) string { return sarifPlainEscapes().Replace(s) }

var sarifMarkdownEscapes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `#`, `\#`, `|`, `\|`, `~`, `\~`, `!`, `\!`,
		`&`, `&amp;`, `<`, `&lt;`, `>`, `&gt;`)
})

// sarifMarkdown escapes what Markdown, or HTML in it, would act on.
func sarifMarkdown(s string) string { return sarifMarkdownEscapes().Replace(s) }

// sarifRelation is a fact, or another place, that a finding speaks of: link is
// what a message calls it, text says what it is.
type sarifRelation struct {
	link, text string
	at         finding.Range
}

// sarifRelations lists what a finding speaks of besides its own place.
func sarifRelations(f *finding.Finding, lang string) []sarifRelation {
	var list []sarifRelation
	add := func(link, text string, at finding.Range) {
		if at.File != "" && at.Start.IsValid() && at != f.Location {
			list = append(list, sarifRelation{link, text, at})
		}
	}
	if f.Evidence != nil {
		for _, o := range f.Evidence.Operands {
			head, label := sarifOperand(o, lang)
			add(cmp.Or(head, label), strings.Trim(head+": "+label, ": "), o.Location)
		}
	}
	for _, r := range f.Related {
		add(r.Message.In(lang), r.Message.In(lang), r.Location)
	}
	return list
}

// sarifOperand names an operand: what part it plays, with the figure; and the
// fact.
func sarifOperand(o finding.Operand, lang string) (head, label string) {
	w := wordsIn(lang)
	figure := o.Printed
	if figure == "" {
		figure = amount(o.Value, o.Unit)
	}
	if figure == "" {
		figure = in(w.statuses, o.Status)
	}
	if o.Weight != "" && o.Weight != "1" {
		figure = amount(o.Weight, "") + " × " + figure
	}
	label = o.Label.In(lang)
	if label == "" {
		label = o.Fact
	}
	return strings.TrimSpace(in(w.roles, o.Role) + " " + figure), label
}

// sarifMessage is the sentence of a finding, behind it a link to each of the
// relations, whose ids begin at 1.
func sarifMessage(f *finding.Finding, related []sarifRelation, lang string) string {
	message := sarifPlain(shorten(f.Message.In(lang), sarifMessageMax))
	if message == "" {
		message = sarifPlain(f.Rule)
	}
	if len(related) == 0 {
		return message
	}
	w := wordsIn(lang)
	shown := related[:min(len(related), sarifRelatedMax)]
	links := make([]string, len(shown))
	for i, r := range shown {
		links[i] = fmt.Sprintf("[%s](%d)", sarifPlain(shorten(r.link, sarifLinkMax)), i+1)
	}
	if more := len(related) - len(shown); more > 0 {
		links = append(links, fmt.Sprintf(w.furtherFacts, more))
	}
	return message + "\n" + fmt.Sprintf(w.factsInvolved, strings.Join(links, w.listSeparator))
}

// sarifLocations gives the relations as locations with the ids that the message
// links to.
func (m *sarifMaker) sarifLocations(related []sarifRelation) []sarifLocation {
	var list []sarifLocation
	for i, r := range related {
		if i == sarifRelatedMax {
			break
		}
		id := i + 1
		at := m.location(r.at)
		at.ID, at.Message = &id, &sarifText{Text: sarifPlain(shorten(r.text, sarifDescriptionMax))}
		list = append(list, at)
	}
	return list
}
