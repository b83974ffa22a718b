package settle

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// RuleDisposition is the id of the findings on recorded decisions.
const RuleDisposition = "register/disposition"

// The cases of findings on decisions.
const (
	caseUnused  = "unused"
	caseExpired = "expired"
	caseStale   = "stale"
)

// dispose applies the recorded decisions to the findings, and gives the
// findings on the decisions themselves: expired, stale and unused ones. Of
// several decisions on one finding a live one counts, else the last; the
// others are history.
func dispose(findings []finding.Finding, decisions []fact.Decision, asOf string) []finding.Finding {
	known := make(map[string]*finding.Finding, len(findings))
	for i := range findings {
		known[findings[i].Fingerprint] = &findings[i]
	}
	counting := map[string]fact.Decision{}
	var problems []finding.Finding
	for _, d := range decisions {
		f := known[d.Fingerprint]
		if f == nil {
			problems = append(problems, unused(d))
			continue
		}
		before, decided := counting[d.Fingerprint]
		if !decided || state(before, f, asOf) != finding.DispositionLive || state(d, f, asOf) == finding.DispositionLive {
			counting[d.Fingerprint] = d
		}
	}
	for i := range findings {
		f := &findings[i]
		d, decided := counting[f.Fingerprint]
		if !decided {
			continue
		}
		f.Disposition = &finding.Disposition{
			Status: d.Status, Reason: d.Reason, Owner: d.Owner, Approver: d.Approver, Date: d.Date, Expires: d.Expires,
			State: state(d, f, asOf),
		}
		if f.Disposition.State != finding.DispositionLive {
			problems = append(problems, lapsed(d, f))
		}
	}
	return problems
}

// state tells whether a decision on a finding still stands. It holds on the day
// of its expiry.
func state(d fact.Decision, f *finding.Finding, asOf string) string {
	evidence := ""
	if f.Evidence != nil {
		evidence = f.Evidence.Digest
	}
	switch {
	case d.Expires != "" && d.Expires < asOf:
		return finding.DispositionExpired
	case d.Evidence != "" && d.Evidence != evidence:
		return finding.DispositionStale
	}
	return finding.DispositionLive
}

func unused(d fact.Decision) finding.Finding {
	return onDecision(d, caseUnused, finding.Text{
		EN: fmt.Sprintf("the decision dated %s is on a finding that does not exist: no finding has the fingerprint %s", d.Date, d.Fingerprint),
		JA: fmt.Sprintf("%s付けの判断に対応する指摘がありません（識別子 %s）", d.Date, d.Fingerprint),
	})
}

// lapsed is the finding on a decision that no longer stands.
func lapsed(d fact.Decision, on *finding.Finding) finding.Finding {
	name, message := caseStale, finding.Text{
		EN: fmt.Sprintf("the evidence behind %s on %s has changed since the decision of %s", on.Rule, on.Subject, d.Date),
		JA: fmt.Sprintf("%s（%s）の根拠が、%s付けの判断の後に変わっています", on.Rule, on.Subject, d.Date),
	}
	if on.Disposition.State == finding.DispositionExpired {
		name, message = caseExpired, finding.Text{
			EN: fmt.Sprintf("the decision of %s on %s on %s expired on %s", d.Date, on.Rule, on.Subject, d.Expires),
			JA: fmt.Sprintf("%s（%s）についての%s付けの判断は、%sに期限が切れました", on.Rule, on.Subject, d.Date, d.Expires),
		}
	}
	f := onDecision(d, name, message)
	f.Related = []finding.Related{{
		Message: finding.Text{EN: "the finding that it was on", JA: "判断の対象とした指摘"}, Location: on.Location,
	}}
	return f
}

func onDecision(d fact.Decision, name string, message finding.Text) finding.Finding {
	return finding.Finding{
		Rule: RuleDisposition, Case: name, Class: finding.Record, Severity: finding.Warning, Verdict: finding.Inconsistent,
		Subject: d.Fingerprint, Message: message, Location: d.Place,
		Help: finding.Text{EN: "decide again, or remove the entry", JA: "改めて判断するか、この項目を削除してください"},
	}
}
