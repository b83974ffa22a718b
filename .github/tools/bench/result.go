package main

import (
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"time"
)

// Result is a whole comparison: all that the tables and the plot are made of.
type Result struct {
	Day      string            `json:"day"`
	Machine  Machine           `json:"machine"`
	Versions map[string]string `json:"versions"`
	// Unbuilt are the programs that could not be built.
	Unbuilt []string `json:"unbuilt,omitempty"`
	Sizes   []Size   `json:"sizes"`
	// Own are the rows on this repository's own facts.
	Own []Row `json:"own"`
}

// Machine is what the figures hang on.
type Machine struct {
	System string `json:"system"`
	Cores  int    `json:"cores"`
	Go     string `json:"go"`
}

// Size is the comparison on a corpus.
type Size struct {
	Facts int `json:"facts"`
	// Planted is the number of errors among them that the rules compared are
	// to find, All that for all rules.
	Planted int   `json:"planted"`
	All     int   `json:"all"`
	Rows    []Row `json:"rows"`
}

// Row is one way to check, with what each run of it cost.
type Row struct {
	Row  string  `json:"row"`
	Name string  `json:"name"`
	Runs []Usage `json:"runs"`
	// Failed says why the row has no figures.
	Failed string `json:"failed,omitempty"`
}

// Median gives the median of each cost on its own.
func (r Row) Median() Usage {
	return Usage{
		Wall: median(r.Runs, func(u Usage) time.Duration { return u.Wall }),
		CPU:  median(r.Runs, func(u Usage) time.Duration { return u.CPU }),
		Peak: median(r.Runs, func(u Usage) int64 { return u.Peak }),
	}
}

// median gives the middle one of the values, or the mean of the two in the
// middle; 0 where there is none.
func median[T ~int64](runs []Usage, of func(Usage) T) T {
	values := make([]T, len(runs))
	for i, u := range runs {
		values[i] = of(u)
	}
	slices.SortFunc(values, cmp.Compare[T])
	n := len(values)
	switch {
	case n == 0:
		return 0
	case n%2 == 1:
		return values[n/2]
	}
	return (values[n/2-1] + values[n/2]) / 2
}

// row finds a row that has figures.
func row(rows []Row, name string) (Usage, bool) {
	i := slices.IndexFunc(rows, func(r Row) bool { return r.Row == name && len(r.Runs) > 0 })
	if i < 0 {
		return Usage{}, false
	}
	return rows[i].Median(), true
}

// size finds the rows of a corpus.
func (r *Result) size(facts int) []Row {
	for _, s := range r.Sizes {
		if s.Facts == facts {
			return s.Rows
		}
	}
	return nil
}

func (r *Result) save(file string) error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}

func open(file string) (*Result, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := new(Result)
	return r, json.Unmarshal(data, r)
}
