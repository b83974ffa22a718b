package validate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/nearest"
	"github.com/tieout/tieout/checker/internal/node"
)

// badKey tells of a key that is no id.
func (w words) badKey() finding.Text {
	key := last(w.cause.steps)
	if len(w.cause.steps) == 0 && w.entry.key != nil {
		key = w.entry.key.Key
	}
	en := fmt.Sprintf("%q is no id: an id has only letters, digits, hyphens and underscores, and begins with a letter or digit",
		shorten(key))
	ja := fmt.Sprintf("%q はIDとして使えません。IDは英数字・ハイフン・下線のみで、先頭は英数字です", shorten(key))
	if w.cause.keyword == "maxLength" {
		en = fmt.Sprintf("%q is too long for an id, which has at most %s characters", shorten(key), flow(w.cause.limit))
		ja = fmt.Sprintf("ID %q が長すぎます（%s文字まで）", shorten(key), flow(w.cause.limit))
	} else if guess := slug(key); guess != "" {
		en += "; write `" + guess + "`"
		ja += "。`" + guess + "` と書いてください"
	}
	return finding.Text{EN: en, JA: ja}
}

// unknown tells of a field that does not exist here, and which one was meant
// or where it belongs.
func (w words) unknown() finding.Text {
	field := "`" + shorten(w.cause.unknown) + "`"
	m := finding.Text{
		EN: fmt.Sprintf("unknown field %s in %s", field, w.name.EN),
		JA: fmt.Sprintf("%sに %s という項目はありません", w.name.JA, field),
	}
	if near, ok := nearest.Nearest(w.cause.unknown, fieldsOf(w.cause.schema)); ok {
		m.EN += fmt.Sprintf("; did you mean `%s`?", near)
		m.JA += fmt.Sprintf("。`%s` の誤りではありませんか", near)
		return m
	}
	if homes := w.entry.book.homes(w.cause.unknown); len(homes) > 0 && len(homes) <= 3 {
		m.EN += "; it belongs in " + joinOr(homes)
		m.JA += "。" + strings.Join(homes, "、") + " の項目です"
	} else if slices.Contains(fieldsOf(w.entry.book.root("")), w.cause.unknown) {
		m.EN += "; it belongs at the top of the document"
		m.JA += "。文書の最上位に書く項目です"
	}
	return m
}

// homes lists the definitions that have a field of the name.
func (b *book) homes(field string) []string {
	defs, _ := b.raw["$defs"].(map[string]any)
	var found []string
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		if slices.Contains(fieldsOf(b.root(name)), field) {
			found = append(found, "`"+name+"`")
		}
	}
	return found
}

// missing tells of required fields that are not there.
func (w words) missing() finding.Text {
	list := backticked(w.cause.names)
	m := finding.Text{
		EN: fmt.Sprintf("%s has no %s", w.name.EN, joinOr(list)),
		JA: fmt.Sprintf("%sに %s がありません", w.name.JA, strings.Join(list, "、")),
	}
	return w.add(m)
}

// needsBeside tells of a field that another one asks for.
func (w words) needsBeside() finding.Text {
	list := backticked(w.cause.names)
	m := finding.Text{
		EN: fmt.Sprintf("`%s` needs %s beside it", w.cause.trigger, join(list, " and ")),
		JA: fmt.Sprintf("`%s` には %s が必要です", w.cause.trigger, strings.Join(list, "、")),
	}
	return w.add(m)
}

// add says how the first missing field is written.
func (w words) add(m finding.Text) finding.Text {
	field := w.cause.names[0]
	var layers []layer
	for _, l := range w.layers {
		if child := l.child(field); child != nil {
			layers = append(layers, w.entry.book.resolve(child)...)
		}
	}
	examples, _ := pick(layers, "examples").([]any)
	if len(examples) == 0 {
		return m
	}
	example := field + ": " + flow(examples[0])
	if len(example) > maxExample {
		return m
	}
	m.EN += "; add, for example, `" + example + "`"
	m.JA += "。例: `" + example + "`"
	return m
}

// choice tells of an object that has none, or more than one, of the fields
// from which it must have one.
func (w words) choice() finding.Text {
	list := backticked(w.cause.names)
	present := backticked(w.entry.present(w.cause))
	if w.cause.keyword == "oneOf" && len(present) > 1 {
		return finding.Text{
			EN: fmt.Sprintf("%s has %s at once; keep one and give the others ids of their own", w.name.EN, join(present, " and ")),
			JA: fmt.Sprintf("%sに %s が同時にあります。一つだけ残し、ほかは別のIDで書いてください", w.name.JA, strings.Join(present, "、")),
		}
	}
	m := finding.Text{
		EN: fmt.Sprintf("%s needs one of %s", w.name.EN, joinOr(list)),
		JA: fmt.Sprintf("%sには %s のいずれかが必要です", w.name.JA, strings.Join(list, "、")),
	}
	if status := w.value.Str("status"); status != "" && slices.Contains(w.cause.names, "status") {
		m.EN = fmt.Sprintf("%s has `status: %s` but no %s", w.name.EN, shorten(status), joinOr(list[:len(list)-1]))
		m.JA = fmt.Sprintf("%sは `status: %s` ですが、%s がありません", w.name.JA, shorten(status), strings.Join(list[:len(list)-1], "、"))
	}
	return m
}

// excludes tells of a field that cannot stand beside another.
func (w words) excludes() finding.Text {
	var beside []string
	parent := w.cause.steps[:max(0, len(w.cause.steps)-1)]
	object, _ := w.entry.value.At(pointer(parent))
	for _, name := range w.cause.names {
		shown := name
		if v := object.Get(name); v != nil && w.cause.keyword == "then" && v.Kind == node.String {
			shown += ": " + shorten(v.Text)
		}
		beside = append(beside, "`"+shown+"`")
	}
	return finding.Text{
		EN: fmt.Sprintf("%s cannot stand beside %s; remove one of the two", w.name.EN, join(beside, " and ")),
		JA: fmt.Sprintf("%sと %s は同時に書けません。どちらかを削除してください", w.name.JA, strings.Join(beside, "、")),
	}
}

// twice tells of an item that a list has already.
func (w words) twice() finding.Text {
	i, item := duplicate(w.value)
	if item == nil {
		return finding.Text{
			EN: w.name.EN + " names an item twice; remove one",
			JA: w.name.JA + "に同じ要素が二度あります。一方を削除してください",
		}
	}
	shown := shorten(flow(item.Plain()))
	return finding.Text{
		EN: fmt.Sprintf("%s names `%s` twice; remove item %d", w.name.EN, shown, i+1),
		JA: fmt.Sprintf("%sに `%s` が二度あります。%d番目を削除してください", w.name.JA, shown, i+1),
	}
}
