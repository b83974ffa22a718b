package cache

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// temporary is how entries are called while they are written, and abandoned
// how old such a file is before nobody can be writing it any more.
const (
	temporary = "tmp-*"
	abandoned = time.Hour
)

// reEntry matches the files of the cache; what else stands in its folder is
// somebody's.
var (
	reFolder = lazy.Regexp(`^[0-9a-f]{2}$`)
	reEntry  = lazy.Regexp(`^([0-9a-f]{64}|tmp-[0-9]+)$`)
)

// entry is a file of the cache.
type entry struct {
	name string
	size int64
	used time.Time
}

// entries lists the files of the cache.
func (c *Cache) entries() ([]entry, error) {
	if c == nil {
		return nil, nil
	}
	folders, err := os.ReadDir(c.root)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the cache: %w", err)
	}
	var all []entry
	for _, folder := range folders {
		if !folder.IsDir() || !reFolder().MatchString(folder.Name()) {
			continue
		}
		files, err := os.ReadDir(filepath.Join(c.root, folder.Name()))
		if err != nil {
			return nil, fmt.Errorf("read the cache: %w", err)
		}
		for _, f := range files {
			info, err := f.Info()
			if err != nil || !info.Mode().IsRegular() || !reEntry().MatchString(f.Name()) {
				continue // another run may have removed it
			}
			all = append(all, entry{filepath.Join(c.root, folder.Name(), f.Name()), info.Size(), info.ModTime()})
		}
	}
	return all, nil
}

// Trim removes the entries that were not used for longest until the others fit
// the bound, and what killed runs left behind.
func (c *Cache) Trim() {
	all, err := c.entries()
	if err != nil {
		return
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(b.used.Compare(a.used), cmp.Compare(a.name, b.name)) })
	var size int64
	for _, e := range all {
		unfinished := filepath.Base(e.name)[0] == temporary[0]
		if size += e.size; size > c.max || (unfinished && time.Since(e.used) > abandoned) {
			_ = os.Remove(e.name) // another run may have, too
			size -= e.size
		}
	}
}
