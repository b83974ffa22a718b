package accept

import (
	"regexp"
	"sync"
	"unicode/utf8"
)

// pattern is a regular expression as the validator reads it. Texts of ASCII
// alone go through an automaton, which is made of the expression when the
// first of them comes; others, and what no automaton is made of, through the
// expression itself.
type pattern struct {
	expression *regexp.Regexp
	once       sync.Once
	automaton  *automaton
}

func newPattern(expression string) (*pattern, error) {
	compiled, err := regexp.Compile(expression)
	if err != nil {
		return nil, err
	}
	return &pattern{expression: compiled}, nil
}

func (p *pattern) matches(s string) bool {
	p.once.Do(func() { p.automaton = newAutomaton(p.expression.String()) })
	if p.automaton == nil {
		return p.expression.MatchString(s)
	}
	state := 0
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return p.expression.MatchString(s)
		}
		if p.automaton.states[state].always {
			return true
		}
		state = p.automaton.step(state, c)
	}
	return p.automaton.states[state].atEnd
}
