// Package anchor ties facts to what their sources print. Without the source
// texts it holds each value to the figure that the fact's own selector quotes;
// with them, it also looks whether that figure stands where the fact says.
package anchor

import (
	"context"
	"fmt"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// The ids of the checks that this package makes.
const (
	RuleAsPrinted = "record/not-as-printed"
	RuleInSource  = "record/not-in-source"
)

// Result is what was found, and how many facts each check looked at.
type Result struct {
	Findings   []finding.Finding
	Notices    []finding.Notice
	Population map[string]int

	// told holds the selectors that were reported: the facts that share one are
	// one mistake.
	told map[*node.Node]bool
}

// Verify checks every fact that has a selector. dir is the folder with the
// source documents; empty means that they are not at hand. The error is for a
// folder that cannot be read; a source that is not found there is a notice.
func Verify(ctx context.Context, corpus *fact.Corpus, dir string) (Result, error) {
	r := Result{Population: map[string]int{RuleAsPrinted: 0, RuleInSource: 0}, told: map[*node.Node]bool{}}
	for _, source := range corpus.Sources {
		for _, f := range source.Facts {
			r.splitFits(f)
			r.asPrinted(f)
		}
	}
	texts, skipped, err := findTexts(ctx, corpus, dir)
	if err != nil {
		return r, err
	}
	for _, path := range skipped {
		r.notice("%s cannot be read as a source text: it is not UTF-8, too large or closed to reading",
			"%s は原文として読めません（UTF-8でない、大きすぎる、または読み取れないファイルです）", path)
	}
	unverified := 0
	for _, source := range corpus.Sources {
		text, placed := texts[source.ID], 0
		for _, f := range source.Facts {
			if f.Selector.Line == 0 {
				continue
			}
			if placed++; text != nil {
				r.inSource(f, text)
			}
		}
		if text == nil {
			r.notFound(corpus, source.ID, dir, placed)
			unverified += placed
		}
	}
	if dir == "" && unverified > 0 {
		r.notice("%d facts not anchored: no source texts (give their folder with --sources)",
			"原文がないため、%d 件の記載位置は確認していません（--sources でフォルダーを指定）", unverified)
	}
	return r, nil
}

// notFound says why the facts of a source were not looked up in the folder.
func (r *Result) notFound(corpus *fact.Corpus, id, dir string, facts int) {
	if dir == "" || facts == 0 {
		return
	}
	if s := corpus.Registry.Sources[id]; s != nil && s.SHA256 == "" {
		r.notice("source %s: %d facts not anchored, since it is registered without a `sha256` to find its text by",
			"情報源 %s: `sha256` が登録されていないため、%d 件の記載位置は確認していません", id, facts)
		return
	}
	r.notice("source %s: %d facts not anchored, since no file in the folder of sources has the registered `sha256`",
		"情報源 %s: 登録された `sha256` のファイルが原文のフォルダーにないため、%d 件の記載位置は確認していません", id, facts)
}

func (r *Result) notice(en, ja string, values ...any) {
	r.Notices = append(r.Notices, finding.Notice{Message: say(en, ja, values...)})
}

func (r *Result) report(rule string, f *fact.Fact, at finding.Range, message, help finding.Text) {
	r.Findings = append(r.Findings, finding.Finding{
		Rule: rule, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: f.ID, Message: message, Help: help, Location: at,
	})
}

// reportSelector reports a selector at its own place, once for all the facts
// that share it.
func (r *Result) reportSelector(rule string, f *fact.Fact, message, help finding.Text) {
	n := f.Selector.Node
	if !r.told[n] {
		r.told[n] = true
		r.report(rule, f, n.Range(f.Place.File), message, help)
	}
}

// say fills a sentence in both languages with the same values.
func say(en, ja string, values ...any) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, values...), JA: fmt.Sprintf(ja, values...)}
}
