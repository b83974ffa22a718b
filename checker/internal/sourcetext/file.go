package sourcetext

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// File reads the text of one file, wherever it is. Its digest is that of the
// file, whatever w says. The error is one of the causes, or that ctx was done.
func File(ctx context.Context, path string, w Wanted) (*Text, error) {
	dir, name := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &UnreadableError{Err: err}
	}
	defer root.Close() //nolint:errcheck // Opened for reading only.
	l := defaultLimits()
	info, err := root.Stat(name)
	switch {
	case err != nil:
		return nil, &UnreadableError{Err: err}
	case !info.Mode().IsRegular():
		return nil, &UnreadableError{Err: fmt.Errorf("%s is no regular file", name)}
	case info.Size() > l.text:
		return nil, &LimitError{What: LimitText, Limit: l.text}
	}
	digest, _, err := hashFile(ctx, root, name, l.text)
	if err != nil {
		return nil, err
	}
	raw, err := readFile(root, name, digest, l.text)
	if err != nil {
		return nil, err
	}
	t, err := parse(ctx, name, raw, w.declaration(), l)
	if err != nil {
		return nil, err
	}
	t.SHA256 = digest
	return t, nil
}
