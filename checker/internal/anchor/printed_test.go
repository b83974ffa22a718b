package anchor_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/anchor"
)

// TestAsPrinted compares what the selector quotes with the value: a digit that
// was mistyped must show, a figure that is only written in another way must not.
func TestAsPrinted(t *testing.T) {
	for _, test := range []struct{ written, exact, want string }{
		{"value: 1605", "$1,605", "same"},
		{"value: 1605, scale: 6", "1,605", "same"},
		{"value: 1605000000", "1,605", "the value is 1605000000,"},
		{"value: 1.2, scale: 6", "$1.2 million", "same"},
		{"value: 1200000", "$1.2 million", "same"},
		{"value: 1200, scale: 3", "$1.2 million", "same"},
		{"value: 1.2, scale: 3", "$1.2 million", "the value is 1.2 (1200)"},
		{"value: 1.2", "$1.2 million", "the value is 1.2,"},
		{"value: 6100, scale: 8", "6,100億円", "same"},
		{"value: 61, scale: 10", "6,100億円", "same"},
		{"value: 6100, scale: 6", "6,100億円", "the value is 6100 (6100000000)"},
		{"value: 501.46, scale: 6", "5億146万", "same"},
		{"value: 3725, scale: 3", "3,725千台", "same"},
		{"value: +5", "5", "same"},
		{"value: 318", "-318", "the value is 318,"},
		{"value: -318", "△318", "same"},
		{"value: -318", "(318)", "same"},
		{"value: 0.6", "0.60", "same"},
		{`value: "1/4"`, "0.25", "same"},
		{`value: "1/12"`, "12分の1", "same"},
		{`value: "1/11"`, "12分の1", "the value is 1/11,"},
		{"value: 1.5, unit: pure", "1.5倍", "same"},
		{"value: 2, unit: pure", "twice", "same"},
		{"value: 4", "4位", "same"},
		{"value: 126", "第126期", "same"},
		{"value: 5", "five people", "same"},
		{"value: 2024", "2024年", "same"},
		{"value: 24", "2024年", "the value is 24,"},
		{"value: 5", "A5", "unknown"},
		{"value: 5", "16:13", "unknown"},
		{"value: 0", "-", "same"},
		{"value: 5", "－", "a dash"},
		{"status: nil", "−−", "same"},
		{"status: nil", "0", "same"},
		{"status: nil", "7", "the value is 0,"},
		{"status: lost", "7", "unknown"},
		{"text: A-", "7", "unknown"},
		{"lower: 7, upper: 37, unit: percent", "7~37%", "same"},
		{"lower: 7, upper: 36, unit: percent", "7~37%", "the value is 7–36,"},
		{"lower: 3, upper: 5, scale: 8", "3億から5億", "same"},
		{"value: 37, unit: percent", "7~37%", "the value is 37,"},
		{"lower: 1, upper: 2", "2", "the value is 1–2,"},
	} {
		hold(t, test.written, test.exact, test.want)
	}
}

// hold tells whether a quantity is as its quotation prints it: "same",
// "unknown", or the difference, which must have both languages.
func hold(t *testing.T, written, exact, want string) {
	t.Helper()
	facts := head + fmt.Sprintf("  x: {concept: c, %s, selector: {line: 1, exact: %q}}\n", written, exact)
	expect(t, facts, fmt.Sprintf("{%s} quoting %q", written, exact), want)
}

func expect(t *testing.T, facts, name, want string) {
	t.Helper()
	r := verify(t, build(t, facts), "")
	got := "same"
	switch {
	case len(r.Findings) > 0:
		f := r.Findings[0]
		got = f.Message.EN
		if f.Message.JA == "" || f.Help.EN == "" || f.Help.JA == "" || f.Rule != anchor.RuleAsPrinted {
			t.Errorf("%s: %+v", name, f)
		}
	case r.Population[anchor.RuleAsPrinted] == 0:
		got = "unknown"
	}
	if !strings.Contains(got, want) {
		t.Errorf("%s: %s; want %s", name, got, want)
	}
}

// TestPrecisionAsPrinted holds the recorded precision to the printed digits:
// the interval of every check rests on it.
func TestPrecisionAsPrinted(t *testing.T) {
	for _, test := range []struct{ written, exact, want string }{
		{"value: 60, rounded: true", "60", "same"},
		{"value: 60, decimals: 1", "60", `recorded with decimals 1, but "60" is printed with 0`},
		{"value: 1.5, rounded: true", "1.50", `recorded with decimals 1, but "1.50" is printed with 2`},
		{"value: 1.50, rounded: true", "1.50", "same"},
		{"value: 1605, scale: 6, rounded: true", "1,605", "same"},
		{"value: 1605, scale: 6, decimals: -5", "1,605", `recorded with decimals -5, but "1,605" is printed with -6`},
		{"value: 1.5, scale: 8, rounded: true", "1.5億円", "same"},
		{"value: 150, scale: 6, rounded: true", "1.5億円", `decimals -6, but "1.5億円" is printed with -7`},
		{"value: 1200, decimals: -2", "1,200", "same"},
		{"value: 60, unit: percent, rounded: true", "6割", `decimals 0, but "6割" is printed with -1`},
		{"value: 60, unit: percent, decimals: -1", "6割", "same"},
		{"value: 60", "60.0", "same"},
		{"lower: 7, upper: 37, decimals: 1", "7~37", "decimals 1, but"},
	} {
		hold(t, test.written, test.exact, test.want)
	}
}

