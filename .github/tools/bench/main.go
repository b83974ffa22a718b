// Bench compares Tieout with other ways to check the same facts by the same
// rules: conftest, opa, and rules written by hand in Go. It builds them all,
// makes corpora with planted errors, runs the checkers by turns, each as a
// process of its own, and sees to it that each finds exactly what was planted.
// From the costs it makes tables, a plot and the list of what Tieout is to
// reach.
//
//	go -C .github/tools/bench run . --facts 10000,100000,1000000 --write
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// options are what a comparison is asked for.
type options struct {
	facts []int
	// runs are those of each size, the last one also those of all further ones.
	runs []int
	out  string
	only []string
	root string
	// from is a file of results to print again, instead of measuring.
	from  string
	write bool
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out, log io.Writer) error {
	o, err := read(args, log)
	if err != nil {
		return err
	}
	began := time.Now()
	say := func(format string, args ...any) {
		// Where nobody can be told how far it is, it goes on.
		_, _ = fmt.Fprintf(log, "%5.0f s  %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, args...))
	}
	var result *Result
	var failed error
	if o.from != "" {
		result, err = open(o.from)
	} else {
		result, failed, err = o.measure(ctx, say)
	}
	if err != nil {
		return err
	}
	if err := o.deliver(out, result); err != nil {
		return err
	}
	return failed
}

func read(args []string, log io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(log)
	facts := flags.String("facts", "10000,100000", "sizes of the corpora, in `facts`, parted by commas")
	runs := flags.String("runs", "5", "number of `runs` of which the median is taken; several, parted by commas, for one size each")
	flags.StringVar(&o.out, "out", "", "`folder` for programs, corpora and results, kept for the next time (default: a temporary one, removed at the end)")
	only := flags.String("only", "", "measure only these `rows`, parted by commas, by their names in the results")
	flags.StringVar(&o.root, "root", "../../..", "`folder` of the repository")
	flags.StringVar(&o.from, "from", "", "print the results in `file` again instead of measuring")
	flags.BoolVar(&o.write, "write", false, "write tables and plot into the repository's documentation")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	var err error
	if o.facts, err = numbers("--facts", *facts); err != nil {
		return nil, err
	}
	if o.runs, err = numbers("--runs", *runs); err != nil {
		return nil, err
	}
	if *only != "" {
		o.only = strings.Split(*only, ",")
	}
	for _, dir := range []*string{&o.root, &o.out} {
		if *dir == "" {
			continue
		}
		if *dir, err = filepath.Abs(*dir); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// numbers reads positive numbers that are parted by commas.
func numbers(option, list string) ([]int, error) {
	var all []int
	for text := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%s %s: %q is no number of them", option, list, text)
		}
		all = append(all, n)
	}
	return all, nil
}

func machine() Machine {
	return Machine{System: runtime.GOOS + "/" + runtime.GOARCH, Cores: runtime.NumCPU(), Go: runtime.Version()}
}
