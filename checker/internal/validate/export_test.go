package validate

// Forget drops the compiled schemas, as at the start of a process.
func Forget() { books.Clear() }
