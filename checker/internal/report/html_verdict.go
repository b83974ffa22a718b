package report

import (
	"github.com/tieout/tieout/checker/internal/finding"
)

// outcome is the page's first word: Tone is bad, open, fair or good.
type outcome struct {
	Tone string
	Text finding.Text
}

// tally is a count of the first screen, and where its subject stands.
type tally struct {
	Tone, Mark, Href string
	N                int
	Text             finding.Text
}

// verdict says in one sentence what the run came to.
func verdict(r *finding.Report) outcome {
	n := r.Summary.Findings
	switch {
	case r.Summary.InputErrors > 0:
		return outcome{"bad", word("verdictInput")}
	case n[finding.Error] > 0:
		return outcome{"bad", word("verdictErrors")}
	case r.Summary.Checks == 0:
		return outcome{"open", word("verdictNothing")}
	case n[finding.Warning] > 0:
		return outcome{"fair", word("verdictWarnings")}
	case r.Summary.Undetermined > 0:
		return outcome{"open", word("verdictOpen")}
	}
	return outcome{"good", word("verdictClean")}
}

func tallies(r *finding.Report, total ruleRow) []tally {
	var list []tally
	for _, s := range finding.Severities() {
		list = append(list, tally{
			Tone: string(s), Mark: severityMarks[s], Href: "#findings", N: r.Summary.Findings[s],
			Text: plural(r.Summary.Findings[s], "severities."+string(s)),
		})
	}
	return append(list,
		tally{Tone: "open", Mark: markOf(finding.Undetermined), Href: "#scope", N: r.Summary.Undetermined, Text: word("undecidedChecks")},
		tally{Tone: "decided", Mark: "§", Href: "#decided", N: r.Summary.Decided, Text: word("setAside")},
		tally{Tone: "held", Mark: markOf(finding.Consistent), Href: "#held", N: total.Consistent, Text: word("checksHeld")})
}

// severityMarks tell severities apart without colour.
var severityMarks = map[finding.Severity]string{finding.Error: "■", finding.Warning: "▲", finding.Note: "●"}
