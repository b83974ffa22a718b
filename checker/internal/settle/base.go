package settle

import (
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// Entries gives what a corpus has on record, for a comparison.
func Entries(c *fact.Corpus) baseline.Entries {
	all := baseline.Entries{}
	for _, source := range c.Sources {
		for _, f := range source.Facts {
			all[f.ID] = baseline.Entry{Fingerprint: hash(baseline.RuleForm, f.ID), Label: c.Label(f), Location: f.Place}
			if f.Claim == nil {
				continue
			}
			for _, citation := range f.Claim.Citations {
				id, entry := citationEntry(c, f, citation.Marker)
				all[id] = entry
			}
		}
	}
	return all
}

// EntriesOf gives the facts that the checks of a report name: all that a report
// tells of what was on record.
func EntriesOf(r *finding.Report) baseline.Entries {
	all := baseline.Entries{}
	for _, list := range [][]finding.Finding{r.Findings, r.Passes} {
		for i := range list {
			if list[i].Evidence == nil {
				continue
			}
			for _, o := range list[i].Evidence.Operands {
				if o.Location.File != "" {
					all[o.Fact] = baseline.Entry{Fingerprint: hash(baseline.RuleForm, o.Fact), Label: o.Label, Location: o.Location}
				}
			}
		}
	}
	return all
}

// dropped gives the checks of the base that are no longer made. With entries
// that could not be used nobody can tell: what is left out is not deleted.
func dropped(r *finding.Report, in Input) []finding.DroppedCheck {
	if in.Base == nil || in.Base.Unusable != nil {
		return nil
	}
	if in.Partial {
		r.Notices = append(slices.Clip(r.Notices), finding.Notice{Message: finding.Text{
			EN: "some of the facts could not be used, so it is not told which checks are no longer made",
			JA: "使えない事実があるため、行われなくなった検査は調べていません",
		}})
		return nil
	}
	base := *in.Base
	if base.Named {
		base.Facts = maps.Clone(base.Facts)
		maps.Copy(base.Facts, citationsOf(base.Report, in.Corpus))
	}
	return baseline.Dropped(r, Entries(in.Corpus), &base)
}

// citationsOf gives the citations that a report tells of and that are no more: a
// check of a claim named an entry of a list, which the claim does not cite now.
func citationsOf(then *finding.Report, now *fact.Corpus) baseline.Entries {
	gone := baseline.Entries{}
	for _, list := range [][]finding.Finding{then.Findings, then.Passes} {
		for i := range list {
			claim := now.Fact(list[i].Subject)
			if claim == nil || claim.Claim == nil || list[i].Evidence == nil {
				continue
			}
			for _, o := range list[i].Evidence.Operands {
				entry := now.Fact(o.Fact)
				if entry == nil || entry.Reference == nil || leadsTo(claim, o.Fact) {
					continue
				}
				id, citation := citationEntry(now, claim, entry.Reference.Number)
				gone[id] = citation
			}
		}
	}
	return gone
}

// leadsTo tells whether a fact refers to another in any way.
func leadsTo(f *fact.Fact, id string) bool {
	return slices.ContainsFunc(f.Refs, func(r fact.Ref) bool { return r.ID == id }) ||
		slices.ContainsFunc(f.Claim.Citations, func(c fact.Citation) bool { return c.Ref.ID == id })
}

func citationEntry(c *fact.Corpus, claim *fact.Fact, marker string) (string, baseline.Entry) {
	return claim.ID + "[" + marker + "]", baseline.Entry{
		Of: claim.ID, Fingerprint: hash(baseline.RuleForm, claim.ID, "citation", marker), Location: claim.Place,
		Label: finding.Text{EN: "citation of: " + c.Label(claim).EN, JA: "引用元: " + c.Label(claim).In("ja")},
	}
}

// compareWith adds the comparison with the base to a report whose findings are
// complete, within the paths.
func compareWith(r *finding.Report, in Input, dropped []finding.DroppedCheck) {
	if in.Base == nil {
		return
	}
	r.Baseline = baseline.Compare(r, in.Base)
	if then := in.Base.Report; then != nil && then.Tool.PolicyDigest != r.Tool.PolicyDigest {
		r.Notices = append(slices.Clip(r.Notices), finding.Notice{Message: finding.Text{
			EN: "the base was checked under other policies, so what they changed counts as changed; --against runs both under the same",
			JA: "比較元は別のポリシーで検査されたため、ポリシーによる違いも変更として扱います（--against なら同じポリシーで比較します）",
		}})
	}
	for _, d := range dropped {
		if len(in.Paths) == 0 || within(in.Paths)(d.Location.File) {
			r.Baseline.Dropped = append(r.Baseline.Dropped, d)
		}
	}
	if len(in.Paths) > 0 {
		r.Baseline.Gone = reported(r.Baseline.Gone, in.Paths)
	}
}
