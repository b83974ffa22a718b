package policy

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Problem makes a finding on a policy that cannot be used. Without a place in
// it, the finding stands at the head of the file.
func Problem(file string, at *ast.Location, message finding.Text) finding.Finding {
	place := finding.Range{File: file, Start: finding.Pos{Line: 1, Column: 1}}
	width := 0
	if at != nil {
		place.File = cmp.Or(at.File, file)
		place.Start = finding.Pos{Line: max(at.Row, 1), Column: max(at.Col, 1)}
		line, _, _ := strings.Cut(string(at.Text), "\n")
		width = utf8.RuneCountInString(line)
	}
	place.End = finding.Pos{Line: place.Start.Line, Column: place.Start.Column + width}
	return finding.Finding{
		Rule: RulePolicy, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: place.File, Message: message, Location: place,
		Help: finding.Text{
			EN: "mend the policy; CONTRIBUTING shows the form of a rule",
			JA: "ポリシーを直してください（規則の書き方は CONTRIBUTING にあります）",
		},
	}
}

// report adds a finding on a policy.
func (l *loader) report(file string, at *ast.Location, message finding.Text) {
	l.problems = append(l.problems, Problem(file, at, message))
}

func (l *loader) unreadable(file string, err error) {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err // the finding's place names the file
	}
	l.report(file, nil, finding.Text{
		EN: fmt.Sprintf("the policy cannot be read: %v", err),
		JA: fmt.Sprintf("ポリシーを読み込めません（%v）", err),
	})
}

// refuse reports each error of the parser or compiler at its place.
func (l *loader) refuse(err error, file string) {
	var list ast.Errors
	if !errors.As(err, &list) {
		list = ast.Errors{{Message: err.Error()}}
	}
	for _, e := range list {
		l.report(file, e.Location, worded(strings.Join(strings.Fields(e.Message), " ")))
	}
}

func worded(message string) finding.Text {
	if name, ok := strings.CutPrefix(message, "undefined function "); ok && withheld(name) {
		return finding.Text{
			EN: fmt.Sprintf("policies may not call `%s`: they run without network, files, environment or clock", name),
			JA: fmt.Sprintf("ポリシーから `%s` は呼び出せません（通信・ファイル・環境・時計は使えません）", name),
		}
	}
	return finding.Text{EN: message, JA: "ポリシーを解釈できません: " + message}
}
