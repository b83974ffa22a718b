package sourcetext

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// Open looks in the folder dir for the texts of the wanted sources. An empty
// dir means that no texts are at hand: every source is missing.
//
// What is wrong with single sources and files is part of the result. An error
// means that the folder could not be searched, that it holds more than
// MaxEntries, or that ctx was done.
func Open(ctx context.Context, dir string, wanted map[string]Wanted) (*Texts, error) {
	return open(ctx, dir, wanted, defaultLimits())
}

func open(ctx context.Context, dir string, wanted map[string]Wanted, l limits) (*Texts, error) {
	s := search{
		limits: l, ids: slices.Sorted(maps.Keys(wanted)),
		texts:  &Texts{texts: map[string]*Text{}, wanted: wanted},
		byHash: map[string][]string{}, found: map[string][]file{}, digests: map[string]string{},
	}
	s.register()
	if dir == "" {
		s.settle(nil)
		return s.texts, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("read sources: %w", err)
	}
	defer root.Close() //nolint:errcheck // Opened for reading only.
	s.root = root
	if err := s.run(ctx); err != nil {
		return nil, err
	}
	return s.texts, nil
}

// search is one search of a folder.
type search struct {
	root   *os.Root
	limits limits
	// ids are the wanted sources in order, byHash those with each digest.
	ids    []string
	byHash map[string][]string
	// found are the files of each wanted digest, digests those of all files
	// that were hashed, by path.
	found   map[string][]file
	digests map[string]string
	texts   *Texts
	// read counts the bytes of the texts that are held.
	read int64
}

func (w Wanted) digest() string { return strings.ToLower(strings.TrimSpace(w.SHA256)) }

// register sorts the wanted sources by digest.
func (s *search) register() {
	for _, id := range s.ids {
		if d := s.texts.wanted[id].digest(); d != "" {
			s.byHash[d] = append(s.byHash[d], id)
		}
	}
	for d, ids := range s.byHash {
		if len(ids) > 1 {
			s.texts.shared = append(s.texts.shared, Shared{IDs: ids, SHA256: d})
		}
	}
}

func (s *search) run(ctx context.Context) error {
	w := walk{root: s.root, limits: s.limits}
	files, err := w.list(ctx)
	if err != nil {
		return err
	}
	s.texts.skipped = w.skipped
	if err := s.hash(ctx, files); err != nil {
		return err
	}
	for _, id := range s.ids {
		if err := s.take(ctx, id); err != nil {
			return err
		}
	}
	edited, err := s.edited(ctx, files)
	if err != nil {
		return err
	}
	s.settle(edited)
	return nil
}

// hash looks for the wanted digests. Once all are found only files that may
// be second copies are hashed.
func (s *search) hash(ctx context.Context, files []file) error {
	sizes := map[int64]bool{}
	for _, f := range files {
		if len(s.found) == len(s.byHash) && !sizes[f.size] && len(s.unnamed()) == 0 {
			continue
		}
		digest, n, err := hashFile(ctx, s.root, f.path, s.limits.hashed)
		s.texts.hashed += n
		var cause Cause
		switch {
		case errors.As(err, &cause):
			s.skip(f.path, cause)
			continue
		case err != nil:
			return err
		}
		s.digests[f.path] = digest
		if len(s.byHash[digest]) > 0 {
			s.found[digest] = append(s.found[digest], f)
			sizes[f.size] = true
		}
	}
	for digest, files := range s.found {
		slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.path, b.path) })
		if len(files) > 1 {
			s.texts.duplicates = append(s.texts.duplicates, duplicate(digest, s.byHash[digest], files))
		}
	}
	return nil
}

// unnamed lists the sources without a digest: any file may be theirs.
func (s *search) unnamed() []string {
	var ids []string
	for _, id := range s.ids {
		if s.texts.wanted[id].digest() == "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// take reads the text of a source whose file was found.
func (s *search) take(ctx context.Context, id string) error {
	wanted := s.texts.wanted[id]
	files := s.found[wanted.digest()]
	if len(files) == 0 {
		return nil
	}
	text, err := s.text(ctx, files[0], wanted.declaration(), &s.read)
	var cause Cause
	switch {
	case errors.As(err, &cause):
		s.texts.unsupported = append(s.texts.unsupported, Unsupported{ID: id, Path: files[0].path, Cause: cause})
	case err != nil:
		return fmt.Errorf("read source %s: %w", id, err)
	default:
		text.ID = id
		s.texts.texts[id] = text
	}
	return nil
}

// text reads a file within what is left of the total.
func (s *search) text(ctx context.Context, f file, d declaration, total *int64) (*Text, error) {
	if f.size > s.limits.text {
		return nil, &LimitError{What: LimitText, Limit: s.limits.text}
	}
	if *total+f.size > s.limits.total {
		return nil, &LimitError{What: LimitTotal, Limit: s.limits.total}
	}
	raw, err := readFile(s.root, f.path, s.digests[f.path], s.limits.text)
	if err != nil {
		return nil, err
	}
	*total += f.size
	text, err := parse(ctx, f.path, raw, d, s.limits)
	if err != nil {
		return nil, err
	}
	text.SHA256 = s.digests[f.path]
	return text, nil
}

func (s *search) skip(path string, cause Cause) {
	s.texts.skipped = append(s.texts.skipped, Skipped{Path: path, Cause: cause})
}
