package node

// builder makes the trees of a file. Fields and items wait in a stack until
// their collection is closed, as its size is not known before.
type builder struct {
	texts  texts
	values slab[Node]
	fields []Field
	items  []*Node
	// fieldSlab and itemSlab hold those of closed collections.
	fieldSlab slab[Field]
	itemSlab  slab[*Node]
}

// closeFields gives the members of an object that is complete.
func (b *builder) closeFields(m *members) []Field {
	closed := b.fieldSlab.clone(b.fields[m.first:])
	b.fields = b.fields[:m.first]
	return closed
}

// closeItems gives the items of a list that is complete, from the one at
// first on.
func (b *builder) closeItems(first int) []*Node {
	closed := b.itemSlab.clone(b.items[first:])
	b.items = b.items[:first]
	return closed
}

// slab hands out values from blocks, as a tree has very many of them and goes
// as a whole.
type slab[T any] struct {
	free []T
	size int
}

const (
	firstBlock = 16
	lastBlock  = 256
)

// take gives n values.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		if n > lastBlock/4 {
			return make([]T, n)
		}
		s.size = min(max(2*s.size, firstBlock, n), lastBlock)
		s.free = make([]T, s.size)
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// one gives a single value.
func (s *slab[T]) one() *T {
	if len(s.free) == 0 {
		return &s.take(1)[0]
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// clone gives a copy of values, nil of none.
func (s *slab[T]) clone(values []T) []T {
	if len(values) == 0 {
		return nil
	}
	c := s.take(len(values))
	copy(c, values)
	return c
}
