package sourcetext

import (
	"strings"
	"sync"
)

func names(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for name := range strings.FieldsSeq(list) {
			set[name] = true
		}
		return set
	})
}

var (
	// blocks begin and end a line.
	blocks = names(`address article aside blockquote body br caption center dd details dialog dir div dl dt
		fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li
		listing main menu nav ol optgroup option p plaintext pre search section select summary table tbody
		td textarea tfoot th thead tr ul xmp`)
	tableParts = names("caption col colgroup table tbody td tfoot th thead tr")
	// void elements have no end.
	void = names(`area base basefont bgsound br col embed frame hr img input keygen link meta param source
		track wbr`)
	preserving = names("listing plaintext pre textarea xmp")
	// invisible elements show nothing of what is inside them: they are for
	// machines, replaced by what they embed, or (rp, rt) beside the text.
	invisible = names(`audio canvas datalist desc head iframe metadata noembed noframes noscript object rp rt
		rtc script style template title video`)
	headContent = names("base basefont bgsound head link meta noframes noscript script style template title")
)

// implication is what a start tag ends, and inside of what.
type implication struct{ closes, within []string }

// implied says which open elements a start tag ends, inside which others.
var implied = sync.OnceValue(func() map[string]implication {
	return map[string]implication{
		"li":       {[]string{"li"}, []string{"ul", "ol", "menu", "dir", "table", "td", "th"}},
		"dt":       {[]string{"dt", "dd"}, []string{"dl", "table", "td", "th"}},
		"dd":       {[]string{"dt", "dd"}, []string{"dl", "table", "td", "th"}},
		"option":   {[]string{"option"}, []string{"select", "datalist", "optgroup"}},
		"optgroup": {[]string{"option", "optgroup"}, []string{"select"}},
		"rt":       {[]string{"rt", "rp"}, []string{"ruby"}},
		"rp":       {[]string{"rt", "rp"}, []string{"ruby"}},
		"td":       {[]string{"td", "th"}, []string{"tr", "table"}},
		"th":       {[]string{"td", "th"}, []string{"tr", "table"}},
		"tr":       {[]string{"td", "th", "tr", "caption"}, []string{"table"}},
		"tbody":    {[]string{"td", "th", "tr", "tbody", "thead", "tfoot", "caption"}, []string{"table"}},
		"thead":    {[]string{"td", "th", "tr", "tbody", "thead", "tfoot", "caption"}, []string{"table"}},
		"tfoot":    {[]string{"td", "th", "tr", "tbody", "thead", "tfoot", "caption"}, []string{"table"}},
	}
})
