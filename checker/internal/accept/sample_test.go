package accept_test

import (
	"encoding/json"
	"hash/fnv"
	"maps"
	"math/big"
	"math/rand/v2"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// choices decides what a sample becomes: byte by byte of what the fuzzer
// gives, and then at random, the same for the same bytes.
type choices struct {
	data []byte
	rest *rand.Rand
}

func choose(data []byte) *choices {
	h := fnv.New64a()
	h.Write(data)
	return &choices{data, rand.New(rand.NewPCG(h.Sum64(), 0))}
}

// below gives a number from 0 to n-1.
func (c *choices) below(n int) int {
	if len(c.data) == 0 || n > 256 {
		return c.rest.IntN(n)
	}
	b := int(c.data[0])
	c.data = c.data[1:]
	return b % n
}

func (c *choices) oneIn(n int) bool { return c.below(n) == n-1 }

func pickOne[T any](c *choices, list []T) T { return list[c.below(len(list))] }

// sampler makes values by a schema: such as fit it, such as lie at its bounds
// and just beyond, and, now and then, something else altogether.
type sampler struct {
	*choices
	root map[string]any
	// odd is how often, once in so many, a value is something else.
	odd int
}

func (s *sampler) value(schema any, depth int) *node.Node {
	written, ok := schema.(map[string]any)
	if !ok || depth > 8 || s.oneIn(s.odd) {
		return s.anything()
	}
	if ref, ok := written["$ref"].(string); ok {
		defs, _ := s.root["$defs"].(map[string]any)
		return s.value(defs[strings.TrimPrefix(ref, "#/$defs/")], depth)
	}
	for _, keyword := range []string{"const", "enum"} {
		if v, ok := written[keyword]; ok {
			if list, ok := v.([]any); ok {
				v = pickOne(s.choices, list)
			}
			return noded(v)
		}
	}
	if examples, ok := written["examples"].([]any); ok && s.oneIn(3) {
		return s.changed(noded(pickOne(s.choices, examples)), written)
	}
	switch s.kind(written) {
	case "object":
		return s.object(written, depth)
	case "array":
		return s.array(written, depth)
	case "integer", "number":
		return &node.Node{Kind: node.Number, Text: s.number(written)}
	case "string":
		return &node.Node{Kind: node.String, Text: s.text(written)}
	case "boolean":
		return noded(s.oneIn(2))
	}
	return noded(nil)
}

func (s *sampler) kind(written map[string]any) string {
	switch t := written["type"].(type) {
	case string:
		return t
	case []any:
		name, _ := pickOne(s.choices, t).(string)
		return name
	}
	return "object"
}

var oddNumbers = []string{"0", "-0", "1", "1.0", "10e-1", "1e0", "0.5", "-1", "2", "100", "1e400", "-1e-400", "12345678901234567890", "2025", "1e3", "5", "5.00"}

var oddTexts = []string{"", "a", "-", "0", "1/12", "ア", "αβ", "a\nb", "a\x00", "2025", "2025-02-30", "2025-11-06", "FY2025/FY2026", "refs.11", "%zz", "https://", "http://example.org/%zz", "https://example.org/a?b=c", "\xff", " a"}

func (s *sampler) anything() *node.Node {
	switch s.below(7) {
	case 0:
		return noded(nil)
	case 1:
		return noded(true)
	case 2:
		return &node.Node{Kind: node.Number, Text: pickOne(s.choices, oddNumbers)}
	case 3:
		return noded([]any{})
	case 4:
		return noded(map[string]any{"x": "a"})
	case 5:
		return noded(map[string]any{})
	}
	return noded(pickOne(s.choices, oddTexts))
}

// object takes required members nearly always, others now and then.
func (s *sampler) object(written map[string]any, depth int) *node.Node {
	n := &node.Node{Kind: node.Object}
	properties, _ := written["properties"].(map[string]any)
	required, _ := written["required"].([]any)
	rare := 2 + s.below(12)
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		wanted := slices.Contains(required, any(name))
		if wanted && s.oneIn(40) || !wanted && !s.oneIn(rare) {
			continue
		}
		n.Fields = append(n.Fields, node.Field{Key: name, Value: s.value(properties[name], depth+1)})
	}
	additional := written["additionalProperties"]
	if _, open := additional.(map[string]any); open || s.oneIn(30) {
		for range s.below(4) {
			name := s.text(map[string]any{"pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$"})
			if n.Field(name) == nil {
				n.Fields = append(n.Fields, node.Field{Key: name, Value: s.value(additional, depth+1)})
			}
		}
	}
	s.rest.Shuffle(len(n.Fields), func(i, j int) { n.Fields[i], n.Fields[j] = n.Fields[j], n.Fields[i] })
	return n
}

