package evaluate_test

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"testing"

	"github.com/tieout/tieout/checker/internal/evaluate"
)

// agreeing is the body of a rule on groups: the figures of each have one value.
const agreeing = `subjects contains group.key if some group in input.groups

check contains {"subject": group.key, "verdict": verdict(group)} if some group in input.groups

verdict(group) := "consistent" if {
	count({fact.value | some fact in group.facts}) == 1
} else := "inconsistent"
`

// TestGroupsByBatches hands over groups two at a time, the last one alone: none
// may be lost on the way, or come twice.
func TestGroupsByBatches(t *testing.T) {
	c := corpus(t, sales("ledger", 5), sales("flyer", 7))
	engine := evaluate.NewEngine(rules(t, rule("same", "corpus", "quantity", agreeing)), c.Registry, evaluate.Options{Audit: true})
	whole, err := engine.Part(context.Background(), 0, c)
	if err != nil || len(whole.Groups) != 5 {
		t.Fatalf("%d groups: %v", len(whole.Groups), err)
	}
	of := evaluate.Spanning{map[uint64]bool{}}
	for _, h := range whole.Keys.Hashes[0] {
		of[0][h] = true
	}
	engine.HandOver(2)
	var batches []int
	var found []evaluate.GroupResult
	if err := engine.Groups(context.Background(), 1, c, of, func(some []evaluate.GroupResult) error {
		batches, found = append(batches, len(some)), append(found, some...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(found, func(a, b evaluate.GroupResult) int { return cmp.Compare(a.Hash, b.Hash) })
	if !slices.Equal(batches, []int{2, 2, 1}) || !reflect.DeepEqual(found, whole.Groups) {
		t.Errorf("batches of %v: %+v, want %+v", batches, found, whole.Groups)
	}
}
