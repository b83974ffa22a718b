package fact

import (
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
)

// Decision is a recorded disposition of a finding: see the schema of
// dispositions.
type Decision struct {
	Fingerprint, Status, Reason, Owner, Approver, Date, Expires, Evidence string
	Place                                                                 finding.Range
}

func (b *builder) decisions(d load.Document) {
	list := d.Root.Get("dispositions")
	if b.invalid[d.Root] || b.invalid[list] {
		return
	}
	for _, n := range items(list) {
		if b.invalid[n] {
			continue
		}
		b.c.Decisions = append(b.c.Decisions, Decision{
			Fingerprint: n.Str("fingerprint"), Status: n.Str("status"), Reason: n.Str("reason"), Owner: n.Str("owner"),
			Approver: n.Str("approver"), Date: n.Str("date"), Expires: n.Str("expires"), Evidence: n.Str("evidence"),
			Place: n.Range(d.File),
		})
	}
}
