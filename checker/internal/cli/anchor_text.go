package cli

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
)

// relocated tells, a source after the other, where its selectors stand.
func relocated(all *checker.Relocations, fixed bool, lang string) string {
	t := anchorText{lang: lang}
	for _, r := range all.Sources {
		t.source(r, fixed && !r.Doubtful)
	}
	for _, id := range all.Missing {
		t.line("%s: no text at hand", "%s: 原文がありません", id)
	}
	return t.String()
}

// anchorText is what the verb anchor prints.
type anchorText struct {
	strings.Builder
	lang string
}

func (t *anchorText) line(en, ja string, values ...any) {
	if t.lang == "ja" {
		en = ja
	}
	t.WriteString(report.Escape(fmt.Sprintf(en, values...)) + "\n")
}

func (t *anchorText) source(r *checker.Relocation, fixed bool) {
	switch {
	case !r.Edited():
		t.line("%s: %s is the registered text", "%s: %s は登録された原文です", r.Source, r.Path)
	case r.Doubtful:
		t.line("%s: %s is named like it, but most of what is quoted stands in it no more; nothing is corrected by it",
			"%s: 名前の合う %s には引用の大半がないため、これによる修正はしません", r.Source, r.Path)
	case fixed:
		t.line("%s: %s was edited; its sha256 is now registered: %s instead of %s", "%s: %s は編集されています。sha256 を登録し直しました: %s（旧 %s）",
			r.Source, r.Path, r.SHA256, r.Registered)
	default:
		t.line("%s: %s was edited: its sha256 is %s, registered is %s", "%s: %s は編集されています（sha256 は %s、登録は %s）",
			r.Source, r.Path, r.SHA256, r.Registered)
	}
	for _, m := range r.Moved {
		t.move(m)
	}
	for _, m := range r.Lost {
		t.lost(m)
	}
	if fixed {
		t.line("%s: %d selectors stand, %d corrected, %d not placed", "%s: selector %d 件は変更なし、%d 件を修正、%d 件は位置を特定できません",
			r.Source, r.Standing, len(r.Moved), len(r.Lost))
		return
	}
	t.line("%s: %d selectors stand, %d moved, %d not placed", "%s: selector %d 件は変更なし、%d 件が移動、%d 件は位置を特定できません",
		r.Source, r.Standing, len(r.Moved), len(r.Lost))
}

func (t *anchorText) move(m checker.Move) {
	switch {
	case m.Between:
		t.line("  %s %s: line %d → %d, as the lines around it", "  %s %s: %d 行目 → %d 行目（前後の行に合わせて）", m.At, m.Fact, m.Line, m.NewLine)
	case m.Occurrence > 0:
		t.line("  %s %s %q: line %d, occurrence %d → line %d, occurrence %d", "  %s %s %q: %d 行目の %d 番目 → %d 行目の %d 番目",
			m.At, m.Fact, m.Exact, m.Line, m.Occurrence, m.NewLine, m.NewOccurrence)
	default:
		t.line("  %s %s %q: line %d → %d", "  %s %s %q: %d 行目 → %d 行目", m.At, m.Fact, m.Exact, m.Line, m.NewLine)
	}
}

func (t *anchorText) lost(m checker.Move) {
	switch {
	case m.Exact == "":
		t.line("  %s %s: line %d, not placed: it quotes nothing", "  %s %s: %d 行目。引用がないため位置を特定できません", m.At, m.Fact, m.Line)
	case m.NewLine == 0:
		t.line("  %s %s %q: line %d, not placed: it stands nowhere", "  %s %s %q: %d 行目。原文のどこにもありません",
			m.At, m.Fact, m.Exact, m.Line)
	default:
		t.line("  %s %s %q: line %d, not placed: it stands in several places, line %d is likely",
			"  %s %s %q: %d 行目。複数の箇所にあり特定できません（おそらく %d 行目）", m.At, m.Fact, m.Exact, m.Line, m.NewLine)
	}
}
