package finding

import "iter"

// Long is what a report has instead of Findings and Passes when these are too
// many for memory. It never comes with a Baseline.
type Long struct {
	// Count and Held are the numbers of findings and of passes.
	Count, Held int
	// Findings and Passes give them in order, each as the receiver's own. After an
	// error there are no more.
	Findings, Passes iter.Seq2[*Finding, error]
	// Line gives a line of a fact file, in the place of excerpts.
	Line func(file string, line int) string
	// Free lets go of what they are read from.
	Free func() error
}

// EachFinding gives the findings of a report of any length, in order.
func (r *Report) EachFinding() iter.Seq2[*Finding, error] {
	if r.Long != nil {
		return r.Long.Findings
	}
	return Each(r.Findings)
}

// EachPass gives the checks that held, in order.
func (r *Report) EachPass() iter.Seq2[*Finding, error] {
	if r.Long != nil {
		return r.Long.Passes
	}
	return Each(r.Passes)
}

// Count is the number of findings of a report of any length.
func (r *Report) Count() int {
	if r.Long != nil {
		return r.Long.Count
	}
	return len(r.Findings)
}

// Held is the number of passes.
func (r *Report) Held() int {
	if r.Long != nil {
		return r.Long.Held
	}
	return len(r.Passes)
}

// Close lets go of what a long report is read from; of others there is nothing
// to close.
func (r *Report) Close() error {
	if r == nil || r.Long == nil {
		return nil
	}
	return r.Long.Free()
}

// Each gives the elements of a list that is at hand, like those of one that is
// read.
func Each[T any](list []T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for i := range list {
			if !yield(&list[i], nil) {
				return
			}
		}
	}
}
