// Package policy reads the Rego rules: from their METADATA it learns what each
// rule is called, what it reads and how its findings are worded; and it
// compiles them, together with their library, under capabilities that leave
// out network, files, environment and clock. The folder of policies is the
// registry: a rule is known by standing there. A policy that cannot be used
// becomes a finding at its place, and the others still load.
package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
)

// RulePolicy is the id of the findings on policies that cannot be used.
const RulePolicy = "record/policy"

// Root is a tree of policies. Name stands before its files in messages.
type Root struct {
	Name string
	FS   fs.FS
	// Tested says that the tests of this module have compiled the policies: on
	// their own, they are compiled when they are needed, and not checked again.
	Tested bool
}

// Set is the rules of a run.
type Set struct {
	// Rules are ordered by id.
	Rules []*Rule
	// Digest is the SHA-256 over the paths and contents of all policies.
	Digest string
	// compiler holds all rules; without it, those of tested are compiled when
	// they are needed.
	compiler *ast.Compiler
	tested   *tested
}

// maxFile bounds a policy file, in bytes.
const maxFile = 4 << 20

// Load reads and checks the policies of all roots, and compiles those that are
// not tested. What the first
// root defines, the others may use but not change. The error is for a failure
// of the checker itself.
func Load(roots ...Root) (*Set, []finding.Finding, error) {
	if len(roots) == 1 && roots[0].Tested {
		if set := loadTested(roots[0]); set != nil {
			return set, nil, nil
		}
	}
	l := &loader{modules: map[string]*ast.Module{}, capabilities: Capabilities()}
	digest := l.read(roots, l.parse)
	rules := l.rules()
	compiler, err := l.compile()
	if err != nil {
		return nil, nil, err
	}
	return &Set{Rules: l.kept(rules), Digest: digest, compiler: compiler}, l.problems, nil
}

// Digest gives the digest that the set of the roots has, without compiling it.
func Digest(roots ...Root) string {
	return new(loader).read(roots, func(string, []byte) {})
}

// read hands over each policy of the roots, and gives the digest of all.
func (l *loader) read(roots []Root, use func(file string, data []byte)) string {
	digest := sha256.New()
	for _, root := range roots {
		for _, file := range l.policies(root) {
			data, err := fs.ReadFile(root.FS, file)
			if err != nil {
				l.unreadable(path.Join(root.Name, file), err)
				continue
			}
			fmt.Fprintf(digest, "%s %d\n", file, len(data))
			digest.Write(data)
			use(path.Join(root.Name, file), data)
		}
		l.closeRoot()
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// policies lists the policies of a tree in order, without their tests.
func (l *loader) policies(root Root) []string {
	var files []string
	before := len(l.problems)
	// The walk itself reports no error: each is told at its place.
	_ = fs.WalkDir(root.FS, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			l.unreadable(path.Join(root.Name, name), err)
			return nil
		case d.IsDir() || !strings.HasSuffix(name, ".rego") || IsTest(name):
			return nil
		}
		if info, err := fs.Stat(root.FS, name); err == nil && info.Size() > maxFile {
			l.report(path.Join(root.Name, name), nil, finding.Text{
				EN: fmt.Sprintf("the policy is larger than %d bytes", maxFile),
				JA: fmt.Sprintf("ポリシーが%dバイトを超えています", maxFile),
			})
			return nil
		}
		files = append(files, name)
		return nil
	})
	if len(files) == 0 && len(l.problems) == before {
		l.report(root.Name, nil, finding.Text{EN: "no policies (*.rego) are here", JA: "ここにはポリシー（*.rego）がありません"})
	}
	return files
}
