package evaluate

import (
	"encoding/json"
	"math/big"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/number"
)

// encoder writes facts as the values that the engine evaluates, without a map
// in between. It keeps what it has written: operands embed quantities again,
// and several queries read the same facts. It serves one task and is
// then dropped, so that the values of a document die with it.
type encoder struct {
	facts, brief map[*fact.Fact]*ast.Term
}

func newEncoder() *encoder {
	return &encoder{facts: map[*fact.Fact]*ast.Term{}, brief: map[*fact.Fact]*ast.Term{}}
}

// keys are the names of all fields: one term each, shared by all objects.
var keys = terms(`id kind source notes refs type table operands date entity concept period unit dimensions asOf
	status qualifiers text printed role of rounding decimals value intervals rounded truncated plan metric outcome
	weight target actual achievement score modality section citations rests marker list ref number listKind url form
	begins accessed is having threshold maximum unadjusted discretion floor cap statedPeriod fact exists lower upper lowerOpen upperOpen key facts groups mode quantity relation measure claim
	reference event anchored calls topic topics due outcome office published along`)

func terms(names string) map[string]*ast.Term {
	m := map[string]*ast.Term{}
	for name := range strings.FieldsSeq(names) {
		m[name] = ast.StringTerm(name)
	}
	return m
}

// pairs are the members of an object to be.
type pairs [][2]*ast.Term

func (p *pairs) add(name string, value *ast.Term) {
	key := keys[name]
	if key == nil {
		key = ast.StringTerm(name)
	}
	*p = append(*p, [2]*ast.Term{key, value})
}

// text adds a string, unless it is empty.
func (p *pairs) text(key, value string) {
	if value != "" {
		p.add(key, ast.StringTerm(value))
	}
}

func (p pairs) term() *ast.Term { return ast.ObjectTerm(p...) }

// documentInput is the input of rules on facts and documents.
func (e *encoder) documentInput(source, mode string, wanted filter, facts []*fact.Fact) ast.Value {
	byKind := map[fact.Kind][]*ast.Term{}
	for _, f := range facts {
		if wanted.wants(f) {
			byKind[f.Kind] = append(byKind[f.Kind], e.fact(f))
		}
	}
	var groups, input pairs
	for _, kind := range fact.Kinds() {
		if terms := byKind[kind]; terms != nil {
			groups.add(string(kind), ast.ArrayTerm(terms...))
		}
	}
	input.text("source", source)
	input.text("mode", mode)
	input.add("facts", groups.term())
	return input.term().Value
}

// groupsInput is the input of rules over the corpus.
func (e *encoder) groupsInput(mode string, groups []group) ast.Value {
	terms := make([]*ast.Term, len(groups))
	for i, g := range groups {
		members := make([]*ast.Term, len(g.facts))
		for j, f := range g.facts {
			members[j] = e.fact(f)
		}
		var p pairs
		p.add("key", ast.StringTerm(g.key))
		p.add("facts", ast.ArrayTerm(members...))
		terms[i] = p.term()
	}
	var input pairs
	input.text("mode", mode)
	input.add("groups", ast.ArrayTerm(terms...))
	return input.term().Value
}

func (e *encoder) fact(f *fact.Fact) *ast.Term {
	t, ok := e.facts[f]
	if !ok {
		t = e.write(f, e.operand)
		e.facts[f] = t
	}
	return t
}

// embedded writes a fact as it stands in another one. It shows what it refers to
// by id alone: claims may rest on each other, and relations hold between
// relations.
func (e *encoder) embedded(f *fact.Fact) *ast.Term {
	if f.Kind != fact.KindClaim && f.Kind != fact.KindRelation {
		return e.fact(f)
	}
	t, ok := e.brief[f]
	if !ok {
		t = e.write(f, refTerm)
		e.brief[f] = t
	}
	return t
}

func (e *encoder) write(f *fact.Fact, operand func(fact.Ref) *ast.Term) *ast.Term {
	var p pairs
	p.text("id", f.ID)
	p.text("kind", string(f.Kind))
	p.text("source", f.Source)
	if f.Selector.Line > 0 {
		p.add("anchored", ast.BooleanTerm(true))
	}
	if len(f.Notes) > 0 {
		p.add("notes", list(f.Notes, func(r fact.Ref) *ast.Term { return optional(r.ID) }))
	}
	if len(f.Refs) > 0 {
		p.add("refs", list(f.Refs, refTerm))
	}
	switch f.Kind {
	case fact.KindQuantity:
		e.quantity(&p, f)
	case fact.KindRelation:
		p.text("type", f.Relation.Type)
		p.text("table", f.Relation.Table)
		p.text("along", f.Relation.Along)
		p.add("operands", list(f.Relation.Operands, operand))
		p.text("is", f.Relation.Is)
		if f.Relation.Having != nil {
			p.add("having", words(f.Relation.Having))
		}
	case fact.KindMeasure:
		e.measure(&p, f.Measure)
	case fact.KindClaim:
		claim(&p, f.Claim, operand)
	case fact.KindReference:
		reference(&p, f.Reference)
	case fact.KindEvent:
		p.text("date", f.Event.Date)
		p.text("period", f.Event.Period)
		p.text("type", f.Event.Type)
		p.text("entity", f.Event.Entity)
	}
	return p.term()
}

