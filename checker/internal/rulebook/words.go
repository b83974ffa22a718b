package rulebook

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
)

// ClassMeanings says of each class who has to act.
var ClassMeanings = map[finding.Class]string{
	finding.Record: "the fact file is wrong and must be mended",
	finding.Source: "the document itself does not hold together",
	finding.Gap:    "it cannot be decided from what is disclosed",
}

// Population says what a rule is checked on: the n of "n of m checked".
func Population(e *checker.Explanation) string {
	kinds := strings.Join(e.Kinds, " and ")
	switch e.Scope {
	case "fact":
		return fmt.Sprintf("each %s that the rule applies to, on its own", kinds)
	case "document":
		return fmt.Sprintf("each %s that the rule applies to, seen with the other facts of its source", kinds)
	case "corpus":
		return fmt.Sprintf("each group of facts (%s, over all sources) that are alike in %s", kinds, strings.Join(e.GroupBy, ", "))
	}
	return "the files themselves; the check is built in"
}
