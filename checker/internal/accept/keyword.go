package accept

import (
	"encoding/json"
	"maps"
	"math/big"
	"slices"
	"strconv"

	"github.com/tieout/tieout/checker/internal/node"
)

// compiler fills a rule, keyword by keyword.
type compiler struct {
	file *File
	rule *rule
}

// keywords reads each keyword that is known. It is filled on start because
// the readers lead back to it.
var keywords map[string]func(c *compiler, written any) error

func init() {
	keywords = map[string]func(c *compiler, written any) error{
		"type":  (*compiler).types,
		"enum":  (*compiler).enum,
		"const": func(c *compiler, written any) error { return c.enum([]any{written}) },

		"minLength": func(c *compiler, written any) error { return count(written, &c.text().shortest) },
		"maxLength": func(c *compiler, written any) error { return count(written, &c.text().longest) },
		"pattern":   (*compiler).pattern,
		"format":    (*compiler).format,

		"minimum":          func(c *compiler, written any) error { return c.limit(written, limit{}) },
		"maximum":          func(c *compiler, written any) error { return c.limit(written, limit{upper: true}) },
		"exclusiveMinimum": func(c *compiler, written any) error { return c.limit(written, limit{exclusive: true}) },
		"exclusiveMaximum": func(c *compiler, written any) error {
			return c.limit(written, limit{upper: true, exclusive: true})
		},

		"properties":           (*compiler).properties,
		"additionalProperties": func(c *compiler, written any) error { return c.one(written, &c.object().additional) },
		"propertyNames":        func(c *compiler, written any) error { return c.one(written, &c.object().names) },
		"required":             func(c *compiler, written any) error { return texts(written, &c.object().required) },
		"dependentRequired":    (*compiler).dependentRequired,
		"dependentSchemas":     (*compiler).dependentSchemas,
		"minProperties":        func(c *compiler, written any) error { return count(written, &c.object().fewest) },
		"maxProperties":        func(c *compiler, written any) error { return count(written, &c.object().most) },

		"items":       func(c *compiler, written any) error { return c.one(written, &c.array().items) },
		"minItems":    func(c *compiler, written any) error { return count(written, &c.array().fewest) },
		"maxItems":    func(c *compiler, written any) error { return count(written, &c.array().most) },
		"uniqueItems": (*compiler).unique,

		"$ref":  (*compiler).ref,
		"allOf": func(c *compiler, written any) error { return c.list(written, &c.place().all) },
		"anyOf": func(c *compiler, written any) error { return c.list(written, &c.place().any) },
		"oneOf": func(c *compiler, written any) error { return c.list(written, &c.place().one) },
		"not":   func(c *compiler, written any) error { return c.one(written, &c.place().not) },
		"if":    func(c *compiler, written any) error { return c.one(written, &c.place().cond) },
		"then":  func(c *compiler, written any) error { return c.one(written, &c.place().then) },
		"else":  func(c *compiler, written any) error { return c.one(written, &c.place().elseRule) },
	}
}

func (c *compiler) text() *text {
	if c.rule.text == nil {
		c.rule.text = &text{longest: -1}
	}
	return c.rule.text
}

func (c *compiler) object() *object {
	if c.rule.object == nil {
		c.rule.object = &object{most: -1}
	}
	return c.rule.object
}

func (c *compiler) array() *array {
	if c.rule.array == nil {
		c.rule.array = &array{most: -1}
	}
	return c.rule.array
}

func (c *compiler) place() *place {
	if c.rule.place == nil {
		c.rule.place = &place{}
	}
	return c.rule.place
}

// kindsByName are the kinds as JSON Schema calls them.
var kindsByName = map[string]node.Kind{
	"null": node.Null, "boolean": node.Bool, "number": node.Number, "integer": node.Number,
	"string": node.String, "array": node.Array, "object": node.Object,
}

func (c *compiler) types(written any) error {
	names := []string{}
	if name, ok := written.(string); ok {
		names = append(names, name)
	} else if err := texts(written, &names); err != nil {
		return err
	}
	for _, name := range names {
		kind, known := kindsByName[name]
		if !known {
			return errForm
		}
		c.rule.types.kinds |= 1 << kind
	}
	c.rule.types.integers = !slices.Contains(names, "number")
	return nil
}

