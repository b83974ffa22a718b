package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/tieout/tieout/checker/internal/corpora"
)

// The rows of the comparison. Those of the twelve rules come first.
const (
	rowConftest  = "conftest"
	rowOPA       = "opa"
	rowPolicies  = "policies"
	rowPolicies1 = "policies-one-core"
	rowLibrary   = "library"
	rowNative    = "native"
	rowJSON      = "json"
	rowJSON1     = "json-one-core"
	rowYAML      = "yaml"
	rowAll       = "all-rules"
	rowWarm      = "all-rules-warm"
)

// contestant is a way to check a corpus.
type contestant struct {
	row, name string
	// program is what must have been built.
	program string
	command Command
	read    reader
	answer  *answer
	// before readies a run, unmeasured; after ends the runs.
	before func(ctx context.Context, run int) error
	after  func() error
}

// contest is the same facts in both formats, with what is planted in them.
type contest struct {
	json, yaml string
	rego       string
	bin        string
	scratch    string
	planted    []corpora.Planted
	launch     launcher
}

// oneCore keeps a program written in Go to one thread of work.
var oneCore = []string{"GOMAXPROCS=1"}

func (c *contest) contestants() []contestant {
	twelve, all := expect(c.planted, compared), expect(c.planted, nil)
	// What a whole run asks of the record itself, it asks whatever the rules.
	whole := expect(c.planted, func(rule string) bool { return compared(rule) || onForm(rule) })
	found := []int{0, 1}
	at := func(program string) string { return filepath.Join(c.bin, program) }
	library := append([]string{at("engine"), filepath.Join(c.json, "facts")}, ruleIDs()...)
	policies := slices.Insert(slices.Clone(library), 1, "--policies", filepath.Join(c.rego, "tieout"))
	native := []string{at("native"), filepath.Join(c.json, "facts")}
	warm := c.warm()
	return []contestant{
		{
			row: rowConftest, name: "conftest test --combine", program: "conftest", answer: twelve, read: readConftest,
			command: Command{Args: []string{at("conftest"), "test", "--combine", "--no-color", "--output", "json", "--policy", filepath.Join(c.rego, "compare"), "--policy", filepath.Join(c.rego, "conftest"), "facts"}, Dir: c.json, Exits: found},
		},
		{
			row: rowOPA, name: "opa eval", program: "opa", answer: twelve, read: readMessages,
			command: Command{Args: c.opa(at("opa")), Dir: c.json},
		},
		{
			row: rowPolicies, name: "Tieout, policies only", program: "engine", answer: twelve, read: ofPolicies(readLines),
			command: Command{Args: policies},
		},
		{
			row: rowPolicies1, name: "Tieout, policies only, one core", program: "engine", answer: twelve, read: ofPolicies(readLines),
			command: Command{Args: policies, Env: oneCore},
		},
		{
			row: rowLibrary, name: "Tieout, policies only, rules of its library", program: "engine", answer: twelve, read: ofPolicies(readLines),
			command: Command{Args: library},
		},
		{
			row: rowNative, name: "the same rules by hand in Go", program: "native", answer: twelve, read: readLines,
			command: Command{Args: native},
		},
		{
			row: rowJSON, name: "Tieout, whole run", program: "tieout", answer: whole, read: readCSV,
			command: c.check(c.json, nil, ruleIDs()...),
		},
		{
			row: rowJSON1, name: "Tieout, whole run, one core", program: "tieout", answer: whole, read: readCSV,
			command: c.check(c.json, oneCore, ruleIDs()...),
		},
		{
			row: rowYAML, name: "Tieout, whole run, facts in YAML", program: "tieout", answer: whole, read: readCSV,
			command: c.check(c.yaml, nil, ruleIDs()...),
		},
		{
			row: rowAll, name: "Tieout, whole run, all rules", program: "tieout", answer: all, read: readCSV,
			command: c.check(c.json, nil),
		},
		{
			row: rowWarm, name: "Tieout, all rules, one fact changed since the last run", program: "tieout", answer: all, read: readCSV,
			command: warm.command(c), before: warm.before, after: warm.restore,
		},
	}
}

// check is the command as users run it, but for a report that is easily read
// back. Without rules, all run.
func (c *contest) check(dir string, env []string, rules ...string) Command {
	args := []string{filepath.Join(c.bin, "tieout"), "check", "--no-cache", "--quiet", "--github", "never", "--format", "csv"}
	for _, id := range rules {
		args = append(args, "--rule", id)
	}
	return Command{Args: args, Dir: dir, Env: append(slices.Clone(env), "TIEOUT_SOURCES="), Exits: []int{0, 1}}
}

// opa hands each file to opa eval under a name of its own: it joins what it
// reads to one document, and all files have the same keys.
func (c *contest) opa(program string) []string {
	args := []string{program, "eval", "--format", "raw", "--data", filepath.Join(c.rego, "compare"), "--data", filepath.Join(c.rego, "opa")}
	for i, file := range c.files() {
		args = append(args, "--data", fmt.Sprintf("corpus.f%d:%s", i, file))
	}
	return append(args, "data.compare.found")
}

// files lists the fact files in JSON, registries among them, relative to the
// folder of the corpus.
func (c *contest) files() []string {
	var files []string
	for _, pattern := range []string{"facts/*.json", "facts/*/*.json"} {
		// The pattern is well formed, and else there is nothing to report.
		names, _ := filepath.Glob(filepath.Join(c.json, pattern))
		for _, name := range names {
			if file, err := filepath.Rel(c.json, name); err == nil {
				files = append(files, file)
			}
		}
	}
	return files
}
