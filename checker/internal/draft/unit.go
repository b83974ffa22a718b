package draft

import (
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// counted are the units of Japanese counters that count one thing only. Others,
// such as 件 and 台, count many things: a person says which.
var counted = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"名": "person", "人": "person", "名様": "person", "社": "company", "株": "share", "特許": "patent",
		"車種": "model", "機種": "model", "モデル": "model", "世代": "generation", "世帯": "household", "つ": "item", "個": "item", "項目": "item",
		"か国": "country", "カ国": "country", "ヶ国": "country", "ヵ国": "country", "箇国": "country",
		"年": "year", "年間": "year", "か年": "year", "カ年": "year", "ヶ年": "year", "ヵ年": "year", "事業年度": "year", "会計年度": "year",
		"か月": "month", "カ月": "month", "ヶ月": "month", "ヵ月": "month", "ケ月": "month", "箇月": "month",
		"か月間": "month", "カ月間": "month", "ヶ月間": "month", "ヵ月間": "month", "ケ月間": "month",
		"週": "week", "週間": "week", "日": "day", "日間": "day", "時間": "hour", "分": "minute", "分間": "minute", "秒": "second", "秒間": "second",
		"世紀": "century", "位": "rank", "番目": "rank", "トン": "tonne", "°": "degree", "度": "degree",
	}
})

// singulars are those of English nouns that are not made by taking an s away.
var singulars = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"people": "person", "feet": "foot", "loaves": "loaf", "inches": "inch", "branches": "branch", "pts": "point", "pt": "point",
		"pieces": "piece", "vehicles": "vehicle", "homes": "home", "ton": "ton", "tons": "ton",
	}
})

// unitName is what a unit may be called in a fact file.
var unitName = lazy.Regexp(`^[A-Za-z][A-Za-z0-9_./-]{0,39}$`)

// unitOf gives the unit of a figure: "" for one that prints none, `unassigned`
// when the printed word does not say what is counted.
func unitOf(f figure.Figure) string {
	if f.Unit != "" {
		return f.Unit
	}
	return counterUnit(f.Counter)
}

func counterUnit(counter string) string {
	if counter == "" {
		return ""
	}
	if unit, ok := counted()[counter]; ok {
		return unit
	}
	if unit := singular(counter); unitName().MatchString(unit) {
		return unit
	}
	return fact.Unassigned
}

// singular gives the singular of an English noun. Symbols, which have no
// plural, are not longer than the shortest of them.
func singular(noun string) string {
	if s, ok := singulars()[strings.ToLower(noun)]; ok {
		return s
	}
	if stem, ok := strings.CutSuffix(noun, "ies"); ok {
		return strings.ToLower(stem) + "y"
	}
	if stem, ok := strings.CutSuffix(noun, "s"); ok && len(stem) > 2 && stem == strings.ToLower(stem) && !strings.HasSuffix(stem, "s") && !strings.ContainsAny(stem, "/.-") {
		return stem
	}
	return noun
}
