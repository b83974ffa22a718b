// Package fact turns validated documents into the corpus that rules are
// evaluated on: the registries of sources, entities and concepts, and the
// typed facts of each source. File-level defaults are applied, tables and plans
// are spread into single facts, and references are resolved; nothing
// downstream knows how a fact was written.
package fact

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// Kind is the kind of a fact.
type Kind string

// The kinds of facts.
const (
	KindQuantity  Kind = "quantity"
	KindRelation  Kind = "relation"
	KindMeasure   Kind = "measure"
	KindClaim     Kind = "claim"
	KindReference Kind = "reference"
	KindEvent     Kind = "event"
)

// Kinds lists all kinds of facts.
func Kinds() []Kind {
	return []Kind{KindQuantity, KindRelation, KindMeasure, KindClaim, KindReference, KindEvent}
}

// Corpus is everything that rules are evaluated on.
type Corpus struct {
	Registry Registry
	// Sources holds the facts, a group a source, ordered by the source's id.
	Sources []*SourceFacts
	// Excluded counts the facts that Build left out: those whose names, units,
	// periods or digits do not stand, and those that nothing can be said of until
	// these are mended.
	Excluded int
	// Decisions are the recorded dispositions, in the order of the files.
	Decisions []Decision
	// Undefined are findings of which a run makes one: that a registry, by its
	// section, defines nothing at all.
	Undefined map[string]finding.Finding

	byID     map[string]*Fact
	excluded map[string]bool         // ids that were left out, with all below them
	plans    map[string]finding.Text // labels of plans by full id
	abroad   *Corpus                 // facts of other parts that these refer to
	unlinked *builder                // what is left to do
}

// SourceFacts are the facts drawn from one source, in the order of the files.
type SourceFacts struct {
	ID    string
	Facts []*Fact
}

// Fact gives the fact with the full id, or nil.
func (c *Corpus) Fact(id string) *Fact {
	if f := c.byID[id]; f != nil || c.abroad == nil {
		return f
	}
	return c.abroad.byID[id]
}

// Len counts the facts of the corpus.
func (c *Corpus) Len() int { return len(c.byID) }

// Fact is one fact. ID is unique in the corpus ("source/id"). Exactly one of
// the pointers to a kind's fields is set, as Kind says.
type Fact struct {
	ID     string
	Kind   Kind
	Source string
	// Place is the fact's own entry; Focus its value, where a person looks
	// first.
	Place, Focus finding.Range
	Selector     Selector
	Notes        []Ref
	// Named is the label that the fact author gave, if any.
	Named finding.Text
	// Refs are all outgoing references, resolved.
	Refs []Ref

	keyEnd finding.Pos // where the key of the entry at Place ends

	Quantity  *Quantity
	Relation  *Relation
	Measure   *Measure
	Claim     *Claim
	Reference *Reference
	Event     *Event
}

// Ref is a reference to another fact. Target is nil when nothing has that id,
// or when the fact that has it was left out (Excluded). Weight is the factor of
// an operand, nil elsewhere; it is shared: do not change it. Marker is what a note pointer or a citation has
// written, and Selector where it is printed, when it stands apart from its fact.
type Ref struct {
	Role     string
	ID       string
	Weight   *big.Rat
	Target   *Fact
	Excluded bool
	Marker   string
	Selector Selector
}

// Exists reports whether some fact has the reference's id.
func (r Ref) Exists() bool { return r.Target != nil || r.Excluded }

// Selector says where in its source a fact stands, as in the W3C Web
// Annotation model: the line (1-based), the figure exactly as printed, and
// which occurrence on that line. Split parts an Exact whose cells the text
// extraction ran together; Index (1-based) is this fact's part.
type Selector struct {
	Line, Occurrence, Index int
	Exact                   string
	Split                   []string
	// Shared says that the selector was given for several facts at once, so that
	// Exact as a whole is the print of none of them.
	Shared bool
	// Node is where the fact file writes it; nil when there is no selector.
	Node *node.Node
}

