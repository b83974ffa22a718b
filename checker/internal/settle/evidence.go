package settle

import (
	"math/big"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/number"
	"github.com/tieout/tieout/checker/internal/policy"
)

// settler adds to checks what the corpus knows.
type settler struct {
	corpus *fact.Corpus
}

// finding words a check and adds what the corpus knows to its evidence.
func (s settler) finding(rule *policy.Rule, check evaluate.Check) finding.Finding {
	wording, _ := rule.WordingOf(check.Case)
	f := finding.Finding{
		Rule: rule.ID, Case: check.Case, Class: wording.Class, Severity: wording.Severity, Verdict: check.Verdict,
		Subject: check.Subject, Location: s.location(rule, check), Evidence: s.evidence(check.Evidence),
	}
	if check.Verdict == finding.Consistent {
		f.Severity, f.Message = finding.Note, finding.Text{EN: rule.Title}
		return f
	}
	f.Message = s.message(wording.Message, &f)
	f.Help = s.message(wording.Remediation, &f)
	return f
}

// location is where a person looks first: the subject itself; for a group, the
// figure that is reported or the first operand; else the entry of the source.
// A check that names no fact at all stands at its rule.
func (s settler) location(rule *policy.Rule, check evaluate.Check) finding.Range {
	ids := []string{check.Subject}
	if check.Evidence.Reported != nil {
		ids = append(ids, check.Evidence.Reported.Fact)
	}
	for _, o := range check.Evidence.Operands {
		ids = append(ids, o.Fact)
	}
	for _, m := range check.Evidence.Missing {
		ids = append(ids, m.Fact)
	}
	for _, id := range ids {
		if f := s.corpus.Fact(id); f != nil {
			return f.Focus
		}
	}
	id, _, _ := strings.Cut(check.Subject, "/")
	if source := s.corpus.Registry.Sources[id]; source != nil {
		return source.Place
	}
	return place(rule.Location, rule.At)
}

// place gives the head of a rule.
func place(file string, at *ast.Location) finding.Range {
	r := finding.Range{File: file, Start: finding.Pos{Line: 1, Column: 1}}
	if at != nil {
		r.Start = finding.Pos{Line: at.Row, Column: at.Col}
	}
	r.End = r.Start
	return r
}

func (s settler) evidence(raw evaluate.Evidence) *finding.Evidence {
	e := &finding.Evidence{
		Computed: s.figure(raw.Computed), Reported: s.figure(raw.Reported), Unit: raw.Unit, Worlds: raw.Worlds,
		Explanations: raw.Explanations,
	}
	for _, o := range raw.Operands {
		e.Operands = append(e.Operands, s.operand(o))
	}
	for _, m := range raw.Missing {
		missing := finding.Missing{Role: m.Role, Fact: m.Fact, Cause: m.Cause}
		if f := s.corpus.Fact(m.Fact); f != nil {
			missing.Label = s.corpus.Label(f)
		}
		e.Missing = append(e.Missing, missing)
	}
	if raw.Deviation != nil {
		e.Deviation = number.Text(&raw.Deviation.Rat)
	}
	if len(raw.Params) > 0 {
		e.Params = make(map[string]string, len(raw.Params))
	}
	for name, value := range raw.Params {
		e.Params[name] = string(value)
	}
	if e.Unit == "" {
		e.Unit = s.unit(raw)
	}
	if w := e.Worlds; w != nil && len(w.Meets)+len(w.Misses) == 0 {
		e.Worlds = nil
	}
	e.Digest = s.digest(e)
	return e
}

// unit is that of the reported figure, else of the first operand that has one.
func (s settler) unit(raw evaluate.Evidence) string {
	var ids []string
	if raw.Reported != nil {
		ids = append(ids, raw.Reported.Fact)
	}
	for _, o := range raw.Operands {
		ids = append(ids, o.Fact)
	}
	for _, id := range ids {
		if f := s.corpus.Fact(id); f != nil && f.Quantity != nil && f.Quantity.Unit != "" {
			return f.Quantity.Unit
		}
	}
	return ""
}

func (s settler) figure(raw *evaluate.Figure) *finding.Figure {
	if raw == nil {
		return nil
	}
	f := &finding.Figure{Fact: raw.Fact}
	if source := s.corpus.Fact(raw.Fact); source != nil {
		f.Printed = source.Selector.Printed()
	}
	if raw.Value != nil {
		f.Value = number.Text(&raw.Value.Rat)
	}
	if raw.Interval != nil {
		f.Interval = raw.Interval.Number().String()
	}
	return f
}

func (s settler) operand(raw evaluate.Operand) finding.Operand {
	o := finding.Operand{Fact: raw.Fact, Role: raw.Role}
	if raw.Weight != nil && raw.Weight.Cmp(big.NewRat(1, 1)) != 0 {
		o.Weight = number.Text(&raw.Weight.Rat)
	}
	f := s.corpus.Fact(raw.Fact)
	if f == nil {
		return o
	}
	o.Label, o.Location, o.Printed = s.corpus.Label(f), f.Focus, f.Selector.Printed()
	o.Source, o.SourceLine = f.Source, f.Selector.Line
	if q := f.Quantity; q != nil {
		o.Concept = q.Concept
		o.Unit, o.Status, o.Value, o.Interval = q.Unit, string(q.Status), q.Text, intervals(q, "en")
		if q.Value != nil {
			o.Value = number.Text(q.Value)
		}
	}
	return o
}
