package settle_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/settle"
)

// TestDispositionNeeds finds fault with decisions that nobody could stand by:
// one without a reason or an owner silences nothing, one for too long holds for
// as long as any may.
func TestDispositionNeeds(t *testing.T) {
	f := first(t, bakery, "m", sum("ledger/rye"))
	at := func(column int) finding.Range {
		return finding.Range{File: "facts/d.yaml", Start: finding.Pos{Line: 3, Column: column}}
	}
	sound := fact.Decision{
		Fingerprint: f.Fingerprint, Status: "accepted", Reason: "The printer confirmed it.", Owner: "o", Date: "2025-12-31",
		Place: at(1), At: map[string]finding.Range{"reason": at(2), "expires": at(3)},
	}
	for name, c := range map[string]struct {
		change  func(*fact.Decision)
		most    int
		state   string
		problem string
		column  int
	}{
		"sound":                         {func(*fact.Decision) {}, 0, "live", "", 0},
		"a word":                        {func(d *fact.Decision) { d.Reason = "Known." }, 0, "", "reason", 2},
		"a sentence in Japanese":        {func(d *fact.Decision) { d.Reason = "発行元が誤植と認めた。" }, 0, "live", "", 0},
		"a word in Japanese":            {func(d *fact.Decision) { d.Reason = "確認済み" }, 0, "", "reason", 2},
		"no owner":                      {func(d *fact.Decision) { d.Owner = " " }, 0, "", "owner", 1},
		"the last day of the longest":   {func(d *fact.Decision) { d.Expires = "2027-01-01" }, 0, "live", "", 0},
		"a day too long":                {func(d *fact.Decision) { d.Expires = "2027-01-02" }, 0, "live", "expiry", 3},
		"longer, where that is allowed": {func(d *fact.Decision) { d.Expires = "2027-06-01" }, 1000, "live", "", 0},
		"without end, and over":         {func(d *fact.Decision) { d.Date = "2024-01-01" }, 0, "expired", "expired", 1},
		"with a far end, and over":      {func(d *fact.Decision) { d.Date, d.Expires = "2024-01-01", "2099-01-01" }, 0, "expired", "expiry expired", 3},
	} {
		t.Run(name, func(t *testing.T) {
			d := sound
			c.change(&d)
			built, loaded := corpus(t, map[string]string{"bakery.yaml": bakery})
			built.Decisions = []fact.Decision{d}
			r := run(t, given{
				Corpus: built, Line: loaded.Line, MaxDisposition: c.most,
				Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"), sum("ledger/rye"))},
			})
			state, problems := "", []string{}
			for _, g := range r.Findings {
				if g.Rule != settle.RuleDisposition {
					if g.Disposition != nil {
						state = g.Disposition.State
					}
					continue
				}
				problems = append(problems, g.Case)
				if g.Class != finding.Record || g.Message.JA == "" || g.Location.Start.Column != c.column && g.Case == strings.Fields(c.problem)[0] {
					t.Errorf("%+v", g)
				}
			}
			slices.SortFunc(problems, func(a, b string) int { return strings.Compare(b, a) })
			want := strings.Fields(c.problem)
			slices.SortFunc(want, func(a, b string) int { return strings.Compare(b, a) })
			if state != c.state || !slices.Equal(problems, want) {
				t.Errorf("state %q, problems %q; want %q, %q", state, problems, c.state, c.problem)
			}
		})
	}
}