func (e *encoder) quantity(p *pairs, f *fact.Fact) {
	q := f.Quantity
	p.text("concept", q.Concept)
	p.text("entity", q.Entity)
	p.text("period", q.Period.Canonical)
	p.text("unit", q.Unit)
	p.add("dimensions", words(q.Dimensions))
	p.text("asOf", q.AsOf)
	p.text("status", string(q.Status))
	p.add("qualifiers", list(q.Qualifiers, ast.StringTerm))
	p.text("text", q.Text)
	p.text("printed", f.Selector.Printed())
	p.text("role", q.Role)
	p.text("of", q.Of)
	p.calls(q.Calls)
	p.text("statedPeriod", q.StatedPeriod)
	p.text("rounding", q.Rounding)
	if q.Decimals != nil {
		p.add("decimals", ast.IntNumberTerm(*q.Decimals))
	}
	if q.Value != nil {
		p.add("value", rational(q.Value))
	}
	if q.Intervals != nil {
		var worlds pairs
		for mode, i := range q.Intervals {
			worlds.add(mode, interval(i))
		}
		p.add("intervals", worlds.term())
	}
}

func (e *encoder) measure(p *pairs, m *fact.Measure) {
	p.text("plan", m.Plan)
	p.text("metric", m.Metric)
	p.text("outcome", m.Outcome)
	p.text("discretion", m.Discretion)
	p.text("period", m.Period)
	for _, limit := range []fact.Ref{m.Floor, m.Cap} {
		if limit.Target != nil {
			p.add(limit.Role, e.fact(limit.Target))
		}
	}
	for role, part := range m.Parts() {
		p.add(role, e.fact(part))
	}
}

func claim(p *pairs, c *fact.Claim, operand func(fact.Ref) *ast.Term) {
	p.text("text", c.Text)
	p.text("modality", c.Modality)
	p.text("entity", c.Entity)
	p.text("section", c.Section)
	p.add("citations", list(c.Citations, func(c fact.Citation) *ast.Term {
		var p pairs
		p.text("marker", c.Marker)
		p.text("list", c.List)
		id := ""
		if c.Ref.Exists() {
			id = c.Ref.ID
		}
		p.add("ref", optional(id))
		return p.term()
	}))
	p.add("rests", list(c.Rests, operand))
	p.calls(c.Calls)
	p.text("topic", c.Topic)
	p.text("due", c.Due.Canonical)
	p.text("office", c.Office)
	if c.Outcome.ID != "" {
		p.add("outcome", refTerm(c.Outcome))
	}
}

// calls adds what words call a figure, if they call it otherwise.
func (p *pairs) calls(c fact.Calls) {
	if c.Concept == "" && len(c.Dimensions) == 0 {
		return
	}
	var called pairs
	called.text("concept", c.Concept)
	called.add("dimensions", dimensions(c.Dimensions))
	p.add("calls", called.term())
}

func dimensions(members map[string]string) *ast.Term {
	var p pairs
	for axis, member := range members {
		p.text(axis, member)
	}
	return p.term()
}

func reference(p *pairs, r *fact.Reference) {
	p.text("list", r.List)
	p.text("number", r.Number)
	p.text("listKind", r.ListKind)
	p.text("section", r.Section)
	p.text("url", r.URL)
	p.text("form", r.Form)
	p.text("begins", r.Begins)
	p.text("accessed", r.Accessed)
	p.text("published", r.Published)
	if len(r.Topics) > 0 {
		p.add("topics", list(r.Topics, ast.StringTerm))
	}
}

// operand writes a reference with the fact that it leads to. A fact that was
// left out for its form stands as one without a value.
func (e *encoder) operand(r fact.Ref) *ast.Term {
	var p pairs
	p.text("role", r.Role)
	p.text("ref", r.ID)
	if r.Weight != nil {
		p.add("weight", rational(r.Weight))
	}
	switch {
	case r.Target != nil:
		p.add("fact", e.embedded(r.Target))
	case r.Excluded:
		var f pairs
		f.text("id", r.ID)
		f.text("kind", string(fact.KindQuantity))
		f.text("status", "excluded")
		p.add("fact", f.term())
	}
	return p.term()
}

// words writes names with their words.
func words(m map[string]string) *ast.Term {
	var p pairs
	for name, word := range m {
		p.text(name, word)
	}
	return p.term()
}

func refTerm(r fact.Ref) *ast.Term {
	var p pairs
	p.text("role", r.Role)
	p.text("id", r.ID)
	p.add("exists", ast.BooleanTerm(r.Exists()))
	return p.term()
}

func list[T any](items []T, term func(T) *ast.Term) *ast.Term {
	terms := make([]*ast.Term, len(items))
	for i, item := range items {
		terms[i] = term(item)
	}
	return ast.ArrayTerm(terms...)
}

func optional(s string) *ast.Term {
	if s == "" {
		return ast.NullTerm()
	}
	return ast.StringTerm(s)
}

func interval(i number.Interval) *ast.Term {
	var p pairs
	p.add("lower", end(i.Lower))
	p.add("upper", end(i.Upper))
	p.add("lowerOpen", ast.BooleanTerm(i.LowerOpen))
	p.add("upperOpen", ast.BooleanTerm(i.UpperOpen))
	return p.term()
}

func end(r *big.Rat) *ast.Term {
	if r == nil {
		return ast.NullTerm()
	}
	return rational(r)
}

func rational(r *big.Rat) *ast.Term {
	return ast.ArrayTerm(integer(r.Num()), integer(r.Denom()))
}

func integer(i *big.Int) *ast.Term {
	if n := int(i.Int64()); i.IsInt64() && int64(n) == i.Int64() {
		return ast.IntNumberTerm(n)
	}
	return ast.NumberTerm(json.Number(i.String()))
}
