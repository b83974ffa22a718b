// Package validate holds the documents to their JSON Schemas. Documents with
// places go in; out come findings, each at the line and column of what is
// wrong with a sentence that a person can act on, and the set of entries that
// the next step has to leave out.
//
// A document is validated piece by piece: first its envelope (the keys at its
// top), then each entry against the definition of its kind. The kind is known
// from where the entry stands, so one mistake gives one finding, and one bad
// entry costs no other.
package validate

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// RuleSchema is the rule of all findings of this package; their Case is the
// schema keyword that failed, or CaseMore.
const RuleSchema = "record/schema"

// CaseMore marks the finding that stands for those beyond MaxPerFile.
const CaseMore = "more"

// MaxPerFile is the number of findings told for one file.
const MaxPerFile = 50

// Result is what validation hands on.
type Result struct {
	// Findings are ordered by file, as the documents came, then by place.
	Findings []finding.Finding
	// Invalid holds the value node of each entry that must be left out: a
	// fact, a table's row, a whole table, plan or list whose own fields are
	// wrong, a registry's entry, or a document's root when all its facts fall
	// with it. What stands inside an invalid entry is left out with it.
	Invalid map[*node.Node]bool
	// Excluded counts the facts that are left out so.
	Excluded int
}

// Documents validates every document against the schema of its kind.
func Documents(docs []load.Document) Result {
	c := collector{invalid: map[*node.Node]bool{}, byFile: map[string][]violation{}}
	for _, d := range docs {
		if form, ok := forms[d.Kind]; ok && d.Root != nil {
			c.document(d, form)
		}
	}
	return Result{Findings: c.findings(), Invalid: c.invalid, Excluded: c.excluded}
}

// findings puts what was collected into words, at most MaxPerFile a file.
func (c *collector) findings() []finding.Finding {
	var all []finding.Finding
	for _, file := range c.files {
		found := c.byFile[file]
		sortViolations(found)
		for i, v := range found {
			if i == MaxPerFile {
				all = append(all, more(file, len(found)-i, v.place))
				break
			}
			all = append(all, v.finding())
		}
	}
	return all
}

func more(file string, count int, at finding.Range) finding.Finding {
	f := schemaFinding(file, CaseMore, "", at)
	f.Message = finding.Text{
		EN: fmt.Sprintf("%d more findings on the form of this file are not shown", count),
		JA: fmt.Sprintf("このファイルの形式に関する指摘がほかに%d件あります（省略）", count),
	}
	f.Help = finding.Text{
		EN: "Mend the ones above and run the check again.",
		JA: "上の指摘を直してから、もう一度実行してください。",
	}
	return f
}

func schemaFinding(subject, keyword, pointer string, at finding.Range) finding.Finding {
	return finding.Finding{
		Rule: RuleSchema, Case: keyword, Class: finding.Record, Severity: finding.Error,
		Verdict: finding.Inconsistent, Subject: subject, Location: at,
		Evidence: &finding.Evidence{Params: map[string]string{"pointer": pointer, "keyword": keyword}},
	}
}
