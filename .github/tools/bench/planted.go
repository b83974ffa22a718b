package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/corpora"
)

// found is one thing that a checker reports: a rule, and a subject of it or one
// of the facts that break it.
type found struct{ rule, id string }

// answer holds what a checker must find in a corpus.
type answer struct {
	// byName leads from each name that a planted error may be reported by to
	// its place in the list.
	byName  map[found][]int
	planted []corpora.Planted
}

// expect gives the answer for those rules that want names; nil means all.
func expect(planted []corpora.Planted, wanted func(rule string) bool) *answer {
	a := &answer{byName: map[found][]int{}}
	for _, p := range planted {
		if wanted != nil && !wanted(p.Rule) || p.Verdict == "roundingOnly" {
			continue
		}
		at := len(a.planted)
		a.planted = append(a.planted, p)
		for _, name := range append([]string{p.Subject}, p.Facts...) {
			key := found{p.Rule, name}
			if !slices.Contains(a.byName[key], at) {
				a.byName[key] = append(a.byName[key], at)
			}
		}
	}
	return a
}

// same is the answer that another checker has given.
func same(all []found) *answer {
	var planted []corpora.Planted
	for _, f := range all {
		planted = append(planted, corpora.Planted{Rule: f.rule, Subject: f.id})
	}
	return expect(planted, nil)
}

// check fails unless what a checker found is what was planted: no error less,
// none more.
func (a *answer) check(all []found) error {
	met := make([]bool, len(a.planted))
	var none, missed []string
	for _, f := range all {
		places := a.byName[f]
		if len(places) == 0 {
			none = append(none, f.rule+" "+f.id)
		}
		for _, at := range places {
			met[at] = true
		}
	}
	for i, p := range a.planted {
		if !met[i] {
			missed = append(missed, p.Rule+" "+p.Subject)
		}
	}
	if len(none)+len(missed) == 0 {
		return nil
	}
	return fmt.Errorf("of %d planted errors it missed %d%s, and found %d that are none%s",
		len(a.planted), len(missed), some(missed), len(none), some(none))
}

// some names the first few.
func some(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return " (" + strings.Join(names[:min(3, len(names))], "; ") + ")"
}

// reader reads what a checker wrote.
type reader func(io.Reader) ([]found, error)

// ofPolicies leaves out what was found on the record itself, which no policy
// tells.
func ofPolicies(read reader) reader {
	return func(r io.Reader) ([]found, error) {
		all, err := read(r)
		return slices.DeleteFunc(all, func(f found) bool { return onForm(f.rule) }), err
	}
}

func readFile(file string, read reader) ([]found, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return read(bufio.NewReader(f))
}

// reported keeps what is a finding to all checkers: others do not tell what
// holds by rounding alone.
func reported(verdict string) bool { return verdict == "inconsistent" || verdict == "undetermined" }

// readLines reads lines of rule, id and, perhaps, verdict, parted by tabs.
func readLines(r io.Reader) ([]found, error) {
	var all []found
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) < 2 {
			return nil, fmt.Errorf("unexpected line %q", lines.Text())
		}
		if len(cells) == 2 || reported(cells[2]) {
			all = append(all, found{cells[0], cells[1]})
		}
	}
	return all, lines.Err()
}

// readCSV reads Tieout's report as CSV.
func readCSV(r io.Reader) ([]found, error) {
	table := csv.NewReader(r)
	head, err := table.Read()
	if err != nil {
		return nil, err
	}
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	rule, verdict, subject := slices.Index(head, "rule"), slices.Index(head, "verdict"), slices.Index(head, "subject")
	if min(rule, verdict, subject) < 0 {
		return nil, fmt.Errorf("unexpected columns %q", head)
	}
	var all []found
	for {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if reported(row[verdict]) {
			all = append(all, found{row[rule], row[subject]})
		}
	}
}

// readConftest reads the report of conftest as JSON; its messages are rule and
// id, parted by a space.
func readConftest(r io.Reader) ([]found, error) {
	var files []struct {
		Failures []struct {
			Msg string `json:"msg"`
		} `json:"failures"`
	}
	if err := json.NewDecoder(r).Decode(&files); err != nil {
		return nil, err
	}
	var all []found
	for _, file := range files {
		for _, failure := range file.Failures {
			rule, id, ok := strings.Cut(failure.Msg, " ")
			if !ok {
				return nil, fmt.Errorf("unexpected message %q", failure.Msg)
			}
			all = append(all, found{rule, id})
		}
	}
	return all, nil
}

// readMessages reads the same messages as a JSON array of strings, as opa eval
// prints a set.
func readMessages(r io.Reader) ([]found, error) {
	var messages []string
	if err := json.NewDecoder(r).Decode(&messages); err != nil {
		return nil, err
	}
	all := make([]found, len(messages))
	for i, message := range messages {
		rule, id, ok := strings.Cut(message, " ")
		if !ok {
			return nil, fmt.Errorf("unexpected message %q", message)
		}
		all[i] = found{rule, id}
	}
	return all, nil
}

// readTabbed reads lines as readLines does, from a JSON array of them.
func readTabbed(r io.Reader) ([]found, error) {
	var lines []string
	if err := json.NewDecoder(r).Decode(&lines); err != nil {
		return nil, err
	}
	return readLines(strings.NewReader(strings.Join(lines, "\n")))
}
