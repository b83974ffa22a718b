package corpora

// random is a stream of numbers (SplitMix64). It is spelt out here because the
// bytes of a corpus hang on it: they must outlive any change of a library.
type random struct{ state uint64 }

// stream gives the stream of one thing of a corpus, whatever was drawn for the
// others before.
func stream(seed uint64, of ...int) random {
	r := random{seed}
	for _, part := range of {
		r.state ^= uint64(part) * 0x9e3779b97f4a7c15 //nolint:gosec // any bits will do
		r.next()
		r.state = r.next()
	}
	return r
}

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives a number from 0 to n-1.
func (r *random) below(n int) int {
	const bits = 31
	return int(r.next()>>(64-bits)) % n
}

// between gives a number from low to high, both included.
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

func pick[T any](r *random, from []T) T { return from[r.below(len(from))] }
