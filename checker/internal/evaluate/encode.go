package evaluate

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/fact"
)

// encoder writes facts as the values that the engine evaluates, without a map
// in between. It keeps what it has written: operands embed quantities again,
// and several queries read the same facts. It serves one task and is
// then dropped, so that the values of a document die with it.
type encoder struct {
	facts, brief map[*fact.Fact]*ast.Term
	// words are strings that come again and again, such as units and periods.
	words map[string]*ast.Term
	// read are the fields that are wanted.
	read  selections
	alike likenesses
}

func newEncoder(words map[string]*ast.Term, read selections) *encoder {
	return &encoder{facts: map[*fact.Fact]*ast.Term{}, brief: map[*fact.Fact]*ast.Term{}, words: words, read: read, alike: likenesses{}}
}

// pairs begins the members of a fact, of which there will be at most so many.
func (e *encoder) pairs(kind fact.Kind, most int) pairs {
	only := e.read.kinds[kind]
	if only != nil {
		most = len(only)
	}
	p := newPairs(most)
	p.only = only
	if e.read.recurring[kind] {
		p.alike = e.alike
	}
	return p
}

// word writes a string that other facts are likely to have, too.
func (e *encoder) word(s string) *ast.Term {
	t, ok := e.words[s]
	if !ok {
		t = ast.StringTerm(s)
		e.words[s] = t
	}
	return t
}

// named adds a string that other facts are likely to have, too, unless it is
// empty.
func (e *encoder) named(p *pairs, key *ast.Term, value string) {
	if value != "" && p.wants(key) {
		p.add(key, e.word(value))
	}
}

func (e *encoder) fact(f *fact.Fact) *ast.Term {
	if e.read.recurring[f.Kind] {
		return e.write(f, e.operand)
	}
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
		t = e.write(f, e.ref)
		e.brief[f] = t
	}
	return t
}

func (e *encoder) write(f *fact.Fact, operand func(fact.Ref) *ast.Term) *ast.Term {
	switch f.Kind {
	case fact.KindQuantity:
		return e.quantity(f)
	case fact.KindRelation:
		return e.relation(f, operand)
	case fact.KindMeasure:
		return e.measure(f)
	case fact.KindClaim:
		return e.claim(f, operand)
	case fact.KindReference:
		return e.reference(f)
	default:
		return e.event(f)
	}
}

// anchored adds whether the fact says where it stands.
func (e *encoder) anchored(p *pairs, f *fact.Fact) {
	if f.Selector.Line > 0 {
		p.add(keyAnchored, yes)
	}
}

func (e *encoder) kind(p *pairs, f *fact.Fact) { p.add(keyKind, e.word(string(f.Kind))) }

func (e *encoder) notes(p *pairs, f *fact.Fact) {
	if len(f.Notes) > 0 {
		addList(p, keyNotes, f.Notes, func(r fact.Ref) *ast.Term { return optional(r.ID) })
	}
}

func (e *encoder) refs(p *pairs, f *fact.Fact) {
	if len(f.Refs) > 0 {
		addList(p, keyRefs, f.Refs, e.ref)
	}
}

