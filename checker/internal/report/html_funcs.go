package report

import (
	"html/template"
	"math/big"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// pageFuncs are what the template calls.
func pageFuncs() template.FuncMap {
	return template.FuncMap{
		"t":     both,
		"w":     func(key string, args ...any) template.HTML { return both(word(key, args...)) },
		"word":  word,
		"n":     grouping,
		"in":    func(t finding.Text, lang string) string { return t.In(lang) },
		"svg":   bothInSVG,
		"short": func(digest string) string { return digest[:min(len(digest), 12)] },
		"web":   isWeb,
		"join":  func(list []string) string { return strings.Join(list, " ") },
		"minus": func(a, b int) int { return a - b },
		"shortAnchor": func(anchor string) string {
			return strings.TrimPrefix(anchor, "f-")[:min(len(anchor)-2, 6)]
		},
		"toneOf":       func(v finding.Verdict) string { return tones[v] },
		"markVerdict":  markOf,
		"markSeverity": func(s finding.Severity) string { return severityMarks[s] },
		"verdictWord":  func(v finding.Verdict) finding.Text { return word(string(v)) },
		"severityWord": func(s finding.Severity) finding.Text { return named("severity.", string(s)) },
		"classWord":    func(c finding.Class) finding.Text { return named("class.", string(c)) },
		"baselineWord": func(b finding.BaselineState) finding.Text { return named("baseline.", string(b)) },
		"stateWord":    func(s string) finding.Text { return named("state.", s) },
		"statusWord":   func(s string) finding.Text { return named("status.", s) },
		"kindOf":       func(s string) finding.Text { return named("kind.", s) },
		"roundingOf":   roundingText,
		"classes":      classOptions,
		"statuses":     statusOptions,
		"orders":       orderOptions,
		"states":       baselineCounts,
		"further":      further,
	}
}

// tones are the classes in which the style paints verdicts.
var tones = map[finding.Verdict]string{
	finding.Consistent: "held", finding.RoundingOnly: "near", finding.Inconsistent: "miss", finding.Undetermined: "open",
}

// named gives the word for a name of the model, or the name itself.
func named(prefix, name string) finding.Text {
	if t, ok := pageWords()[prefix+name]; ok {
		return t
	}
	return finding.Text{EN: name}
}

func roundingText(rounding string) finding.Text {
	if rounding == "" {
		return word("notStated")
	}
	return named("", rounding)
}

// option is a choice of a filter.
type option struct {
	Value string
	Text  finding.Text
}

func classOptions() []option {
	var list []option
	for _, c := range []finding.Class{finding.Record, finding.Source, finding.Gap} {
		name, why := word("class."+string(c)), word("class."+string(c)+".why")
		list = append(list, option{string(c), finding.Text{EN: name.EN + ": " + why.EN, JA: name.JA + "：" + why.JA}})
	}
	return list
}

// statusOptions are the states of decisions and, where there is a base, of
// findings against it.
func statusOptions(r *finding.Report) []option {
	list := []option{
		{"d:open", word("statusOpen")},
		{"d:live", word("statusLive")},
		{"d:stale", word("statusStale")},
		{"d:expired", word("statusExpired")},
	}
	if r.Baseline != nil {
		for _, s := range []finding.BaselineState{finding.BaselineNew, finding.BaselineChanged, finding.BaselineUnchanged} {
			list = append(list, option{"b:" + string(s), word("baseline." + string(s))})
		}
		list = append(list, option{"n:true", word("statusFailsNew")})
	}
	return list
}

func orderOptions() []option {
	return []option{
		{"rule", word("byRule")}, {"severity", word("bySeverity")}, {"place", word("byPlace")}, {"source", word("bySource")},
	}
}

func baselineCounts(counts map[finding.BaselineState]int) []namedCount {
	var list []namedCount
	for _, s := range []finding.BaselineState{
		finding.BaselineNew, finding.BaselineChanged, finding.BaselineUnchanged, finding.BaselineGone,
	} {
		list = append(list, namedCount{word("baseline." + string(s)), counts[s]})
	}
	return list
}

// bothInSVG is both for the texts of drawings.
func bothInSVG(t finding.Text) template.HTML {
	if t.JA == "" || t.JA == t.EN {
		return template.HTML(template.HTMLEscapeString(t.EN)) //nolint:gosec // escaped
	}
	return template.HTML(`<tspan lang=en>` + template.HTMLEscapeString(t.EN) + //nolint:gosec // escaped
		`</tspan><tspan lang=ja>` + template.HTMLEscapeString(t.JA) + `</tspan>`)
}

// both puts a text into the page in both languages; the style shows the one that
// is chosen. What has no Japanese is there for both. The tags are as short as
// can be: a page of ten thousand findings has a million of them.
func both(t finding.Text) template.HTML {
	if t.JA == "" || t.JA == t.EN {
		return template.HTML(template.HTMLEscapeString(t.EN)) //nolint:gosec // escaped
	}
	return template.HTML(`<i lang=en>` + template.HTMLEscapeString(t.EN) + //nolint:gosec // escaped
		`</i><i lang=ja>` + template.HTMLEscapeString(t.JA) + `</i>`)
}

// isWeb tells whether an address may be followed from the page.
func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// grouping writes a count with its thousands apart.
func grouping(n int) string { return grouped(strconv.Itoa(n)) }

// percent writes a share of a whole for an SVG length, with two decimals.
func percent(part, whole int64) string {
	if whole == 0 {
		return "0%"
	}
	return big.NewRat(100*part, whole).FloatString(2) + "%"
}
