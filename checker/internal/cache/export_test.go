package cache

// OpenBounded opens a cache with another bound.
func OpenBounded(dir string, bytes int64) *Cache {
	c := Open(dir)
	c.max = bytes
	return c
}
