package report

// EscapeJSON writes the characters of a JSON text that a terminal may obey, or
// that cannot be seen, as \u escapes; the text means the same.
func EscapeJSON(data []byte) []byte { return escapeJSON(data) }
