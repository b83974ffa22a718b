package policy

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
)

// The scopes of rules: what they see of the corpus at once.
const (
	ScopeFact     = "fact"
	ScopeDocument = "document"
	ScopeCorpus   = "corpus"
)

// Rule is a rule as its METADATA describes it.
type Rule struct {
	finding.Rule
	// Group says how facts are grouped for a rule over the corpus.
	Group *Group
	// Where narrows the facts that the rule reads.
	Where Where
	// Fields are what it reads of them.
	Fields Fields
	// Wording is the rule's own, Cases hold what differs by case.
	Wording Wording
	Cases   map[string]Wording
	// Parameters are what a project may set, by name.
	Parameters map[string]Parameter
	// Package is the rule's package, as in data.tieout.rules.family.name.
	Package ast.Ref
	// At is the place of the package in its file.
	At *ast.Location
}

// IsRule tells whether a module stands where rules do; what stands elsewhere is
// what they lean on.
func IsRule(m *ast.Module) bool { return m.Package.Path.HasPrefix(rulesPackage()) }

// IsTest tells whether a file of a tree of policies holds tests.
func IsTest(file string) bool { return strings.HasSuffix(file, "_test.rego") }

// Wording is how a finding is graded and told.
type Wording struct {
	Severity    finding.Severity `json:"severity"`
	Class       finding.Class    `json:"class"`
	Message     finding.Text     `json:"message"`
	Remediation finding.Text     `json:"remediation"`
}

// WordingOf gives the wording of a case of the rule; "" is the rule's own.
func (r *Rule) WordingOf(name string) (Wording, bool) {
	if name == "" {
		return r.Wording, true
	}
	w, ok := r.Cases[name]
	return w, ok
}

// LinkedBounds is the link between the concepts at either end of a declared
// bound.
const LinkedBounds = "bounds"

// Group says which quantities a rule over the corpus compares: those alike in
// all dimensions of By. Linked, if LinkedBounds, keeps only concepts that are
// linked to another one.
type Group struct {
	By     []string `json:"by"`
	Linked string   `json:"linked,omitempty"`
}

// Key identifies the grouping: rules with equal keys share their groups.
func (g Group) Key() string { return strings.Join(g.By, ",") + ";" + g.Linked }

// newRule reads a rule from the METADATA of its package, which may be all that
// was read of the module.
func newRule(file string, m *ast.Module, headOnly bool) (*Rule, []fault) {
	b := metadataOf(m)
	if b == nil {
		return nil, []fault{{at: m.Package.Location, text: finding.Text{
			EN: "the rule has no METADATA block above its package",
			JA: "パッケージの前に METADATA がありません",
		}}}
	}
	c, ok := b.custom()
	if !ok {
		return nil, b.faults
	}
	r := &Rule{
		Rule: finding.Rule{
			ID: c.ID, Title: b.annotations.Title, Description: strings.TrimSpace(b.annotations.Description),
			Severity: c.Severity, Class: c.Class, Scope: c.Scope, Kinds: c.Kinds, Remediation: c.Remediation, Location: file,
		},
		Group: c.Group, Where: c.Where, Fields: c.Fields, Wording: c.Wording,
		Cases: map[string]Wording{}, Parameters: c.Parameters, Package: m.Package.Path, At: m.Package.Location,
	}
	for _, link := range b.annotations.RelatedResources {
		r.Related = append(r.Related, finding.Link{Ref: link.Ref.String(), Description: link.Description})
	}
	for name, special := range c.Cases {
		r.Cases[name] = special.over(r.Wording)
	}
	b.check(r)
	if !headOnly {
		b.checkSets(m)
	}
	return r, b.faults
}

// over gives the wording of a case: what it leaves out is the rule's.
func (w Wording) over(of Wording) Wording {
	if w.Severity != "" {
		of.Severity = w.Severity
	}
	if w.Class != "" {
		of.Class = w.Class
	}
	if w.Message != (finding.Text{}) {
		of.Message = w.Message
	}
	if w.Remediation != (finding.Text{}) {
		of.Remediation = w.Remediation
	}
	return of
}
