package anchor

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/fact"
)

// maxText bounds a source text, in bytes; a larger file is no source.
const maxText = 64 << 20

// text is a source text by lines.
type text []string

// findTexts reads the texts of the registered sources from a folder and those
// below it. They are found by their digest, so that a renamed file still ties
// and an edited one does not. skipped are the files that may have been meant,
// but cannot be read as text. Links to files are followed, links to folders are
// not, so that the search ends.
func findTexts(ctx context.Context, corpus *fact.Corpus, dir string) (texts map[string]text, skipped []string, err error) {
	texts = map[string]text{}
	wanted := map[string][]string{}
	for id, s := range corpus.Registry.Sources {
		if s.SHA256 != "" {
			wanted[s.SHA256] = append(wanted[s.SHA256], id)
		}
	}
	if dir == "" {
		return texts, nil, nil
	}
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("read sources: %w", err)
	}
	if len(wanted) == 0 {
		return texts, nil, nil
	}
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil && path == root {
			return err
		}
		data, regular := readText(path, entry, err)
		if !regular {
			return nil
		}
		sum := sha256.Sum256(data)
		ids := wanted[hex.EncodeToString(sum[:])]
		if data == nil || len(ids) > 0 && !utf8.Valid(data) {
			skipped = append(skipped, filepath.ToSlash(path))
			return nil
		}
		for _, id := range ids {
			texts[id] = strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read sources: %w", err)
	}
	return texts, skipped, nil
}

// readText reads a file. It tells what is none, such as a folder or a pipe; a
// file that cannot be read or is too large gives nil.
func readText(path string, entry fs.DirEntry, failed error) (data []byte, regular bool) {
	if failed != nil {
		return nil, true
	}
	if entry.IsDir() {
		return nil, false
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, true
	}
	if !info.Mode().IsRegular() {
		return nil, false
	}
	if info.Size() > maxText {
		return nil, true
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, true
	}
	defer file.Close() //nolint:errcheck // opened for reading only
	if data, err = io.ReadAll(io.LimitReader(file, maxText+1)); err != nil || len(data) > maxText {
		return nil, true
	}
	return data, true
}