func (s *sampler) array(written map[string]any, depth int) *node.Node {
	n := &node.Node{Kind: node.Array}
	length := s.below(4)
	if s.oneIn(8) {
		bound, _ := strconv.Atoi(pickOne(s.choices, []string{string(number(written["minItems"])), string(number(written["maxItems"])), "17", "22"}))
		length = max(0, min(bound+s.below(3)-1, 120))
	}
	for range length {
		if len(n.Items) > 0 && s.oneIn(8) {
			n.Items = append(n.Items, respelled(n.Items[s.below(len(n.Items))]))
			continue
		}
		n.Items = append(n.Items, s.value(written["items"], depth+1))
	}
	return n
}

// respelled gives an equal value that is written in another way.
func respelled(n *node.Node) *node.Node {
	other := *n
	switch {
	case n.Kind == node.Number && !strings.ContainsAny(n.Text, ".eE"):
		other.Text += ".0"
	case n.Kind == node.Object:
		other.Fields = slices.Clone(n.Fields)
		slices.Reverse(other.Fields)
	}
	return &other
}

func number(v any) json.Number {
	n, _ := v.(json.Number)
	return n
}

// number lies at a bound, or a step to either side of it.
func (s *sampler) number(written map[string]any) string {
	if s.oneIn(3) {
		return pickOne(s.choices, oddNumbers)
	}
	var bounds []*big.Rat
	for _, keyword := range []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"} {
		if r, ok := new(big.Rat).SetString(string(number(written[keyword]))); ok {
			bounds = append(bounds, r)
		}
	}
	if bounds == nil {
		return strconv.Itoa(s.below(3000))
	}
	steps := []string{"0", "0", "1", "-1", "0.5", "-0.5", "7"}
	step, _ := new(big.Rat).SetString(pickOne(s.choices, steps))
	at := new(big.Rat).Add(pickOne(s.choices, bounds), step)
	if at.IsInt() && !s.oneIn(6) {
		return at.RatString()
	}
	return at.FloatString(1 + s.below(3))
}

// text fits the pattern, or nearly; without one it is as long as the bounds
// say, or a character longer or shorter.
func (s *sampler) text(written map[string]any) string {
	if s.oneIn(12) {
		return pickOne(s.choices, oddTexts)
	}
	out := ""
	if pattern, ok := written["pattern"].(string); ok {
		parsed, err := syntax.Parse(pattern, syntax.Perl)
		if err == nil {
			out = s.matching(parsed, s.length(written))
		}
	} else {
		out = strings.Repeat(pickOne(s.choices, []string{"a", "ア", "9"}), s.length(written))
	}
	switch written["format"] {
	case "date":
		out = pickOne(s.choices, []string{"2024-02-29", "2025-02-29", "2025-12-31", "0000-01-01", "2025-00-10", "2025-10-00", "2025-1-1", "2025-06-31", "2025-13-01", "2025-01-0a"})
	case "date-time":
		out = pickOne(s.choices, []string{"2026-03-31T08:00:00.25Z", "2026-03-31T08:00:00", "2026-02-30T08:00:00Z", "2026-03-31t08:00:60z"})
	case "uri":
		out = pickOne(s.choices, []string{"https://", "http://", "https://例.jp/", "ftp://"}) + pickOne(s.choices, []string{"example.org", "a:b", "[::1]", "a b", ""}) + pickOne(s.choices, []string{"", "/", "/a?b=c&d", "/%41", "/%4", "/a#b", "/ア", "?q"})
	}
	if out != "" && s.oneIn(10) {
		i := s.below(len(out))
		out = out[:i] + pickOne(s.choices, []string{"", "x", "/", "\n", "é", "-", ".", "\x80"}) + out[i+s.below(2):]
	}
	return out
}

