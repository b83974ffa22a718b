package load_test

import (
	"io"
	"io/fs"
	"testing"

	"github.com/tieout/tieout/checker/internal/node"
)

// lying is a folder whose only file says that it has another size than it has.
type lying struct {
	fs.FS
	size int64
	text io.Reader
}

func (l lying) Open(name string) (fs.File, error) {
	f, err := l.FS.Open(name)
	if name != "a.yaml" || err != nil {
		return f, err
	}
	return lyingFile{f, l}, nil
}

type lyingFile struct {
	fs.File
	lying
}

func (f lyingFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return lyingInfo{info, f.size}, err
}
func (f lyingFile) Read(p []byte) (int, error) { return f.text.Read(p) }

type lyingInfo struct {
	fs.FileInfo
	size int64
}

func (i lyingInfo) Size() int64 { return i.size }

// endless is a text that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '#'
	}
	return len(p), nil
}

// TestLoadFileOfAnotherSize reads all of a file that grows or shrinks, or whose
// size nobody knows, and still no more than a fact file may hold.
func TestLoadFileOfAnotherSize(t *testing.T) {
	for _, size := range []int64{-1, 0, 1, 9, 10, 11, 5000, node.MaxFileBytes} {
		text := "source: a\n"
		files := tree(map[string]string{"a.yaml": text})
		f, err := files.Open("a.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if r := mustLoad(t, lying{files, size, f}, "."); len(r.Documents) != 1 || r.Documents[0].Root.Str("source") != "a" {
			t.Errorf("of a file said to hold %d bytes came %+v", size, r)
		}
		r := mustLoad(t, lying{files, size, endless{}}, ".")
		if got, want := messages(r.Problems), "a.yaml: the file is larger than 33554432 bytes\n"; got != want {
			t.Errorf("got %s want %s", got, want)
		}
	}
}
