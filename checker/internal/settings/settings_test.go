package settings_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
)

func read(t *testing.T, text string) settings.Settings {
	t.Helper()
	r := &load.Result{}
	r.AddSettings(fstest.MapFS{"tieout.yaml": {Data: []byte(text)}}, "tieout.yaml")
	if len(r.Problems) > 0 {
		t.Fatal(r.Problems)
	}
	return settings.Read(r.Documents, nil)
}

func rule(id string) *policy.Rule {
	r := &policy.Rule{
		Wording:    policy.Wording{Severity: finding.Error},
		Cases:      map[string]policy.Wording{"near": {Severity: finding.Error}},
		Parameters: map[string]policy.Parameter{"days": {Type: policy.TypeInteger, Default: 7}},
	}
	r.ID, r.Severity = id, finding.Error
	return r
}

// What is said of a rule itself counts more than what is said of its family,
// in whatever order the two stand.
func TestTheMoreExactWins(t *testing.T) {
	for _, text := range []string{
		"rules: {sales/*: {severity: note}, sales/shares: {severity: warning}}",
		"rules: {sales/shares: {severity: warning}, sales/*: {severity: note}}",
	} {
		run, _, problems := read(t, text).Apply([]*policy.Rule{rule("sales/shares"), rule("sales/totals"), rule("staff/heads")})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var got []string
		for _, r := range run {
			got = append(got, fmt.Sprintf("%s %s %s", r.ID, r.Severity, r.Wording.Severity))
		}
		if s := strings.Join(got, ", "); s != "sales/shares warning warning, sales/totals note note, staff/heads error error" {
			t.Errorf("%s: %s", text, s)
		}
	}
}

// The policies that are shipped are shared by every run of a process.
func TestRulesStayAsTheyAre(t *testing.T) {
	r := rule("sales/shares")
	run, skipped, problems := read(t, `rules: {sales/shares: {severity: note, cases: {near: note}, parameters: {days: 30}}}`).Apply([]*policy.Rule{r})
	if len(skipped) > 0 || len(problems) > 0 {
		t.Fatal(skipped, problems)
	}
	set := run[0]
	if set.Severity != finding.Note || set.Cases["near"].Severity != finding.Note || fmt.Sprint(set.Parameters["days"].Default) != "30" {
		t.Errorf("the settings are not applied: %+v", set)
	}
	if r.Severity != finding.Error || r.Wording.Severity != finding.Error || r.Cases["near"].Severity != finding.Error || r.Parameters["days"].Default != 7 {
		t.Errorf("the rule itself was changed: %+v", r)
	}
}

// A family is set for many rules, so what only some of them have is no mistake;
// said of one rule, it is.
func TestWhatFitsNothing(t *testing.T) {
	rules := []*policy.Rule{rule("sales/shares")}
	for text, want := range map[string]string{
		"rules: {sales/*: {parameters: {hours: 3}, cases: {far: note}}}": "",
		"rules: {sales/shares: {parameters: {hours: 3}}}":                "unknown parameter of sales/shares `hours`",
		"rules: {sales/shares: {cases: {neer: note}}}":                   "unknown case of sales/shares `neer`; did you mean `near`?",
		"rules: {sales/shares: {parameters: {days: [3]}}}":               "the parameter `days` of sales/shares takes a value of type integer",
		"rules: {sales/share: {severity: note}}":                         "unknown rule `sales/share`; did you mean `sales/shares`?",
		"rules: {staff/*: {severity: note}}":                             "unknown rule `staff/*`",
	} {
		_, _, problems := read(t, text).Apply(rules)
		var got []string
		for _, p := range problems {
			got = append(got, p.Message.EN)
			if !p.Location.Start.IsValid() || p.Message.JA == "" {
				t.Errorf("%s: the finding has no place or no Japanese: %+v", text, p)
			}
		}
		if s := strings.Join(got, "; "); !strings.HasPrefix(s, want) || want == "" && s != "" {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
}

func TestSkippedRulesAreNamed(t *testing.T) {
	rules := []*policy.Rule{rule("sales/shares"), rule("sales/totals"), rule("staff/heads")}
	run, skipped, _ := read(t, "rules: {sales/*: {skip: true, reason: no sales}, sales/totals: {skip: false, reason: but these}}").Apply(rules)
	if len(run) != 2 || len(skipped) != 1 || skipped[0] != (finding.SkippedRule{Rule: "sales/shares", By: "tieout.yaml", Reason: "no sales"}) {
		t.Errorf("%d run, skipped: %+v", len(run), skipped)
	}
	run, skipped = settings.Choose(rules, []string{"sales/*", "staff/heads"}, []string{"sales/totals"})
	if len(run) != 2 || len(skipped) != 1 || skipped[0].By != "--skip" {
		t.Errorf("%d run, skipped: %+v", len(run), skipped)
	}
	if got := settings.Unmatched(rules, []string{"sales/*", "sale/*", "sales/share", "staff/heads"}); strings.Join(got, " ") != "sale/* sales/share" {
		t.Errorf("unmatched: %v", got)
	}
}

func TestLongest(t *testing.T) {
	if got := read(t, "dispositions: {longest: 30}").Longest; got != 30 {
		t.Errorf("a decision may stand %d days", got)
	}
	if got := read(t, "rules: {}").Longest; got != settings.Longest {
		t.Errorf("without a word on it, a decision may stand %d days", got)
	}
}
