package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// SARIF prints the findings that ask for attention for GitHub's code scanning,
// which makes an alert of every result, be it a pass or suppressed: so there
// are neither, nor what only a base has. The gravest come first, since GitHub
// drops the others where there are too many.
type SARIF struct {
	// Lang is the language of the words.
	Lang string
	// Files is the tree that the findings' paths are in, for the hashes by
	// which GitHub follows lines; nil leaves these out.
	Files fs.FS
}

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	// sarifResultsMax is the number of results of a run that GitHub shows.
	sarifResultsMax = 5_000
	// sarifFingerprint is the key of the findings' own fingerprints.
	sarifFingerprint = "tieout/v1"
	// sarifLineHash is the key of GitHub's.
	sarifLineHash = "primaryLocationLineHash"
)

// sarifNotices are the kinds of notifications, by index.
var sarifNotices = []sarifDescriptor{
	sarifNotice("run/notice", "A remark on the run that is no finding", "Nothing has to be done."),
	sarifNotice("run/truncated", "There are more findings than the log holds", "Read all of them in another format, such as JSON."),
}

func sarifNotice(id, title, help string) sarifDescriptor {
	text := &sarifText{Text: title + "."}
	return sarifDescriptor{
		ID: id, Name: sarifName(id), ShortDescription: text, FullDescription: text, Help: &sarifText{Text: help, Markdown: help},
	}
}

// Write prints the log.
func (s SARIF) Write(w io.Writer, r *finding.Report) error {
	m, err := newSARIFMaker(r, s.Lang)
	if err != nil {
		return err
	}
	written, active, err := gravest(r, sarifResultsMax)
	if err != nil {
		return err
	}
	m.hashes = sarifHashes(s.Files, r.Inputs, written)

	run := m.run()
	for i := range m.rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule(&m.rules[i], s.Lang))
	}
	for _, f := range written {
		run.Results = append(run.Results, m.alert(f))
	}
	run.Properties["findings"], run.Properties["written"] = active, len(written)
	if len(written) < active {
		run.Properties["truncated"] = true
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, sarifNotification{
			Descriptor: sarifDescriptorRef{ID: sarifNotices[1].ID, Index: 1}, Level: "warning",
			Message: sarifText{Text: fmt.Sprintf(m.words.truncated, len(written), active)},
		})
	}
	return writeSARIF(w, run)
}

func writeSARIF(w io.Writer, run sarifRun, holes ...hole) error {
	if err := writeHoled(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}}, holes...); err != nil {
		return fmt.Errorf("write log: %w", err)
	}
	return nil
}

// sarifMaker makes the objects that both profiles have.
type sarifMaker struct {
	*finding.Report
	lang  string
	words *words
	rules []finding.RuleResult
	// index is a rule's place among the rules, artifacts a file's among the
	// artifacts; without artifacts, locations have no index.
	index     map[string]int
	artifacts map[string]int
	// hashes are those of lines, by file and line.
	hashes map[string]map[int]string
}

func newSARIFMaker(r *finding.Report, lang string) (m *sarifMaker, err error) {
	m = &sarifMaker{Report: r, lang: lang, words: wordsIn(lang), index: map[string]int{}}
	if m.rules, err = ranRules(r, r.EachFinding()); err != nil {
		return nil, err
	}
	for i := range m.rules {
		m.index[m.rules[i].ID] = i
	}
	return m, nil
}

// run makes the run without rules and results. It holds no time, host or path
// of the machine: those are in the manifest.
func (m *sarifMaker) run() sarifRun {
	run := sarifRun{
		Tool: sarifTool{Driver: sarifComponent{
			Name: "Tieout", Version: Escape(m.Tool.Version), InformationURI: "https://github.com/tieout/tieout",
			Rules: []sarifDescriptor{}, Notifications: sarifNotices, Properties: sarifBag{"policyDigest": m.Tool.PolicyDigest},
		}},
		Language: m.lang, AutomationDetails: sarifAutomation{ID: "tieout/"}, ColumnKind: "unicodeCodePoints",
		Invocations: []sarifInvocation{{ExecutionSuccessful: m.Summary.InputErrors == 0}},
		OriginalURIBaseIDs: map[string]sarifArtifactLocation{
			sarifRoot: {Description: &sarifText{Text: "The root of the repository."}},
		},
		Results:    []sarifResult{},
		Properties: sarifBag{"asOf": m.AsOf, "checks": m.Summary.Checks, "facts": m.Summary.Facts, "undetermined": m.Summary.Undetermined},
	}
	for _, n := range m.Notices {
		notice := sarifNotification{
			Descriptor: sarifDescriptorRef{ID: sarifNotices[0].ID}, Level: "note",
			Message: sarifText{Text: sarifPlain(shorten(Escape(n.Message.In(m.lang)), sarifMessageMax))},
		}
		if n.Location.File != "" {
			notice.Locations = []sarifLocation{m.location(n.Location)}
		}
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, notice)
	}
	return run
}

func (m *sarifMaker) location(at finding.Range) sarifLocation {
	artifact := sarifURI(at.File)
	if index, ok := m.artifacts[at.File]; ok {
		artifact.Index = &index
	}
	return sarifLocation{Physical: sarifPhysical{Artifact: artifact, Region: sarifRegionOf(at)}}
}

// alert makes the result of a finding for GitHub, which takes none without a
// file and a line.
func (m *sarifMaker) alert(f *finding.Finding) sarifResult {
	shown := sarifShown(f)
	related := sarifRelations(shown, m.lang)
	index := m.index[f.Rule]
	at := m.location(f.Location)
	if f.Location.File == "" {
		at = m.location(finding.Range{File: m.anyFile()})
	}
	if at.Physical.Region == nil {
		top := sarifTop
		at.Physical.Region = &top
	}
	result := sarifResult{
		RuleID: f.Rule, RuleIndex: &index, Level: sarifLevel(f.Severity),
		Message:   sarifText{Text: sarifMessage(shown, related, m.lang)},
		Locations: []sarifLocation{at}, RelatedLocations: m.sarifLocations(related),
		PartialFingerprints: map[string]string{sarifFingerprint: f.Fingerprint},
		Properties:          sarifBag{"subject": shown.Subject, "class": f.Class, "verdict": f.Verdict},
	}
	if hash := m.hashes[f.Location.File][f.Location.Start.Line]; hash != "" {
		result.PartialFingerprints[sarifLineHash] = hash
	}
	return result
}

// anyFile is where a finding on nothing in particular is shown.
func (m *sarifMaker) anyFile() string {
	if len(m.Inputs) > 0 {
		return m.Inputs[0].Path
	}
	return "facts"
}

// sarifHashes computes the hashes of the lines that findings stand on. Of a
// file that is not what was checked there are none, nor of one that is no
// UTF-8, which GitHub would read in a way of its own.
func sarifHashes(files fs.FS, inputs []finding.Input, findings []*finding.Finding) map[string]map[int]string {
	if files == nil {
		return nil
	}
	lines := map[string]map[int]bool{}
	for _, f := range findings {
		at := f.Location
		if lines[at.File] == nil {
			lines[at.File] = map[int]bool{}
		}
		lines[at.File][at.Start.Line] = true
	}
	hashes := map[string]map[int]string{}
	for _, input := range inputs {
		if lines[input.Path] == nil {
			continue
		}
		data, err := fs.ReadFile(files, input.Path)
		if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != input.SHA256 || !utf8.Valid(data) {
			continue
		}
		hashes[input.Path] = lineHashes(string(data), lines[input.Path])
	}
	return hashes
}
