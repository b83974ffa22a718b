package fact

import (
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/finding"
)

// The ids of the checks on the registries as a whole.
const (
	RuleUnused   = "register/unused"
	RuleSameName = "register/same-name"
)

// Register holds the registries to what the facts use of them, and to
// themselves: it reports sources that nothing was drawn from, concepts that
// nothing is measured by, and entities that share a name. When facts were left
// out, or files not read, what they use is unknown, and only the names are
// looked at.
func (f *Frame) Register(used Uses, complete bool) []finding.Finding {
	b := f.builder(nil)
	if complete {
		b.registerUse(used)
	}
	b.registerNames()
	return b.problems
}

// Uses is what facts use of the registries, by id.
type Uses struct{ Sources, Concepts map[string]bool }

// Uses tells what the facts of the corpus use.
func (c *Corpus) Uses() Uses {
	used := Uses{Sources: map[string]bool{}, Concepts: map[string]bool{}}
	for _, group := range c.Sources {
		used.Sources[group.ID] = true
		for _, f := range group.Facts {
			switch f.Kind {
			case KindQuantity:
				used.Concepts[f.Quantity.Concept], used.Concepts[f.Quantity.Calls.Concept] = true, true
			case KindMeasure:
				used.Concepts[f.Measure.Metric] = true
			case KindClaim:
				used.Concepts[f.Claim.Calls.Concept] = true
			default:
			}
		}
	}
	delete(used.Concepts, "")
	return used
}

func (b *builder) registerUse(used Uses) {
	for _, id := range keys(b.c.Registry.Sources) {
		if s := b.c.Registry.Sources[id]; !used.Sources[id] {
			b.mild(finding.Note, RuleUnused, "sources/"+id, s.Place,
				say("no fact was drawn from the source `%s`", "情報源 `%s` から抽出された事実がありません", id),
				say("draw its facts, or take it out of the registry", "事実を抽出するか、登録を削除してください"))
		}
	}
	declared := b.declared()
	for _, id := range keys(b.c.Registry.Concepts) {
		if c := b.c.Registry.Concepts[id]; !used.Concepts[id] && !declared[id] {
			b.mild(finding.Note, RuleUnused, "concepts/"+id, c.Place,
				say("no fact is about the concept `%s`", "概念 `%s` を用いる事実がありません", id),
				say("take it out of the registry, or correct the facts that should name it", "登録を削除するか、該当する事実の概念を直してください"))
		}
	}
}

// declared are the concepts that another concept names, or that sources must
// carry.
func (b *builder) declared() map[string]bool {
	named := map[string]bool{}
	for id, c := range b.c.Registry.Concepts {
		if c.Node.Get("requiredOf") != nil {
			named[id] = true
		}
		for _, bound := range c.Bounds {
			named[textOf(bound.AtMost)] = true
		}
		for _, other := range items(c.Node.Get("distinctFrom")) {
			named[other.Text] = true
		}
	}
	return named
}

// registerNames finds entities that share a name: one of them may be known by
// two ids, and its figures are then never held to each other.
func (b *builder) registerNames() {
	first := map[string]string{}
	for _, id := range keys(b.c.Registry.Entities) {
		e := b.c.Registry.Entities[id]
		told := map[string]bool{}
		for _, written := range entityNames(e) {
			name := folded(written)
			other, taken := first[name]
			if !taken {
				first[name] = id
			}
			if !taken || name == "" || other == id || told[other] {
				continue
			}
			told[other] = true
			b.mild(finding.Warning, RuleSameName, "entities/"+id, e.Place,
				say("`%s` and `%s` are both called “%s”", "`%s` と `%s` の名称がともに「%s」です", other, id, brief(written)),
				say("keep one of the two if they are the same, or give each a name of its own", "同一であれば一方に統合し、別であれば名称を区別してください"),
				finding.Related{Message: say("so called here", "同じ名称の登録"), Location: b.c.Registry.Entities[other].Place})
		}
	}
}

// entityNames are the labels and aliases of an entity.
func entityNames(e *Entity) []string {
	var names []string
	for _, label := range fields(e.Node.Get("labels")) {
		names = append(names, label.Value.Text)
	}
	return append(names, texts(e.Node.Get("aliases"))...)
}

// folded is a name without what does not tell names apart: case, spaces and
// punctuation.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// mild adds a finding that leaves every fact as it is.
func (b *builder) mild(severity finding.Severity, rule, subject string, at finding.Range, message, help finding.Text, related ...finding.Related) {
	b.report(rule, subject, at, message, help, related...)
	b.problems[len(b.problems)-1].Severity = severity
}
