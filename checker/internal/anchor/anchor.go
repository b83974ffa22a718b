// Package anchor ties facts to what their sources print. Without the source
// texts it holds each value to the figure that the fact's own selector quotes,
// and tells from the lock file which facts were verified before; with them it
// looks whether the quotation stands where the fact says, and where it stands
// now if the text was edited:
//
//	facts ─► as printed ─► in the text ─► verified, stale or never verified ─► lock file
//	                         └ moved: new lines for the fact files
package anchor

import (
	"fmt"
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// The ids of the checks that this package makes.
const (
	RuleAsPrinted = "record/not-as-printed"
	RuleInSource  = "record/not-in-source"
	RuleStale     = "record/stale-anchor"
)

// Result is what was found in a part of the corpus or in all of it, and how many
// facts each check looked at.
type Result struct {
	Findings   []finding.Finding
	Notices    []finding.Notice
	Population map[string]int
	// Anchors counts the facts with a selector by what is known of them.
	Anchors finding.Anchors
	// Recorded is what the lock file should hold: the facts that are verified
	// now, and, as they were, those that were before and whose text is not at
	// hand.
	Recorded []lock.Entry
	// Sound says that no check on anchors found anything, so that what is
	// verified may be recorded.
	Sound bool
	// Unanchored counts the facts that are not verified; Missing are their sources.
	Unanchored int
	Missing    []string
	// Outdated counts those that are verified, but not recorded so; Gone are facts
	// of the lock file that are no more.
	Outdated int
	Gone     []string
}

// checkup is a result in the making.
type checkup struct {
	Result
	// told holds the selectors that were reported: the facts that share one are
	// one mistake.
	told map[*node.Node]bool
	// wrong holds the facts that are not as their sources print them.
	wrong map[string]bool
}

// Input is what facts are verified against.
type Input struct {
	Corpus *fact.Corpus
	Texts  *sourcetext.Texts
	// Lock is what was verified before; nil when nothing was.
	Lock *lock.Lock
}

// Circumstances are what concerns all parts.
type Circumstances struct {
	Texts *sourcetext.Texts
	Lock  *lock.Lock
	// Drawn are the sources that have facts.
	Drawn func(source string) bool
	// Complete says that every entry of the fact files could be used, so that a
	// recorded fact that is not there is gone.
	Complete bool
	// Recording says that the lock file is about to be written anew.
	Recording bool
}

// Verify checks every fact of a part that has a selector against what it quotes,
// against the texts that are at hand, and, where they are not, against what was
// recorded when they were.
func Verify(in Input) Result {
	r := checkup{
		Result: Result{Population: map[string]int{}}, told: map[*node.Node]bool{}, wrong: map[string]bool{},
	}
	for _, source := range in.Corpus.Sources {
		text := in.Texts.Get(source.ID)
		for _, f := range source.Facts {
			for _, t := range targets(f) {
				r.splitFits(t)
			}
			r.asPrinted(f)
			if text != nil {
				r.inSource(f, text)
			}
		}
	}
	r.Sound = len(r.Findings) == 0
	r.stand(in)
	return r.Result
}

// Conclude joins the results of all parts, with what is found in the texts.
func Conclude(parts []Result, c Circumstances) Result {
	all := Result{Population: map[string]int{RuleAsPrinted: 0, RuleInSource: 0, RuleStale: 0}, Sound: len(c.Texts.Findings()) == 0}
	for i := range parts {
		p := &parts[i]
		all.Findings = append(all.Findings, p.Findings...)
		all.Recorded = append(all.Recorded, p.Recorded...)
		all.Missing = append(all.Missing, p.Missing...)
		all.Gone = append(all.Gone, p.Gone...)
		all.Sound = all.Sound && p.Sound
		all.Unanchored += p.Unanchored
		all.Outdated += p.Outdated
		all.Anchors.Verified += p.Anchors.Verified
		all.Anchors.Stale += p.Anchors.Stale
		all.Anchors.Unverified += p.Anchors.Unverified
		all.Anchors.Recorded += p.Anchors.Recorded
		for rule, n := range p.Population {
			all.Population[rule] += n
		}
	}
	all.Findings = append(all.Findings, c.Texts.Findings()...)
	all.Notices = append(all.Notices, c.Texts.Notices()...)
	maps.Copy(all.Population, c.Texts.Population())
	slices.Sort(all.Missing)
	all.unanchored(c.Texts.Searched())
	if c.Lock != nil && !c.Recording {
		all.notCurrent(c)
	}
	return all
}

func (r *Result) notice(en, ja string, values ...any) {
	r.Notices = append(r.Notices, finding.Notice{Message: say(en, ja, values...)})
}

func (r *checkup) report(rule string, f *fact.Fact, at finding.Range, message, help finding.Text) {
	r.wrong[f.ID] = true
	r.Findings = append(r.Findings, finding.Finding{
		Rule: rule, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: f.ID, Message: message, Help: help, Location: at,
	})
}

// reportSelector reports a selector at its own place, once for all the facts
// that share it.
func (r *checkup) reportSelector(rule string, t target, message, help finding.Text) {
	r.wrong[t.fact.ID] = true
	if n := t.Node; !r.told[n] {
		r.told[n] = true
		r.report(rule, t.fact, n.Range(t.fact.Place.File), message, help)
	}
}

// say fills a sentence in both languages with the same values.
func say(en, ja string, values ...any) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, values...), JA: fmt.Sprintf(ja, values...)}
}
