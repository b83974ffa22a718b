// Package settings applies what a project has decided about the rules: a
// settings file, and the rules chosen for one run, go in together with the
// policies; out come the policies as they are to run, and the list of those
// left out, so that no report hides what was not checked.
package settings

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/nearest"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Rule is the id of the findings on settings that cannot be applied.
const Rule = "record/settings"

// Longest is the number of days that a decision may stand where the settings
// do not say.
const Longest = 366

// Settings are those of a project.
type Settings struct {
	// Longest is the number of days that a decision may stand.
	Longest int

	file    string
	entries []entry
}

// entry is what the settings say of a rule or family.
type entry struct {
	pattern string
	field   *node.Field
}

// Read takes the settings from a document of that kind, leaving out what is
// invalid. Without one it gives those that hold by default.
func Read(docs []load.Document, invalid map[*node.Node]bool) Settings {
	s := Settings{Longest: Longest}
	for _, d := range docs {
		if d.Kind != load.Settings || invalid[d.Root] {
			continue
		}
		s.file = d.File
		if days, err := json.Number(d.Root.Get("dispositions").Str("longest")).Int64(); err == nil {
			s.Longest = int(days)
		}
		if rules := d.Root.Get("rules"); rules != nil && !invalid[rules] {
			for i := range rules.Fields {
				if f := &rules.Fields[i]; !invalid[f.Value] {
					s.entries = append(s.entries, entry{f.Key, f})
				}
			}
		}
	}
	// A family first, so that what is said of the rule itself comes last.
	slices.SortStableFunc(s.entries, func(a, b entry) int { return rank(a) - rank(b) })
	return s
}

func rank(e entry) int {
	if strings.HasSuffix(e.pattern, "/*") {
		return 0
	}
	return 1
}

// Matches tells whether a pattern, a rule's id or family/*, means the rule.
func Matches(pattern, id string) bool {
	if family, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(id, family+"/")
	}
	return pattern == id
}

// Apply gives the rules as the settings have them, with the rules left out, by
// id, and the findings on settings that fit no rule. The rules that came in
// stay as they are.
func (s Settings) Apply(rules []*policy.Rule) (run []*policy.Rule, skipped []finding.SkippedRule, problems []finding.Finding) {
	for _, e := range s.entries {
		if !slices.ContainsFunc(rules, func(r *policy.Rule) bool { return Matches(e.pattern, r.ID) }) {
			problems = append(problems, s.unknownRule(e, rules))
		}
	}
	for _, r := range rules {
		set, reason, skip := *r, "", false
		for _, e := range s.entries {
			if !Matches(e.pattern, r.ID) {
				continue
			}
			if on := e.field.Value.Get("skip"); on != nil {
				skip, reason = on.Text == "true", e.field.Value.Str("reason")
			}
			problems = append(problems, s.apply(&set, e)...)
		}
		if skip {
			skipped = append(skipped, finding.SkippedRule{Rule: r.ID, Reason: reason, By: s.file})
			continue
		}
		run = append(run, &set)
	}
	return run, skipped, problems
}

// apply sets severities and parameters of a rule.
func (s Settings) apply(r *policy.Rule, e entry) []finding.Finding {
	var problems []finding.Finding
	if severity := e.field.Value.Str("severity"); severity != "" {
		r.Severity = finding.Severity(severity)
		r.Wording.Severity = r.Severity
	}
	single := rank(e) > 0
	if cases := e.field.Value.Get("cases"); cases != nil {
		r.Cases = maps.Clone(r.Cases)
		for i := range cases.Fields {
			f := &cases.Fields[i]
			w, known := r.Cases[f.Key]
			if !known {
				if single {
					problems = append(problems, s.unknown(f, "case of "+r.ID, r.ID+" の場合", slices.Sorted(maps.Keys(r.Cases))))
				}
				continue
			}
			w.Severity = finding.Severity(f.Value.Text)
			r.Cases[f.Key] = w
		}
	}
	if values := e.field.Value.Get("parameters"); values != nil {
		r.Parameters = maps.Clone(r.Parameters)
		for i := range values.Fields {
			if p := s.parameter(r, &values.Fields[i], single); p != nil {
				problems = append(problems, *p)
			}
		}
	}
	return problems
}

// parameter sets one parameter of a rule.
func (s Settings) parameter(r *policy.Rule, f *node.Field, single bool) *finding.Finding {
	p, known := r.Parameters[f.Key]
	switch value := plain(f.Value); {
	case !known && single:
		problem := s.unknown(f, "parameter of "+r.ID, r.ID+" のパラメーター", slices.Sorted(maps.Keys(r.Parameters)))
		return &problem
	case !known:
		return nil
	case !p.Fits(value):
		problem := s.problem(f.Value.Range(s.file), f.Key, finding.Text{
			EN: fmt.Sprintf("the parameter `%s` of %s takes a value of type %s", f.Key, r.ID, p.Type),
			JA: fmt.Sprintf("%s のパラメーター `%s` の型は %s です", r.ID, f.Key, p.Type),
		})
		return &problem
	default:
		p.Default = value
		r.Parameters[f.Key] = p
		return nil
	}
}

// plain gives a node as JSON decodes it.
func plain(n *node.Node) any {
	switch n.Kind {
	case node.Number:
		return json.Number(n.Text)
	case node.Array:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = plain(item)
		}
		return items
	default:
		return n.Text
	}
}

func (s Settings) unknownRule(e entry, rules []*policy.Rule) finding.Finding {
	var ids []string
	for _, r := range rules {
		family, _, _ := strings.Cut(r.ID, "/")
		ids = append(ids, r.ID, family+"/*")
	}
	return s.unknown(e.field, "rule", "規則", ids)
}

// unknown is the finding on a name that nothing has.
func (s Settings) unknown(f *node.Field, what, ja string, known []string) finding.Finding {
	text := finding.Text{EN: fmt.Sprintf("unknown %s `%s`", what, f.Key), JA: fmt.Sprintf("%s `%s` はありません", ja, f.Key)}
	if guess, ok := nearest.Nearest(f.Key, known); ok {
		text.EN += fmt.Sprintf("; did you mean `%s`?", guess)
		text.JA += fmt.Sprintf("（`%s` のことですか）", guess)
	}
	return s.problem(f.KeyRange(s.file), f.Key, text)
}

func (s Settings) problem(at finding.Range, subject string, message finding.Text) finding.Finding {
	return finding.Finding{
		Rule: Rule, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: s.file + "#" + subject, Message: message, Location: at,
		Help: finding.Text{EN: "correct the settings; `tieout rules` lists the rules", JA: "設定を直してください（規則の一覧は `tieout rules`）"},
	}
}
