package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// file is a fact file to be read: path is where its bytes are, name what it
// is called in reports.
type file struct {
	name, path string
	// kind is that of its documents; empty when their keys tell.
	kind Kind
}

func (f file) kindOf(root *node.Node) (Kind, *finding.Finding) {
	if f.kind != "" {
		return f.kind, nil
	}
	return kindOf(f.name, root)
}

// loaded is what became of one file.
type loaded struct {
	documents []Document
	problems  []finding.Finding
	notices   []finding.Notice
	// input has no path when the file could not be read.
	input finding.Input
	data  []byte
}

var errTooLarge = errors.New("too large")

func read(fsys fs.FS, f file) *loaded {
	data, problem := fetch(fsys, f)
	if problem != nil {
		return &loaded{problems: []finding.Finding{*problem}}
	}
	l := parse(f, data)
	l.input = finding.Input{Path: f.name, SHA256: digest(data)}
	return l
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// fetch gives the text of a file, or why there is none.
func fetch(fsys fs.FS, f file) ([]byte, *finding.Finding) {
	data, err := readBounded(fsys, f.path)
	var problem finding.Finding
	switch {
	case errors.Is(err, errTooLarge):
		problem = node.TooLarge(f.name, node.Limits{})
	case err != nil:
		problem = unreadable(f.name, err)
	default:
		return data, nil
	}
	return nil, &problem
}

// parse gives the documents of a file.
func parse(f file, data []byte) *loaded {
	roots, problems, notices := node.Parse(f.name, data, node.Limits{})
	l := documents(f, data, roots)
	l.problems, l.notices = append(problems, l.problems...), notices
	return l
}

// documents tells the kinds of the documents of a file.
func documents(f file, data []byte, roots []*node.Node) *loaded {
	l := &loaded{data: data}
	for i, root := range roots {
		kind, problem := f.kindOf(root)
		if problem != nil {
			l.problems = append(l.problems, *problem)
			continue
		}
		l.documents = append(l.documents, Document{File: f.name, Kind: kind, Index: i, Root: root})
	}
	return l
}

// readBounded reads a file unless it is larger than a fact file may be, which
// it notices before it takes the memory.
func readBounded(fsys fs.FS, path string) ([]byte, error) {
	f, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > node.MaxFileBytes {
		return nil, errTooLarge
	}
	var text bytes.Buffer
	text.Grow(int(max(info.Size(), 0)) + bytes.MinRead)
	if _, err := text.ReadFrom(io.LimitReader(f, node.MaxFileBytes+1)); err != nil {
		return nil, err
	}
	if text.Len() > node.MaxFileBytes {
		return nil, errTooLarge
	}
	return text.Bytes(), nil
}

func unreadable(name string, err error) finding.Finding {
	cause := err
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		cause = at.Err
	}
	return problem(name, nil,
		finding.Text{
			EN: fmt.Sprintf("this cannot be read: %v", cause),
			JA: fmt.Sprintf("読み取れません（%v）", cause),
		},
		finding.Text{
			EN: "Give read permission, or take the file out of the directory.",
			JA: "読み取り権限を与えるか、ディレクトリから取り除いてください。",
		})
}

// problem makes the finding of a file, or of a value in it.
func problem(name string, at *node.Node, message, help finding.Text) finding.Finding {
	place := finding.Range{File: name}
	if at != nil {
		place = at.Range(name)
	}
	return finding.Finding{
		Rule: node.RuleSyntax, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: name, Message: message, Help: help, Location: place,
	}
}