func (s *sampler) length(written map[string]any) int {
	if s.oneIn(6) {
		bound, err := strconv.Atoi(pickOne(s.choices, []string{string(number(written["minLength"])), string(number(written["maxLength"]))}))
		if err == nil {
			return max(0, min(bound+s.below(3)-1, 2100))
		}
	}
	return 1 + s.below(12)
}

// matching gives a text that an expression describes; about is how often what
// may be repeated at will is.
func (s *sampler) matching(re *syntax.Regexp, about int) string {
	switch re.Op {
	case syntax.OpLiteral:
		return string(re.Rune)
	case syntax.OpCharClass:
		i := 2 * s.below(len(re.Rune)/2)
		low, high := re.Rune[i], min(re.Rune[i+1], re.Rune[i]+200)
		return string(low + rune(s.below(int(high-low)+1)))
	case syntax.OpAlternate:
		return s.matching(pickOne(s.choices, re.Sub), about)
	case syntax.OpQuest:
		return s.repeat(re.Sub[0], s.below(2), about)
	case syntax.OpStar:
		return s.repeat(re.Sub[0], s.below(about+1), about)
	case syntax.OpPlus:
		return s.repeat(re.Sub[0], max(1, about), about)
	case syntax.OpRepeat:
		most := re.Max
		if most < 0 {
			most = re.Min + 3
		}
		return s.repeat(re.Sub[0], re.Min+s.below(most-re.Min+1), about)
	default:
		var b strings.Builder
		for _, sub := range re.Sub {
			b.WriteString(s.matching(sub, about))
		}
		return b.String()
	}
}

func (s *sampler) repeat(re *syntax.Regexp, times, about int) string {
	var b strings.Builder
	for range times {
		b.WriteString(s.matching(re, about))
	}
	return b.String()
}

// changed gives a value with some of its parts replaced, left out or added, by
// the schema where it says what would stand there.
func (s *sampler) changed(n *node.Node, written map[string]any) *node.Node {
	for range s.below(3) {
		n = s.change(n, written, 0)
	}
	return n
}

func (s *sampler) change(n *node.Node, schema any, depth int) *node.Node {
	written, _ := schema.(map[string]any)
	if ref, ok := written["$ref"].(string); ok {
		defs, _ := s.root["$defs"].(map[string]any)
		written, _ = defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if depth > 8 || s.oneIn(3) || len(n.Fields)+len(n.Items) == 0 {
		return s.value(any(written), depth)
	}
	other := *n
	properties, _ := written["properties"].(map[string]any)
	switch {
	case n.Kind == node.Array:
		other.Items = slices.Clone(n.Items)
		i := s.below(len(n.Items))
		other.Items[i] = s.change(n.Items[i], written["items"], depth+1)
	case s.oneIn(4):
		i := s.below(len(n.Fields))
		other.Fields = slices.Delete(slices.Clone(n.Fields), i, i+1)
	case s.oneIn(3) && len(properties) > 0:
		name := pickOne(s.choices, slices.Sorted(maps.Keys(properties)))
		if n.Field(name) == nil {
			other.Fields = append(slices.Clone(n.Fields), node.Field{Key: name, Value: s.value(properties[name], depth+1)})
		}
	default:
		other.Fields = slices.Clone(n.Fields)
		f := &other.Fields[s.below(len(n.Fields))]
		below, ok := properties[f.Key]
		if !ok {
			below = written["additionalProperties"]
		}
		f.Value = s.change(f.Value, below, depth+1)
	}
	return &other
}
