package settle

import (
	"fmt"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/number"
)

// reCurrency matches the codes of ISO 4217. Other units are the names of what
// is counted, which the sentence says anyway.
var reCurrency = lazy.Regexp(`^[A-Z]{3}$`)

// amount writes a value for people: with its unit and separated thousands. A
// grade or another word stays as it is.
func amount(value, unit, lang string) string {
	d, err := number.Parse(value)
	if err != nil {
		return value
	}
	text := number.Approx(d.Value)
	switch {
	case unit == "percent":
		return text + "%"
	case unit == "permille":
		return text + "‰"
	case unit == "JPY" && lang == "ja":
		return text + "円"
	case reCurrency().MatchString(unit):
		return text + " " + unit
	}
	return text
}

// distance writes a difference. That of two percentages is in points.
func distance(value, unit, lang string) string {
	switch {
	case unit != "percent" || value == "":
		return amount(value, unit, lang)
	case lang == "ja":
		return amount(value, "", lang) + "ポイント"
	case value == "1":
		return "1 point"
	}
	return amount(value, "", lang) + " points"
}

var unitWords = map[string]finding.Text{
	"percent":    {EN: "percent", JA: "パーセント"},
	"permille":   {EN: "per mille", JA: "パーミル"},
	"basisPoint": {EN: "basis points", JA: "ベーシスポイント"},
	"pure":       {EN: "plain numbers", JA: "単位なしの数"},
	"JPY":        {EN: "JPY", JA: "円"},
}

func unitWord(unit, lang string) string {
	if t, ok := unitWords[unit]; ok {
		return t.In(lang)
	}
	return unit
}

var statusWords = map[fact.Status]finding.Text{
	fact.Nil:           {EN: "nil", JA: "なし"},
	fact.Undisclosed:   {EN: "not disclosed", JA: "開示なし"},
	fact.Lost:          {EN: "lost in the extraction of the text", JA: "テキスト抽出で欠落"},
	fact.NotApplicable: {EN: "not applicable", JA: "該当なし"},
}

func statusWord(status fact.Status, lang string) string { return statusWords[status].In(lang) }

// causes say why an operand has no value.
var causes = map[string]finding.Text{
	"undisclosed": {EN: "not disclosed", JA: "開示なし"},
	"lost":        {EN: "lost in the extraction of the text", JA: "テキスト抽出で欠落"},
	"absent":      {EN: "not recorded", JA: "記録なし"},
	"excluded":    {EN: "left out because its entry is malformed", JA: "記載の誤りにより除外"},
	"several":     {EN: "not a single figure", JA: "値が一つに定まらない"},
	"dangling":    {EN: "not found", JA: "参照先なし"},
	"text":        {EN: "given in words", JA: "文言による記載"},
}

// missing names an operand without a value, and says why it has none.
func missing(m finding.Missing, lang string) string {
	name := m.Label.In(lang)
	if name == "" {
		name = m.Fact
	}
	if name == "" {
		name = roleWord(m.Role, lang)
	}
	cause := causes[m.Cause].In(lang)
	if lang == "ja" {
		return name + "：" + cause
	}
	return name + ": " + cause
}

var roleWords = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"weight": "評価割合", "target": "目標値", "actual": "実績値", "achievement": "達成率", "score": "評点", "overall": "総合達成率",
		"total": "合計", "part": "内訳", "whole": "全体", "result": "結果", "numerator": "分子", "denominator": "分母",
		"from": "変化前", "to": "変化後", "factor": "因数", "lesser": "小さい側", "greater": "大きい側", "member": "同一項目",
		"fact": "対象", "rank": "順位", "above": "上位の数値", "entry": "文献", "event": "出来事", "among": "比較対象", "item": "項目",
		"measure": "評価指標", "claim": "主張", "note": "注記", "citation": "引用", "rests": "根拠とする数値",
		"term": "項", "by": "割合", "of": "全体の数", "lowest": "下限", "highest": "上限", "person": "対象者",
		"on": "出来事", "threshold": "下限値", "maximum": "上限値", "unadjusted": "調整前達成率", "floor": "下限", "cap": "上限",
	}
})

