package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
)

// outcomes is the part of the pipeline that policies need.
func outcomes(ctx context.Context, folder string, set *policy.Set) ([]evaluate.Outcome, error) {
	loaded, err := load.Load(ctx, os.DirFS(filepath.Dir(folder)), []string{filepath.Base(folder)})
	if err != nil {
		return nil, fmt.Errorf("load facts: %w", err)
	}
	corpus, problems := fact.Build(loaded.Documents, nil, loaded.Incomplete())
	if err := refused(append(loaded.Problems, problems...)); err != nil {
		return nil, err
	}
	found, problems, err := evaluate.Run(ctx, set, corpus, evaluate.Options{Workers: runtime.GOMAXPROCS(0)})
	return found, errors.Join(err, refused(problems))
}
