package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// custom is the form of METADATA's custom block.
type custom struct {
	ID    string   `json:"id"`
	Scope string   `json:"scope"`
	Kinds []string `json:"kinds"`
	Group *Group   `json:"group"`
	Where Where    `json:"where"`
	// Fields are those of facts, the others here those of METADATA.
	Fields Fields `json:"fields"`
	Wording
	Cases      map[string]Wording   `json:"cases"`
	Parameters map[string]Parameter `json:"parameters"`
}

// fault is what is wrong with a rule, and where.
type fault struct {
	at   *ast.Location
	text finding.Text
}

// metadata is the METADATA block of a package.
type metadata struct {
	annotations *ast.Annotations
	comments    []*ast.Comment
	faults      []fault
}

// fields are those that METADATA has, beside custom.
var fields = []string{
	"scope", "title", "description", "related_resources", "authors", "organizations", "schemas", "entrypoint",
	"labels", "custom",
}

// metadataOf gives the block above the package, or nil.
func metadataOf(m *ast.Module) *metadata {
	i := slices.IndexFunc(m.Annotations, func(a *ast.Annotations) bool { return a.Scope == "package" })
	if i < 0 {
		return nil
	}
	b := &metadata{annotations: m.Annotations[i]}
	for _, c := range m.Comments {
		if c.Location.Row > b.annotations.Location.Row && c.Location.Row < m.Package.Location.Row {
			b.comments = append(b.comments, c)
		}
	}
	b.checkFields()
	return b
}

// reField matches a field at the head of a comment.
var reField = lazy.Regexp(`^( *)([A-Za-z_-]+):`)

// checkFields reports the fields that METADATA does not have; OPA passes over
// them.
func (b *metadata) checkFields() {
	if len(b.comments) == 0 {
		return
	}
	first := reField().FindSubmatch(b.comments[0].Text)
	if first == nil {
		return
	}
	for _, c := range b.comments {
		m := reField().FindSubmatch(c.Text)
		if m == nil || len(m[1]) != len(first[1]) || slices.Contains(fields, string(m[2])) {
			continue
		}
		b.unknown(string(m[2]))
	}
}

// at gives the place of a field, or that of the block.
func (b *metadata) at(field string) *ast.Location {
	for _, c := range b.comments {
		if m := reField().FindSubmatch(c.Text); m != nil && string(m[2]) == field {
			return c.Location
		}
	}
	return b.annotations.Location
}

func (b *metadata) unknown(field string) {
	b.fault(field,
		fmt.Sprintf("METADATA has no field `%s`", field),
		fmt.Sprintf("METADATA に `%s` という項目はありません", field))
}

func (b *metadata) fault(field, en, ja string) {
	b.faults = append(b.faults, fault{at: b.at(field), text: finding.Text{EN: en, JA: ja}})
}

// custom decodes the custom block.
func (b *metadata) custom() (custom, bool) {
	var c custom
	data, err := json.Marshal(b.annotations.Custom)
	if err == nil {
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		err = d.Decode(&c)
	}
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return c, true
	case errors.As(err, &wrong):
		steps := strings.Split(wrong.Field, ".")
		field := steps[len(steps)-1]
		b.fault(field,
			fmt.Sprintf("METADATA: `%s` cannot be a %s", field, wrong.Value),
			fmt.Sprintf("METADATA: `%s` に %s は書けません", field, wrong.Value))
	default:
		if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			b.unknown(strings.Trim(name, `"`))
			break
		}
		b.fault("custom", "METADATA: custom: "+err.Error(), "METADATA の custom を読み取れません: "+err.Error())
	}
	return c, false
}

var (
	scopes     = []string{ScopeFact, ScopeDocument, ScopeCorpus}
	factKinds  = []string{"quantity", "relation", "measure", "claim", "reference", "event"}
	dimensions = []string{"concept", "entity", "period", "unit", "dimensions", "asOf"}
	classes    = []finding.Class{finding.Record, finding.Source, finding.Gap}
	severities = finding.Severities()
)

// check holds the rule to the form of METADATA.
func (b *metadata) check(r *Rule) {
	b.checkID(r)
	if r.Title == "" {
		b.missing("title")
	}
	if r.Description == "" {
		b.missing("description")
	}
	oneOf(b, "scope", r.Scope, scopes)
	b.checkKinds(r)
	b.checkGroup(r)
	b.checkWhere(r)
	b.checkFieldsRead(r)
	b.checkWording("custom", r.Wording)
	b.checkParameters(r)
	for _, name := range slices.Sorted(maps.Keys(r.Cases)) {
		if name == "" {
			b.fault("cases", "METADATA: a case needs a name", "METADATA: 場合（cases）に名前がありません")
		}
		if r.Cases[name] != r.Wording {
			b.checkWording(name, r.Cases[name])
		}
	}
}

// checkSets holds the rule to the sets that it answers in.
func (b *metadata) checkSets(m *ast.Module) {
	for _, set := range []string{"subjects", "check"} {
		if !slices.ContainsFunc(m.Rules, func(rule *ast.Rule) bool {
			return rule.Head.Ref().Equal(ast.Ref{ast.VarTerm(set)}) && rule.Head.DocKind() == ast.PartialSetDoc
		}) {
			b.faults = append(b.faults, fault{at: m.Package.Location, text: finding.Text{
				EN: fmt.Sprintf("the rule lacks the set `%s`; write `%s contains …`", set, set),
				JA: fmt.Sprintf("集合 `%s` がありません。`%s contains …` と書いてください", set, set),
			}})
		}
	}
}

