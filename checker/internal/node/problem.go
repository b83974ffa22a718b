package node

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/finding"
)

// The rules that a file breaks when it cannot be read as it stands.
const (
	RuleSyntax       = "record/syntax"
	RuleDuplicateKey = "record/duplicate-key"
)

// problem is what is wrong at a stretch of a file, before it becomes a
// finding. Start and end are offsets.
type problem struct {
	rule          string
	start, end    int
	pointer       string
	message, help finding.Text
	related       []finding.Related
}

// sayf fills both languages with the same arguments.
func sayf(en, ja string, args ...any) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, args...), JA: fmt.Sprintf(ja, args...)}
}

// show makes foreign text fit for a message: short, and printable.
func show(text string) string {
	const longest = 40
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > longest {
			b.WriteRune('…')
			break
		}
		if !unicode.IsPrint(r) {
			r = '\uFFFD'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// report adds a problem to those of the file, or only counts it when there
// are too many to be read.
func (p *parser) report(pr problem) {
	p.reported++
	if p.reported > p.limits.Problems {
		return
	}
	subject := p.file
	if pr.pointer != "" {
		subject += "#" + pr.pointer
	}
	if pr.rule == "" {
		pr.rule = RuleSyntax
	}
	p.problems = append(p.problems, finding.Finding{
		Rule: pr.rule, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: subject, Message: pr.message, Help: pr.help,
		Location: p.stretch(pr.start, pr.end), Related: pr.related,
	})
}

// closeProblems says how many problems are not shown.
func (p *parser) closeProblems() {
	more := p.reported - p.limits.Problems
	if more <= 0 {
		return
	}
	last := p.problems[len(p.problems)-1]
	last.Rule, last.Subject, last.Related = RuleSyntax, p.file, nil
	last.Message = sayf("%d more problems in this file are not shown", "このファイルにはほかに%d件の問題がありますが、表示していません", more)
	last.Help = sayf("Mend those shown, then run the check again.", "表示された問題を直してから、もう一度実行してください。")
	p.problems = append(p.problems, last)
}

// notice adds a remark at offset.
func (p *parser) notice(offset int, message finding.Text) {
	p.notices = append(p.notices, finding.Notice{Message: message, Location: p.stretch(offset, offset)})
}

// stretch gives the place between two offsets.
func (p *parser) stretch(start, end int) finding.Range {
	r := finding.Range{File: p.file, Start: p.src.pos(start)}
	r.End = p.src.pos(max(start, end))
	return r
}
