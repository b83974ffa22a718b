package report

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// SARIFAudit prints all that a run looked at, for those who archive and compare
// SARIF: passes and what is decided, what is gone since a base, the inputs with
// their digests, the evidence, and both languages. It is not for GitHub, which
// would make alerts of all of it.
type SARIFAudit struct{}

// sarifAuditMaker makes the objects that only this profile has.
type sarifAuditMaker struct {
	*sarifMaker
	// components are the checker itself, with the built-in checks, and the
	// folders of policies; home is the place of a rule among them and in its
	// own.
	components []sarifComponent
	home       map[string]sarifHome
	// japanese holds the translations of the rules, by component.
	japanese [][]sarifDescriptor
}

type sarifHome struct{ component, rule int }

// Write prints the log.
func (SARIFAudit) Write(w io.Writer, r *finding.Report) error {
	m, err := newSARIFAuditMaker(r)
	if err != nil {
		return err
	}
	run := m.run()
	run.Artifacts = m.inputs()
	var long *sarifLong
	if r.Long == nil {
		run.Results = m.results()
	} else if long, err = m.long(); err != nil {
		return err
	} else {
		defer long.close()
		run.Results = make([]sarifResult, 1)
	}
	run.Properties["summary"] = r.Summary
	if r.Baseline != nil {
		base := *r.Baseline
		base.Gone, base.Dropped = nil, nil
		run.Properties["baseline"] = inTheOpen(base)
	}
	m.components[0].Version, m.components[0].InformationURI = run.Tool.Driver.Version, run.Tool.Driver.InformationURI
	m.components[0].Notifications, m.components[0].Properties = run.Tool.Driver.Notifications, run.Tool.Driver.Properties
	run.Tool = sarifTool{Driver: m.components[0], Extensions: m.components[1:]}
	run.Translations = m.translations()
	return writeSARIF(w, run, long.holes()...)
}

func newSARIFAuditMaker(r *finding.Report) (*sarifAuditMaker, error) {
	common, err := newSARIFMaker(r, "en")
	if err != nil {
		return nil, err
	}
	m := &sarifAuditMaker{
		sarifMaker: common, home: map[string]sarifHome{},
		components: []sarifComponent{{Name: "Tieout", Language: "en", Rules: []sarifDescriptor{}}}, japanese: make([][]sarifDescriptor, 1),
	}
	if m.rules, err = ranRules(r, r.EachFinding(), r.EachPass(), finding.Each(m.gone())); err != nil {
		return nil, err
	}
	at := map[string]int{"": 0}
	for i := range m.rules {
		rule := &m.rules[i]
		name := sarifExtension(rule.Location)
		component, known := at[name]
		if !known {
			component = len(m.components)
			at[name] = component
			m.components = append(m.components, sarifComponent{Name: Escape(name), Language: "en"})
			m.japanese = append(m.japanese, nil)
		}
		c := &m.components[component]
		m.home[rule.ID] = sarifHome{component, len(c.Rules)}
		c.Rules = append(c.Rules, sarifRule(rule, "en"))
		m.japanese[component] = append(m.japanese[component], sarifDescriptor{ID: rule.ID, Help: sarifRule(rule, "ja").Help})
	}
	m.sarifMaker.artifacts = map[string]int{}
	for i, input := range r.Inputs {
		m.sarifMaker.artifacts[input.Path] = i
	}
	return m, nil
}

// sarifExtension is the folder of policies that a rule's file belongs to; "" is
// the checker itself.
func sarifExtension(file string) string {
	if root, _, found := strings.Cut(file, "/rules/"); found {
		return root
	}
	if file == "" {
		return ""
	}
	return path.Dir(file)
}

// inputs lists the files that were read, then the documents that facts were
// drawn from, which have no path.
func (m *sarifAuditMaker) inputs() []sarifArtifact {
	var list []sarifArtifact
	for _, input := range m.Inputs {
		at := sarifURI(input.Path)
		list = append(list, sarifArtifact{
			Location: &at, Roles: []string{"analysisTarget"}, MimeType: sarifMimeType(input.Path),
			Hashes: map[string]string{"sha-256": input.SHA256}, Properties: sarifBag{"facts": input.Facts},
		})
	}
	for _, source := range m.Sources {
		artifact := sarifArtifact{
			Description: &sarifText{Text: Escape(source.Title.In("en"))},
			Properties:  sarifBag{"source": Escape(source.ID), "kind": Escape(source.Kind), "facts": source.Facts},
		}
		if artifact.Description.Text == "" {
			artifact.Description.Text = Escape(source.ID)
		}
		if ja := Escape(source.Title.JA); ja != "" {
			artifact.Properties["title.ja"] = ja
		}
		if source.SHA256 != "" {
			artifact.Hashes = map[string]string{"sha-256": source.SHA256}
		}
		list = append(list, artifact)
	}
	return list
}

func sarifMimeType(file string) string {
	switch path.Ext(file) {
	case ".yaml", ".yml":
		return "application/yaml"
	case ".json":
		return "application/json"
	}
	return "text/plain"
}

