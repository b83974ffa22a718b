package fact

import (
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// Decision is a recorded disposition of a finding: see the schema of
// dispositions.
type Decision struct {
	Fingerprint, Status, Reason, Owner, Approver, Date, Expires, Evidence string
	// Dropped says that it is on the deletion of a check.
	Dropped bool
	Place   finding.Range
	// At holds the places of its members, by key.
	At map[string]finding.Range
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
			Dropped: n.Str("dropped") == "true", Place: n.Range(d.File), At: places(n, d.File),
		})
	}
}

func places(n *node.Node, file string) map[string]finding.Range {
	at := make(map[string]finding.Range, len(n.Fields))
	for i := range n.Fields {
		at[n.Fields[i].Key] = n.Fields[i].Value.Range(file)
	}
	return at
}
