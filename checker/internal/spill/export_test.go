package spill

// Chunked has a sorter write a run for every so many bytes.
func Chunked[T any](s *Sorter[T], bytes int) *Sorter[T] {
	s.chunk = bytes
	return s
}
