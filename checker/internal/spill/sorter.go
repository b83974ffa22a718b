package spill

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/tieout/tieout/checker/internal/cache"
)

const (
	// chunk bounds what is sorted in memory at once, in bytes.
	chunk = 8 << 20
	// Read buffers of a merge take windows bytes together, at least least each.
	windows = 8 << 20
	least   = 4 << 10
)

// Sorter sorts values of any number: pieces of them in memory, which are merged
// as they are read. Equal values keep their order. The type has to be one that
// package cache can write.
type Sorter[T any] struct {
	compare func(a, b *T) int
	file    *File
	// held are the values since the last run, packed their bytes, ends the end of
	// each in these.
	held   []T
	packed []byte
	ends   []int
	runs   []Span
	n      int
	chunk  int
}

// NewSorter makes a sorter; its file may serve others, too.
func NewSorter[T any](file *File, compare func(a, b *T) int) *Sorter[T] {
	return &Sorter[T]{compare: compare, file: file, chunk: chunk}
}

// Add takes a value in. The error may be an *Error.
func (s *Sorter[T]) Add(v T) error {
	data, err := cache.Encode(v)
	if err != nil {
		return fmt.Errorf("pack for sorting: %w", err)
	}
	s.held = append(s.held, v)
	s.packed = append(s.packed, data...)
	s.ends = append(s.ends, len(s.packed))
	s.n++
	if len(s.packed) < s.chunk {
		return nil
	}
	return s.flush()
}

// Fill takes in all values of a list, and seals the sorter.
func (s *Sorter[T]) Fill(list iter.Seq2[*T, error]) error {
	for v, err := range list {
		if err == nil {
			err = s.Add(*v)
		}
		if err != nil {
			return err
		}
	}
	return s.Seal()
}

// Len is the number of values.
func (s *Sorter[T]) Len() int { return s.n }

// flush writes what is held as a run.
func (s *Sorter[T]) flush() error {
	order := make([]int, len(s.held))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.compare(&s.held[a], &s.held[b]) })
	out := make([]byte, 0, len(s.packed)+len(order)*binary.MaxVarintLen32)
	for _, i := range order {
		from := 0
		if i > 0 {
			from = s.ends[i-1]
		}
		out = binary.AppendUvarint(out, uint64(s.ends[i]-from)) //nolint:gosec // never negative
		out = append(out, s.packed[from:s.ends[i]]...)
	}
	at, err := s.file.Put(out)
	if err != nil {
		return err
	}
	s.runs = append(s.runs, at)
	clear(s.held)
	s.held, s.packed, s.ends = s.held[:0], s.packed[:0], s.ends[:0]
	return nil
}

// Seal ends the taking in.
func (s *Sorter[T]) Seal() error {
	var err error
	if len(s.held) > 0 {
		err = s.flush()
	}
	s.held, s.packed, s.ends = nil, nil, nil
	return err
}

// All gives the values of a sealed sorter in order; each is the receiver's own.
// After an error there are no more.
func (s *Sorter[T]) All() iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		m := merge[T]{compare: s.compare}
		size := max(least, windows/max(len(s.runs), 1))
		for i, at := range s.runs {
			r := &reader[T]{order: i, from: bufio.NewReaderSize(io.NewSectionReader(s.file, at.From, at.Len()), min(size, 64<<10))}
			if err := m.take(r); err != nil {
				yield(nil, err)
				return
			}
		}
		heap.Init(&m)
		for len(m.readers) > 0 {
			r := m.readers[0]
			if !yield(r.head, nil) {
				return
			}
			if err := m.advance(); err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// reader reads a run.
type reader[T any] struct {
	head   *T
	order  int
	from   *bufio.Reader
	buffer []byte
}

// next reads a value; false at the end of the run.
func (r *reader[T]) next() (bool, error) {
	n, err := binary.ReadUvarint(r.from)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, failed(err)
	}
	r.buffer = slices.Grow(r.buffer[:0], int(n))[:n] //nolint:gosec // as it was written
	if _, err := io.ReadFull(r.from, r.buffer); err != nil {
		return false, failed(err)
	}
	r.head = new(T)
	if err := cache.Decode(r.buffer, r.head); err != nil {
		return false, failed(err)
	}
	return true, nil
}

// merge is the runs by their next values; it is a heap.
type merge[T any] struct {
	readers []*reader[T]
	compare func(a, b *T) int
}

func (m *merge[T]) take(r *reader[T]) error {
	more, err := r.next()
	if more {
		m.readers = append(m.readers, r)
	}
	return err
}

func (m *merge[T]) advance() error {
	more, err := m.readers[0].next()
	switch {
	case err != nil:
		return err
	case more:
		heap.Fix(m, 0)
	default:
		heap.Pop(m)
	}
	return nil
}

func (m *merge[T]) Len() int { return len(m.readers) }

func (m *merge[T]) Less(i, j int) bool {
	a, b := m.readers[i], m.readers[j]
	if c := m.compare(a.head, b.head); c != 0 {
		return c < 0
	}
	return a.order < b.order
}

func (m *merge[T]) Swap(i, j int) { m.readers[i], m.readers[j] = m.readers[j], m.readers[i] }

func (m *merge[T]) Push(x any) { m.readers = append(m.readers, x.(*reader[T])) }

func (m *merge[T]) Pop() any {
	last := m.readers[len(m.readers)-1]
	m.readers = m.readers[:len(m.readers)-1]
	return last
}
