package checker

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/checker/internal/settle"
)

// Explanation is a rule with all that its folder says about it.
type Explanation struct {
	Rule
	// GroupBy names the dimensions in which the facts that a rule over the
	// corpus compares are alike.
	GroupBy []string `json:"groupBy,omitempty"`
	// Message is the template of the rule's messages.
	Message Text   `json:"message,omitzero"`
	Cases   []Case `json:"cases,omitempty"`
	// Parameters are what a project may set.
	Parameters []Parameter `json:"parameters,omitempty"`
	Examples   []Example   `json:"examples,omitempty"`
}

// Case is a variant of a rule, graded and worded on its own.
type Case struct {
	Name        string        `json:"name"`
	Severity    Severity      `json:"severity"`
	Class       finding.Class `json:"class"`
	Message     Text          `json:"message"`
	Remediation Text          `json:"remediation"`
}

// Parameter is a value of a rule that a project may set in its settings.
type Parameter struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Default     any    `json:"default"`
	Description Text   `json:"description"`
}

// Example is a small corpus on which a rule is shown.
type Example struct {
	Title string `json:"title"`
	// Facts is the corpus, as multi-document YAML.
	Facts string `json:"facts"`
	// Expect is the finding that the corpus gives; nil for facts in which the
	// rule finds nothing.
	Expect *Expectation `json:"expect,omitempty"`
}

// Expectation is the finding that an example gives.
type Expectation struct {
	Subject string  `json:"subject"`
	Verdict Verdict `json:"verdict"`
	Case    string  `json:"case,omitempty"`
}

// UnknownRuleError says that there is no rule of an id, or none that a pattern
// means. Known lists the ids that there are.
type UnknownRuleError struct {
	ID    string
	Known []string
	// Form says that it was to be chosen, but looks at the form of files: such a
	// rule always runs.
	Form bool
}

func (e *UnknownRuleError) Error() string { return fmt.Sprintf("there is no rule %q", e.ID) }

// Library is the rules that a run would have, to be listed and explained.
type Library struct {
	set   *policy.Set
	whole sync.Once
	roots []policy.Root
}

// OpenLibrary reads the policies that opts names: of the options, Policies and
// Standalone. Policies that cannot be used are findings, and the rest is there.
func OpenLibrary(opts Options) (*Library, []Finding, error) {
	l := &Library{roots: opts.roots()}
	set, problems, err := policy.Load(l.roots...)
	if err != nil {
		return nil, nil, fmt.Errorf("load policies: %w", err)
	}
	l.set = set
	return l, problems, nil
}

// ready compiles the rules once, since a library is opened to be run often.
func (l *Library) ready() (err error) {
	l.whole.Do(func() { err = l.set.Whole() })
	return err
}

// Rules lists the rules, those on form among them, by id.
func (l *Library) Rules() []Rule {
	rules := settle.FormRules()
	for _, r := range l.set.Rules {
		rules = append(rules, r.Rule)
	}
	slices.SortFunc(rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

// In lists the rules that stand in a folder of policies, as it was named.
func (l *Library) In(dir string) []Rule {
	var rules []Rule
	for _, r := range l.set.Rules {
		if _, inside := below(dir, r.Location); inside {
			rules = append(rules, r.Rule)
		}
	}
	return rules
}

// knows refuses patterns, ids or family/*, that mean no rule that can be chosen:
// those on form always run. The error is an *UnknownRuleError.
func (l *Library) knows(patterns ...[]string) error {
	unmatched := settings.Unmatched(l.set.Rules, slices.Concat(patterns...))
	if len(unmatched) == 0 {
		return nil
	}
	form := func(r Rule) bool { return settings.Matches(unmatched[0], r.ID) }
	unknown := &UnknownRuleError{ID: unmatched[0], Form: slices.ContainsFunc(settle.FormRules(), form)}
	for _, r := range l.set.Rules {
		unknown.Known = append(unknown.Known, r.ID)
	}
	return unknown
}

// Explain tells what there is to know about one rule. The error may be an
// *UnknownRuleError.
func (l *Library) Explain(id string) (*Explanation, error) {
	unknown := &UnknownRuleError{ID: id}
	for _, r := range settle.FormRules() {
		if r.ID == id {
			return &Explanation{Rule: r}, nil
		}
		unknown.Known = append(unknown.Known, r.ID)
	}
	for _, r := range l.set.Rules {
		if r.ID == id {
			return explain(r, l.roots)
		}
		unknown.Known = append(unknown.Known, r.ID)
	}
	return nil, unknown
}

func explain(r *policy.Rule, roots []policy.Root) (*Explanation, error) {
	e := &Explanation{Rule: r.Rule, Message: r.Wording.Message}
	if r.Group != nil {
		e.GroupBy = r.Group.By
	}
	for _, name := range slices.Sorted(maps.Keys(r.Cases)) {
		w := r.Cases[name]
		e.Cases = append(e.Cases, Case{
			Name: name, Severity: w.Severity, Class: w.Class, Message: w.Message, Remediation: w.Remediation,
		})
	}
	for _, name := range slices.Sorted(maps.Keys(r.Parameters)) {
		p := r.Parameters[name]
		e.Parameters = append(e.Parameters, Parameter{Name: name, Type: p.Type, Default: p.Default, Description: p.Description})
	}
	var err error
	if e.Examples, err = examples(r, roots); err != nil {
		return nil, fmt.Errorf("read examples of %s: %w", r.ID, err)
	}
	return e, nil
}

// examples reads the file of examples beside a rule; a rule may have none.
func examples(r *policy.Rule, roots []policy.Root) ([]Example, error) {
	file := strings.TrimSuffix(r.Location, ".rego") + ".yaml"
	for _, root := range roots {
		name, inside := below(root.Name, file)
		if !inside {
			continue
		}
		data, err := fs.ReadFile(root.FS, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		var list struct{ Good, Bad []Example }
		if err := yaml.Unmarshal(data, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		return append(list.Good, list.Bad...), nil
	}
	return nil, nil
}

// below gives the name of a file in the tree of a root, if it lies there.
func below(root, file string) (string, bool) {
	name, inside := file, true
	if root = path.Clean(root); root != "." {
		name, inside = strings.CutPrefix(file, root+"/")
	}
	return name, inside && fs.ValidPath(name)
}

// PolicyDigest is the digest of the built-in policies and those of further
// folders, as reports name it.
func PolicyDigest(dirs ...string) string {
	return policy.Digest(Options{Policies: dirs}.roots()...)
}
