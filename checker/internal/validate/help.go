package validate

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// help explains the field as the schema does; schemas are written in English,
// so the Japanese help shows examples or the fields to choose from.
func (w words) help() finding.Text {
	if w.cause.unknown != "" {
		return fieldList(fieldsOf(w.cause.schema))
	}
	layers := w.layers
	if w.cause.isKey {
		layers = w.entry.book.resolve(w.entry.book.root("id"))
	}
	if names := w.cause.names; len(names) == 1 && !w.cause.barred {
		layers = nil
		for _, l := range w.layers {
			if child := l.child(names[0]); child != nil {
				layers = append(layers, w.entry.book.resolve(child)...)
			}
		}
	}
	title, description := text(pick(layers, "title")), text(pick(layers, "description"))
	help := finding.Text{EN: description}
	if title != "" && description != "" {
		help.EN = title + ": " + description
	}
	var written []string
	examples, _ := pick(layers, "examples").([]any)
	for _, v := range examples {
		if s := flow(v); len(s) <= maxExample {
			written = append(written, "`"+s+"`")
		}
	}
	if len(written) > 0 {
		help.JA = "記入例: " + strings.Join(written, "、")
	}
	return help
}

func fieldList(fields []string) finding.Text {
	if len(fields) == 0 {
		return finding.Text{}
	}
	list := backticked(fields)
	return finding.Text{
		EN: "The fields here are " + join(list, " and ") + ".",
		JA: "ここに書ける項目: " + strings.Join(list, "、"),
	}
}
