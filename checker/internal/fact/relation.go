package fact

import (
	"math/big"
	"slices"

	"github.com/tieout/tieout/checker/internal/node"
)

// operandRoles maps the fields of a relation to its operands' roles.
var operandRoles = map[string]string{
	"total": "total", "parts": "part", "part": "part", "whole": "whole", "result": "result",
	"numerator": "numerator", "denominator": "denominator", "from": "from", "to": "to", "factors": "factor",
	"lesser": "lesser", "greater": "greater", "fact": "fact", "rank": "rank", "among": "among",
	"items": "item", "of": "of", "facts": "member", "members": "member", "terms": "term", "lowest": "lowest",
	"highest": "highest", "ranks": "rank", "persons": "person", "on": "on", "earlier": "earlier", "later": "later",
	"introduced": "introduced", "compared": "compared",
}

// relationTypes are the keys that name a relation's type.
var relationTypes = []string{
	"sum", "share", "ratio", "change", "product", "order", "rank", "count", "equal", "sequence", "comparison",
	"whole", "weighted", "mean", "trend", "ranking", "extreme", "leavers",
}

func (b *builder) relation(entry *node.Field, base context) {
	r, id := &Relation{}, b.source+"/"+entry.Key
	ok := true
	for _, kind := range relationTypes {
		spec := entry.Value.Get(kind)
		if spec == nil {
			continue
		}
		r.Type = kind
		r.Operands = slices.Grow(r.Operands, operands(spec))
		for i := range spec.Fields {
			ok = b.relationField(r, id, &spec.Fields[i]) && ok
		}
	}
	if !ok {
		b.exclude(entry.Key)
		return
	}
	b.add(&Fact{Kind: KindRelation, Relation: r, Selector: base.with(entry.Value).selector}, id, entry)
}

// relationField reads a field of a relation: a word, a dimension, what items
// have in common, or operands.
func (b *builder) relationField(r *Relation, subject string, field *node.Field) bool {
	switch field.Key {
	case "is":
		r.Is = field.Value.Text
		return true
	case "along":
		r.Along = field.Value.Text
		return true
	case "having":
		r.Having = map[string]string{}
		for _, h := range field.Value.Fields {
			r.Having[h.Key] = h.Value.Text
		}
		return true
	}
	list, role := []*node.Node{field.Value}, operandRoles[field.Key]
	if field.Value.Kind == node.Array {
		list = field.Value.Items
	}
	ok := true
	for _, item := range list {
		operand, read := b.operand(subject, role, item)
		r.Operands = append(r.Operands, operand)
		if by := item.Get("by"); by != nil {
			// A term and what weighs it follow each other.
			r.Operands = append(r.Operands, Ref{Role: "by", ID: b.fullID(by.Text), Weight: unweighted})
		}
		ok = ok && read
	}
	return ok
}

// operands counts the operands that a relation has at least.
func operands(spec *node.Node) int {
	n := 0
	for _, field := range spec.Fields {
		if operandRoles[field.Key] != "" {
			n += max(len(field.Value.Items), 1)
		}
	}
	return n
}

// unweighted is the factor of an operand without one.
var unweighted = big.NewRat(1, 1)

// operand reads an id, or an object of id and weight.
func (b *builder) operand(subject, role string, n *node.Node) (Ref, bool) {
	id := n.Text
	if n.Kind == node.Object {
		id = n.Str("fact")
	}
	weight, ok := b.weight(subject, n.Get("weight"))
	return Ref{Role: role, ID: b.fullID(id), Weight: weight}, ok
}
