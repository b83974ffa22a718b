package main

import (
	"fmt"
	"io"
)

func (o *options) deliver(out io.Writer, r *Result) error {
	for _, s := range r.Sizes {
		costs(thousands(s.Facts)+" facts", s.Rows, rowConftest).text(out)
		fmt.Fprintln(out)
	}
	costs("this repository's facts", r.Own, rowOwnOPA).text(out)
	fmt.Fprintln(out)
	reach(r.targets()).text(out)
	return nil
}
