package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
)

var (
	// rulesPackage is the package that all rules stand below.
	rulesPackage = reference("data.tieout.rules")
	// libraryPackage holds what the built-in policies share.
	libraryPackage = reference("data.tieout.lib")
	// registryPackage is where policies find the registries.
	registryPackage = reference("data.registry")
)

func reference(text string) func() ast.Ref {
	return sync.OnceValue(func() ast.Ref { return ast.MustParseRef(text) })
}

// registries are what stands in registryPackage.
var registries = []string{"sources", "entities", "concepts", "hosts", "parameters"}

// loader gathers the modules of all roots, by file.
type loader struct {
	modules      map[string]*ast.Module
	capabilities *ast.Capabilities
	problems     []finding.Finding
	// closed are the packages of the roots before, to which no later one may
	// add; first are the files of the first root.
	closed []ast.Ref
	first  map[string]bool
	// headsOnly says that the modules were read down to their package alone.
	headsOnly bool
}

// parse takes in a file.
func (l *loader) parse(file string, data []byte) {
	m, err := ast.ParseModuleWithOpts(file, string(data), ast.ParserOptions{
		ProcessAnnotation: true, RegoVersion: ast.RegoV1, Capabilities: l.capabilities,
	})
	switch {
	case err != nil:
		l.refuse(err, file)
	case m == nil:
		l.report(file, nil, finding.Text{EN: "the file holds no policy", JA: "ポリシーがありません"})
	case l.modules[file] != nil:
		l.report(file, m.Package.Location, finding.Text{
			EN: "a built-in policy has this path; rename the file or its folder",
			JA: "組み込みのポリシーと同じパスです。ファイルかフォルダーの名前を変えてください",
		})
	case l.isClosed(m.Package.Path):
		l.report(file, m.Package.Location, finding.Text{
			EN: fmt.Sprintf("the package %s belongs to the built-in policies; choose another", strings.TrimPrefix(m.Package.Path.String(), "data.")),
			JA: fmt.Sprintf("パッケージ %s は組み込みのポリシーのものです。別の名前にしてください", strings.TrimPrefix(m.Package.Path.String(), "data.")),
		})
	default:
		l.modules[file] = m
	}
}

// isClosed tells whether a package would change what stands in another root or
// in the registries.
func (l *loader) isClosed(path ast.Ref) bool {
	overlaps := func(other ast.Ref) bool { return path.HasPrefix(other) || other.HasPrefix(path) }
	return overlaps(registryPackage()) || slices.ContainsFunc(l.closed, overlaps)
}

// closeRoot ends a root: its packages, and the library's, are closed.
func (l *loader) closeRoot() {
	if l.first == nil {
		l.first = map[string]bool{}
		for file := range l.modules {
			l.first[file] = true
		}
	}
	l.closed = []ast.Ref{libraryPackage()}
	for _, m := range l.modules {
		l.closed = append(l.closed, m.Package.Path)
	}
}

// rules reads the METADATA of every module below the rules' package, and drops
// the modules whose METADATA cannot be used.
func (l *loader) rules() []*Rule {
	var rules []*Rule
	taken := map[string]string{}
	for _, file := range slices.Sorted(maps.Keys(l.modules)) {
		m := l.modules[file]
		if !IsRule(m) {
			continue
		}
		r, faults := newRule(file, m, l.headsOnly)
		if len(faults) == 0 && taken[r.ID] != "" {
			faults = []fault{{at: m.Package.Location, text: finding.Text{
				EN: fmt.Sprintf("the id %s is already taken by %s", r.ID, taken[r.ID]),
				JA: fmt.Sprintf("ID %s は %s が使っています", r.ID, taken[r.ID]),
			}}}
		}
		if len(faults) > 0 {
			for _, f := range faults {
				l.report(file, f.at, f.text)
			}
			delete(l.modules, file)
			continue
		}
		taken[r.ID] = file
		rules = append(rules, r)
	}
	slices.SortFunc(rules, func(a, b *Rule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

// kept leaves out the rules that did not compile.
func (l *loader) kept(rules []*Rule) []*Rule {
	return slices.DeleteFunc(rules, func(r *Rule) bool { return l.modules[r.Location] == nil })
}

// compile compiles what can be: modules that do not compile, or that lean on
// something that is not there, are reported and left out until the rest does.
func (l *loader) compile() (*ast.Compiler, error) {
	for {
		c := ast.NewCompiler().WithCapabilities(l.capabilities).WithStrict(true).SetErrorLimit(0)
		c.Compile(l.modules)
		errs := c.Errors
		if !c.Failed() {
			errs = unresolved(c)
		}
		if len(errs) == 0 {
			return c, nil
		}
		if !l.drop(errs) {
			return nil, fmt.Errorf("compile policies: %w", errs)
		}
		l.refuse(errs, "")
	}
}

// drop leaves out the modules in which the errors stand. When that is nowhere,
// it leaves out all but those of the first root; it tells whether any went.
func (l *loader) drop(errs ast.Errors) bool {
	before := len(l.modules)
	for _, e := range errs {
		if e.Location != nil {
			delete(l.modules, e.Location.File)
		}
	}
	if len(l.modules) == before {
		maps.DeleteFunc(l.modules, func(file string, _ *ast.Module) bool { return !l.first[file] })
	}
	return len(l.modules) < before
}

// unresolved finds the references to data that nothing defines: undefined at
// evaluation, they would make a rule silently check nothing.
func unresolved(c *ast.Compiler) ast.Errors {
	var errs ast.Errors
	for _, file := range slices.Sorted(maps.Keys(c.Modules)) {
		m := c.Modules[file]
		ast.WalkRefs(m, func(r ast.Ref) bool {
			if !r.HasPrefix(ast.DefaultRootRef) || len(r) < 2 || inRegistry(r) {
				return false
			}
			// A file that only names its package refers to nothing.
			if r.Equal(m.Package.Path) || len(c.GetRulesDynamicWithOpts(r, ast.RulesOptions{})) > 0 {
				return false
			}
			at := r[0].Location
			if at == nil || at.File != file {
				at = m.Package.Location
			}
			errs = append(errs, ast.NewError(ast.CompileErr, at, "no policy defines %v", r.ConstantPrefix()))
			return false
		})
	}
	return errs
}

func inRegistry(r ast.Ref) bool {
	if !r.HasPrefix(registryPackage()) {
		return false
	}
	if len(r) == len(registryPackage()) {
		return true
	}
	name, ok := r[len(registryPackage())].Value.(ast.String)
	return !ok || slices.Contains(registries, string(name))
}
