package validate

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// finding puts a violation into words.
func (v violation) finding() finding.Finding {
	e, c := v.entry, v.cause
	subject, rest := e.narrow(c.path())
	f := schemaFinding(subject, c.keyword, pointer(rest), v.place)
	w := newWords(e, c)
	f.Message, f.Help = w.message(), w.help()
	return f
}

// words holds what the sentences on one cause are made of.
type words struct {
	entry *entry
	cause cause
	// value is what stands at the place, layers what its schemas say of it.
	value  *node.Node
	layers []layer
	// name is how the place is called.
	name finding.Text
}

func newWords(e *entry, c cause) words {
	w := words{entry: e, cause: c, layers: e.book.layers(e.def, c.steps), name: e.name(c.steps)}
	if w.value, _ = e.value.At(pointer(c.steps)); w.value == nil {
		w.value = &node.Node{}
	}
	return w
}

// name calls a place by its field, or by its position in a list.
func (e *entry) name(steps []string) finding.Text {
	if len(steps) == 0 {
		switch {
		case e.key != nil:
			return field(e.key.Key)
		case e.def == "":
			return finding.Text{EN: "the document", JA: "この文書"}
		}
		return finding.Text{EN: "the entry", JA: "この項目"}
	}
	parent, _ := e.value.At(pointer(steps[:len(steps)-1]))
	if parent != nil && parent.Kind == node.Array {
		list := e.name(steps[:len(steps)-1])
		n := index(last(steps)) + 1
		return finding.Text{
			EN: fmt.Sprintf("item %d of %s", n, list.EN),
			JA: fmt.Sprintf("%sの%d番目", list.JA, n),
		}
	}
	return field(last(steps))
}

// field calls a field by its key. In Japanese a space parts it from the word
// that follows.
func field(key string) finding.Text {
	quoted := "`" + shorten(key) + "`"
	return finding.Text{EN: quoted, JA: quoted + " "}
}

// same is a text that reads alike in both languages.
func same(s string) finding.Text { return finding.Text{EN: s, JA: s} }

// message says what is wrong and, where it can be guessed, how it is right.
func (w words) message() finding.Text {
	switch c := w.cause; {
	case c.isKey:
		return w.badKey()
	case c.barred:
		return w.excludes()
	case c.unknown != "":
		return w.unknown()
	}
	switch w.cause.keyword {
	case "type":
		return w.wrongType()
	case "enum", "const":
		return w.notAllowed()
	case "pattern", "format":
		return w.wrongForm()
	case "required":
		return w.missing()
	case "dependentRequired":
		return w.needsBeside()
	case "anyOf", "oneOf":
		return w.choice()
	case "uniqueItems":
		return w.twice()
	}
	return w.outOfBounds()
}

// sentence joins a statement with the mend.
func (w words) sentence(en, ja string, mend any) finding.Text {
	if write := w.write(mend); mend != nil && write != "" {
		en += "; write " + write
		ja += "。" + write + " と書いてください"
	} else if example := w.example(); example != "" {
		en += "; write, for example, " + example
		ja += "。例: " + example
	}
	return finding.Text{EN: en, JA: ja}
}

// maxExample bounds the length of an example in a message, in bytes.
const maxExample = 100

// write gives a value as it is written at the place.
func (w words) write(v any) string {
	written := flow(v)
	steps := w.cause.steps
	field := last(steps)
	if len(steps) == 0 && w.entry.key != nil {
		field = w.entry.key.Key
	}
	if _, member := w.entry.value.At(pointer(steps)); member != nil || len(steps) == 0 && field != "" {
		written = flowText(field) + ": " + written
	}
	if len(written) > maxExample {
		return ""
	}
	return "`" + written + "`"
}

// example gives the first example of the schema that is short enough.
func (w words) example() string {
	examples, _ := pick(w.layers, "examples").([]any)
	for _, v := range examples {
		if written := w.write(v); written != "" {
			return written
		}
	}
	return ""
}

