package validate

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// bound is the wording of a keyword that limits a length, a count or a value:
// the name of the place, the limit and what was found are filled in.
type bound struct{ en, ja string }

var bounds = sync.OnceValue(func() map[string]bound {
	return map[string]bound{
		"minLength":        {"%s must have at least %s characters, got %s", "%sは%s文字以上でなければなりません（現在は%s文字）"},
		"maxLength":        {"%s must have at most %s characters, got %s", "%sは%s文字以内でなければなりません（現在は%s文字）"},
		"minItems":         {"%s must have at least %s items, got %s", "%sには%s個以上の要素が必要です（現在は%s個）"},
		"maxItems":         {"%s must have at most %s items, got %s", "%sの要素は%s個以内でなければなりません（現在は%s個）"},
		"minProperties":    {"%s must have at least %s fields, got %s", "%sには%s個以上の項目が必要です（現在は%s個）"},
		"maxProperties":    {"%s must have at most %s fields, got %s", "%sの項目は%s個以内でなければなりません（現在は%s個）"},
		"minimum":          {"%s must be at least %s, got %s", "%sは%s以上でなければなりません（現在は%s）"},
		"maximum":          {"%s must be at most %s, got %s", "%sは%s以下でなければなりません（現在は%s）"},
		"exclusiveMinimum": {"%s must be above %s, got %s", "%sは%sより大きくなければなりません（現在は%s）"},
		"exclusiveMaximum": {"%s must be below %s, got %s", "%sは%sより小さくなければなりません（現在は%s）"},
	}
})

func (w words) outOfBounds() finding.Text {
	limit := flow(w.cause.limit)
	var found string
	switch k := w.cause.keyword; {
	case strings.HasSuffix(k, "Length"):
		found = fmt.Sprint(utf8.RuneCountInString(w.value.Text))
	case strings.HasSuffix(k, "Items"):
		found = fmt.Sprint(len(w.value.Items))
	case strings.HasSuffix(k, "Properties"):
		found = fmt.Sprint(len(w.value.Fields))
	default:
		found = w.got().EN
	}
	if strings.HasPrefix(w.cause.keyword, "min") && w.cause.keyword != "minimum" && limit == "1" {
		return w.sentence(w.name.EN+" must not be empty", w.name.JA+"を空にはできません", nil)
	}
	b, ok := bounds()[w.cause.keyword]
	if !ok {
		return w.sentence(
			fmt.Sprintf("%s does not satisfy `%s` of its schema", w.name.EN, w.cause.keyword),
			fmt.Sprintf("%sはスキーマの `%s` を満たしていません", w.name.JA, w.cause.keyword), nil)
	}
	return finding.Text{
		EN: fmt.Sprintf(b.en, w.name.EN, limit, found),
		JA: fmt.Sprintf(b.ja, w.name.JA, limit, found),
	}
}
