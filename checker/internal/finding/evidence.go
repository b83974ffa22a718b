package finding

// Evidence is the arithmetic behind a check. Numbers are exact decimals or
// fractions in text form ("63", "1/12"), intervals are written as
// mathematicians do ("[59.5, 60.5)", "(−∞, 100]").
type Evidence struct {
	Operands []Operand `json:"operands,omitempty"`
	// Computed is what the operands give, Reported what the source prints.
	Computed *Figure `json:"computed,omitempty"`
	Reported *Figure `json:"reported,omitempty"`
	// Deviation is the distance between the two, never negative.
	Deviation string `json:"deviation,omitempty"`
	Unit      string `json:"unit,omitempty"`
	// Missing names the operands without a value, and why.
	Missing []Missing `json:"missing,omitempty"`
	// Worlds tells under which ways of rounding the figures meet.
	Worlds *Worlds `json:"worlds,omitempty"`
	// Explanations are the reasons, declared in the concept registry, for
	// which the difference may still be right.
	Explanations []Text `json:"explanations,omitempty"`
	// Params are further values that the rule's message names.
	Params map[string]string `json:"params,omitempty"`
	// Digest covers the operands' ids, values, decimals, qualifiers and
	// status: a decision is stale when it no longer fits.
	Digest string `json:"digest,omitempty"`
}

// Operand is a fact's part in a check.
type Operand struct {
	Fact string `json:"fact"`
	Role string `json:"role"`
	// Weight is the factor in a weighted sum; empty means 1.
	Weight string `json:"weight,omitempty"`
	// Label names the fact in words: concept, entity, period, dimensions.
	Label Text `json:"label"`
	// Concept is the registry's name of what the fact reports, if it is a
	// quantity.
	Concept string `json:"concept,omitempty"`
	// Printed is the figure as the source prints it.
	Printed string `json:"printed,omitempty"`
	Value   string `json:"value,omitempty"`
	Unit    string `json:"unit,omitempty"`
	// Interval holds the values that the printed figure can stand for.
	Interval string `json:"interval,omitempty"`
	Status   string `json:"status,omitempty"`
	Location Range  `json:"location"`
	// Source and SourceLine say where in the source document it is printed.
	Source     string `json:"source,omitempty"`
	SourceLine int    `json:"sourceLine,omitempty"`
	// Passage is the stretch of the source's text around the figure, at most
	// some hundred characters; only with the texts at hand.
	Passage string `json:"passage,omitempty"`
}

// Figure is a value with the interval that it stands for.
type Figure struct {
	Fact     string `json:"fact,omitempty"`
	Printed  string `json:"printed,omitempty"`
	Value    string `json:"value,omitempty"`
	Interval string `json:"interval,omitempty"`
}

// Missing is an operand without a value. Cause is one of undisclosed, lost,
// absent, several, dangling, text.
type Missing struct {
	Role  string `json:"role"`
	Fact  string `json:"fact,omitempty"`
	Label Text   `json:"label"`
	Cause string `json:"cause"`
}

// Worlds lists the ways of rounding under which figures meet and miss.
type Worlds struct {
	Meets  []string `json:"meets,omitempty"`
	Misses []string `json:"misses,omitempty"`
}
