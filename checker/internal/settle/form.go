package settle

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// form is a check that is not written in Rego: on the form of the files and of
// the policies, on sources and anchors, or on recorded decisions.
type form struct {
	id, title string
	mend      finding.Text
	severity  finding.Severity
	// input says that a finding means that an input could not be used: what it
	// names took no part in the evaluation.
	input bool
}

// forms are all such checks, by id.
var forms = []form{
	{
		"record/duplicate-id", "No two entries share an id",
		finding.Text{EN: "give one of the two another id", JA: "どちらか一方のIDを変えてください"},
		finding.Error, true,
	},
	{
		"record/duplicate-key", "No key stands twice in one mapping",
		finding.Text{EN: "remove one of the two keys", JA: "どちらか一方のキーを消してください"},
		finding.Error, true,
	},
	{
		"record/excess-digits", "Figures have no more digits than their decimals say",
		finding.Text{EN: "correct the figure or its decimals", JA: "桁数か decimals を直してください"},
		finding.Error, true,
	},
	{
		"record/lock", "The lock file of anchors can be read",
		finding.Text{EN: "write the lock file anew", JA: "ロックファイルを作り直してください"},
		finding.Error, true,
	},
	{
		"record/not-as-printed", "Values are the figures that the selector quotes",
		finding.Text{EN: "write the value as it is printed", JA: "印字どおりの値に直してください"},
		finding.Error, false,
	},
	{
		"record/not-in-source", "Quotations stand in the source where the selector says",
		finding.Text{EN: "correct the selector's line or quotation", JA: "selector の行か引用を直してください"},
		finding.Error, false,
	},
	{
		"record/period", "Periods can be placed on the calendar",
		finding.Text{EN: "correct the period", JA: "期間の書き方を直してください"},
		finding.Error, true,
	},
	{
		policy.RulePolicy, "Policies compile and keep to the contract of rules",
		finding.Text{EN: "mend the policy", JA: "ポリシーを直してください"},
		finding.Error, true,
	},
	{
		"record/schema", "Every entry has the form that its schema describes",
		finding.Text{EN: "write the entry as its schema describes", JA: "スキーマに合わせて直してください"},
		finding.Error, true,
	},
	{
		"record/settings", "The settings fit the rules",
		finding.Text{EN: "correct the settings", JA: "設定を直してください"},
		finding.Error, true,
	},
	{
		"record/source-changed", "Source texts are those that the facts were drawn from",
		finding.Text{EN: "compare the text with the facts and register its digest", JA: "テキストと事実を突合し、ダイジェストを登録し直してください"},
		finding.Warning, false,
	},
	{
		"record/source-shared", "No two sources are the same document",
		finding.Text{EN: "correct the digest of one of the sources", JA: "いずれかの資料のダイジェストを直してください"},
		finding.Warning, false,
	},
	{
		"record/source-unsupported", "Source texts can be searched",
		finding.Text{EN: "give the source as plain text", JA: "資料をテキスト形式で用意してください"},
		finding.Warning, false,
	},
	{
		"record/stale-anchor", "Facts are as they were when they were found in their source",
		finding.Text{EN: "verify them in the source again", JA: "資料と改めて突合してください"},
		finding.Warning, false,
	},
	{
		"record/syntax", "Files can be read",
		finding.Text{EN: "mend the file where it breaks", JA: "壊れた箇所を直してください"},
		finding.Error, true,
	},
	{
		"record/table", "Tables have a cell for every column",
		finding.Text{EN: "write as many cells as there are columns", JA: "セルの数を列に合わせてください"},
		finding.Error, true,
	},
	{
		"record/unassigned", "A person has named what every fact is about",
		finding.Text{EN: "name the concepts, types and claims that are `unassigned`, or delete the facts", JA: "未割当（unassigned）の概念・種類・主張を決めるか、その事実を削除してください"},
		finding.Warning, false,
	},
	{
		"record/unit", "Units fit their concepts",
		finding.Text{EN: "use a unit that the concept allows", JA: "概念に合う単位を使ってください"},
		finding.Error, true,
	},
	{
		"record/unknown-name", "Concepts, entities, sources, rows and columns are defined",
		finding.Text{EN: "define the name, or use one that is defined", JA: "定義するか、定義済みの名前を使ってください"},
		finding.Error, true,
	},
	{
		RuleDisposition, "Decisions are live and used",
		finding.Text{EN: "decide again, or remove the entry", JA: "改めて判断するか、項目を削除してください"},
		finding.Warning, false,
	},
	{
		fact.RuleSameName, "No two entities share a name",
		finding.Text{EN: "keep one of the two, or tell them apart by name", JA: "一方に統合するか、名称を区別してください"},
		finding.Warning, false,
	},
	{
		fact.RuleUnused, "Registered sources and concepts are used",
		finding.Text{EN: "use the entry, or take it out of the registry", JA: "登録を使うか、削除してください"},
		finding.Note, false,
	},
}

// FormRules lists the built-in checks, by id.
func FormRules() []finding.Rule {
	rules := make([]finding.Rule, len(forms))
	for i, f := range forms {
		rules[i] = finding.Rule{
			ID: f.id, Title: f.title, Severity: f.severity, Class: finding.Record, Scope: "form", Remediation: f.mend,
			Preliminary: f.input || f.id == RuleDisposition,
		}
	}
	return rules
}

func formOf(rule string) (form, bool) {
	i := slices.IndexFunc(forms, func(f form) bool { return f.id == rule })
	if i < 0 {
		return form{}, false
	}
	return forms[i], true
}

// isForm tells whether a rule is one of the built-in checks.
func isForm(rule string) bool {
	_, ok := formOf(rule)
	return ok
}

// IsInput tells whether a rule's findings mean that an input could not be used.
func IsInput(rule string) bool {
	f, _ := formOf(rule)
	return f.input
}

// formResults counts what the built-in checks did.
func formResults(findings []finding.Finding, population map[string]int) []finding.RuleResult {
	subjects := map[string]map[string]bool{}
	for i := range findings {
		f := &findings[i]
		if subjects[f.Rule] == nil {
			subjects[f.Rule] = map[string]bool{}
		}
		subjects[f.Rule][f.Subject] = true
	}
	return formCounts(func(rule string) int { return len(subjects[rule]) }, population)
}

// formCounts makes the results of the built-in checks by the numbers of subjects
// that they found wrong.
func formCounts(wrong func(rule string) int, population map[string]int) []finding.RuleResult {
	var results []finding.RuleResult
	for _, rule := range FormRules() {
		wrong := wrong(rule.ID)
		total := max(population[rule.ID], wrong)
		results = append(results, finding.RuleResult{
			Rule: rule, Population: total, Inconsistent: wrong, Consistent: total - wrong,
		})
	}
	return results
}
