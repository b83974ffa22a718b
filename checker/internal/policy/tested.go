package policy

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/lazy"
)

// tested holds the policies of a root that its tests have compiled. Of the
// rules it reads METADATA alone, until they are asked for: most of a short run
// would go into compiling what the facts at hand do not need.
type tested struct {
	capabilities *ast.Capabilities
	// texts are the policies, packages the packages in which they stand, by
	// file.
	texts    map[string][]byte
	packages map[string]string
}

// checks are the stages that only look for mistakes, or put conditions into
// another order; the order in which the policies that are shipped write them
// stands. A test holds both to the policies that a root marked as tested has.
var checks = []ast.StageID{
	ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
	ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet, ast.StageRewriteRegoMetadataCalls,
	ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs, ast.StageCheckSafetyRuleHeads, ast.StageCheckSafetyRuleBodies,
	ast.StageCheckRecursion, ast.StageCheckTypes, ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins,
	ast.StageBuildRequiredCapabilities,
}

// rePackageLine matches the line that opens a policy, behind its METADATA.
var rePackageLine = lazy.Regexp(`(?m)^package ([A-Za-z0-9_.]+)$`)

// loadTested reads the METADATA of a tested root. It gives nil for one whose
// files are not as the tests have seen them; it is then loaded like any other.
func loadTested(root Root) *Set {
	t := &tested{capabilities: Capabilities(), texts: map[string][]byte{}, packages: map[string]string{}}
	l := &loader{modules: map[string]*ast.Module{}, capabilities: t.capabilities}
	digest := l.read([]Root{root}, func(file string, data []byte) {
		at := rePackageLine().FindSubmatchIndex(data)
		if at == nil {
			l.report(file, nil, worded("no package"))
			return
		}
		t.texts[file], t.packages[file] = data, string(data[at[2]:at[3]])
		if strings.HasPrefix("data."+t.packages[file]+".", rulesPackage().String()+".") {
			l.parse(file, data[:at[1]])
		}
	})
	l.headsOnly = true
	rules := l.rules()
	if len(l.problems) > 0 {
		return nil
	}
	return &Set{Rules: rules, Digest: digest, tested: t}
}

// compile compiles some of the rules, with all that they lean on.
func (t *tested) compile(rules []*Rule) (*ast.Compiler, error) {
	modules := map[string]*ast.Module{}
	var files []string
	for _, r := range rules {
		files = append(files, r.Location)
	}
	for len(files) > 0 {
		file := files[0]
		files = files[1:]
		if modules[file] != nil {
			continue
		}
		m, err := ast.ParseModuleWithOpts(file, string(t.texts[file]), ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: t.capabilities})
		if err != nil {
			return nil, fmt.Errorf("parse policies: %w", err)
		}
		modules[file] = m
		files = append(files, t.named(file)...)
	}
	c := ast.NewCompiler().WithCapabilities(t.capabilities).WithSkipStages(checks...).WithSkipStages(t.idle(modules)...)
	if c.Compile(modules); c.Failed() {
		return nil, fmt.Errorf("compile policies: %w", c.Errors)
	}
	return c, nil
}

// rewrites are stages that change only what the words behind them stand in.
var rewrites = map[ast.StageID][]string{
	ast.StageRewritePrintCalls:      {"print("},
	ast.StageRewriteWithValues:      {" with "},
	ast.StageRewriteTemplateStrings: {`$"`, "$`"},
}

// idle lists the stages that have nothing to change in the modules.
func (t *tested) idle(modules map[string]*ast.Module) []ast.StageID {
	var idle []ast.StageID
	for stage, words := range rewrites {
		if !slices.ContainsFunc(words, func(word string) bool { return t.say(modules, word) }) {
			idle = append(idle, stage)
		}
	}
	return idle
}

// say tells whether a line of the modules that is no comment holds the word.
func (t *tested) say(modules map[string]*ast.Module, word string) bool {
	for file := range modules {
		for rest := t.texts[file]; ; {
			i := bytes.Index(rest, []byte(word))
			if i < 0 {
				break
			}
			if line := rest[bytes.LastIndexByte(rest[:i], '\n')+1:]; !bytes.HasPrefix(line, []byte("#")) {
				return true
			}
			rest = rest[i+len(word):]
			if end := bytes.IndexByte(rest, '\n'); end >= 0 {
				rest = rest[end:]
			}
		}
	}
	return false
}

// named lists the files of the packages that a policy names, its own among
// them.
func (t *tested) named(file string) []string {
	var files []string
	for _, other := range slices.Sorted(maps.Keys(t.packages)) {
		pkg := t.packages[other]
		if pkg == t.packages[file] || bytes.Contains(t.texts[file], []byte("data."+pkg)) {
			files = append(files, other)
		}
	}
	return files
}

// Whole compiles all rules at once, for whoever evaluates many times.
func (s *Set) Whole() error {
	c, err := s.Compile(s.Rules)
	s.compiler = c
	return err
}

// Compile gives the compiler of the rules, and perhaps of others. The error is
// for a failure of the checker itself.
func (s *Set) Compile(rules []*Rule) (*ast.Compiler, error) {
	switch {
	case s.compiler != nil:
		return s.compiler, nil
	case s.tested != nil:
		return s.tested.compile(rules)
	}
	return ast.NewCompiler(), nil
}
