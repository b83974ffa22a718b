package compare

// ReadUpTo reads a report of at most so many bytes.
var ReadUpTo = readUpTo
