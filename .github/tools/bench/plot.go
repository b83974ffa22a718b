package main

import "io"

func plot(io.Writer, *Result) error { return nil }
