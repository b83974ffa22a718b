package number_test

import (
	"encoding/json"
	"flag"
	"io/fs"
	"math/big"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/tieout/tieout/checker/internal/number"
)

const judging = `package oracle
import data.tieout.lib.verdict
judgements := [[i, j] | some i, c in input.cases; j := judge(c)]
judge(c) := verdict.sum(c.terms[0], array.slice(c.terms, 1, count(c.terms))) if c.kind == "sum"
judge(c) := verdict.product(array.slice(c.terms, 1, count(c.terms)), c.terms[0]) if c.kind == "product"
judge(c) := verdict.share(c.terms[0], c.terms[1], c.terms[2], c.counted) if c.kind == "share"
judge(c) := verdict.ratio(c.terms[0], c.terms[1], c.terms[2]) if c.kind == "ratio"
judge(c) := verdict.change(c.terms[1], c.terms[0], c.terms[2]) if c.kind == "change"
judge(c) := verdict.same(c.terms) if c.kind == "same"
judge(c) := verdict.order(c.terms[0], c.terms[1]) if c.kind == "order"
`

const library = "../../../policies/lib/"

func isTest(_ string, info fs.FileInfo, _ int) bool {
	return strings.HasSuffix(info.Name(), "_test.rego")
}

// regoJudgement is a judgement as the policies give it.
type regoJudgement struct {
	Verdict  string
	Computed regoFigure
	Reported regoFigure
	// Deviation is nil where it is not known.
	Deviation []json.Number
	Missing   []struct{ Role, Cause string }
	Worlds    struct{ Meets, Misses []string }
}

type regoFigure struct {
	Value    []json.Number
	Interval *struct {
		Lower, Upper         []json.Number
		LowerOpen, UpperOpen bool
	}
}

var seed = flag.Uint64("seed", 1, "of the random relations that policies and oracle are held to")

// The policies and the oracle must agree on ten thousand random relations.
func TestVerdictsAgreeWithOracle(t *testing.T) {
	const cases, batch = 10_000, 500
	t.Logf("seed %d", *seed)
	query, err := rego.New(
		rego.Query("data.oracle.judgements"),
		rego.Load([]string{library + "rational", library + "interval", library + "verdict"}, isTest),
		rego.Module("oracle.rego", judging),
	).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	g := &generator{Rand: rand.New(rand.NewPCG(*seed, 0))}
	seen := map[string]int{}
	for range cases / batch {
		relations := make([]relationCase, batch)
		for i := range relations {
			relations[i] = g.newCase()
			seen[relations[i].kind+" "+relations[i].want.verdict]++
		}
		for i, got := range judged(t, query, relations) {
			if difference := compare(got, relations[i].want); difference != "" {
				input, _ := json.Marshal(encode(relations[i]))
				t.Fatalf("%s\n%s\npolicy: %+v\noracle: %+v, computed %v reported %v", difference, input, got, relations[i].want, relations[i].want.shown.computed, relations[i].want.shown.value)
			}
		}
	}
	t.Log(seen)
	for _, kind := range []string{"sum", "share", "ratio", "change", "product", "same", "order"} {
		for _, verdict := range []string{"consistent", "roundingOnly", "inconsistent", "undetermined"} {
			if seen[kind+" "+verdict] == 0 {
				t.Errorf("no case of %s is %s", kind, verdict)
			}
		}
	}
}

func encode(c relationCase) map[string]any {
	terms := make([]any, len(c.terms))
	for i, term := range c.terms {
		if o := term.operand(); o != nil {
			terms[i] = o
		}
	}
	return map[string]any{"kind": c.kind, "counted": c.counted, "terms": terms}
}

func judged(t *testing.T, query rego.PreparedEvalQuery, relations []relationCase) []regoJudgement {
	t.Helper()
	cases := make([]any, len(relations))
	for i, c := range relations {
		cases[i] = encode(c)
	}
	input, err := ast.InterfaceToValue(map[string]any{"cases": cases})
	if err != nil {
		t.Fatal(err)
	}
	results, err := query.Eval(t.Context(), rego.EvalParsedInput(input))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(results[0].Expressions[0].Value)
	if err != nil {
		t.Fatal(err)
	}
	var pairs [][2]json.RawMessage
	if err := json.Unmarshal(text, &pairs); err != nil {
		t.Fatal(err)
	}
	judgements := make([]regoJudgement, len(relations))
	for _, pair := range pairs {
		var i int
		if err := json.Unmarshal(pair[0], &i); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(pair[1], &judgements[i]); err != nil {
			t.Fatalf("%v: %s", err, pair[1])
		}
	}
	return judgements
}

// compare tells in what a judgement of the policies differs from the oracle's.
func compare(got regoJudgement, want judgement) string {
	missing := []string{}
	for _, m := range got.Missing {
		missing = append(missing, m.Role+" "+m.Cause)
	}
	switch {
	case got.Verdict != want.verdict:
		return "verdict"
	case strings.Join(missing, ",") != strings.Join(want.missing, ","):
		return "missing"
	case !sameTexts(got.Worlds.Meets, want.meets) || !sameTexts(got.Worlds.Misses, want.misses):
		return "worlds"
	case !sameNumber(got.Deviation, want.shown.deviation):
		return "deviation"
	case !sameNumber(got.Computed.Value, want.shown.value):
		return "computed value"
	case !sameInterval(got.Computed, want.shown.computed):
		return "computed interval"
	case !sameInterval(got.Reported, want.shown.reported):
		return "reported interval"
	}
	return ""
}

func sameTexts(a, b []string) bool {
	return len(a) == 0 && len(b) == 0 || reflect.DeepEqual(a, b)
}

func sameNumber(got []json.Number, want *big.Rat) bool {
	if got == nil || want == nil {
		return got == nil && want == nil
	}
	x, ok := new(big.Rat).SetString(got[0].String() + "/" + got[1].String())
	return ok && x.Cmp(want) == 0
}

func sameInterval(got regoFigure, want *number.Interval) bool {
	i := got.Interval
	if i == nil || want == nil {
		return i == nil && want == nil
	}
	return sameNumber(i.Lower, want.Lower) && sameNumber(i.Upper, want.Upper) &&
		i.LowerOpen == want.LowerOpen && i.UpperOpen == want.UpperOpen
}