func roleWord(role, lang string) string {
	if word, ok := roleWords()[role]; ok && lang == "ja" {
		return word
	}
	return role
}

// The ways of rounding, as adverbs of a figure and as habits of a source.
var (
	modeWords = map[number.Mode]finding.Text{
		number.Rounded:   {EN: "rounded", JA: "四捨五入"},
		number.Truncated: {EN: "truncated", JA: "切り捨て"},
	}
	habits = map[string]finding.Text{
		"rounded":   {EN: "rounds", JA: "四捨五入"},
		"truncated": {EN: "truncates", JA: "切り捨て"},
	}
)

// worlds says under which ways of rounding the figures meet.
func worlds(w *finding.Worlds, lang string) string {
	if w == nil || len(w.Meets) == 0 {
		return ""
	}
	names := each(w.Meets, func(name string) string { return world(name, lang) })
	if lang == "ja" {
		return strings.Join(names, "、または") + "の場合"
	}
	return "if " + strings.Join(names, ", or ")
}

// world puts a way of rounding into words: "rounded" or "truncated" for all
// figures, or "a=rounded,b=truncated" by source.
func world(name, lang string) string {
	var clauses []string
	for part := range strings.SplitSeq(name, ",") {
		source, mode, bySource := strings.Cut(part, "=")
		switch {
		case !bySource && lang == "ja":
			clauses = append(clauses, modeWords[number.Mode(part)].In(lang))
		case !bySource:
			clauses = append(clauses, "the figures are "+part)
		case lang == "ja":
			clauses = append(clauses, source+"が"+habits[mode].In(lang))
		default:
			clauses = append(clauses, source+" "+habits[mode].EN)
		}
	}
	if lang == "ja" {
		return strings.Join(clauses, "、")
	}
	return strings.Join(clauses, " and ")
}

// intervals writes what a figure can stand for, under each way of rounding
// that leads to another interval.
func intervals(q *fact.Quantity, lang string) string {
	rounded, ok := q.Intervals.In(number.Rounded)
	truncated, ok2 := q.Intervals.In(number.Truncated)
	switch {
	case ok && ok2 && !rounded.Equal(truncated):
		way := func(i number.Interval, mode number.Mode) string { return i.String() + " " + modeWords[mode].In(lang) }
		return joined([]string{way(rounded, number.Rounded), way(truncated, number.Truncated)}, lang)
	case ok:
		return rounded.String()
	case ok2:
		return truncated.String()
	}
	return ""
}

func explanations(list []finding.Text, lang string) string {
	words := each(list, func(t finding.Text) string { return strings.TrimRight(t.In(lang), ".。") })
	if lang == "ja" {
		return strings.Join(words, "；")
	}
	return strings.Join(words, "; ")
}

// The words of a long list are not all told: the evidence holds them.
const (
	mostWords  = 12
	shownWords = 10
)

// joined lists words as the language does. Where the words have commas in them,
// semicolons keep them apart.
func joined(words []string, lang string) string {
	more := 0
	if len(words) > mostWords {
		words, more = words[:shownWords], len(words)-shownWords
	}
	separator := ", "
	switch {
	case lang == "ja":
		separator = "、"
	case strings.Contains(strings.Join(words, ""), ","):
		separator = "; "
	}
	text := strings.Join(words, separator)
	switch {
	case more == 0:
		return text
	case lang == "ja":
		return fmt.Sprintf("%s%sほか%d件", text, separator, more)
	}
	return fmt.Sprintf("%s%sand %d more", text, separator, more)
}

func each[T any](items []T, word func(T) string) []string {
	words := make([]string, len(items))
	for i, item := range items {
		words[i] = word(item)
	}
	return words
}
