package accept

import (
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// automaton is a regular expression as a table: it takes one step a byte of an
// ASCII text and tells in the end whether the expression matches somewhere in
// it. It is made of the program of the regexp package itself.
type automaton struct {
	// class sorts the bytes into those that no expression here tells apart.
	class   [utf8.RuneSelf]uint8
	classes int
	states  []state
	// next is the state after a byte, by state and class.
	next []uint16
}

type state struct {
	// always tells that there is a match, whatever follows; atEnd that there
	// is one if the text ends here.
	always, atEnd bool
}

// maxStates bounds an automaton; an expression that needs more has none.
const maxStates = 512

func (a *automaton) step(from int, c byte) int {
	return int(a.next[from*a.classes+int(a.class[c])])
}

// builder makes an automaton by following all ways through the program at
// once.
type builder struct {
	*automaton
	program *syntax.Prog
	known   map[string]int
	// kernels are the instructions at which each state begins.
	kernels [][]uint32
}

// newAutomaton gives the automaton of an expression, or nil.
func newAutomaton(expression string) *automaton {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil
	}
	b := &builder{automaton: &automaton{}, program: program, known: map[string]int{}}
	for i := range program.Inst {
		inst := &program.Inst[i]
		if inst.Op == syntax.InstEmptyWidth && inst.Arg&^uint32(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
			return nil
		}
	}
	representatives := b.classify()
	b.classes = len(representatives)
	b.state([]uint32{uint32(program.Start)}, syntax.EmptyBeginText) //nolint:gosec // the size of a program
	for from := 0; from < len(b.states); from++ {
		if len(b.states) > maxStates {
			return nil
		}
		b.follow(from, representatives)
	}
	return b.automaton
}

// classify sorts the bytes and gives one of each class.
func (b *builder) classify() []rune {
	var representatives []rune
	known := map[string]uint8{}
	var signature []byte
	for c := range rune(utf8.RuneSelf) {
		signature = signature[:0]
		for i := range b.program.Inst {
			if inst := &b.program.Inst[i]; takesRune(inst) {
				signature = strconv.AppendBool(signature, inst.MatchRune(c))
			}
		}
		class, ok := known[string(signature)]
		if !ok {
			class = uint8(len(representatives)) //nolint:gosec // there are 128 bytes
			known[string(signature)] = class
			representatives = append(representatives, c)
		}
		b.class[c] = class
	}
	return representatives
}

func takesRune(inst *syntax.Inst) bool {
	switch inst.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	default:
		return false
	}
}

// state gives the state that begins at the instructions of a kernel; at is
// where it stands, the beginning of the text or past it.
func (b *builder) state(kernel []uint32, at syntax.EmptyOp) int {
	slices.Sort(kernel)
	kernel = slices.Compact(kernel)
	var key strings.Builder
	key.WriteString(strconv.Itoa(int(at)))
	for _, pc := range kernel {
		key.WriteString(" " + strconv.FormatUint(uint64(pc), 10))
	}
	if i, ok := b.known[key.String()]; ok {
		return i
	}
	i := len(b.states)
	b.known[key.String()] = i
	reached, always := b.reach(kernel, at)
	_, atEnd := b.reach(kernel, at|syntax.EmptyEndText)
	b.states = append(b.states, state{always: always, atEnd: atEnd})
	b.kernels = append(b.kernels, reached)
	return i
}

// reach gives the instructions that read a byte and can be reached from those
// of a kernel, and whether a match can.
func (b *builder) reach(kernel []uint32, at syntax.EmptyOp) (readers []uint32, match bool) {
	seen := make([]bool, len(b.program.Inst))
	stack := slices.Clone(kernel)
	for len(stack) > 0 {
		pc := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch inst := &b.program.Inst[pc]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			stack = append(stack, inst.Out, inst.Arg)
		case syntax.InstCapture, syntax.InstNop:
			stack = append(stack, inst.Out)
		case syntax.InstEmptyWidth:
			if inst.Arg&^uint32(at) == 0 {
				stack = append(stack, inst.Out)
			}
		case syntax.InstMatch:
			match = true
		case syntax.InstFail:
		default:
			readers = append(readers, pc)
		}
	}
	return readers, match
}

// follow adds the steps from a state. A match may begin at any byte, so that
// each step begins the program once more.
func (b *builder) follow(from int, representatives []rune) {
	for _, c := range representatives {
		kernel := []uint32{uint32(b.program.Start)} //nolint:gosec // the size of a program
		for _, pc := range b.kernels[from] {
			if inst := &b.program.Inst[pc]; inst.MatchRune(c) {
				kernel = append(kernel, inst.Out)
			}
		}
		b.next = append(b.next, uint16(b.state(kernel, 0))) //nolint:gosec // maxStates bounds them
	}
}
