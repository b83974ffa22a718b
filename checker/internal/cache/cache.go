// Package cache keeps on disk what a run has worked out, for the next run over
// the same bytes. A key is the digest of all that an answer rests on, so an
// entry never goes stale; it is only forgotten, the least recently used first,
// when the cache outgrows its bound.
//
// Nothing depends on the cache. An entry that is missing, cut short, changed or
// written by another version is not there; what cannot be written is not kept.
// Entries are written beside their place and then moved, so runs at the same
// time, and runs that are killed, leave whole entries or none.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

const (
	// MaxBytes bounds the cache, in bytes.
	MaxBytes = 256 << 20
	// MaxEntry bounds a single entry, in bytes; a larger one is not kept.
	MaxEntry = 32 << 20
	// layout is the folder of the entries; another form of them gets another.
	layout = "v1"
	// used is how often an entry's last use is noted.
	used = time.Hour
)

// Key is the digest of all that an entry rests on.
type Key [sha256.Size]byte

// KeyOf digests the parts of a key. No two lists of parts share a key.
func KeyOf(parts ...string) Key {
	h := sha256.New()
	buffer := make([]byte, 0, 512)
	for _, p := range parts {
		buffer = strconv.AppendInt(buffer, int64(len(p)), 10)
		buffer = append(append(append(buffer, ':'), p...), ',')
		if len(buffer) > 256 {
			h.Write(buffer)
			buffer = buffer[:0]
		}
	}
	h.Write(buffer)
	return Key(h.Sum(nil))
}

// Cache is a folder of entries. A nil *Cache holds nothing and keeps nothing.
type Cache struct {
	root string
	// max is the bound on all entries, in bytes.
	max int64
}

// Open gives the cache in a folder, which need not exist yet; nil without one.
func Open(dir string) *Cache {
	if dir == "" {
		return nil
	}
	return &Cache{root: filepath.Join(dir, layout), max: MaxBytes}
}

// Dir gives the folder of the cache: that of the environment variable
// TIEOUT_CACHE, or one below the user's cache directory.
func Dir(getenv func(string) string) (string, error) {
	if dir := getenv("TIEOUT_CACHE"); dir != "" {
		return dir, nil
	}
	// A process without these has no user to keep something for.
	if getenv("HOME") == "" && getenv("XDG_CACHE_HOME") == "" && getenv("LocalAppData") == "" {
		return "", errors.New("there is no user's cache directory; name a folder in TIEOUT_CACHE")
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find the user's cache directory: %w", err)
	}
	return filepath.Join(dir, "tieout"), nil
}

func (c *Cache) file(k Key) string {
	name := hex.EncodeToString(k[:])
	return filepath.Join(c.root, name[:2], name)
}

// seal is what stands before the content of an entry: one that was changed, or
// moved to another's place, does not fit it.
func seal(k Key, content []byte) []byte {
	h := sha256.New()
	h.Write(k[:])
	h.Write(content)
	return h.Sum([]byte("tieout cache\n"))
}

// Get gives the content of an entry, as it was put.
func (c *Cache) Get(k Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	name := c.file(k)
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > MaxEntry+1024 {
		return nil, false
	}
	data, err := os.ReadFile(name)
	size := len(seal(k, nil))
	if err != nil || len(data) < size || !bytes.Equal(data[:size], seal(k, data[size:])) {
		return nil, false
	}
	if now := time.Now(); now.Sub(info.ModTime()) > used {
		_ = os.Chtimes(name, now, now) // at worst it is forgotten early
	}
	return data[size:], true
}

// Put keeps the content of an entry, if it can.
func (c *Cache) Put(k Key, content []byte) {
	if c == nil || len(content) > MaxEntry {
		return
	}
	name := c.file(k)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(name), temporary)
	if err != nil {
		return
	}
	_, err = f.Write(append(seal(k, content), content...))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // what is left is swept up later
	}
}

// Size counts the entries and their bytes.
func (c *Cache) Size() (entries int, size int64, err error) {
	all, err := c.entries()
	for _, e := range all {
		size += e.size
	}
	return len(all), size, err
}

// Clean removes all entries, and nothing else that may stand in the folder.
func (c *Cache) Clean() error {
	all, err := c.entries()
	if err != nil || c == nil {
		return err
	}
	for _, e := range all {
		if err := os.Remove(e.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("clean the cache: %w", err)
		}
		_ = os.Remove(filepath.Dir(e.name)) // succeeds for the last one in it
	}
	_ = os.Remove(c.root)
	return nil
}
