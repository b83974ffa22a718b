package cli

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"slices"
	"time"

	"github.com/tieout/tieout/checker"
)

// outputError is an output that could not be written, be it a file or what is
// printed.
type outputError struct{ message string }

func (e *outputError) Error() string { return e.message }

// unwritable makes the error for an output that could not be written.
func unwritable(format string, args ...any) error {
	return &outputError{fmt.Sprintf(format, args...)}
}

// cause is what went wrong with a file, without the name of the one that is
// written beside it.
func cause(err error) error {
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		return failed.Err
	}
	return err
}

// standardOutput is what the manifest calls the place of a printed report.
const standardOutput = "-"

// delivered is what became of an output.
type delivered struct {
	format, file string
	sum          string
	size         int64
	err          error
}

// deliver prints the report, writes its files, and writes the manifest last, as
// it tells of the others. One that cannot be written is told and keeps none of
// the others from being written. An interrupted run writes nothing.
func (c *command) deliver(ctx context.Context, o *checkOptions, r *checker.Report, began time.Time) (code int, err error) {
	if err := ctx.Err(); err != nil {
		return ExitInterrupted, err
	}
	code = o.exit(r)
	c.done.deliver(len(o.outputs))
	var all []delivered
	if !o.quiet || o.format != "text" || code != ExitOK || o.anyActive(r) {
		all = append(all, c.printReport(ctx, o, r))
	}
	for _, out := range o.outputs {
		all = append(all, c.writeReport(ctx, o, out, r))
	}
	if err := ctx.Err(); err != nil && slices.ContainsFunc(all, func(d delivered) bool { return d.err != nil }) {
		return ExitInterrupted, err
	}
	for _, d := range all {
		if d.err != nil {
			code = max(code, c.fail(d.err))
		}
	}
	if err := c.summarise(o, r); err != nil {
		code = max(code, c.fail(err))
	}
	if o.manifest != "" {
		if err := c.writeManifest(o, r, manifestRun{began, c.Now(), code}, all); err != nil {
			code = max(code, c.fail(err))
		}
	}
	return code, nil
}

func (c *command) printReport(ctx context.Context, o *checkOptions, r *checker.Report) delivered {
	d := delivered{format: o.format, file: standardOutput}
	w := &countingWriter{to: interruptible{ctx, c.Stdout}, digest: sha256.New()}
	buffered := bufio.NewWriterSize(w, 1<<16)
	err := c.printTo(buffered, o, r)
	if flushed := buffered.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		d.err = unwritable("print the report: %v", err)
	}
	d.sum, d.size = hex.EncodeToString(w.digest.Sum(nil)), w.size
	return d
}

func (c *command) writeReport(ctx context.Context, o *checkOptions, out output, r *checker.Report) delivered {
	d := delivered{format: out.format, file: out.file}
	sum := &countingWriter{digest: sha256.New()}
	var printed error
	err := writeTo(out.file, func(w io.Writer) error {
		sum.to = interruptible{ctx, w}
		buffered := bufio.NewWriterSize(sum, 1<<16)
		if printed = o.write(buffered, out.format, r, false, 0); printed != nil {
			return printed
		}
		return buffered.Flush()
	})
	switch {
	case err == nil:
		c.done.wrote(out.file)
	case printed != nil && sum.failed == nil:
		d.err = printed
	default:
		d.err = unwritable("write the report: %s: %v", out.file, cause(err))
	}
	d.sum, d.size = hex.EncodeToString(sum.digest.Sum(nil)), sum.size
	return d
}

// countingWriter passes on what is written, and takes its digest and size. It
// remembers whether that failed.
type countingWriter struct {
	to     io.Writer
	digest hash.Hash
	size   int64
	failed error
}

func (w *countingWriter) Write(p []byte) (int, error) {
	n, err := w.to.Write(p)
	// A hash takes everything.
	_, _ = w.digest.Write(p[:n])
	w.size += int64(n)
	w.failed = errors.Join(w.failed, err)
	return n, err
}

// digest is the SHA-256 of data in hexadecimal.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