// got gives the value that stands at the place.
func (w words) got() finding.Text {
	switch w.value.Kind {
	case node.Null:
		return finding.Text{EN: "nothing", JA: "値なし"}
	case node.Array:
		return finding.Text{EN: "a list", JA: "リスト"}
	case node.Object:
		return finding.Text{EN: "a mapping", JA: "マッピング"}
	case node.String:
		return same(fmt.Sprintf("%q", shorten(w.value.Text)))
	default:
		return same(shorten(w.value.Text))
	}
}

var typeNames = map[string]finding.Text{
	"string":  {EN: "text", JA: "文字列"},
	"number":  {EN: "a number", JA: "数値"},
	"integer": {EN: "an integer", JA: "整数"},
	"boolean": {EN: "true or false", JA: "true か false"},
	"array":   {EN: "a list", JA: "リスト"},
	"object":  {EN: "a mapping", JA: "マッピング"},
	"null":    {EN: "null", JA: "null"},
}

func (w words) wrongType() finding.Text {
	types := texts(w.cause.limit)
	if one := text(w.cause.limit); one != "" {
		types = []string{one}
	}
	var en, ja []string
	for _, t := range types {
		en, ja = append(en, typeNames[t].EN), append(ja, typeNames[t].JA)
	}
	got := w.got()
	return w.sentence(
		fmt.Sprintf("%s must be %s, got %s", w.name.EN, joinOr(en), got.EN),
		fmt.Sprintf("%sは%sでなければなりません（現在は %s）", w.name.JA, strings.Join(ja, "か"), got.JA),
		mendType(w.value, types, w.layers))
}

func (w words) notAllowed() finding.Text {
	allowed := texts(w.cause.limit)
	if w.cause.keyword == "const" {
		allowed = []string{flow(w.cause.limit)}
	}
	got, list := w.got(), backticked(allowed)
	en := fmt.Sprintf("%s must be %s, got %s", w.name.EN, joinOr(list), got.EN)
	ja := fmt.Sprintf("%sは %s のいずれかでなければなりません（現在は %s）", w.name.JA, strings.Join(list, "、"), got.JA)
	if mend := mendEnum(w.value.Text, allowed); mend != nil {
		return w.sentence(en, ja, mend)
	}
	return finding.Text{EN: en, JA: ja}
}

// wrongForm tells of a text that does not fit its pattern or format. The
// examples show the form better than a regular expression does.
func (w words) wrongForm() finding.Text {
	got := w.got()
	if w.cause.keyword == "format" {
		format := text(w.cause.limit)
		forms := map[string]finding.Text{
			"date": {EN: "a day as YYYY-MM-DD", JA: "YYYY-MM-DD 形式の日付"},
			"uri":  {EN: "a web address", JA: "URL"},
		}
		form, ok := forms[format]
		if !ok {
			form = same(format)
		}
		return w.sentence(
			fmt.Sprintf("%s must be %s, got %s", w.name.EN, form.EN, got.EN),
			fmt.Sprintf("%sは%sでなければなりません（現在は %s）", w.name.JA, form.JA, got.JA),
			mendFormat(w.value.Text, format))
	}
	types := texts(pick(w.layers, "type"))
	numeric := strings.Contains(strings.Join(types, " "), "number")
	var shapes []string
	examples, _ := pick(w.layers, "examples").([]any)
	for _, v := range examples {
		if _, isText := v.(string); isText || isNumber(v) {
			shapes = append(shapes, "`"+flow(v)+"`")
		}
	}
	m := finding.Text{
		EN: fmt.Sprintf("%s must look like %s, got %s", w.name.EN, joinOr(shapes), got.EN),
		JA: fmt.Sprintf("%sは %s のように書きます（現在は %s）", w.name.JA, strings.Join(shapes, "、"), got.JA),
	}
	if mend := mendText(w.value.Text, text(w.cause.limit), numeric); mend != nil {
		return w.sentence(m.EN, m.JA, mend)
	}
	return m
}

func isNumber(v any) bool {
	_, ok := v.(json.Number)
	return ok
}

func backticked(names []string) []string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "`" + name + "`"
	}
	return quoted
}

func joinOr(names []string) string { return join(names, " or ") }

func join(names []string, last string) string {
	n := len(names)
	if n < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n-1], ", ") + last + names[n-1]
}
