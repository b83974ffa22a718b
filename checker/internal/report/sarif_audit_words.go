package report

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// sarifKinds are the kinds of the verdicts. What holds through rounding only is
// neither a failure nor anything to decide.
var sarifKinds = map[finding.Verdict]string{
	finding.Consistent: "pass", finding.RoundingOnly: "informational", finding.Inconsistent: "fail", finding.Undetermined: "open",
}

var sarifStates = map[finding.BaselineState]string{
	finding.BaselineNew: "new", finding.BaselineUnchanged: "unchanged", finding.BaselineChanged: "updated", finding.BaselineGone: "absent",
}

// sarifSuppressed are the states of decisions, as far as SARIF tells them
// apart: one whose evidence has changed waits to be looked at again.
var sarifSuppressed = map[string]string{
	finding.DispositionLive: "accepted", finding.DispositionStale: "underReview", finding.DispositionExpired: "rejected",
}

func sarifSuppress(d *finding.Disposition) sarifSuppression {
	status, ok := sarifSuppressed[d.State]
	if !ok {
		status = "underReview"
	}
	return sarifSuppression{Kind: "external", Status: status, Justification: d.Reason, Properties: sarifBag{
		"status": d.Status, "state": d.State, "owner": d.Owner, "approver": d.Approver, "date": d.Date, "expires": d.Expires,
	}}
}

// sarifFindingBag holds what SARIF has no member for.
func sarifFindingBag(f *finding.Finding) sarifBag {
	bag := sarifBag{"subject": f.Subject, "class": f.Class, "severity": f.Severity, "verdict": f.Verdict}
	if f.Case != "" {
		bag["case"] = f.Case
	}
	if f.Help != (finding.Text{}) {
		bag["help"] = f.Help
	}
	if f.Evidence != nil {
		bag["evidence"] = f.Evidence
	}
	return bag
}

// sarifMarkdownOf shows a finding with its arithmetic, a line an operand.
func sarifMarkdownOf(f *finding.Finding, lang string) string {
	w := wordsIn(lang)
	var b strings.Builder
	b.WriteString("**" + sarifMarkdown(shorten(f.Message.In(lang), sarifMessageMax)) + "**\n")
	p := &printer{words: w, lang: lang}
	line := func(text, interval string) {
		b.WriteString("\n- " + sarifMarkdown(shorten(strings.TrimRight(text+" "+p.interval(interval), " "), sarifMessageMax)))
	}
	e := f.Evidence
	if e == nil {
		return strings.TrimRight(b.String(), "\n")
	}
	for i, o := range e.Operands {
		if i == sarifRelatedMax {
			break
		}
		head, label := sarifOperand(o, lang)
		line(strings.Trim(head+": "+label, ": "), o.Interval)
	}
	if e.Computed != nil {
		line(w.computed+" "+amount(e.Computed.Value, e.Unit), e.Computed.Interval)
	}
	if e.Reported != nil {
		line(w.reported+" "+amount(e.Reported.Value, e.Unit), e.Reported.Interval)
	}
	if e.Deviation != "" {
		line(w.deviation+" "+w.distance(e.Deviation, e.Unit), "")
	}
	if help := f.Help.In(lang); help != "" {
		line(w.help+": "+help, "")
	}
	return strings.TrimRight(b.String(), "\n")
}
