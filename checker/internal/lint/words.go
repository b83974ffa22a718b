package lint

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
)

// The lengths, in code points, that METADATA keeps to: a title fits a line of
// a list, a description says more than the title.
const (
	maxTitle       = 80
	minDescription = 100
)

// words asks of a rule what its readers ask: what it checks, why, by what
// standard, and what to do about a finding, in both languages.
func (l *linter) words(file string, e *checker.Explanation) {
	say := func(en, ja string) { l.add(file, nil, finding.Text{EN: "METADATA: " + en, JA: "METADATA: " + ja}) }
	if strings.HasSuffix(e.Title, ".") || utf8.RuneCountInString(e.Title) > maxTitle {
		say(fmt.Sprintf("the title is one sentence of at most %d characters, without a stop", maxTitle),
			fmt.Sprintf("title は%d字以内の一文とし、終止符を付けないでください", maxTitle))
	}
	if utf8.RuneCountInString(e.Description) < minDescription {
		say(fmt.Sprintf("the description explains what and why, in at least %d characters", minDescription),
			fmt.Sprintf("description に何をなぜ検査するかを%d字以上で書いてください", minDescription))
	}
	if len(e.Related) == 0 {
		say("`related_resources` names the standard or practice behind the rule", "`related_resources` に根拠となる基準や実務を挙げてください")
	}
	for _, link := range e.Related {
		if !strings.HasPrefix(link.Ref, "https://") || link.Description == "" {
			say(fmt.Sprintf("the resource %q needs an https address and a description", link.Ref),
				fmt.Sprintf("関連資料 %q には https のアドレスと説明が必要です", link.Ref))
		}
	}
	tellsBoth := func(part string, t checker.Text) {
		if t.EN == t.JA {
			say(part+" is the same in `en` and `ja`", part+" の `en` と `ja` が同文です")
		}
	}
	tellsBoth("message", e.Message)
	tellsBoth("remediation", e.Remediation)
	for _, c := range e.Cases {
		tellsBoth("case "+c.Name+": message", c.Message)
		tellsBoth("case "+c.Name+": remediation", c.Remediation)
	}
}

// fewest is the number of good, and of bad, examples that show more than one
// side of a rule.
const fewest = 2

// examples asks for examples on either side, each with a title of its own, and
// for one of every case.
func (l *linter) examples(file string, e *checker.Explanation) {
	say := func(en, ja string) { l.add(file, nil, finding.Text{EN: en, JA: ja}) }
	good, bad := 0, 0
	shown, titles := map[string]bool{}, map[string]bool{}
	for _, x := range e.Examples {
		if x.Title == "" || titles[x.Title] {
			say(fmt.Sprintf("each example needs a title of its own: %q", x.Title), fmt.Sprintf("例には固有の題が必要です: %q", x.Title))
		}
		titles[x.Title] = true
		if x.Expect == nil {
			good++
			continue
		}
		bad++
		shown[x.Expect.Case] = true
	}
	if good < fewest || bad < fewest {
		say(fmt.Sprintf("there are %d good and %d bad examples; write at least %d of each", good, bad, fewest),
			fmt.Sprintf("良い例が%d件、悪い例が%d件です。それぞれ%d件以上書いてください", good, bad, fewest))
	}
	for _, c := range e.Cases {
		if !shown[c.Name] {
			say("no bad example shows the case "+c.Name, "場合 "+c.Name+" を示す悪い例がありません")
		}
	}
}
