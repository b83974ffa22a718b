package fact

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/nearest"
	"github.com/tieout/tieout/checker/internal/node"
)

// maxCompared bounds the names that are compared in search of nearest ones, so
// that a file full of unknown names costs no more than a few.
const maxCompared = 20_000

// nameKinds are the kinds of names that facts use, with their Japanese words
// and, for those of a registry, its section.
var nameKinds = map[string]struct{ ja, section string }{
	"concept": {"概念", "concepts"}, "entity": {"主体", "entities"}, "source": {"情報源", "sources"},
	"column": {"列", ""}, "row": {"行", ""}, "table": {"表", ""},
}

// known tells whether a registry defines a concept, entity or source, and
// reports the name when it does not. A name that cannot be told, since its
// entry or registry has the wrong form, is not known either, but is no second
// mistake.
func (b *builder) known(kind, subject string, n *node.Node) bool {
	if n == nil {
		return true
	}
	if b.defined(kind, n.Text) {
		return true
	}
	section := nameKinds[kind].section
	if b.incomplete || b.unusable[section] || b.unusable[section+"/"+n.Text] {
		return false
	}
	names := b.sorted[section]()
	if len(names) > 0 {
		b.unknown(kind, subject, n, names, "facts/"+section+".yaml")
	} else {
		b.undefined(section, subject, n,
			finding.Text{
				EN: fmt.Sprintf("unknown %s `%s`: no %s are defined", kind, n.Text, section),
				JA: fmt.Sprintf("%s `%s` は定義されていません（定義が一つもありません）", nameKinds[kind].ja, n.Text),
			},
			say("define the "+section+" in facts/%s.yaml", "facts/%s.yaml に定義してください", section))
	}
	return false
}

func (b *builder) defined(kind, id string) bool {
	switch kind {
	case "concept":
		return id == Unassigned || b.c.Registry.Concepts[id] != nil
	case "entity":
		return b.c.Registry.Entities[id] != nil
	}
	return b.c.Registry.Sources[id] != nil
}

// undefined notes that a registry defines nothing, at the first name that it
// should.
func (b *builder) undefined(section, subject string, n *node.Node, message, help finding.Text) {
	_, before := b.told[section]
	if _, here := b.c.Undefined[section]; before || here {
		return
	}
	b.reportName(subject, n, message, help)
	last := len(b.problems) - 1
	b.c.Undefined[section] = b.problems[last]
	b.problems = b.problems[:last]
}

// unknown reports a name that nothing defines, with the nearest that exists.
func (b *builder) unknown(kind, subject string, n *node.Node, names []string, where string) {
	if !b.first(n, kind) {
		return
	}
	message := finding.Text{
		EN: fmt.Sprintf("unknown %s `%s`", kind, n.Text),
		JA: fmt.Sprintf("%s `%s` は定義されていません", nameKinds[kind].ja, n.Text),
	}
	help := say("define it in %s, or use one of those defined there", "%s に定義するか、定義済みのものを使ってください", where)
	if near, ok := b.nearest(n.Text, names); ok {
		message.EN += fmt.Sprintf("; did you mean `%s`?", near)
		message.JA += fmt.Sprintf("（`%s` の誤りではありませんか）", near)
		help = finding.Text{
			EN: fmt.Sprintf("write `%s`, or define `%s` in %s", near, n.Text, where),
			JA: fmt.Sprintf("`%s` と書くか、%s に `%s` を定義してください", near, where, n.Text),
		}
	}
	b.reportName(subject, n, message, help)
}

// reportName reports a wrong name; the name itself tells findings on one
// subject apart.
func (b *builder) reportName(subject string, n *node.Node, message, help finding.Text) {
	b.report(RuleUnknownName, subject, n.Range(b.file), message, help)
	b.problems[len(b.problems)-1].Evidence = &finding.Evidence{Params: map[string]string{"keyword": "name", "pointer": n.Text}}
}

func (b *builder) nearest(word string, names []string) (string, bool) {
	if b.compared += len(names); b.compared > maxCompared {
		return "", false
	}
	return nearest.Nearest(word, names)
}
