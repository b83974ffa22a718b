package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// population prints what each rule checked, so that a rule without findings
// can be told from a rule without subjects.
func (p *printer) population(rules []finding.RuleResult, skipped []finding.SkippedRule) {
	var idle []string
	id := 0
	for _, r := range rules {
		if r.Population == 0 {
			idle = append(idle, r.ID)
			continue
		}
		id = max(id, columns(r.ID))
	}
	if len(rules) > 0 {
		p.line(p.paint(heading, p.words.population), ":")
	}
	indent := id + 6
	if p.width-indent < minBeside {
		indent = 6
	}
	for _, r := range rules {
		if r.Population > 0 {
			p.hanging("  "+pad(r.ID, id)+"  ", plain, p.counts(r), plain, indent)
		}
	}
	if len(idle) > 0 {
		p.hanging("  ", plain, fmt.Sprintf(p.words.idle, strings.Join(idle, p.words.listSeparator)), dim, 4)
	}
	p.skipped(skipped)
	if len(rules) > 0 {
		p.line()
	}
}

func (p *printer) counts(r finding.RuleResult) string {
	checked := fmt.Sprintf(p.words.checked, r.Population-r.Undetermined, r.Population)
	if r.Consistent == r.Population {
		return checked + ": " + p.words.allConsistent
	}
	parts := []string{fmt.Sprintf(p.words.consistent, r.Consistent)}
	for _, c := range []struct {
		pattern string
		n       int
	}{
		{p.words.rounding, r.RoundingOnly}, {p.words.inconsistent, r.Inconsistent}, {p.words.undecided, r.Undetermined},
	} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf(c.pattern, c.n))
		}
	}
	return checked + ": " + strings.Join(parts, p.words.listSeparator)
}

// anchors prints how many of the facts that name a place in their source were
// found there, so that what CI takes from the lock file is told from what was
// looked up, and both from what never was.
func (p *printer) anchors(a finding.Anchors) {
	if a.Len() == 0 {
		return
	}
	text := fmt.Sprintf(p.words.anchored, a.Verified, a.Len())
	if a.Recorded > 0 {
		text += fmt.Sprintf(p.words.recorded, a.Recorded)
	}
	parts := []string{text, fmt.Sprintf(p.words.stale, a.Stale), fmt.Sprintf(p.words.unverified, a.Unverified)}
	p.hanging(p.words.anchors+": ", plain, strings.Join(parts, p.words.listSeparator), plain, 2)
	p.line()
}

// summary is the one line that says how the run ended.
func summary(s finding.Summary, lang string) string {
	findings := severityCounts(s.Findings, lang, true)
	if lang == "ja" {
		text := fmt.Sprintf("%s; 検査 %d件（事実 %d件、資料 %d件）、判定不能 %d件",
			findings, s.Checks, s.Facts, s.Sources, s.Undetermined)
		return text + extra("; 除外された事実 %d件", s.Excluded) + extra("; 判断済み %d件", s.Decided) +
			extra("; 指定パス外 %d件", s.Hidden)
	}
	text := fmt.Sprintf("%s; %s over %s of %s, %d undecided", findings,
		count(s.Checks, "check"), count(s.Facts, "fact"), count(s.Sources, "source"), s.Undetermined)
	if s.Excluded > 0 {
		text += "; " + count(s.Excluded, "fact") + " left out"
	}
	return text + extra("; %d decided", s.Decided) + extra("; %d outside the paths", s.Hidden)
}

// extra is a clause that is only said of more than none.
func extra(pattern string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(pattern, n)
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// severityCounts lists numbers of findings, the gravest first; zeros, too, if
// all is set.
func severityCounts(counts map[finding.Severity]int, lang string, all bool) string {
	var parts []string
	for _, s := range finding.Severities() {
		n := counts[s]
		switch {
		case n == 0 && !all:
		case lang == "ja":
			parts = append(parts, fmt.Sprintf("%s %d件", wordsIn(lang).severity[s], n))
		default:
			parts = append(parts, count(n, string(s)))
		}
	}
	return strings.Join(parts, wordsIn(lang).listSeparator)
}