// TestUnitAsPrinted holds currencies and shares to their print, and lets people
// name freely what they count.
func TestUnitAsPrinted(t *testing.T) {
	for _, test := range []struct{ written, exact, want string }{
		{"value: 60, unit: percent", "60%", "same"},
		{"value: 60, unit: percentagePoint", "60%", `the unit is percentagePoint, but "60%" says percent`},
		{"value: 3, unit: percent", "3%ポイント", `the unit is percent, but "3%ポイント" says percentagePoint`},
		{"value: 3, unit: percent", "3ポイント", "same"},
		{"value: 1605, unit: USD", "1,605円", `the unit is USD, but "1,605円" says JPY`},
		{"value: 12, unit: JPYPerShare", "12円", "same"},
		{"value: 35, unit: percent", "35件", `the unit is percent, but "35件" says 件`},
		{"value: 35, unit: patent", "35件", "same"},
		{"value: 35, unit: patent", "35", "same"},
		{"value: 35, unit: patent", "35%", `the unit is patent, but "35%" says percent`},
		{"value: 1.5, unit: percent", "1.5倍", "says pure"},
		{"value: 1.5, unit: times", "1.5倍", "same"},
		{"value: 36, unit: JPY", "35%", `the value is 36, but the selector quotes "35%"; the unit is JPY`},
	} {
		hold(t, test.written, test.exact, test.want)
	}
}

// TestQualifiersAsPrinted compares qualifiers by what they mean, in any order.
func TestQualifiersAsPrinted(t *testing.T) {
	for _, test := range []struct{ written, exact, want string }{
		{"value: 35, qualifiers: [about]", "約35%", "same"},
		{"value: 35, qualifiers: [about]", "35%レベル", "same"},
		{"value: 36, qualifiers: [about]", "約35%", "the value is 36,"},
		{"value: 35", "約35%", `the qualifiers are [], but "約35%" says [about]`},
		{"value: 35, qualifiers: [about]", "35%", `the qualifiers are [about], but "35%" says []`},
		{"value: 35, qualifiers: [atMost]", "最大35%", "same"},
		{"value: 35, qualifiers: [upTo]", "35%以下", "same"},
		{"value: 35, qualifiers: [upTo]", "35%未満", "says [below]"},
		{"value: 567, scale: 3, qualifiers: [upTo, about]", "最大で約567千株", "same"},
		{"value: 1000, qualifiers: [several]", "数千件", "same"},
		{"lower: 60", "60以上", "same"},
		{"upper: 60", "60以上", "the qualifiers are [], but"},
		{"upper: 60", "60未満", "same"},
	} {
		hold(t, test.written, test.exact, test.want)
	}
}

// TestDateAsPrinted holds an event's date to its print, however it is written.
func TestDateAsPrinted(t *testing.T) {
	for _, test := range []struct{ date, exact, want string }{
		{"2025-03-31", "2025年3月31日", "same"},
		{"2025-03-31", "2025/03/31", "same"},
		{"2018-12-03", "平成30年12月3日", "same"},
		{"2025-03-31", "March 31, 2025", "same"},
		{"2025-03-31", "3月31日", "same"},
		{"2025-03-30", "3月31日", "the date is 2025-03-30,"},
		{"2025-03-30", "2025年3月31日", "the date is 2025-03-30,"},
		{"2021-11", "2021年11月", "same"},
		{"2021-11-01", "2021年11月", "the date is 2021-11-01,"},
		{"FY2028", "2028年度", "same"},
		{"2028", "2028年度", "the date is 2028,"},
		{"2025-03-31", "期末", "unknown"},
	} {
		facts := "entities: {e: {type: other, labels: {en: E}, fiscalYearEnd: 03-31, fiscalYearNamedBy: start}}\n---" +
			strings.TrimSuffix(head, "quantities:\n") +
			fmt.Sprintf("events:\n  e: {date: %s, entity: e, type: x, selector: {line: 1, exact: %q}}\n", test.date, test.exact)
		expect(t, facts, test.date+" quoting "+test.exact, test.want)
	}
}

// TestPointersAsPrinted holds citations, notes and entries to the numbers that
// their quotations print.
func TestPointersAsPrinted(t *testing.T) {
	for _, test := range []struct{ section, want string }{
		{`claims: {x: {text: t, modality: fact, citations: [2, 3], selector: {line: 1, exact: "² ³"}}}`, "same"},
		{`claims: {x: {text: t, modality: fact, citations: [2], selector: {line: 1, exact: "² ³"}}}`, `the numbers recorded are [2], but the selector quotes "² ³"`},
		{`claims: {x: {text: t, modality: fact, citations: [{marker: 2, selector: {line: 1, exact: "²"}}]}}`, "same"},
		{`claims: {x: {text: t, modality: fact, citations: [{marker: 2, selector: {line: 1, exact: "³"}}]}}`, `the number recorded is 2, but the selector quotes "³"`},
		{`quantities: {x: {concept: c, status: undisclosed, notes: [3], selector: {line: 1, exact: "(注3)"}}}`, "same"},
		{`quantities: {x: {concept: c, status: undisclosed, notes: [2], selector: {line: 1, exact: "(注3)"}}}`, "the numbers recorded are [n.2]"},
		{`references: {m: {kind: notes, entries: {1: {form: note, begins: A, selector: {line: 1, exact: "(注)1."}}}}}`, "same"},
		{`references: {m: {kind: notes, entries: {2: {form: note, begins: A, selector: {line: 1, exact: "(注)1."}}}}}`, "the numbers recorded are [2]"},
		{`claims: {x: {text: t, modality: fact, citations: [2], selector: {line: 1, exact: "24年間"}}}`, "unknown"},
	} {
		facts := strings.TrimSuffix(head, "quantities:\n") + "defaults: {noteList: n, citationList: n}\n" + test.section + "\n"
		expect(t, facts, test.section, test.want)
	}
}
