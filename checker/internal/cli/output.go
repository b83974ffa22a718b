package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/report"
)

// output is a report that goes to a file.
type output struct {
	format, file string
}

// outputs reads the values of --output, FORMAT=FILE.
func outputs(values []string) ([]output, error) {
	var list []output
	for _, value := range values {
		format, file, found := strings.Cut(value, "=")
		switch {
		case !found || file == "":
			return nil, wrongCall("check", "--output: %q is not FORMAT=FILE; write --output json=report.json, say", value)
		case !slices.Contains(report.Names(), format):
			return nil, wrongCall("check", "--output: unknown format %q; %s", format, meant(format, report.Names()))
		case file == "-":
			return nil, wrongCall("check", "--output: - is not a file; write --format %s to print the report", format)
		case slices.ContainsFunc(list, func(o output) bool { return filepath.Clean(o.file) == filepath.Clean(file) }):
			return nil, wrongCall("check", "--output: two reports cannot go to one file: %s", file)
		}
		if err := writable("check", "--output", file); err != nil {
			return nil, err
		}
		list = append(list, output{format, file})
	}
	return list, nil
}

// writable refuses a file that cannot be one, so that a wrong call ends before
// any work.
func writable(verb, flag, file string) error {
	dir := filepath.Dir(file)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return wrongCall(verb, "%s: no such folder: %s", flag, dir)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return wrongCall(verb, "%s: %s is a folder", flag, file)
	}
	return nil
}

// writeFile writes a file as a whole or not at all: it is written beside its
// place and then renamed. A place that is no file, such as a pipe, is written
// to directly.
func writeFile(file string, data []byte) error {
	return writeTo(file, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeTo writes a file as writeFile does, with what write prints.
func writeTo(file string, write func(w io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target
	}
	mode := fs.FileMode(0o644)
	info, err := os.Stat(file)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return writeInto(file, write)
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return replace(file, write, mode)
}

func replace(file string, write func(w io.Writer) error, mode fs.FileMode) (err error) {
	f, done, err := unfinished.create(file)
	if err != nil {
		return err
	}
	defer done()
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = write(f)
	if err = errors.Join(err, f.Chmod(mode), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}

func writeInto(file string, write func(w io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = write(f)
	return errors.Join(err, f.Close())
}
