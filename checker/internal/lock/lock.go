// Package lock holds the file anchors.lock: which facts were found in the texts
// of their sources as they say, so that a machine without the texts can tell
// what was verified from what has changed since. Lines of text go in and come
// out; what stands in them is made and compared by package anchor.
//
//	# a comment
//	version 1
//	<fact id> <sha256 of the source> <digest of its selectors and value>
package lock

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Name is the name of the file, in the folder of the facts.
const Name = "anchors.lock"

// Version is the version of the form. Another one is not read.
const Version = "1"

// Entry is one fact that was verified.
type Entry struct {
	Fact string
	// Source is the sha256 of the text in which it was found.
	Source string
	// Digest covers what was verified.
	Digest string
	// Line is where the file has it.
	Line int
}

// Lock is what a file holds. A nil Lock holds nothing.
type Lock struct {
	// File is its path, as reports name it.
	File string
	// Later says that the file is of a version that is not known, so that it is
	// not this program's to rewrite.
	Later bool
	// SHA256 is the digest of the file that was read.
	SHA256  string
	entries map[string]Entry

	sort     sync.Once
	bySource map[string][]string
}

// New makes a lock of entries.
func New(file string, entries []Entry) *Lock {
	l := &Lock{File: file, entries: make(map[string]Entry, len(entries))}
	for _, e := range entries {
		l.entries[e.Fact] = e
	}
	return l
}

// Entry gives what is recorded of a fact.
func (l *Lock) Entry(fact string) (Entry, bool) {
	if l == nil {
		return Entry{}, false
	}
	e, ok := l.entries[fact]
	return e, ok
}

// Facts gives the facts that are recorded of each source, by id, in order.
func (l *Lock) Facts() map[string][]string {
	if l == nil {
		return nil
	}
	l.sort.Do(func() {
		l.bySource = map[string][]string{}
		for _, e := range l.Entries() {
			source, _, _ := strings.Cut(e.Fact, "/")
			l.bySource[source] = append(l.bySource[source], e.Fact)
		}
	})
	return l.bySource
}

// Len counts the entries.
func (l *Lock) Len() int {
	if l == nil {
		return 0
	}
	return len(l.entries)
}

// Entries lists what is recorded, by fact.
func (l *Lock) Entries() []Entry {
	if l == nil {
		return nil
	}
	all := make([]Entry, 0, len(l.entries))
	for _, e := range l.entries {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Compare(a.Fact, b.Fact) })
	return all
}

const header = "# Facts found in their sources as they say: id, sha256 of the source, digest of selectors and value.\n" +
	"# Written by: tieout check --sources DIR --record\n"

// Bytes writes the file.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(header + versionWord + " " + Version + "\n")
	for _, e := range l.Entries() {
		b.WriteString(strings.Join([]string{e.Fact, e.Source, e.Digest}, " ") + "\n")
	}
	return b.Bytes()
}
