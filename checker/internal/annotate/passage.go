package annotate

import (
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// passageWidth bounds a passage, in characters, without the ellipses: enough to
// recognise the place, too little to stand for the document.
const passageWidth = 118

// passages gives the operands of findings the words around them. The checks that
// held go without: nobody has to judge them.
func passages(r *finding.Report, in Input) {
	for i := range r.Findings {
		e := r.Findings[i].Evidence
		if e == nil {
			continue
		}
		for j := range e.Operands {
			o := &e.Operands[j]
			f, text := in.Corpus.Fact(o.Fact), in.Texts.Get(o.Source)
			if f != nil && text != nil {
				o.Passage = passage(text, f.Selector)
			}
		}
	}
}

// passage gives the words around what a selector quotes. Without a quotation, or
// where it does not stand, the line itself has to do.
func passage(text *sourcetext.Text, s fact.Selector) string {
	place, wrong := text.Place(s.Line, s.Exact, s.Occurrence)
	if wrong != nil {
		return text.Passage(s.Line, 1, 0, passageWidth)
	}
	width := min(utf8.RuneCountInString(s.Exact), passageWidth)
	return text.Passage(s.Line, place.Column, width, (passageWidth-width)/2)
}