func (c *compiler) enum(written any) error {
	list, ok := written.([]any)
	if !ok || len(list) == 0 {
		return errForm
	}
	v := &values{}
	for _, item := range list {
		switch item := item.(type) {
		case string:
			v.texts = append(v.texts, item)
		case nil:
			v.others = append(v.others, "null")
		case bool:
			v.others = append(v.others, strconv.FormatBool(item))
		case json.Number:
			v.others = append(v.others, rational(item.String()).RatString())
		default:
			return errForm
		}
	}
	c.rule.values = append(c.rule.values, v)
	return nil
}

func (c *compiler) pattern(written any) error {
	expression, ok := written.(string)
	if !ok {
		return errForm
	}
	p := c.file.patterns[expression]
	if p == nil {
		var err error
		if p, err = newPattern(expression); err != nil {
			return err
		}
		c.file.patterns[expression] = p
	}
	c.text().pattern = p
	return nil
}

func (c *compiler) format(written any) error {
	name, _ := written.(string)
	check, known := formats[name]
	if !known {
		return errForm
	}
	c.text().format = check
	return nil
}

func (c *compiler) limit(written any, l limit) error {
	number, ok := written.(json.Number)
	if !ok {
		return errForm
	}
	if l.exact, ok = new(big.Rat).SetString(number.String()); !ok {
		return errForm
	}
	l.whole, l.isWhole = smallInteger(number.String())
	if c.rule.number == nil {
		c.rule.number = &bounds{}
	}
	c.rule.number.limits = append(c.rule.number.limits, l)
	return nil
}

func (c *compiler) properties(written any) error {
	members, ok := written.(map[string]any)
	if !ok {
		return errForm
	}
	o := c.object()
	o.properties = make(map[string]*rule, len(members))
	for name, schema := range members {
		r, err := c.file.compile(schema)
		if err != nil {
			return err
		}
		o.properties[name] = r
	}
	return nil
}

func (c *compiler) dependentRequired(written any) error {
	members, ok := written.(map[string]any)
	if !ok {
		return errForm
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		d := dependent{name: name}
		if err := texts(members[name], &d.required); err != nil {
			return err
		}
		c.object().dependents = append(c.object().dependents, d)
	}
	return nil
}

func (c *compiler) dependentSchemas(written any) error {
	members, ok := written.(map[string]any)
	if !ok {
		return errForm
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		d := dependent{name: name}
		if err := c.one(members[name], &d.rule); err != nil {
			return err
		}
		c.object().dependents = append(c.object().dependents, d)
	}
	return nil
}

func (c *compiler) unique(written any) error {
	unique, ok := written.(bool)
	if !ok {
		return errForm
	}
	c.array().unique = unique
	return nil
}

func (c *compiler) ref(written any) error {
	r, err := c.file.reference(written)
	if err != nil {
		return err
	}
	c.place().all = append(c.place().all, r)
	return nil
}

func (c *compiler) one(written any, into **rule) error {
	r, err := c.file.compile(written)
	*into = r
	return err
}

func (c *compiler) list(written any, into *[]*rule) error {
	schemas, ok := written.([]any)
	if !ok || len(schemas) == 0 {
		return errForm
	}
	for _, schema := range schemas {
		r, err := c.file.compile(schema)
		if err != nil {
			return err
		}
		*into = append(*into, r)
	}
	return nil
}

// count reads a number of things that is not negative.
func count(written any, into *int) error {
	number, ok := written.(json.Number)
	if !ok {
		return errForm
	}
	n, err := strconv.Atoi(number.String())
	if err != nil || n < 0 {
		return errForm
	}
	*into = n
	return nil
}

func texts(written any, into *[]string) error {
	list, ok := written.([]any)
	if !ok {
		return errForm
	}
	for _, item := range list {
		s, ok := item.(string)
		if !ok {
			return errForm
		}
		*into = append(*into, s)
	}
	return nil
}