// reserved are the ids, and reservedFamily the family, of the checks that are
// not written in Rego.
const reservedFamily = "record/"

var reserved = []string{"register/disposition", "register/same-name", "register/unused"}

// rePackage matches the packages of rules.
var rePackage = lazy.Regexp(`^data\.tieout\.rules\.([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$`)

// checkID holds the id to the package: family/rule-name.
func (b *metadata) checkID(r *Rule) {
	m := rePackage().FindStringSubmatch(r.Package.String())
	if m == nil {
		b.faults = append(b.faults, fault{at: r.At, text: finding.Text{
			EN: "a rule's package is tieout.rules.<family>.<rule_name>; put what rules share into a package outside tieout",
			JA: "規則のパッケージは tieout.rules.<family>.<rule_name> です。共有部分は tieout の外に置いてください",
		}})
		return
	}
	want := strings.ReplaceAll(m[1]+"/"+m[2], "_", "-")
	switch {
	case r.ID != want:
		b.fault("id",
			fmt.Sprintf("METADATA: id %q does not fit the package; write `id: %s`", r.ID, want),
			fmt.Sprintf("METADATA: id %q がパッケージと合いません。`id: %s` と書いてください", r.ID, want))
	case strings.HasPrefix(r.ID, reservedFamily) || slices.Contains(reserved, r.ID):
		b.fault("id",
			fmt.Sprintf("METADATA: the id %s is that of a built-in check", r.ID),
			fmt.Sprintf("METADATA: ID %s は組み込みの検査のものです", r.ID))
	}
}

func (b *metadata) checkKinds(r *Rule) {
	if len(r.Kinds) == 0 {
		b.missing("kinds")
	}
	for _, kind := range r.Kinds {
		oneOf(b, "kinds", kind, factKinds)
	}
	if r.Scope == ScopeCorpus && slices.ContainsFunc(r.Kinds, func(k string) bool { return k != "quantity" }) {
		b.fault("kinds", "METADATA: a corpus rule reads quantities only", "METADATA: corpus の規則が読めるのは quantity だけです")
	}
}

func (b *metadata) checkGroup(r *Rule) {
	if r.Group == nil {
		if r.Scope == ScopeCorpus {
			b.missing("group")
		}
		return
	}
	if r.Scope != ScopeCorpus {
		b.fault("group", "METADATA: only a corpus rule has `group`", "METADATA: `group` は corpus の規則だけが持ちます")
	}
	if len(r.Group.By) == 0 {
		b.fault("group", "METADATA: `group` needs `by`, a list of dimensions", "METADATA: `group` に `by`（次元の一覧）が必要です")
	}
	for i, dimension := range r.Group.By {
		oneOf(b, "group", dimension, dimensions)
		if slices.Contains(r.Group.By[:i], dimension) {
			b.fault("group", fmt.Sprintf("METADATA: `%s` stands twice in `by`", dimension), fmt.Sprintf("METADATA: `by` に `%s` が二度あります", dimension))
		}
	}
	oneOf(b, "group", r.Group.Linked, []string{LinkedBounds, ""})
}

// checkWording holds the wording of the rule, or of the case named field, to
// its form.
func (b *metadata) checkWording(field string, w Wording) {
	in := func(part string) string {
		if field == "custom" {
			return part
		}
		return field
	}
	oneOf(b, in("severity"), w.Severity, severities)
	oneOf(b, in("class"), w.Class, classes)
	b.checkTemplate(in("message"), "message", w.Message)
	b.checkTemplate(in("remediation"), "remediation", w.Remediation)
}

// checkTemplate holds a sentence to both languages and to the places that
// evidence fills.
func (b *metadata) checkTemplate(field, part string, t finding.Text) {
	if t.EN == "" || t.JA == "" {
		b.fault(field,
			fmt.Sprintf("METADATA: %s is needed in `en` and `ja`", part),
			fmt.Sprintf("METADATA: %s は `en` と `ja` の両方が必要です", part))
	}
	for _, place := range UnknownPlaces(t.EN + t.JA) {
		b.fault(field,
			fmt.Sprintf("METADATA: %s names %s, which is no place that evidence fills", part, place),
			fmt.Sprintf("METADATA: %s の %s には何も差し込まれません", part, place))
	}
}

// missing reports a field that is not there, at the head of the block.
func (b *metadata) missing(field string) {
	b.faults = append(b.faults, fault{at: b.annotations.Location, text: finding.Text{
		EN: fmt.Sprintf("METADATA: `%s` is needed", field),
		JA: fmt.Sprintf("METADATA: `%s` が必要です", field),
	}})
}

// oneOf reports a word that is not one of those known; the empty one may be
// left unsaid.
func oneOf[T ~string](b *metadata, field string, word T, known []T) {
	if slices.Contains(known, word) {
		return
	}
	var names []string
	for _, k := range known {
		if k != "" {
			names = append(names, string(k))
		}
	}
	list := strings.Join(names, ", ")
	b.fault(field,
		fmt.Sprintf("METADATA: %s: %q is not one of %s", field, word, list),
		fmt.Sprintf("METADATA: %s: %q は使えません（%s のいずれか）", field, word, list))
}
