package report

import (
	"bytes"
	"encoding/json"
)

// EncodeJSON writes a value as indented JSON that a terminal shows as it is:
// invisible characters and control codes stand as \u escapes.
func EncodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escapeJSON(b.Bytes()), nil
}