func (e *encoder) quantity(f *fact.Fact) *ast.Term {
	p, q := e.pairs(f.Kind, 24), f.Quantity
	var figure figure
	e.anchored(&p, f)
	e.named(&p, keyAsOf, q.AsOf)
	e.calls(&p, q.Calls)
	e.named(&p, keyConcept, q.Concept)
	if q.Decimals != nil {
		p.add(keyDecimals, ast.IntNumberTerm(*q.Decimals))
	}
	if p.wants(keyDimensions) {
		p.add(keyDimensions, e.axes(q.Dimensions))
	}
	e.named(&p, keyEntity, q.Entity)
	p.text(keyID, f.ID)
	if q.Intervals.Any() && p.wants(keyIntervals) {
		p.add(keyIntervals, figure.intervals(&q.Intervals))
	}
	e.kind(&p, f)
	e.notes(&p, f)
	p.text(keyOf, q.Of)
	e.named(&p, keyPeriod, q.Period.Canonical)
	p.text(keyPrinted, f.Selector.Printed())
	addList(&p, keyQualifiers, q.Qualifiers, e.word)
	e.refs(&p, f)
	e.named(&p, keyRole, q.Role)
	e.named(&p, keyRounding, q.Rounding)
	e.named(&p, keySource, f.Source)
	e.named(&p, keyStatedPeriod, q.StatedPeriod)
	e.named(&p, keyStatus, string(q.Status))
	p.text(keyText, q.Text)
	e.named(&p, keyUnit, q.Unit)
	if q.Value != nil && p.wants(keyValue) {
		p.add(keyValue, figure.rational(q.Value))
	}
	return p.term()
}

func (e *encoder) relation(f *fact.Fact, operand func(fact.Ref) *ast.Term) *ast.Term {
	p, r := e.pairs(f.Kind, 12), f.Relation
	e.named(&p, keyAlong, r.Along)
	e.anchored(&p, f)
	if r.Having != nil {
		p.add(keyHaving, e.axes(r.Having))
	}
	p.text(keyID, f.ID)
	e.named(&p, keyIs, r.Is)
	e.kind(&p, f)
	e.notes(&p, f)
	addList(&p, keyOperands, r.Operands, operand)
	e.refs(&p, f)
	e.named(&p, keySource, f.Source)
	e.named(&p, keyTable, r.Table)
	e.named(&p, keyType, r.Type)
	return p.term()
}

func (e *encoder) measure(f *fact.Fact) *ast.Term {
	p, m := e.pairs(f.Kind, 24), f.Measure
	e.part(&p, keyAchievement, m.Achievement)
	e.part(&p, keyActual, m.Actual)
	e.anchored(&p, f)
	e.part(&p, keyCap, m.Cap.Target)
	e.named(&p, keyDiscretion, m.Discretion)
	e.part(&p, keyFloor, m.Floor.Target)
	p.text(keyID, f.ID)
	e.kind(&p, f)
	e.part(&p, keyMaximum, m.Maximum)
	e.named(&p, keyMetric, m.Metric)
	e.notes(&p, f)
	e.named(&p, keyOutcome, m.Outcome)
	e.named(&p, keyPeriod, m.Period)
	e.named(&p, keyPlan, m.Plan)
	e.refs(&p, f)
	e.part(&p, keyScore, m.Score)
	e.named(&p, keySource, f.Source)
	e.part(&p, keyTarget, m.Target)
	e.part(&p, keyThreshold, m.Threshold)
	e.part(&p, keyUnadjusted, m.Unadjusted)
	e.part(&p, keyWeight, m.Weight)
	return p.term()
}

// part adds a figure of a measure, if it is recorded.
func (e *encoder) part(p *pairs, key *ast.Term, of *fact.Fact) {
	if of != nil && p.wants(key) {
		p.add(key, e.fact(of))
	}
}

func (e *encoder) claim(f *fact.Fact, operand func(fact.Ref) *ast.Term) *ast.Term {
	p, c := e.pairs(f.Kind, 20), f.Claim
	e.anchored(&p, f)
	e.calls(&p, c.Calls)
	addList(&p, keyCitations, c.Citations, e.citation)
	e.named(&p, keyDue, c.Due.Canonical)
	e.named(&p, keyEntity, c.Entity)
	p.text(keyID, f.ID)
	e.kind(&p, f)
	e.named(&p, keyModality, c.Modality)
	e.notes(&p, f)
	e.named(&p, keyOffice, c.Office)
	if c.Outcome.ID != "" {
		p.add(keyOutcome, e.ref(c.Outcome))
	}
	e.refs(&p, f)
	addList(&p, keyRests, c.Rests, operand)
	e.named(&p, keySection, c.Section)
	e.named(&p, keySource, f.Source)
	p.text(keyText, c.Text)
	e.named(&p, keyTopic, c.Topic)
	return p.term()
}

