package checker_test

import (
	"maps"
	"slices"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker"
)

// tieRules are the rules that say of each kind of tie whether it holds.
var tieRules = map[string][]string{
	"change": {"arithmetic/change"}, "share": {"arithmetic/share"}, "sum": {"arithmetic/sum"},
	"ratio": {"arithmetic/ratio"}, "product": {"arithmetic/product"}, "whole": {"arithmetic/whole"},
	"trend": {"arithmetic/trend"}, "weighted": {"arithmetic/weighted"}, "mean": {"arithmetic/mean"},
	"crossFoot": {"arithmetic/sum"}, "foot": {"arithmetic/sum"},
	"count":   {"count/stated-count", "count/property"},
	"extreme": {"order/extreme"}, "order": {"order/stated-order"}, "rank": {"order/rank"}, "ranking": {"order/ranking"},
	"bound":    {"order/declared-bound"},
	"sequence": {"time/sequence"}, "equal": {"equality/stated-tie"}, "sameFigure": {"equality/same-figure"},
	"leavers": {"pay/leavers"}, "comparison": {"completeness/comparison-set"},
	"achievement": {"pay/not-reperformable"}, "score": {"pay/score-from-achievement"},
	"outcome": {"pay/outcome-against-figures"}, "weights": {"pay/weights"}, "overall": {"pay/overall-from-scores"},
	"claim": {"citation/claim-without-citation", "citation/marker-without-entry", "citation/inference-cited", "time/forecast-due"},
	"entry": {"citation/entry-without-address", "citation/unfit-address", "time/reference-dates"},
}

// tie is what should hold: one fact, or several that hold together.
type tie []string

func (s *tie) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*s = tie{n.Value}
		return nil
	}
	if n.Kind == yaml.MappingNode {
		var ends map[string]string
		err := n.Decode(&ends)
		*s = slices.Sorted(maps.Values(ends))
		return err
	}
	return n.Decode((*[]string)(s))
}

// A tie that holds is told as one that holds, so that it was checked at all,
// and by no rule of its kind as one that does not.
func TestFerryTies(t *testing.T) {
	var want struct {
		TrueTies map[string][]tie `yaml:"trueTies"`
	}
	readYAML(t, "testdata/ferry/expected.yaml", &want)
	r := run(t, files(t, "testdata/ferry/facts"), true)
	for _, kind := range slices.Sorted(maps.Keys(want.TrueTies)) {
		if tieRules[kind] == nil {
			t.Errorf("no rule is known for ties of the kind %s", kind)
		}
		for _, s := range want.TrueTies[kind] {
			of := func(f checker.Finding) bool {
				return slices.Contains(tieRules[kind], f.Rule) && covers(f, s) && (kind != "foot" && kind != "crossFoot" || direction(f) == kind)
			}
			if i := slices.IndexFunc(r.Findings, of); i >= 0 {
				t.Errorf("%s %v holds, but: %s[%s] %s", kind, s, r.Findings[i].Rule, r.Findings[i].Verdict, r.Findings[i].Message.EN)
			}
			// A claim or an entry need not be of a kind that owes anything.
			if kind != "claim" && kind != "entry" && !slices.ContainsFunc(r.Passes, of) {
				t.Errorf("%s %v was not checked", kind, s)
			}
		}
	}
}

// covers reports whether a check is of the tie: of its one fact, or of all that
// it holds together.
func covers(f checker.Finding, s tie) bool {
	if len(s) == 1 {
		return standsOn(f, s[0])
	}
	return !slices.ContainsFunc(s, func(id string) bool { return !names(f, id) })
}

// Figures of unlike scope whose digits are alike are never held against each
// other, and what only looks like an error is not told as one.
func TestFerryNearMisses(t *testing.T) {
	var want struct {
		NearMisses []struct {
			Subjects, Rules tie
			Why             string
		} `yaml:"nearMisses"`
	}
	readYAML(t, "testdata/ferry/expected.yaml", &want)
	r := run(t, files(t, "testdata/ferry/facts"), true)
	for _, miss := range want.NearMisses {
		if len(miss.Subjects) == 1 {
			for _, f := range r.Findings {
				if standsOn(f, miss.Subjects[0]) {
					t.Errorf("%s: %s %s", miss.Why, f.Rule, f.Message.EN)
				}
			}
			continue
		}
		rules := miss.Rules
		if rules == nil {
			rules = tie{"equality/same-figure", "equality/qualifier-drift", "order/declared-bound", "time/incomparable-dates"}
		}
		for _, f := range slices.Concat(r.Findings, r.Passes) {
			if slices.Contains(rules, f.Rule) && (miss.Rules == nil || f.Verdict != "consistent") && covers(f, miss.Subjects) {
				t.Errorf("%v are held against each other by %s, though: %s", miss.Subjects, f.Rule, miss.Why)
			}
		}
	}
}
