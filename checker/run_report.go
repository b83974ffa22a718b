package checker

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/annotate"
	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/schemas"
)

// total is what all parts come to.
type total struct {
	facts      settle.Tally
	uses       fact.Uses
	form       []Finding
	notices    []finding.Notice
	excluded   int
	broken     bool
	unsound    bool
	anchored   []anchor.Result
	judged     []settle.Judgement
	references []finding.ReferenceMap
}

// report joins what is left of the parts into the report.
func (in *inspection) report(ctx context.Context, base *baseline.Base) (*Report, error) {
	grouped, err := in.groups(ctx)
	if err != nil {
		return nil, err
	}
	in.trim()
	hoard := in.hoarder(grouped)
	report, err := in.join(hoard, grouped, base)
	if err != nil {
		hoard.drop()
	}
	return report, err
}

// join makes the report; hoard is nil while there is room in memory.
func (in *inspection) join(hoard *hoarder, grouped []*husk, base *baseline.Base) (*Report, error) {
	t, err := in.total(hoard, grouped)
	if err != nil {
		return nil, err
	}
	complete := t.excluded == 0 && !t.broken && !in.incomplete
	anchored := anchor.Conclude(t.anchored, anchor.Circumstances{
		Texts: in.texts, Lock: in.recorded, Complete: complete, Recording: in.opts.Record != nil,
		Drawn: func(source string) bool { return t.facts.BySource[source] > 0 },
	})
	if err := in.record(&anchored, complete); err != nil {
		return nil, fmt.Errorf("verify anchors: %w", err)
	}
	form, err := hoard.form(slices.Concat(t.form, in.frame.Register(t.uses, !t.unsound && complete), anchored.Findings, in.engine.Problems()))
	if err != nil {
		return nil, err
	}
	input := settle.Input{
		Registry: in.frame.Registry, Decisions: in.frame.Decisions, Facts: t.facts, Judged: t.judged, Form: form,
		Population: in.population(t, anchored), Excluded: t.excluded, Notices: append(t.notices, anchored.Notices...),
		Anchors: anchored.Anchors, Skipped: in.skipped, Files: in.inputs(),
		Tool: finding.Tool{Name: "tieout", Version: in.opts.Version, PolicyDigest: in.set.Digest, SchemaDigest: schemas.Digest()},
		AsOf: in.opts.AsOf.Format(time.DateOnly), MaxDisposition: cmp.Or(in.opts.MaxDisposition, in.longest), Base: base,
		Partial: !complete, Paths: in.opts.Paths, Line: in.line(),
	}
	for _, r := range in.set.Rules {
		if !in.engine.Refused(r) {
			input.Rules = append(input.Rules, r)
		}
	}
	return in.finish(input, t, hoard)
}

// finish settles the report and adds what only its readers need.
func (in *inspection) finish(input settle.Input, t *total, hoard *hoarder) (*Report, error) {
	if in.opts.whole() {
		input.Corpus = in.corpus()
	}
	report, err := hoard.settled(input)
	if err != nil {
		return nil, err
	}
	report.Scope = in.opts.scope()
	if !in.opts.unread && in.texts.Searched() {
		annotate.Report(report, annotate.Input{
			Corpus: input.Corpus, Texts: in.texts, Audit: in.asked, Used: func() map[string]bool { return used(input.Corpus, input.Judged) },
		})
	}
	report.References = t.references
	if !in.asked {
		report.Passes, report.References = nil, nil
	}
	return report, nil
}

