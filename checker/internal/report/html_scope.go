package report

import (
	"iter"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// openMatter is something that was not checked: how much, what, and why.
type openMatter struct {
	N     int
	Text  finding.Text
	Items []finding.Text
}

// causeOrder lists why figures are missing, as the evidence names it.
var causeOrder = []string{"undisclosed", "lost", "absent", "several", "dangling", "text", "excluded"}

// openMatters lists what the run did not look at, or could not decide, with the
// reason of each: what an auditor must not take for checked.
func openMatters(r *finding.Report, findings iter.Seq2[*finding.Finding, error]) ([]openMatter, error) {
	var list []openMatter
	add := func(n int, key string, items ...finding.Text) {
		if n > 0 {
			list = append(list, openMatter{N: n, Text: word("open." + key), Items: items})
		}
	}
	s := r.Summary
	add(s.Excluded, "excluded")
	causes, undetermined, err := missingCauses(findings)
	if err != nil {
		return nil, err
	}
	add(undetermined, "undetermined", causes...)
	add(s.Anchors.Stale, "stale")
	add(s.Anchors.Unverified, "unverified")
	add(s.Anchors.Recorded, "recorded")
	var idle []finding.Text
	for i := range r.Rules {
		if r.Rules[i].Population == 0 {
			idle = append(idle, finding.Text{EN: r.Rules[i].ID})
		}
	}
	add(len(idle), "idle", idle...)
	var skipped []finding.Text
	for _, r := range r.Skipped {
		text := r.Rule + " (" + r.By + ")"
		if r.Reason != "" {
			text += ": " + r.Reason
		}
		skipped = append(skipped, finding.Text{EN: text})
	}
	add(len(skipped), "skipped", skipped...)
	add(s.Hidden, "hidden")
	unaccounted := 0
	var without []finding.Text
	for i := range r.Coverage {
		c := &r.Coverage[i]
		unaccounted += c.Unaccounted
		if c.Why != nil {
			without = append(without, finding.Text{EN: c.Source + ": " + c.Why.EN, JA: c.Source + "：" + c.Why.In("ja")})
		}
	}
	add(unaccounted, "unaccounted")
	add(len(without), "withoutText", without...)
	if r.Scope != nil && !r.Scope.Texts {
		add(len(r.Sources), "noTexts")
	}
	return list, nil
}

// missingCauses counts why checks could not be decided: by each cause, those
// that it has a part in.
func missingCauses(findings iter.Seq2[*finding.Finding, error]) (texts []finding.Text, undetermined int, err error) {
	n := map[string]int{}
	for f, err := range findings {
		if err != nil {
			return nil, 0, err
		}
		if f.Verdict != finding.Undetermined {
			continue
		}
		undetermined++
		seen := map[string]bool{}
		if f.Evidence != nil {
			for _, m := range f.Evidence.Missing {
				seen[m.Cause] = true
			}
		}
		if len(seen) == 0 {
			n["other"]++
		}
		for cause := range seen {
			n[cause]++
		}
	}
	for _, cause := range append(slices.Clone(causeOrder), "other") {
		if n[cause] == 0 {
			continue
		}
		name := tableText(func(w *words) map[string]string { return w.causes }, cause)
		if cause == "other" {
			name = word("otherCause")
		}
		count := grouping(n[cause])
		texts = append(texts, finding.Text{EN: name.EN + ": " + count, JA: name.In("ja") + "：" + count})
	}
	return texts, undetermined, nil
}

// ruleRow is a rule in the table of what was checked.
type ruleRow struct {
	finding.RuleResult
	// Family heads the first of a family's rules, Anchor leads to the findings.
	Family, Anchor string
	Checked        int
	Shares         []barShare
}

// population lists the rules with what they looked at; those that found no
// subject are told apart.
func (p *auditPage) population() {
	groups := map[string]string{}
	for i := range p.Groups {
		groups[p.Groups[i].ID] = p.Groups[i].Anchor
	}
	family := ""
	for _, r := range p.Report.Rules {
		if r.Population == 0 {
			p.Idle = append(p.Idle, r.ID)
			continue
		}
		row := ruleRow{RuleResult: r, Anchor: groups[r.ID], Checked: r.Population - r.Undetermined}
		if f := familyOf(r.ID); f != family {
			family, row.Family = f, f
		}
		row.Shares = verdictShares(r)
		if r.Preliminary {
			p.Preliminary = append(p.Preliminary, row)
			continue
		}
		p.Rules = append(p.Rules, row)
		t := &p.Total
		t.Population += r.Population
		t.Checked += row.Checked
		t.Consistent += r.Consistent
		t.RoundingOnly += r.RoundingOnly
		t.Inconsistent += r.Inconsistent
		t.Undetermined += r.Undetermined
	}
	p.Total.Shares = verdictShares(p.Total.RuleResult)
}

// verdictShares parts what a rule checked by verdict.
func verdictShares(r finding.RuleResult) []barShare {
	return barShares([]barShare{
		{Class: "held", N: r.Consistent, Text: word("consistent")},
		{Class: "near", N: r.RoundingOnly, Text: word("roundingOnly")},
		{Class: "miss", N: r.Inconsistent, Text: word("inconsistent")},
		{Class: "open", N: r.Undetermined, Text: word("undetermined")},
	})
}

func familyOf(rule string) string {
	for i := range len(rule) {
		if rule[i] == '/' {
			return rule[:i]
		}
	}
	return rule
}
