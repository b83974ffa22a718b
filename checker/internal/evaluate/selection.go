package evaluate

import (
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// selection is a choice among the fields of an object; nil means all.
type selection []*ast.Term

// selections are what is read of the facts of each kind; a kind that is not
// among them is read whole.
type selections struct {
	// name is the same for the same choice; empty where all is read.
	name  string
	kinds map[fact.Kind]selection
	// recurring are the kinds of which facts are mostly alike in what is read.
	recurring map[fact.Kind]bool
}

// selectionsOf gives what a rule reads.
func selectionsOf(r *policy.Rule) selections {
	if len(r.Fields) == 0 {
		return selections{}
	}
	read := selections{name: fmt.Sprint(r.Fields), kinds: map[fact.Kind]selection{}, recurring: map[fact.Kind]bool{}} // maps print in order
	for kind, names := range r.Fields {
		chosen := selection{}
		for _, name := range names {
			chosen = append(chosen, keys[name])
		}
		read.kinds[fact.Kind(kind)], read.recurring[fact.Kind(kind)] = chosen, chosen.recurs()
	}
	return read
}

// recurring are the fields of which many facts have the same.
var recurring = selection{
	keyAnchored, keyAsOf, keyConcept, keyEntity, keyForm, keyKind, keyList, keyListKind, keyModality, keyPeriod, keyPlan, keyRole, keyRounding,
	keySection, keySource, keyStatus, keyTopic, keyType, keyUnit,
}

// recurs tells whether facts of which this is read are mostly alike.
func (s selection) recurs() bool {
	return len(s) <= fewMembers && !slices.ContainsFunc(s, func(key *ast.Term) bool { return !slices.Contains(recurring, key) })
}

// fewMembers is the most that objects have which are held to be alike.
const fewMembers = 4

// likenesses are objects by their members, which are the same terms where they
// are the same.
type likenesses map[[fewMembers][2]*ast.Term]*ast.Term

// object gives the object that has the members.
func (l likenesses) object(members [][2]*ast.Term) *ast.Term {
	var key [fewMembers][2]*ast.Term
	copy(key[:], members)
	t, ok := l[key]
	if !ok {
		t = ast.ObjectTerm(members...)
		l[key] = t
	}
	return t
}

// encoders are those of a task: the queries that read the same fields share one.
// A rule sees each fact in one form alone, whatever other rules are handed.
type encoders struct {
	words map[string]*ast.Term
	by    map[string]*encoder
}

func newEncoders() *encoders {
	return &encoders{words: map[string]*ast.Term{}, by: map[string]*encoder{}}
}

// of gives the encoder for a query.
func (e *encoders) of(q *query) *encoder {
	found := e.by[q.read.name]
	if found == nil {
		found = newEncoder(e.words, q.read)
		e.by[q.read.name] = found
	}
	return found
}
