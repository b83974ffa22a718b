package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// The rows on this repository's own facts.
const (
	rowOwnCold    = "own-cold"
	rowOwnOPA     = "own-opa"
	rowOwnWarm    = "own-warm"
	rowOwnTieout  = "own-tieout-version"
	rowOwnVersion = "own-opa-version"
)

// own gives the contestants on the repository's own facts: Tieout's command as
// people call it, and opa on what the policies see of the same facts, which must
// give the same verdicts as Tieout's engine.
func (m *measuring) own(ctx context.Context, bin string) ([]contestant, error) {
	at := func(program string) string { return filepath.Join(bin, program) }
	for _, needed := range []string{"engine", "tieout"} {
		if _, missing := m.unbuilt[needed]; missing {
			return nil, nil
		}
	}
	seen, cache := filepath.Join(m.launch.scratch, "seen"), filepath.Join(m.launch.scratch, "own-cache")
	if err := os.MkdirAll(seen, 0o755); err != nil {
		return nil, err
	}
	facts := filepath.Join(m.root, "facts")
	if _, _, err := m.launch.run(ctx, Command{Args: []string{at("engine"), "--hand-to", seen, facts}}); err != nil {
		return nil, fmt.Errorf("write what policies see: %w", err)
	}
	_, stdout, err := m.launch.run(ctx, Command{Args: []string{at("engine"), facts}})
	if err != nil {
		return nil, err
	}
	found, err := readFile(stdout, ofPolicies(readLines))
	if err != nil {
		return nil, err
	}
	check := func(args ...string) Command {
		return Command{
			Args: append([]string{at("tieout"), "check", "--quiet", "--github", "never"}, args...), Dir: m.root,
			Env: []string{"TIEOUT_SOURCES=", "TIEOUT_CACHE=" + cache}, Exits: []int{0, 1},
		}
	}
	return []contestant{
		{
			row: rowOwnOPA, name: "opa eval, Tieout's policies", program: "opa", answer: same(found), read: readTabbed,
			command: Command{
				Args: []string{
					at("opa"), "eval", "--format", "raw", "--data", "policies", "--ignore", "*_test.rego,*.yaml,capabilities.json",
					"--data", seen, "data.compare.found",
				},
				Dir: m.root,
			},
		},
		{row: rowOwnCold, name: "tieout check, nothing cached", program: "tieout", command: check("--no-cache")},
		{row: rowOwnWarm, name: "tieout check, warm cache", program: "tieout", command: check(), before: func(ctx context.Context, run int) error {
			if run > 0 {
				return nil
			}
			_, _, err := m.launch.run(ctx, check())
			return err
		}},
		{row: rowOwnTieout, name: "tieout version", program: "tieout", command: Command{Args: []string{at("tieout"), "version"}}},
		{row: rowOwnVersion, name: "opa version", program: "opa", command: Command{Args: []string{at("opa"), "version"}}},
	}, nil
}
