package fact

import "github.com/tieout/tieout/checker/internal/node"

// operandRoles maps the fields of a relation to its operands' roles.
var operandRoles = map[string]string{
	"total": "total", "parts": "part", "part": "part", "whole": "whole", "result": "result",
	"numerator": "numerator", "denominator": "denominator", "from": "from", "to": "to", "factors": "factor",
	"lesser": "lesser", "greater": "greater", "fact": "fact", "rank": "rank", "among": "among",
	"items": "item", "facts": "member", "earlier": "earlier", "later": "later",
	"introduced": "introduced", "compared": "compared",
}

// relationTypes are the keys that name a relation's type.
var relationTypes = []string{"sum", "share", "ratio", "change", "product", "order", "rank", "count", "equal", "sequence", "comparison"}

func (b *builder) relation(entry *node.Field, base context) {
	r := &Relation{}
	ok := true
	for _, kind := range relationTypes {
		spec := entry.Value.Get(kind)
		if spec == nil {
			continue
		}
		r.Type, r.Along = kind, spec.Str("along")
		for _, field := range spec.Fields {
			if field.Key == "along" {
				continue
			}
			operands := field.Value.Items
			if field.Value.Kind != node.Array {
				operands = []*node.Node{field.Value}
			}
			for _, item := range operands {
				operand, read := b.operand(b.source+"/"+entry.Key, operandRoles[field.Key], item)
				r.Operands = append(r.Operands, operand)
				ok = ok && read
			}
		}
	}
	if !ok {
		b.exclude(entry.Key)
		return
	}
	b.add(&Fact{Kind: KindRelation, Relation: r, Selector: base.with(entry.Value).selector}, entry.Key, entry)
}

// operand reads an id, or an object of id and weight.
func (b *builder) operand(subject, role string, n *node.Node) (Ref, bool) {
	id := n.Text
	if n.Kind == node.Object {
		id = n.Str("fact")
	}
	weight, ok := b.weight(subject, n.Get("weight"))
	return Ref{Role: role, ID: b.fullID(id), Weight: weight}, ok
}