// Printed gives the figure as printed, or "" when the selector does not quote
// it.
func (s Selector) Printed() string {
	switch {
	case s.Index > 0 && s.Index <= len(s.Split):
		return s.Split[s.Index-1]
	case s.Shared || len(s.Split) > 0:
		return ""
	}
	return s.Exact
}

// Status says whether a figure is disclosed.
type Status string

// The states of a figure; see the schema of facts.
const (
	Disclosed     Status = "disclosed"
	Nil           Status = "nil"
	Undisclosed   Status = "undisclosed"
	Lost          Status = "lost"
	NotApplicable Status = "notApplicable"
)

// Quantity is a reported figure with the dimensions of XBRL's Open Information
// Model. Value is the printed value with the scale applied, nil for ranges,
// words and figures without a value.
type Quantity struct {
	Concept, Entity, Unit string
	Period                Period
	Dimensions            map[string]string
	AsOf                  string
	Status                Status
	Qualifiers            []string
	Text                  string
	Value                 *big.Rat
	// Lower and Upper are the ends of a range, with the scale applied; nil for an
	// end that is open, and for all other figures.
	Lower, Upper *big.Rat
	// Scale is the power of ten by which the fact file's number was multiplied.
	Scale int
	// Written is the value as the fact file writes it, before the scale.
	Written string
	// Decimals is nil for exact figures.
	Decimals *int
	// Intervals holds what the figure can stand for, by way of rounding.
	Intervals Worlds
	Rounding  string
	// Calls is what the print calls the figure, where that is not what it is.
	Calls Calls
	// Role and Of tie a part of a measure or plan to its whole.
	Role, Of string
	// StatedPeriod is what a note or the text says of the period, in canonical
	// form, where that is said apart from the figure.
	StatedPeriod string

	// ValueNode is where the value stands; nil when it has none.
	ValueNode *node.Node
}

// Relation is what a source asserts between facts.
type Relation struct {
	Type string
	// Table is the id of the table whose footing it is, if any.
	Table    string
	Operands []Ref
	// Is is the word of a trend or an extreme; Having what the counted items have
	// in common, by the name of a dimension or field.
	Is     string
	Having map[string]string
	// Along is the dimension whose members a comparison is of; empty for the
	// facts' entities.
	Along string
}

// Calls is what words call a figure: a concept, members of dimensions, or both.
// The zero Calls says nothing.
type Calls struct {
	Concept    string
	Dimensions map[string]string
}

// Measure is a pay metric. Its parts are facts of their own; a part that is
// not recorded is nil. Plan is the full id of its plan, and empty when another
// measure of the plan was left out: then nobody can add up the plan.
type Measure struct {
	Plan, Metric                               string
	Weight, Target, Actual, Achievement, Score *Fact
	// Threshold and Maximum are in the terms of the target, Unadjusted is the
	// achievement before discretion.
	Threshold, Maximum, Unadjusted *Fact
	Outcome, Discretion            string
	// Floor and Cap lead to the least and the most achievement that counts; their
	// IDs are empty where none is named.
	Floor, Cap Ref
	// Period is the plan's, in canonical form.
	Period string
}

// Claim is a statement in the fact author's own words.
type Claim struct {
	Text, Modality, Entity, Section string
	Citations                       []Citation
	Rests                           []Ref
	Calls                           Calls
	// Topic is what the claim is about. Due is when a forecast is to have come
	// true, and Outcome, if its ID is not empty, the fact that says what came.
	Topic   string
	Due     Period
	Outcome Ref
	// Office is the organisation in which the claim shows its entity as the
	// holder of an office.
	Office string
}

// Citation is a marker as printed, the list that it points into (empty when the
// marker is an id), and the reference that it leads to. Ref has an empty ID when
// the marker has no list.
type Citation struct {
	Marker, List string
	Ref          Ref
}

// Reference is an entry of a list of references or notes.
type Reference struct {
	List, Number, ListKind, Section, URL, Form, Begins, Accessed, Published string
	// Topics are what the place is known to treat of; none means not known.
	Topics []string
}

// Event is something dated: a day, month, year or fiscal year. Date is as
// written, Period the days that it stands for, in canonical form.
type Event struct {
	Date, Period, Type, Entity string
}
