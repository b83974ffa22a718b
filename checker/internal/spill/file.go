// Package spill keeps out of memory what is too much for it. Values go in as
// they come, and come out in order, one by one, as often as they are asked for;
// in between they lie in a file of the system's temporary folder that no other
// process can find, where the system allows that, and that is gone when it is
// closed or the process ends.
package spill

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
)

// Error says that the temporary folder does not hold what is put there.
type Error struct {
	Dir   string
	Cause error
}

func (e *Error) Error() string {
	return fmt.Sprintf("there is too much for memory, and the temporary folder %s cannot hold it: %v; name another in TMPDIR", e.Dir, e.Cause)
}

func (e *Error) Unwrap() error { return e.Cause }

// failed makes the error for a file that could not be made, written or read.
func failed(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return &Error{os.TempDir(), err}
}

// File takes stretches of bytes, and gives them back. It is made at the first of
// them. It may be used by several workers at once.
type File struct {
	mu   sync.Mutex
	file *os.File
	size int64
	// left says that the file has a name still, since it was in use.
	left bool
}

// Span is where a stretch lies.
type Span struct{ From, To int64 }

// Len is the number of bytes.
func (s Span) Len() int64 { return s.To - s.From }

// reserve makes room for a stretch.
func (f *File) reserve(n int64) (*os.File, Span, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file == nil {
		file, err := os.CreateTemp("", "tieout-*")
		if err != nil {
			return nil, Span{}, failed(err)
		}
		// Systems that do not let go of a name in use remove it at the end.
		f.file, f.left = file, os.Remove(file.Name()) != nil
	}
	at := Span{f.size, f.size + n}
	f.size += n
	return f.file, at, nil
}

// Put keeps bytes. The error is an *Error.
func (f *File) Put(data []byte) (Span, error) {
	file, at, err := f.reserve(int64(len(data)))
	if err != nil {
		return at, err
	}
	if _, err := file.WriteAt(data, at.From); err != nil {
		return at, failed(err)
	}
	return at, nil
}

// Get gives bytes that were kept. The error is an *Error.
func (f *File) Get(at Span) ([]byte, error) {
	data := make([]byte, at.Len())
	if _, err := f.ReadAt(data, at.From); err != nil {
		return nil, failed(err)
	}
	return data, nil
}

// ReadAt reads from what was kept.
func (f *File) ReadAt(p []byte, off int64) (int, error) {
	if f.file == nil {
		return 0, fs.ErrClosed
	}
	return f.file.ReadAt(p, off)
}

// Close lets go of all that was kept. A file that was never made, or is closed,
// may be closed.
func (f *File) Close() error {
	if f == nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file == nil {
		return nil
	}
	file := f.file
	f.file = nil
	err := file.Close()
	if f.left {
		err = errors.Join(err, os.Remove(file.Name()))
	}
	return err
}