// TestDispositionOnDropped lets a decision cover the deletion of a check, but
// not one that was made on the finding while the check stood.
func TestDispositionOnDropped(t *testing.T) {
	then := run(t, given{Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"), sum("ledger/rye"))}})
	old := then.Findings[0]
	decision := fact.Decision{Fingerprint: old.Fingerprint, Status: "accepted", Reason: "The printer confirmed it.", Owner: "o", Date: "2025-12-31"}
	with := func(change func(*fact.Decision)) fact.Decision {
		d := decision
		change(&d)
		return d
	}
	for name, c := range map[string]struct {
		decision fact.Decision
		before   bool
		covered  bool
		problem  string
	}{
		"on the deletion":           {with(func(d *fact.Decision) { d.Dropped = true }), true, true, ""},
		"made after the deletion":   {decision, false, true, ""},
		"made before the deletion":  {decision, true, false, "unused"},
		"on the evidence":           {with(func(d *fact.Decision) { d.Evidence = old.Evidence.Digest }), false, false, "unused"},
		"on the deletion, and over": {with(func(d *fact.Decision) { d.Dropped, d.Expires = true, "2025-12-31" }), false, false, "expired"},
		"on a deletion of long ago": {with(func(d *fact.Decision) { d.Dropped, d.Fingerprint = true, "00000000" }), false, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			built, loaded := corpus(t, map[string]string{"bakery.yaml": bakery})
			built.Decisions = []fact.Decision{c.decision}
			report := *then
			report.Findings = slices.Clone(then.Findings)
			if c.before {
				report.Findings[0].Disposition = &finding.Disposition{State: finding.DispositionLive}
			}
			r := run(t, given{
				Corpus: built, Line: loaded.Line, Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"))},
				Base: &baseline.Base{Name: "main", Report: &report, Facts: settle.Entries(built)},
			})
			if len(r.Baseline.Dropped) != 1 || r.Baseline.Dropped[0].Fingerprint != old.Fingerprint {
				t.Fatalf("%+v", r.Baseline)
			}
			d := r.Baseline.Dropped[0].Disposition
			problem := ""
			for _, g := range r.Findings {
				problem += g.Case
			}
			if covered := d != nil && d.State == finding.DispositionLive; covered != c.covered || problem != c.problem {
				t.Errorf("covered %t, problem %q: %+v", covered, problem, d)
			}
		})
	}
}

// TestRegister tells of every decision what became of it.
func TestRegister(t *testing.T) {
	f := first(t, bakery, "m", sum("ledger/rye"))
	line := 0
	decision := func(date, expires string, change func(*fact.Decision)) fact.Decision {
		line++
		d := fact.Decision{Fingerprint: f.Fingerprint, Status: "accepted", Reason: "The printer confirmed it.", Owner: "o", Date: date, Expires: expires}
		d.Place = finding.Range{File: "facts/d.yaml", Start: finding.Pos{Line: line, Column: 1}}
		change(&d)
		return d
	}
	same := func(*fact.Decision) {}
	for want, decisions := range map[string][]fact.Decision{
		"live":               {decision("2025-12-31", "2026-02-01", same)},
		"expiring":           {decision("2025-12-31", "2026-01-31", same)},
		"expired":            {decision("2025-12-01", "2025-12-31", same)},
		"stale":              {decision("2025-12-31", "", func(d *fact.Decision) { d.Evidence = "0123456789" })},
		"unused":             {decision("2025-12-31", "", func(d *fact.Decision) { d.Fingerprint = "00000000" })},
		"void":               {decision("2025-12-31", "", func(d *fact.Decision) { d.Owner = "" })},
		"history":            {decision("2025-12-31", "", func(d *fact.Decision) { d.Dropped = true })},
		"superseded live":    {decision("2025-12-01", "2025-12-31", same), decision("2025-12-31", "", same)},
		"live superseded":    {decision("2025-12-31", "", same), decision("2025-12-01", "2025-12-31", same)},
		"superseded expired": {decision("2025-12-01", "2025-12-30", same), decision("2025-12-01", "2025-12-31", same)},
	} {
		r := run(t, given{Outcomes: []evaluate.Outcome{outcome(rule("a/b", "m", "m"), sum("ledger/rye"))}})
		var states []string
		for _, d := range settle.Register(r, decisions, 0) {
			states = append(states, d.State)
		}
		if got := strings.Join(states, " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
