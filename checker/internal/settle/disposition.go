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

// matter is what decisions are made on: a finding, or the deletion of a check.
type matter struct {
	rule, subject, evidence string
	at                      finding.Range
	disposition             **finding.Disposition
}

// docket matches decisions with what they are on.
type docket struct {
	findings, dropped map[string]matter
	// decided holds the findings that the base had a decision on: that was no
	// decision to delete them.
	decided map[string]bool
	asOf    string
	most    int
	// counting is the decision that counts for each matter, in the order in which
	// matters were met first.
	counting map[matter]fact.Decision
	order    []matter
}

// dispose applies the recorded decisions to the findings and to the checks that
// were dropped, and gives the findings on the decisions themselves: those that
// lack what a decision needs, expired, stale and unused ones. Of several
// decisions on one matter a live one counts, else the last; the others are
// history.
func dispose(findings []finding.Finding, dropped []finding.DroppedCheck, in Input) []finding.Finding {
	d := newDocket(findings, dropped, in)
	var problems []finding.Finding
	for _, decision := range in.Decisions {
		wrong, void := d.formal(decision)
		problems = append(problems, wrong...)
		m, on := d.matter(decision)
		switch {
		case void:
		case on:
			d.count(m, decision)
		case !decision.Dropped:
			problems = append(problems, unused(decision))
		case d.past(decision):
			problems = append(problems, over(decision, d.expiry(decision)))
		}
	}
	for _, m := range d.order {
		decision := d.counting[m]
		state := d.state(decision, m)
		*m.disposition = &finding.Disposition{
			Status: decision.Status, Reason: decision.Reason, Owner: decision.Owner, Approver: decision.Approver,
			Date: decision.Date, Expires: d.expiry(decision), State: state,
		}
		if state != finding.DispositionLive {
			problems = append(problems, lapsed(decision, m, state, d.expiry(decision)))
		}
	}
	return problems
}

func newDocket(findings []finding.Finding, dropped []finding.DroppedCheck, in Input) *docket {
	d := &docket{
		findings: make(map[string]matter, len(findings)), dropped: make(map[string]matter, len(dropped)), decided: map[string]bool{},
		asOf: in.AsOf, most: in.MaxDisposition, counting: map[matter]fact.Decision{},
	}
	if d.most <= 0 {
		d.most = DefaultMaxDisposition
	}
	for i := range findings {
		f := &findings[i]
		m := matter{rule: f.Rule, subject: f.Subject, at: f.Location, disposition: &f.Disposition}
		if f.Evidence != nil {
			m.evidence = f.Evidence.Digest
		}
		d.findings[f.Fingerprint] = m
	}
	for i := range dropped {
		c := &dropped[i]
		d.dropped[c.Fingerprint] = matter{rule: c.Rule, subject: c.Subject, at: c.Location, disposition: &c.Disposition}
	}
	if in.Base != nil && in.Base.Report != nil {
		for i := range in.Base.Report.Findings {
			f := &in.Base.Report.Findings[i]
			d.decided[f.Fingerprint] = f.Disposition != nil
		}
	}
	return d
}

// matter gives what a decision is on. One that quotes evidence, or that was made
// while the check stood, was on the finding, and says nothing of its deletion.
func (d *docket) matter(decision fact.Decision) (matter, bool) {
	if m, ok := d.findings[decision.Fingerprint]; ok && !decision.Dropped {
		return m, true
	}
	m, ok := d.dropped[decision.Fingerprint]
	return m, ok && (decision.Dropped || decision.Evidence == "" && !d.decided[decision.Fingerprint])
}

func (d *docket) count(m matter, decision fact.Decision) {
	before, decided := d.counting[m]
	if !decided {
		d.order = append(d.order, m)
	}
	if !decided || d.state(before, m) != finding.DispositionLive || d.state(decision, m) == finding.DispositionLive {
		d.counting[m] = decision
	}
}

// state tells whether a decision still stands. It holds on the day of its
// expiry.
func (d *docket) state(decision fact.Decision, m matter) string {
	switch {
	case d.past(decision):
		return finding.DispositionExpired
	case !decision.Dropped && decision.Evidence != "" && decision.Evidence != m.evidence:
		return finding.DispositionStale
	}
	return finding.DispositionLive
}

func unused(d fact.Decision) finding.Finding {
	return onDecision(d, caseUnused, d.Place, finding.Text{
		EN: fmt.Sprintf("the decision dated %s is on a finding that does not exist: no finding has the fingerprint %s", d.Date, d.Fingerprint),
		JA: fmt.Sprintf("%s付けの判断に対応する指摘がありません（識別子 %s）", d.Date, d.Fingerprint),
	})
}

// lapsed is the finding on a decision that no longer stands.
func lapsed(d fact.Decision, on matter, state, expiry string) finding.Finding {
	name, message := caseStale, finding.Text{
		EN: fmt.Sprintf("the evidence behind %s on %s has changed since the decision of %s", on.rule, on.subject, d.Date),
		JA: fmt.Sprintf("%s（%s）の根拠が、%s付けの判断の後に変わっています", on.rule, on.subject, d.Date),
	}
	if state == finding.DispositionExpired {
		name, message = caseExpired, finding.Text{
			EN: fmt.Sprintf("the decision of %s on %s on %s expired on %s", d.Date, on.rule, on.subject, expiry),
			JA: fmt.Sprintf("%s（%s）についての%s付けの判断は、%sに期限が切れました", on.rule, on.subject, d.Date, expiry),
		}
	}
	f := onDecision(d, name, d.Place, message)
	f.Related = []finding.Related{{
		Message: finding.Text{EN: "the finding that it was on", JA: "判断の対象とした指摘"}, Location: on.at,
	}}
	return f
}

// over is the finding on a decision on a deletion that has expired.
func over(d fact.Decision, expiry string) finding.Finding {
	return onDecision(d, caseExpired, d.Place, finding.Text{
		EN: fmt.Sprintf("the decision of %s on the deletion of a check (%s) expired on %s", d.Date, d.Fingerprint, expiry),
		JA: fmt.Sprintf("検査（%s）の削除についての%s付けの判断は、%sに期限が切れました", d.Fingerprint, d.Date, expiry),
	})
}

func onDecision(d fact.Decision, name string, at finding.Range, message finding.Text) finding.Finding {
	return finding.Finding{
		Rule: RuleDisposition, Case: name, Class: finding.Record, Severity: finding.Warning, Verdict: finding.Inconsistent,
		Subject: d.Fingerprint, Message: message, Location: at,
		Help: finding.Text{EN: "decide again, or remove the entry", JA: "改めて判断するか、この項目を削除してください"},
	}
}
