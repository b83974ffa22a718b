package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/tieout/tieout/checker/internal/corpora"
)

// measure makes the whole comparison. failed says which rows have no figures,
// though the programs were built; err ends everything.
func (o *options) measure(ctx context.Context, say func(string, ...any)) (r *Result, failed, err error) {
	out := o.out
	if out == "" {
		if out, err = os.MkdirTemp("", "tieout-bench-"); err != nil {
			return nil, nil, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(out)) }()
	}
	bin, scratch := filepath.Join(out, "bin"), filepath.Join(out, "scratch")
	for _, dir := range []string{bin, scratch} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, nil, err
		}
	}
	tools := filepath.Join(o.root, ".github", "tools")
	unbuilt := build(ctx, tools, bin, say)
	r = &Result{
		Day: time.Now().UTC().Format(time.DateOnly), Machine: machine(), Versions: versions(ctx, tools), Unbuilt: slices.Sorted(maps.Keys(unbuilt)),
	}
	if unbuilt["launch"] != nil {
		return nil, nil, fmt.Errorf("build launch: %w", unbuilt["launch"])
	}
	m := &measuring{options: o, out: out, unbuilt: unbuilt, say: say, launch: launcher{path: filepath.Join(bin, "launch"), scratch: scratch}}
	var problems []error
	for i, n := range o.facts {
		size, failed, err := m.size(ctx, n, o.runs[min(i, len(o.runs)-1)], tools, bin)
		if err != nil {
			return nil, nil, err
		}
		r.Sizes = append(r.Sizes, size)
		problems = append(problems, failed)
	}
	own, err := m.own(ctx, bin)
	if err != nil {
		return nil, nil, err
	}
	r.Own, failed, err = m.rounds(ctx, "own facts", own, 4*o.runs[0])
	if err != nil {
		return nil, nil, err
	}
	return r, errors.Join(append(problems, failed)...), r.save(filepath.Join(out, "results.json"))
}

// measuring is a comparison under way.
type measuring struct {
	*options
	// out is the folder for everything, a temporary one if none was named.
	out     string
	unbuilt map[string]error
	say     func(string, ...any)
	launch  launcher
}

// size compares on a corpus of n facts, so many times.
func (m *measuring) size(ctx context.Context, n, runs int, tools, bin string) (s Size, failed, err error) {
	c := &contest{rego: filepath.Join(tools, "bench", "rules"), bin: bin, scratch: m.launch.scratch, launch: m.launch}
	dir := filepath.Join(m.out, "corpora", strconv.Itoa(n))
	c.json, c.yaml = filepath.Join(dir, "json"), filepath.Join(dir, "yaml")
	for _, to := range []struct{ format, dir string }{{"yaml", c.yaml}, {"json", c.json}} {
		m.say("write %d facts as %s", n, to.format)
		if err := os.RemoveAll(to.dir); err != nil {
			return s, nil, err
		}
		if c.planted, err = corpora.Write(ctx, to.dir, corpora.Options{Facts: n, Format: to.format, Seed: 1}); err != nil {
			return s, nil, fmt.Errorf("write a corpus: %w", err)
		}
	}
	s = Size{Facts: n, Planted: len(expect(c.planted, compared).planted), All: len(expect(c.planted, nil).planted)}
	s.Rows, failed, err = m.rounds(ctx, strconv.Itoa(n)+" facts", c.contestants(), runs)
	return s, failed, err
}

// rounds runs all contestants by turns, so that what else the machine does
// falls on all of them.
func (m *measuring) rounds(ctx context.Context, of string, all []contestant, runs int) (rows []Row, failed, err error) {
	all = slices.DeleteFunc(all, func(c contestant) bool {
		return m.unbuilt[c.program] != nil || len(m.only) > 0 && !slices.Contains(m.only, c.row)
	})
	problems := map[string]error{}
	for _, c := range all {
		rows = append(rows, Row{Row: c.row, Name: c.name})
	}
	for run := range runs {
		for i, c := range all {
			if problems[c.row] != nil {
				continue
			}
			u, err := m.once(ctx, c, run)
			if ctx.Err() != nil {
				return nil, nil, errors.Join(ctx.Err(), finish(all))
			}
			if err != nil {
				problems[c.row] = fmt.Errorf("%s, %s: %w", of, c.name, err)
				rows[i].Failed, rows[i].Runs = err.Error(), nil
				m.say("%v", problems[c.row])
				continue
			}
			rows[i].Runs = append(rows[i].Runs, u)
			m.say("%s, run %d of %d: %s: %.2f s, %d MB", of, run+1, runs, c.name, u.Wall.Seconds(), u.Peak>>20)
		}
	}
	return rows, errors.Join(slices.Collect(maps.Values(problems))...), finish(all)
}

// once runs a contestant and looks at what it found.
func (m *measuring) once(ctx context.Context, c contestant, run int) (Usage, error) {
	if c.before != nil {
		if err := c.before(ctx, run); err != nil {
			return Usage{}, err
		}
	}
	u, stdout, err := m.launch.run(ctx, c.command)
	if err != nil || c.answer == nil {
		return u, err
	}
	found, err := readFile(stdout, c.read)
	if err != nil {
		return u, err
	}
	return u, c.answer.check(found)
}

func finish(all []contestant) error {
	var problems []error
	for _, c := range all {
		if c.after != nil {
			problems = append(problems, c.after())
		}
	}
	return errors.Join(problems...)
}