// total adds up the parts, and the groups that span them.
func (in *inspection) total(hoard *hoarder, grouped []*husk) (*total, error) {
	form, err := hoard.form(slices.Clone(in.form))
	if err != nil {
		return nil, err
	}
	t := &total{
		form: form, notices: slices.Clone(in.notices), excluded: in.excluded, unsound: len(in.form) > 0,
		uses: fact.Uses{Sources: map[string]bool{}, Concepts: map[string]bool{}},
	}
	byRule, undefined := map[string]*settle.Judgement{}, map[string]Finding{}
	for _, h := range in.yields {
		y, err := h.open()
		if err != nil {
			return nil, err
		}
		t.unsound = t.unsound || len(y.Form) > 0
		if y, err = hoard.relieve(h, in.own(y)); err != nil {
			return nil, err
		}
		t.add(y, undefined)
		gather(byRule, y.judgements())
	}
	for _, h := range grouped {
		y, err := h.open()
		if err != nil {
			return nil, err
		}
		if y, err = hoard.relieve(h, y); err != nil {
			return nil, err
		}
		gather(byRule, y.judgements())
	}
	for _, id := range slices.Sorted(maps.Keys(byRule)) {
		t.judged = append(t.judged, *byRule[id])
	}
	for _, section := range slices.Sorted(maps.Keys(undefined)) {
		t.form = append(t.form, undefined[section])
		t.unsound = true
	}
	slices.SortStableFunc(t.notices, func(a, b finding.Notice) int { return a.Location.Compare(b.Location) })
	slices.SortFunc(t.references, func(a, b finding.ReferenceMap) int { return strings.Compare(a.Source, b.Source) })
	return t, nil
}

// own gives what is left of a part without the groups that have members in other
// parts, too: those are judged with these.
func (in *inspection) own(y *yield) *yield {
	less := *y
	less.Groups = slices.DeleteFunc(slices.Clone(y.Groups), func(g groupYield) bool {
		return in.spans[g.Grouping][hashes(g.Hash)[0]] != nil
	})
	return &less
}

// gather adds judgements to those of the same rules.
func gather(byRule map[string]*settle.Judgement, judged []settle.Judgement) {
	for i := range judged {
		if byRule[judged[i].Rule] == nil {
			byRule[judged[i].Rule] = &settle.Judgement{Rule: judged[i].Rule}
		}
		byRule[judged[i].Rule].Add(judged[i])
	}
}

// add adds what is left of a part.
func (t *total) add(y *yield, undefined map[string]Finding) {
	t.facts.Add(y.Facts)
	maps.Copy(t.uses.Sources, y.Uses.Sources)
	maps.Copy(t.uses.Concepts, y.Uses.Concepts)
	t.form = append(t.form, y.Form...)
	t.notices = append(t.notices, y.Notices...)
	t.excluded += y.Excluded
	t.broken = t.broken || y.Broken
	t.anchored = append(t.anchored, y.Anchors)
	t.references = append(t.references, y.References...)
	for section, f := range y.Undefined {
		if first, told := undefined[section]; !told || f.Location.Compare(first.Location) < 0 {
			undefined[section] = f
		}
	}
}

// record has the lock file written, if that is asked for.
func (in *inspection) record(r *anchor.Result, complete bool) error {
	problems := in.lockForm
	if in.opts.Record != nil {
		if in.recorded == nil || !in.recorded.Later {
			// A broken lock file is mended by writing it anew.
			problems = nil
		}
		if err := recorded(r, in.opts, len(problems) == 0, complete); err != nil {
			return err
		}
	}
	r.Population[lock.RuleLock] = in.recorded.Len() + len(problems)
	r.Findings = append(r.Findings, problems...)
	return nil
}

// population counts what each built-in check looked at.
func (in *inspection) population(t *total, anchored anchor.Result) map[string]int {
	files, facts := len(in.files.List)+len(in.settings), t.facts.Facts+t.excluded
	registry := in.frame.Registry
	counts := map[string]int{
		"record/syntax": files, "record/duplicate-key": files, settings.Rule: 0,
		settle.RuleDisposition: len(in.frame.Decisions), fact.RuleUnassigned: len(t.facts.BySource),
	}
	for _, rule := range []string{
		"record/schema", fact.RuleDuplicateID, fact.RuleUnknownName, fact.RuleUnit, fact.RulePeriod, fact.RuleTable, fact.RuleExcess,
	} {
		counts[rule] = facts
	}
	counts[fact.RuleUnused] = len(registry.Sources) + len(registry.Concepts)
	counts[fact.RuleSameName] = len(registry.Entities)
	maps.Copy(counts, anchored.Population)
	return counts
}