func (e *encoder) citation(c fact.Citation) *ast.Term {
	p := newPairs(3)
	e.named(&p, keyList, c.List)
	p.text(keyMarker, c.Marker)
	id := ""
	if c.Ref.Exists() {
		id = c.Ref.ID
	}
	p.add(keyRef, optional(id))
	return p.term()
}

// calls adds what words call a figure, if they call it otherwise.
func (e *encoder) calls(p *pairs, c fact.Calls) {
	if !called(c) || !p.wants(keyCalls) {
		return
	}
	var names pairs
	e.named(&names, keyConcept, c.Concept)
	names.add(keyDimensions, e.axes(c.Dimensions))
	p.add(keyCalls, names.term())
}

func called(c fact.Calls) bool { return c.Concept != "" || len(c.Dimensions) > 0 }

// axes writes names with their words; those without a word are left out.
func (e *encoder) axes(members map[string]string) *ast.Term {
	if len(members) == 0 {
		return nothing
	}
	p := newPairs(len(members))
	for axis, member := range members {
		e.named(&p, e.word(axis), member)
	}
	return p.term()
}

func (e *encoder) reference(f *fact.Fact) *ast.Term {
	p, r := e.pairs(f.Kind, 20), f.Reference
	e.named(&p, keyAccessed, r.Accessed)
	e.anchored(&p, f)
	p.text(keyBegins, r.Begins)
	e.named(&p, keyForm, r.Form)
	p.text(keyID, f.ID)
	e.kind(&p, f)
	e.named(&p, keyList, r.List)
	e.named(&p, keyListKind, r.ListKind)
	e.notes(&p, f)
	p.text(keyNumber, r.Number)
	e.named(&p, keyPublished, r.Published)
	e.refs(&p, f)
	e.named(&p, keySection, r.Section)
	e.named(&p, keySource, f.Source)
	if len(r.Topics) > 0 {
		p.add(keyTopics, list(r.Topics, e.word))
	}
	p.text(keyURL, r.URL)
	return p.term()
}

func (e *encoder) event(f *fact.Fact) *ast.Term {
	p, event := e.pairs(f.Kind, 12), f.Event
	e.anchored(&p, f)
	e.named(&p, keyDate, event.Date)
	e.named(&p, keyEntity, event.Entity)
	p.text(keyID, f.ID)
	e.kind(&p, f)
	e.notes(&p, f)
	e.named(&p, keyPeriod, event.Period)
	e.refs(&p, f)
	e.named(&p, keySource, f.Source)
	e.named(&p, keyType, event.Type)
	return p.term()
}

// operand writes a reference with the fact that it leads to. A fact that was
// left out for its form stands as one without a value.
func (e *encoder) operand(r fact.Ref) *ast.Term {
	p := newPairs(4)
	switch {
	case r.Target != nil:
		p.add(keyFact, e.embedded(r.Target))
	case r.Excluded:
		var f pairs
		f.text(keyID, r.ID)
		f.add(keyKind, e.word(string(fact.KindQuantity)))
		f.add(keyStatus, e.word("excluded"))
		p.add(keyFact, f.term())
	}
	p.text(keyRef, r.ID)
	e.named(&p, keyRole, r.Role)
	if r.Weight != nil {
		p.add(keyWeight, rational(r.Weight))
	}
	return p.term()
}

func (e *encoder) ref(r fact.Ref) *ast.Term {
	p := newPairs(3)
	p.add(keyExists, boolean(r.Exists()))
	p.text(keyID, r.ID)
	e.named(&p, keyRole, r.Role)
	return p.term()
}

// optional writes an id, or null for none.
func optional(s string) *ast.Term {
	if s == "" {
		return null
	}
	return ast.StringTerm(s)
}
