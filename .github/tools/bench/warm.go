package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// warm is a corpus that was checked before, and of which one fact is changed
// before each run: what a claim says, on which no verdict depends.
type warm struct {
	contest *contest
	cache   string
	file    string
	// whole is the file as it was.
	whole []byte
}

func (c *contest) warm() *warm {
	return &warm{contest: c, cache: filepath.Join(c.scratch, "cache")}
}

func (w *warm) command(c *contest) Command {
	command := c.check(c.json, []string{"TIEOUT_CACHE=" + w.cache})
	command.Args = slices.DeleteFunc(command.Args, func(arg string) bool { return arg == "--no-cache" })
	return command
}

func (w *warm) before(ctx context.Context, run int) error {
	if w.whole == nil {
		if err := w.fill(ctx); err != nil {
			return err
		}
	}
	at := bytes.Index(w.whole, claimText)
	if at < 0 {
		return fmt.Errorf("%s has no claim to change", w.file)
	}
	at += len(claimText)
	changed := slices.Concat(w.whole[:at], fmt.Appendf(nil, "(%d) ", run+1), w.whole[at:])
	return os.WriteFile(w.file, changed, 0o644)
}

var claimText = []byte(`"text": "`)

// fill chooses the file to change, and makes the cache hold everything.
func (w *warm) fill(ctx context.Context) error {
	if err := os.RemoveAll(w.cache); err != nil {
		return err
	}
	for _, file := range w.contest.files() {
		data, err := os.ReadFile(filepath.Join(w.contest.json, file))
		if err != nil {
			return err
		}
		if bytes.Contains(data, claimText) {
			w.file, w.whole = filepath.Join(w.contest.json, file), data
			_, _, err := w.contest.launch.run(ctx, w.command(w.contest))
			return err
		}
	}
	return errors.New("the corpus has no claim to change")
}

// restore gives the corpus back as it was.
func (w *warm) restore() error {
	if w.whole == nil {
		return nil
	}
	return errors.Join(os.WriteFile(w.file, w.whole, 0o644), os.RemoveAll(w.cache))
}
