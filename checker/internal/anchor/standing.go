package anchor

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// stand tells of each fact with a selector whether it is verified: now, in its
// text, or else, by the lock file, when its text was last at hand.
func (r *checkup) stand(in Input) {
	for _, source := range in.Corpus.Sources {
		registered := in.Corpus.Registry.Sources[source.ID]
		if registered == nil {
			continue
		}
		for _, id := range in.Lock.Facts()[source.ID] {
			if f := in.Corpus.Fact(id); f == nil || len(targets(f)) == 0 {
				r.Gone = append(r.Gone, id)
			}
		}
		before := r.Anchors
		if in.Texts.Get(source.ID) != nil {
			r.Outdated += r.lookedUp(registered, source.Facts, in.Lock)
			continue
		}
		recorded := in.Lock
		if changed(in.Texts, source.ID) {
			// That the text was edited speaks against what was verified before.
			recorded = nil
		}
		r.remembered(registered, source.Facts, recorded)
		if n := r.Anchors.Stale + r.Anchors.Unverified - before.Stale - before.Unverified; n > 0 {
			r.Unanchored += n
			r.Missing = append(r.Missing, source.ID)
		}
	}
}

func changed(texts *sourcetext.Texts, id string) bool {
	return slices.ContainsFunc(texts.Changed(), func(c sourcetext.Changed) bool { return c.ID == id })
}

// lookedUp counts the facts whose text is at hand, and gives the number of
// those that are verified, but not recorded so.
func (r *checkup) lookedUp(source *fact.Source, facts []*fact.Fact, recorded *lock.Lock) (outdated int) {
	for _, f := range facts {
		switch now, ok := entry(source, f); {
		case !ok:
		case r.wrong[f.ID]:
			r.Anchors.Unverified++
		default:
			r.Anchors.Verified++
			r.Recorded = append(r.Recorded, now)
			if !holds(recorded, now) {
				outdated++
			}
		}
	}
	return outdated
}

// remembered counts the facts that are known from the lock file alone.
func (r *checkup) remembered(source *fact.Source, facts []*fact.Fact, recorded *lock.Lock) {
	otherText := 0
	for _, f := range facts {
		if len(targets(f)) == 0 {
			continue
		}
		before, known := recorded.Entry(f.ID)
		if !known {
			r.Anchors.Unverified++
			continue
		}
		now, _ := entry(source, f)
		r.Population[RuleStale]++
		r.Recorded = append(r.Recorded, before)
		switch {
		case before.Source != now.Source:
			r.Anchors.Stale++
			otherText++
		case before.Digest != now.Digest || r.wrong[f.ID]:
			r.Anchors.Stale++
			r.stale(f)
		default:
			r.Anchors.Verified++
			r.Anchors.Recorded++
		}
	}
	r.otherText(source, otherText)
}

// entry gives what is recorded of a fact, if it names a place.
func entry(source *fact.Source, f *fact.Fact) (lock.Entry, bool) {
	if len(targets(f)) == 0 {
		return lock.Entry{}, false
	}
	return lock.Entry{Fact: f.ID, Source: strings.ToLower(source.SHA256), Digest: Digest(f)}, true
}

func holds(recorded *lock.Lock, now lock.Entry) bool {
	before, known := recorded.Entry(now.Fact)
	return known && before.Source == now.Source && before.Digest == now.Digest
}

// unanchored says how many facts are not verified, and why.
func (r *Result) unanchored(searched bool) {
	switch facts := r.Unanchored; {
	case facts == 0:
	case !searched:
		r.notice("%d facts not anchored: no source texts (give their folder with --sources)",
			"原文がないため、%d 件の記載位置は確認していません（--sources でフォルダーを指定）", facts)
	default:
		r.notice("%d facts not anchored: no text that is as registered for %s", "%d 件の記載位置は確認していません。登録どおりの原文がない情報源: %s",
			facts, strings.Join(r.Missing, ", "))
	}
}

// maxNamed bounds the facts that a notice names one by one.
const maxNamed = 5

// notCurrent says in what the lock file is behind.
func (r *Result) notCurrent(c Circumstances) {
	if r.Outdated > 0 {
		r.notice("%s is not current: it does not have %d facts as they are verified now (write it with --record)",
			"%s は最新ではありません。今回確認できた %d 件が反映されていません（--record で更新）", c.Lock.File, r.Outdated)
	}
	gone := slices.Clone(r.Gone)
	for source, facts := range c.Lock.Facts() {
		if !c.Drawn(source) {
			gone = append(gone, facts...)
		}
	}
	slices.Sort(gone)
	if n := len(gone); n > 0 && c.Complete {
		if n > maxNamed {
			gone = append(gone[:maxNamed], "…")
		}
		r.notice("%s has %d facts that are gone (%s); --record drops them", "%s には、なくなった事実が %d 件残っています（%s）。--record で除かれます",
			c.Lock.File, n, strings.Join(gone, ", "))
	}
}

var verifyAgain = say("verify it with `tieout check --sources DIR --record`", "`tieout check --sources DIR --record` で確認し直してください")

func (r *checkup) stale(f *fact.Fact) {
	if r.wrong[f.ID] {
		return
	}
	r.warn(f.ID, f.Focus, say("%s has changed since it was verified in its source", "%s は原文で確認された後に変更されています", f.ID))
}

// otherText reports once that a source is now registered with another text than
// the one in which its facts were found.
func (r *checkup) otherText(source *fact.Source, facts int) {
	if facts == 0 {
		return
	}
	r.warn("sources/"+source.ID, source.Place,
		say("%s is registered with another text than the one in which %d of its facts were verified",
			"%s に登録された原文は、%d 件の事実が確認されたときのものと異なります", source.ID, facts))
}

func (r *checkup) warn(subject string, at finding.Range, message finding.Text) {
	r.Findings = append(r.Findings, finding.Finding{
		Rule: RuleStale, Class: finding.Record, Severity: finding.Warning, Verdict: finding.Inconsistent,
		Subject: subject, Message: message, Help: verifyAgain, Location: at,
	})
}