// results lists what was found, what held, what is gone, and the rules that had
// nothing to check.
func (m *sarifAuditMaker) results() []sarifResult {
	list := []sarifResult{}
	gone := m.gone()
	for _, findings := range [][]finding.Finding{m.Findings, m.Passes, gone} {
		for i := range findings {
			f := &findings[i]
			shown := sarifShown(f)
			result := m.result(f, shown)
			if shown.Message.JA != "" {
				result.Message.ID = m.translate(f, shown)
			}
			list = append(list, result)
		}
	}
	if m.Baseline != nil {
		for i := len(list) - len(m.Baseline.Dropped); i < len(list); i++ {
			list[i].Properties["noLongerChecked"] = true
		}
	}
	for i := range m.rules {
		if rule := &m.rules[i]; rule.Population == 0 && !slices.ContainsFunc(list, func(r sarifResult) bool { return r.RuleID == rule.ID }) {
			list = append(list, m.idle(rule))
		}
	}
	return list
}

// idle makes the result of a rule that had nothing to check.
func (m *sarifAuditMaker) idle(rule *finding.RuleResult) sarifResult {
	result := sarifResult{
		Kind: "notApplicable", Level: "none", Message: sarifText{Text: m.words.nothingToCheck}, Suppressions: &[]sarifSuppression{},
	}
	m.name(&result, rule.ID)
	return result
}

// gone lists the findings of the base that are no more, and, in their form, the
// checks that are no longer made.
func (m *sarifAuditMaker) gone() []finding.Finding {
	if m.Baseline == nil {
		return nil
	}
	list := slices.Clone(m.Baseline.Gone)
	for _, d := range m.Baseline.Dropped {
		list = append(list, finding.Finding{
			Rule: d.Rule, Subject: d.Subject, Fingerprint: d.Fingerprint, Verdict: d.Verdict, Message: d.Message,
			Location: d.Location, Disposition: d.Disposition,
		})
	}
	for i := range list {
		list[i].Baseline = finding.BaselineGone
	}
	return list
}

// name says which rule a result is of: one of the checker itself by its index
// alone, another by its component too. Its id stands once, where simple readers
// look for it.
func (m *sarifAuditMaker) name(result *sarifResult, rule string) {
	home := m.home[rule]
	result.RuleID = rule
	if home.component == 0 {
		result.RuleIndex = &home.rule
		return
	}
	extension := home.component - 1
	result.Rule = &sarifDescriptorRef{
		Index:         home.rule,
		ToolComponent: &sarifComponentRef{Name: m.components[home.component].Name, Index: &extension},
	}
}

// result makes the result of a finding; shown is what can be seen of it.
func (m *sarifAuditMaker) result(f, shown *finding.Finding) sarifResult {
	related := sarifRelations(shown, "en")
	result := sarifResult{
		Kind: sarifKinds[f.Verdict], Level: "none",
		Message:             sarifText{Text: sarifMessage(shown, related, "en"), Markdown: sarifMarkdownOf(shown, "en")},
		RelatedLocations:    m.sarifLocations(related),
		PartialFingerprints: map[string]string{sarifFingerprint: f.Fingerprint},
		BaselineState:       sarifStates[f.Baseline],
		Suppressions:        &[]sarifSuppression{},
		Properties:          sarifFindingBag(shown),
	}
	m.name(&result, f.Rule)
	if result.Kind == "" {
		result.Kind = "fail"
	}
	if result.Kind == "fail" {
		result.Level = sarifLevel(f.Severity)
	}
	if f.Location.File != "" {
		result.Locations = []sarifLocation{m.location(f.Location)}
	}
	if d := shown.Disposition; d != nil {
		result.Suppressions = &[]sarifSuppression{sarifSuppress(d)}
	}
	return result
}

// translate keeps the sentence of a finding, in both languages, with its rule,
// and gives the id that it has there.
func (m *sarifAuditMaker) translate(f, shown *finding.Finding) string {
	home := m.home[f.Rule]
	id := f.Fingerprint
	for n := 2; ; n++ {
		// What is gone may come again under its fingerprint.
		if _, taken := m.components[home.component].Rules[home.rule].MessageStrings[id]; !taken {
			break
		}
		id = fmt.Sprintf("%s-%d", f.Fingerprint, n)
	}
	keep := func(rule *sarifDescriptor, lang string) {
		if rule.MessageStrings == nil {
			rule.MessageStrings = map[string]sarifText{}
		}
		rule.MessageStrings[id] = sarifSentence(shown, lang)
	}
	keep(&m.components[home.component].Rules[home.rule], "en")
	keep(&m.japanese[home.component][home.rule], "ja")
	return id
}

func sarifSentence(shown *finding.Finding, lang string) sarifText {
	return sarifText{Text: sarifMessage(shown, sarifRelations(shown, lang), lang), Markdown: sarifMarkdownOf(shown, lang)}
}

// translations are the Japanese sides of the components.
func (m *sarifAuditMaker) translations() []sarifComponent {
	var list []sarifComponent
	for i := range m.components {
		of := &sarifComponentRef{Name: m.components[i].Name}
		if i > 0 {
			extension := i - 1
			of.Index = &extension
		}
		if len(m.japanese[i]) > 0 {
			list = append(list, sarifComponent{
				Name: m.components[i].Name, Language: "ja", Contents: []string{"localizedData"},
				TranslationMetadata: &sarifTranslation{Name: "日本語"}, AssociatedComponent: of, Rules: m.japanese[i],
			})
		}
	}
	return list
}
