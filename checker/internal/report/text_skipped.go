package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// skipped names the rules that were left out, and at whose word.
func (p *printer) skipped(rules []finding.SkippedRule) {
	for i := 0; i < len(rules); {
		first, ids := rules[i], []string{}
		for ; i < len(rules) && rules[i].By == first.By && rules[i].Reason == first.Reason; i++ {
			ids = append(ids, rules[i].Rule)
		}
		by := first.By
		if first.Reason != "" {
			by += ": " + first.Reason
		}
		p.hanging("  ", plain, fmt.Sprintf(p.words.skipped, strings.Join(ids, p.words.listSeparator), by), dim, 4)
	}
}
