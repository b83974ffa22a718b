package load

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// Kind says what a document holds.
type Kind string

// The kinds of documents. A document with the key of a registry is that
// registry; any other holds facts.
const (
	Sources      Kind = "sources"
	Entities     Kind = "entities"
	Concepts     Kind = "concepts"
	Dispositions Kind = "dispositions"
	Facts        Kind = "facts"
	// Settings is the kind of the one file that is named, never found.
	Settings Kind = "settings"
)

// marks are the keys that tell the kinds apart, each with its kind.
var marks = []struct {
	key  string
	kind Kind
}{
	{"sources", Sources},
	{"entities", Entities},
	{"concepts", Concepts},
	{"dispositions", Dispositions},
	{"source", Facts},
}

// kindOf tells the kind of a document by its keys. A document of no kind or of
// two gives a problem instead.
func kindOf(name string, root *node.Node) (Kind, *finding.Finding) {
	if root.Kind != node.Object {
		p := problem(name, root,
			finding.Text{
				EN: fmt.Sprintf("a document must be a mapping, got %s", articled[root.Kind]),
				JA: fmt.Sprintf("文書はマッピング（`キー: 値` の並び）でなければなりませんが、%sです", called[root.Kind]),
			},
			finding.Text{
				EN: "Begin a fact file with `source: ID`, a registry with `sources:`, `entities:`, `concepts:` or `dispositions:`.",
				JA: "事実ファイルは `source: ID`、登録簿は `sources:`・`entities:`・`concepts:`・`dispositions:` のいずれかで始めてください。",
			})
		return "", &p
	}
	kind, first := Facts, (*node.Field)(nil)
	for _, m := range marks {
		f := root.Field(m.key)
		switch {
		case f == nil:
		case first == nil:
			kind, first = m.kind, f
		default:
			p := mixed(name, first, f)
			return "", &p
		}
	}
	return kind, nil
}

// mixed is the problem of a document that holds what f and g begin.
func mixed(name string, f, g *node.Field) finding.Finding {
	if g.KeyStart.Compare(f.KeyStart) < 0 {
		f, g = g, f
	}
	p := problem(name, nil,
		finding.Text{
			EN: fmt.Sprintf("the document holds both `%s` and `%s`", f.Key, g.Key),
			JA: fmt.Sprintf("一つの文書に `%s` と `%s` の両方があります", f.Key, g.Key),
		},
		finding.Text{
			EN: fmt.Sprintf("Put a line `---` before `%s:`, or move it to a file of its own.", g.Key),
			JA: fmt.Sprintf("`%s:` の前に `---` の行を置くか、別のファイルに分けてください。", g.Key),
		})
	p.Subject += "#/" + g.Key
	p.Location = g.KeyRange(name)
	p.Related = []finding.Related{{
		Message:  finding.Text{EN: fmt.Sprintf("`%s` stands here", f.Key), JA: fmt.Sprintf("`%s` はここにあります", f.Key)},
		Location: f.KeyRange(name),
	}}
	return p
}

// articled and called name the kinds of values to people.
var (
	articled = map[node.Kind]string{
		node.Null: "nothing", node.Bool: "true or false", node.Number: "a number", node.String: "a text", node.Array: "a list",
	}
	called = map[node.Kind]string{
		node.Null: "空", node.Bool: "真偽値", node.Number: "数値", node.String: "文字列", node.Array: "リスト",
	}
)
