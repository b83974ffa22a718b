package evaluate

import (
	"context"
	"errors"
	"slices"

	"github.com/tieout/tieout/checker/internal/policy"
)

// evaluate runs a query over a unit, and adds what it gives to s.
func (e *Engine) evaluate(ctx context.Context, encode *encoders, u *unit, q *query, s *sink) error {
	q = q.latest(u.index)
	if q == nil || !u.concerns(q) {
		return ctx.Err()
	}
	e.alone.RLock()
	results, err := q.guarded(ctx, u.input(encode.of(q), q, e.mode), e.limits)
	e.alone.RUnlock()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return e.diagnose(ctx, u, q, s)
	}
	e.take(u, q.rules, results, s)
	return nil
}

// take adds results to s. Rules whose results have the wrong form are refused.
func (e *Engine) take(u *unit, rules []*policy.Rule, results []sets, s *sink) {
	owner := u.owner()
	for i, r := range rules {
		if err := s.add(u, owner, r, results[i]); err != nil {
			e.refuse(u, r, err)
		}
	}
}

// diagnose runs the rules of a failed evaluation alone, one after the other:
// only then is the memory that is used up theirs. The rules that fail are
// refused, the results of the others count. Units behind this one need not fail
// again; a rule that broke the limits is tried on no other unit.
func (e *Engine) diagnose(ctx context.Context, u *unit, q *query, s *sink) error {
	e.alone.Lock()
	defer e.alone.Unlock()
	from := u.index
	for _, rule := range q.rules {
		if e.stopped(rule) {
			from = -1
			continue
		}
		alone, err := q.of(ctx, rule)
		if err != nil {
			return err
		}
		results, err := alone.guarded(ctx, u.input(newEncoders().of(alone), alone, e.mode), e.limits)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			e.refuse(u, rule, err)
			if errors.Is(err, errLimit) {
				from = -1
			}
		default:
			e.take(u, alone.rules, results, s)
		}
	}
	left := slices.DeleteFunc(slices.Clone(q.rules), e.Refused)
	if len(left) == len(q.rules) {
		return nil
	}
	return q.renew(ctx, from, left)
}
