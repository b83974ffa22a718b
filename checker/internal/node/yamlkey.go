package node

import (
	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker/internal/finding"
)

// key reads the key of a member. What cannot be a key is a problem, for the
// caller to report once the value has been read too, as aliases may refer to
// it.
func (r *yamlReader) key(y *yaml.Node, depth int) (key, *problem) {
	n, s := r.value(y, depth)
	if r.stopped {
		return key{}, nil
	}
	k := key{text: n.Text, start: s.start, end: s.end}
	if n.Kind == Null {
		k.text = string(r.src.data[s.start:s.end])
	}
	if n.Kind == Array || n.Kind == Object {
		return k, r.badKey(k,
			sayf("a key must be text, not a list or a mapping", "キーは文字列でなければなりません（リストやマッピングは使えません）"),
			sayf("Put the key in quotes if it begins with `[` or `{`.", "`[` や `{` で始まるキーは引用符で囲んでください。"))
	}
	// The limit counts values, as it does in JSON.
	r.nodes--
	switch {
	case isMerge(y):
		return k, r.badKey(k,
			sayf("merge keys (`<<`) are not supported", "マージキー（`<<`）は使えません"),
			sayf("Write the shared fields under `defaults:`.", "共通の項目は `defaults:` の下に書いてください。"))
	case isEmpty(y):
		return k, r.badKey(k,
			sayf("there is no key before the `:`", "`:` の前にキーがありません"),
			sayf("Write the key, or put the text in quotes if the `:` belongs to it.",
				"キーを書いてください。`:` が文字列の一部であれば、引用符で囲んでください。"))
	}
	return k, nil
}

func (r *yamlReader) badKey(k key, message, help finding.Text) *problem {
	return &problem{start: k.start, end: k.end, pointer: r.pointer(), message: message, help: help}
}

func isMerge(y *yaml.Node) bool {
	if y.Kind != yaml.ScalarNode || y.Style&quoted != 0 {
		return false
	}
	return y.Tag == "!!merge" || y.Value == "<<" && y.Style&yaml.TaggedStyle == 0
}

// checkTag makes a value what its tag says. Only the tags of JSON's types are
// known.
func (r *yamlReader) checkTag(y *yaml.Node, n *Node, mark int, s span) {
	if y.Style&yaml.TaggedStyle == 0 {
		if y.Kind == yaml.ScalarNode && n.Kind != String && r.at(mark) == '!' {
			n.Kind, n.Text = String, y.Value
		}
		return
	}
	want, known := map[string]Kind{
		"!!str": String, "!!int": Number, "!!float": Number, "!!bool": Bool, "!!null": Null,
		"!!seq": Array, "!!map": Object, "!!merge": String,
	}[y.Tag]
	if !known {
		r.report(problem{
			start: mark, end: s.start, pointer: r.pointer(),
			message: sayf("the tag `%s` is not supported", "タグ `%s` は使えません", show(y.Tag)),
			help: sayf("Delete the tag; put the value in quotes if it is text that begins with `!`.",
				"タグを削除してください。`!` で始まる文字列であれば、引用符で囲んでください。"),
		})
		return
	}
	if y.Kind == yaml.ScalarNode && want == String {
		n.Kind, n.Text = String, y.Value
		return
	}
	if y.Kind == yaml.ScalarNode {
		n.Kind, n.Text = plain(y.Value).Kind, y.Value
		if n.Kind == Null {
			n.Text = ""
		}
	}
	if n.Kind != want {
		r.report(problem{
			start: s.start, end: s.end, pointer: r.pointer(),
			message: sayf("the tag `%s` does not fit this value", "タグ `%s` はこの値に合いません", show(y.Tag)),
			help:    sayf("Delete the tag.", "タグを削除してください。"),
		})
	}
}
