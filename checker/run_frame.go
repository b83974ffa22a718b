package checker

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/checker/internal/validate"
)

// framing is what was found on the way to the frame.
type framing struct {
	// settings is the file of the settings, if there is one.
	settings []finding.Input
	// form holds the findings on registries, policies and settings; lockForm those
	// on the lock file.
	form, lockForm []Finding
	notices        []finding.Notice
	excluded       int
	// incomplete says that a file could not be read of which nobody knows what it
	// defines.
	incomplete bool
	// lines are the lines of files that are not fact files.
	lines func(string, int) string
	// skipped are the rules that are left out, longest is the number of days that
	// a decision may stand, both as the project has it.
	skipped []finding.SkippedRule
	longest int
}

// read looks into the fact files, reads the registries and the policies, and
// tells the parts that the facts make up.
func read(ctx context.Context, opts Options, exact bool) (*material, []part, error) {
	files, err := load.Survey(ctx, opts.FS, opts.Facts, exact)
	if err != nil {
		return nil, nil, fmt.Errorf("load facts: %w", err)
	}
	library, form := opts.Library, []Finding(nil)
	if library == nil {
		if library, form, err = OpenLibrary(opts); err != nil {
			return nil, nil, err
		}
	} else if err := library.ready(); err != nil {
		return nil, nil, fmt.Errorf("compile policies: %w", err)
	}
	// Policies that cannot be used are told first: a name may stand in them.
	if err := library.knows(opts.Rules, opts.Skip); err != nil && len(form) == 0 {
		return nil, nil, err
	}
	loaded, byFile, err := registries(files)
	if err != nil {
		return nil, nil, err
	}
	m := &material{files: files, framing: framing{incomplete: loaded.Incomplete() || len(files.Problems) > 0}}
	if opts.Settings != "" {
		m.addSettings(loaded, opts)
	}
	m.form = slices.Concat(form, files.Problems, loaded.Problems)
	m.notices = slices.Concat(files.Notices, loaded.Notices)
	m.lines = loaded.Line
	valid := validate.Documents(framed(loaded.Documents))
	m.form, m.excluded = append(m.form, valid.Findings...), valid.Excluded
	m.applySettings(library.set, loaded, valid, opts)
	frame, problems := fact.NewFrame(loaded.Documents, valid.Invalid, m.incomplete)
	m.frame, m.form = frame, append(m.form, problems...)
	m.recorded, m.lockForm = lock.Read(opts.FS, opts.lockFile())
	return m, split(files, byFile), nil
}

// registries reads the files that hold anything but facts of known sources. It
// also gives their documents, by the number of the file.
func registries(files *load.Files) (*load.Result, map[int][]load.Document, error) {
	var numbers []int
	for i := range files.List {
		f := &files.List[i]
		if f.Unread || len(f.Sources) == 0 || len(f.Kinds) > 1 || !f.Has(load.Facts) {
			numbers = append(numbers, i)
		}
	}
	loaded, err := files.Read(numbers)
	if err != nil {
		return nil, nil, err
	}
	byFile := map[int][]load.Document{}
	for _, i := range numbers {
		byFile[i] = slices.DeleteFunc(slices.Clone(loaded.Documents), func(d load.Document) bool { return d.File != files.List[i].Name })
	}
	return loaded, byFile, nil
}

// framed leaves out the documents that hold facts: they are their parts' to
// validate.
func framed(docs []load.Document) []load.Document {
	return slices.DeleteFunc(slices.Clone(docs), func(d load.Document) bool { return d.Kind == load.Facts })
}

func (m *material) addSettings(loaded *load.Result, opts Options) {
	before := len(loaded.Inputs)
	loaded.AddSettings(opts.settingsFS, opts.Settings)
	m.settings = slices.Clone(loaded.Inputs[before:])
	m.incomplete = m.incomplete || loaded.Incomplete()
}

func (m *material) applySettings(set *policy.Set, loaded *load.Result, valid validate.Result, opts Options) {
	project := settings.Read(loaded.Documents, valid.Invalid)
	reduced, skipped, misfits := chosen(set, project, opts)
	m.set, m.skipped, m.longest = reduced, skipped, project.Longest
	m.form = append(m.form, misfits...)
}

// inputs lists what was read, by path: what is told of anchors rests on the lock
// file as on the fact files.
func (m *material) inputs() []finding.Input {
	list := make([]finding.Input, 0, len(m.files.List)+2)
	for i := range m.files.List {
		list = append(list, finding.Input{Path: m.files.List[i].Name, SHA256: m.files.List[i].SHA256})
	}
	list = append(list, m.settings...)
	if m.recorded != nil && m.recorded.SHA256 != "" {
		list = append(list, finding.Input{Path: m.recorded.File, SHA256: m.recorded.SHA256})
		slices.SortStableFunc(list, func(a, b finding.Input) int { return strings.Compare(a.Path, b.Path) })
	}
	return list
}

// line gives a function for the lines of all files.
func (m *material) line() func(string, int) string {
	facts, isFacts := m.files.Lines(), map[string]bool{}
	for i := range m.files.List {
		isFacts[m.files.List[i].Name] = true
	}
	return func(file string, n int) string {
		if isFacts[path.Clean(file)] {
			return facts(file, n)
		}
		return m.lines(file, n)
	}
}
