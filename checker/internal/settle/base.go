package settle

import (
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
				all[f.ID+"["+citation.Marker+"]"] = baseline.Entry{
					Of: f.ID, Fingerprint: hash(baseline.RuleForm, f.ID, "citation", citation.Marker), Location: f.Place,
					Label: finding.Text{EN: "citation of: " + c.Label(f).EN, JA: "引用元: " + c.Label(f).In("ja")},
				}
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
	return baseline.Dropped(r, Entries(in.Corpus), in.Base)
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
