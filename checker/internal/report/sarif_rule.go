package report

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/finding"
)

// sarifTagsMax is the number of tags that GitHub shows of a rule.
const sarifTagsMax = 10

// ranRules lists the rules of a report, each once, and below them those that
// only its findings name. A long report has none of these, and is not read for
// them.
func ranRules(r *finding.Report, lists ...iter.Seq2[*finding.Finding, error]) ([]finding.RuleResult, error) {
	var rules []finding.RuleResult
	known := map[string]bool{}
	for _, rule := range r.Rules {
		if !known[rule.ID] {
			known[rule.ID] = true
			rules = append(rules, rule)
		}
	}
	if r.Long != nil {
		return rules, nil
	}
	for f, err := range inTurn(lists...) {
		if err != nil {
			return nil, err
		}
		if !known[f.Rule] {
			known[f.Rule] = true
			rules = append(rules, finding.RuleResult{Rule: finding.Rule{
				ID: f.Rule, Title: f.Rule, Severity: f.Severity, Class: f.Class, Remediation: f.Help,
			}})
		}
	}
	return rules, nil
}

// sarifRule describes a rule, with what it did in this run.
func sarifRule(rule *finding.RuleResult, lang string) sarifDescriptor {
	// The line breaks of a description are those of the policy's file.
	title, description := Escape(rule.Title), Escape(strings.Join(strings.Fields(rule.Description), " "))
	if title == "" {
		title = Escape(rule.ID)
	}
	if description == "" {
		description = title
	}
	level := sarifLevel(rule.Severity)
	return sarifDescriptor{
		ID: rule.ID, Name: sarifName(rule.ID),
		ShortDescription:     &sarifText{Text: shorten(title, sarifDescriptionMax)},
		FullDescription:      &sarifText{Text: shorten(description, sarifDescriptionMax)},
		DefaultConfiguration: &sarifConfiguration{Level: level},
		HelpURI:              sarifHelpURI(rule.Related),
		Help:                 sarifHelp(rule, title, description, lang),
		Properties: sarifBag{
			"tags": sarifTags(rule), "precision": sarifPrecision(rule.Class), "problem.severity": sarifProblem(level),
			"class": rule.Class, "scope": rule.Scope, "population": rule.Population, "consistent": rule.Consistent,
			"roundingOnly": rule.RoundingOnly, "inconsistent": rule.Inconsistent, "undetermined": rule.Undetermined,
		},
	}
}

// sarifName makes a name of letters and digits of an id.
func sarifName(id string) string {
	words := strings.FieldsFunc(id, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range words {
		letters := []rune(word)
		letters[0] = unicode.ToUpper(letters[0])
		words[i] = string(letters)
	}
	return strings.Join(words, "")
}

// sarifHelpURI is the first resource that is a page.
func sarifHelpURI(links []finding.Link) string {
	for _, link := range links {
		if sarifPage(link.Ref) {
			return link.Ref
		}
	}
	return ""
}

// sarifPage tells whether a resource is the address of a page, and nothing but
// that.
func sarifPage(ref string) bool {
	return (strings.HasPrefix(ref, "https://") || strings.HasPrefix(ref, "http://")) &&
		!strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("<>\"\\^`{}|()[]", r) })
}

func sarifHelp(rule *finding.RuleResult, title, description, lang string) *sarifText {
	var text, markdown strings.Builder
	text.WriteString(description)
	markdown.WriteString("# " + sarifMarkdown(title) + "\n\n" + sarifMarkdown(description))
	if mend := Escape(rule.Remediation.In(lang)); mend != "" {
		head := wordsIn(lang).help
		text.WriteString("\n\n" + head + ": " + mend)
		markdown.WriteString("\n\n**" + head + "**: " + sarifMarkdown(mend))
	}
	for i, link := range rule.Related {
		if i == 0 {
			text.WriteString("\n")
			markdown.WriteString("\n")
		}
		words := Escape(link.Description)
		if words == "" {
			words = Escape(link.Ref)
		}
		text.WriteString("\n- " + words + " " + Escape(link.Ref))
		if sarifPage(link.Ref) {
			markdown.WriteString("\n- [" + sarifMarkdown(words) + "](" + link.Ref + ")")
		} else {
			markdown.WriteString("\n- " + sarifMarkdown(words+" "+Escape(link.Ref)))
		}
	}
	return &sarifText{Text: shorten(text.String(), sarifHelpMax), Markdown: shorten(markdown.String(), sarifHelpMax)}
}

// sarifTags are the words by which a rule can be filtered.
func sarifTags(rule *finding.RuleResult) []string {
	family, _, _ := strings.Cut(rule.ID, "/")
	tags := []string{}
	for _, tag := range append([]string{family, string(rule.Class), rule.Scope}, rule.Kinds...) {
		if tag = Escape(tag); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags[:min(len(tags), sarifTagsMax)]
}

// sarifPrecision says how sure it is that a finding of a class needs a person:
// what is wrong in a file is; what a source says of itself, nearly; what is not
// disclosed may well stay so.
func sarifPrecision(class finding.Class) string {
	switch class {
	case finding.Record:
		return "very-high"
	case finding.Source:
		return "high"
	case finding.Gap:
	}
	return "medium"
}

// sarifProblem is the word that GitHub has for a level.
func sarifProblem(level string) string {
	if level == "note" {
		return "recommendation"
	}
	return level
}
