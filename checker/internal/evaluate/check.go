package evaluate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/number"
)

// Check is one rule on one subject.
type Check struct {
	Subject  string          `json:"subject"`
	Verdict  finding.Verdict `json:"verdict"`
	Case     string          `json:"case"`
	Evidence Evidence        `json:"evidence"`
}

// Evidence is what a rule returns: ids of facts and exact numbers. Its fields
// mean what those of finding.Evidence mean.
type Evidence struct {
	Operands     []Operand         `json:"operands"`
	Computed     *Figure           `json:"computed"`
	Reported     *Figure           `json:"reported"`
	Deviation    *Rational         `json:"deviation"`
	Unit         string            `json:"unit"`
	Missing      []Missing         `json:"missing"`
	Worlds       *finding.Worlds   `json:"worlds"`
	Explanations []finding.Text    `json:"explanations"`
	Params       map[string]Scalar `json:"params"`
}

// Operand is a fact's part in a check.
type Operand struct {
	Fact   string    `json:"fact"`
	Role   string    `json:"role"`
	Weight *Rational `json:"weight"`
}

// Figure is a computed or reported value.
type Figure struct {
	Fact     string    `json:"fact"`
	Value    *Rational `json:"value"`
	Interval *Interval `json:"interval"`
}

// Missing is an operand without a value.
type Missing struct {
	Role  string `json:"role"`
	Fact  string `json:"fact"`
	Cause string `json:"cause"`
}

// Interval is an interval as policies write it.
type Interval struct {
	Lower     *Rational `json:"lower"`
	Upper     *Rational `json:"upper"`
	LowerOpen bool      `json:"lowerOpen"`
	UpperOpen bool      `json:"upperOpen"`
}

// Number gives the interval in the checker's own type.
func (i Interval) Number() number.Interval {
	n := number.Interval{LowerOpen: i.LowerOpen, UpperOpen: i.UpperOpen}
	if i.Lower != nil {
		n.Lower = &i.Lower.Rat
	}
	if i.Upper != nil {
		n.Upper = &i.Upper.Rat
	}
	return n
}

// Rational is an exact number, written by policies as [numerator, denominator].
type Rational struct{ big.Rat }

// UnmarshalJSON reads a pair of integers, the second above zero.
func (r *Rational) UnmarshalJSON(data []byte) error {
	var pair []json.RawMessage
	wrong := fmt.Errorf("%s is not [numerator, denominator]", data)
	if err := json.Unmarshal(data, &pair); err != nil || len(pair) != 2 {
		return wrong
	}
	n, ok := new(big.Int).SetString(string(pair[0]), 10)
	d, ok2 := new(big.Int).SetString(string(pair[1]), 10)
	if !ok || !ok2 || d.Sign() <= 0 {
		return wrong
	}
	r.SetFrac(n, d)
	return nil
}

// Scalar is a string, or an integer in its text form.
type Scalar string

// UnmarshalJSON reads a string or an integer.
func (s *Scalar) UnmarshalJSON(data []byte) error {
	if _, ok := new(big.Int).SetString(string(data), 10); ok {
		*s = Scalar(data)
		return nil
	}
	var text *string
	if err := json.Unmarshal(data, &text); err != nil || text == nil {
		return fmt.Errorf("%s is neither a string nor an integer", data)
	}
	*s = Scalar(*text)
	return nil
}

var (
	verdicts = []finding.Verdict{finding.Consistent, finding.RoundingOnly, finding.Inconsistent, finding.Undetermined}
	causes   = []string{"undisclosed", "lost", "absent", "excluded", "several", "dangling", "text"}
)

// written gives an element of a rule's `check` as JSON.
func written(t *ast.Term) (json.RawMessage, error) {
	if _, ok := t.Value.(ast.Object); !ok {
		return nil, fmt.Errorf("`check` holds a %s instead of an object", ast.ValueName(t.Value))
	}
	value, err := ast.JSON(t.Value)
	if err != nil {
		return nil, fmt.Errorf("`check` cannot be read: %w", err)
	}
	data, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("`check` cannot be read: %w", err)
	}
	return data, nil
}

// readCheck reads an element of a rule's `check`.
func readCheck(t *ast.Term) (Check, error) {
	if check, ok := direct(t); ok {
		return check, check.valid()
	}
	data, err := written(t)
	if err != nil {
		return Check{}, err
	}
	return decodeCheck(data)
}

// decodeCheck holds an element of a rule's `check` to its form.
func decodeCheck(data json.RawMessage) (Check, error) {
	var check Check
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&check); err != nil {
		return check, misshapen(err)
	}
	return check, check.valid()
}

// misshapen puts an error of the decoder into the words of rules.
func misshapen(err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("`%s` of `check` cannot be a %s", wrong.Field, wrong.Value)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("`check` has no field %s", name)
	}
	return fmt.Errorf("`check` has the wrong form: %w", err)
}

func (c Check) valid() error {
	if c.Subject == "" {
		return errors.New("a check names no `subject`")
	}
	if !slices.Contains(verdicts, c.Verdict) {
		return fmt.Errorf("verdict %q is not one of %v", c.Verdict, verdicts)
	}
	for _, m := range c.Evidence.Missing {
		if !slices.Contains(causes, m.Cause) {
			return fmt.Errorf("the cause %q of what is missing is not one of %v", m.Cause, causes)
		}
	}
	if d := c.Evidence.Deviation; d != nil && d.Sign() < 0 {
		return fmt.Errorf("the deviation %s is below zero", d.RatString())
	}
	return nil
}
