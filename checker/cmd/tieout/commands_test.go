package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// replace FILE OLD NEW writes NEW for OLD, which must stand in the file once.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%s holds %q %d times", args[0], args[1], n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), fs.FileMode(0o644)))
}

// digest FILE puts the digest of a file, in hexadecimal, into $DIGEST.
func digest(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: digest FILE")
	}
	ts.Setenv("DIGEST", fmt.Sprintf("%x", sha256.Sum256([]byte(ts.ReadFile(args[0])))))
}
