package report

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// JUnit prints the report for build servers, in the XML form that Surefire and
// Jenkins share: a suite a rule, a case a subject. What is inconsistent fails,
// what is undecided or set aside by a decision is skipped, what holds through
// rounding only passes and says so. The counts are those of the cases, as the
// readers count these themselves; the population stands among the properties.
// Checks that held and are not in the report one by one share a last case.
type JUnit Options

const (
	// junitMessageMax bounds a message, which readers show on one line.
	junitMessageMax = 1_000
	// junitBodyMax bounds the text of a case: XML parsers refuse text nodes of
	// several megabytes.
	junitBodyMax = 100_000
)

type junitSuites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []junitSuite `xml:"testsuite"`
}

// junitCounts has the time too, which some readers insist on; times are no part
// of a report, so it is 0.
type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
	Time     int `xml:"time,attr"`
}

type junitSuite struct {
	Name string `xml:"name,attr"`
	junitCounts
	Properties []junitProperty `xml:"properties>property"`
	Cases      []junitCase     `xml:"testcase"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Time    int           `xml:"time,attr"`
	Skipped *junitNote    `xml:"skipped"`
	Failure *junitFailure `xml:"failure"`
	Out     *junitText    `xml:"system-out"`
}

type junitNote struct {
	Message string `xml:"message,attr"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	junitText
}

// junitText keeps its line breaks, for people who open the file itself.
type junitText struct {
	Text string `xml:",cdata"`
}

// Write prints the suites.
func (j JUnit) Write(w io.Writer, r *finding.Report) error {
	m := newJUnitMaker(j, r)
	all := junitSuites{Name: "tieout"}
	for i := range m.rules {
		suite := m.suite(&m.rules[i])
		all.Tests += suite.Tests
		all.Failures += suite.Failures
		all.Skipped += suite.Skipped
		all.Suites = append(all.Suites, suite)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return fmt.Errorf("encode suites: %w", err)
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// junitMaker makes suites of a report in which every text is escaped: XML has
// no way at all to write most control codes.
type junitMaker struct {
	*finding.Report
	lang  string
	words *words
	rules []finding.RuleResult
	// findings and passes are those of a rule, by its id, in their order.
	findings, passes map[string][]*finding.Finding
}

func newJUnitMaker(j JUnit, r *finding.Report) *junitMaker {
	m := &junitMaker{
		Report: escaped(r), lang: j.Lang, words: wordsIn(j.Lang),
		findings: map[string][]*finding.Finding{}, passes: map[string][]*finding.Finding{},
	}
	m.Passes = inTheOpen(r.Passes)
	m.rules = ranRules(m.Report, m.Findings, m.Passes)
	collect := func(into map[string][]*finding.Finding, list []finding.Finding) {
		for i := range list {
			into[list[i].Rule] = append(into[list[i].Rule], &list[i])
		}
	}
	collect(m.findings, m.Findings)
	collect(m.passes, m.Passes)
	return m
}

func (m *junitMaker) suite(rule *finding.RuleResult) junitSuite {
	s := junitSuite{Name: rule.ID, Properties: []junitProperty{
		{"population", strconv.Itoa(rule.Population)},
		{"consistent", strconv.Itoa(rule.Consistent)},
		{"roundingOnly", strconv.Itoa(rule.RoundingOnly)},
		{"inconsistent", strconv.Itoa(rule.Inconsistent)},
		{"undetermined", strconv.Itoa(rule.Undetermined)},
	}}
	names := map[string]int{}
	add := func(c junitCase) {
		// Readers take two cases of one name for one that ran twice.
		if names[c.Name]++; names[c.Name] > 1 {
			c.Name = fmt.Sprintf("%s #%d", c.Name, names[c.Name])
		}
		s.Tests++
		switch {
		case c.Failure != nil:
			s.Failures++
		case c.Skipped != nil:
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	class := strings.ReplaceAll(rule.ID, "/", ".")
	for _, f := range m.findings[rule.ID] {
		add(m.decide(junitCaseOf(f, class), f))
	}
	for _, f := range m.passes[rule.ID] {
		add(junitCaseOf(f, class))
	}
	if held := rule.Consistent - len(m.passes[rule.ID]); held > 0 {
		add(junitCase{Name: fmt.Sprintf(m.words.heldUnlisted, held), Class: class})
	}
	return s
}

func junitCaseOf(f *finding.Finding, class string) junitCase {
	name := f.Subject
	if name == "" {
		name = f.Rule
	}
	return junitCase{
		Name: shorten(name, junitMessageMax), Class: class, File: f.Location.File, Line: max(f.Location.Start.Line, 0),
	}
}

// decide says what a check came to.
func (m *junitMaker) decide(c junitCase, f *finding.Finding) junitCase {
	text := junitText{m.text(f)}
	message := shorten(f.Message.In(m.lang), junitMessageMax)
	switch {
	case !f.Active():
		d := f.Disposition
		reason := d.Status + ", " + fmt.Sprintf(m.words.owner, d.Owner) + ": " + d.Reason
		c.Skipped, c.Out = &junitNote{shorten(reason, junitMessageMax)}, &text
	case f.Verdict == finding.Undetermined:
		c.Skipped, c.Out = &junitNote{message}, &text
	case f.Verdict == finding.Inconsistent:
		c.Failure = &junitFailure{Message: message, Type: string(f.Severity), junitText: text}
	default:
		c.Out = &text
	}
	return c
}

// text shows a finding as the text format does.
func (m *junitMaker) text(f *finding.Finding) string {
	if !f.Active() {
		// That the case is skipped says what was decided.
		undecided := *f
		undecided.Disposition = nil
		f = &undecided
	}
	var b bytes.Buffer
	p := &printer{out: bufio.NewWriter(&b), words: m.words, lang: m.lang, width: defaultWidth}
	p.finding(f, m.Excerpts)
	// A buffer takes everything.
	_ = p.out.Flush()
	text := strings.Map(func(r rune) rune {
		// The two characters that XML has no place for, controls aside.
		if r == '\ufffe' || r == '\uffff' {
			return utf8.RuneError
		}
		return r
	}, b.String())
	return "\n" + shorten(text, junitBodyMax)
}
