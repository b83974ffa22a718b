package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
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

// junitCounts has the time too, which some readers insist on; times are no part
// of a report, so it is 0.
type junitCounts struct{ Tests, Failures, Errors, Skipped, Time int }

// junitSuite is a suite without its cases; rest counts the checks that share its
// last one.
type junitSuite struct {
	Name string
	junitCounts
	Properties junitProperties
	rest       int
}

type junitProperties struct {
	XMLName    xml.Name        `xml:"properties"`
	Properties []junitProperty `xml:"property"`
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
	m, err := newJUnitMaker(j, r)
	if err != nil {
		return err
	}
	defer m.close()
	out := bufio.NewWriterSize(w, 1<<16)
	// The writer hands its error out at the end.
	_, _ = out.WriteString(xml.Header)
	// The encoder would take the writer for its own, and flush it with every case.
	e := xml.NewEncoder(struct{ io.Writer }{out})
	e.Indent("", "  ")
	if err := m.encode(e); err != nil {
		return fmt.Errorf("encode suites: %w", err)
	}
	_ = out.WriteByte('\n')
	return out.Flush()
}

// junitMaker makes suites of a report in which every text is escaped: XML has
// no way at all to write most control codes.
type junitMaker struct {
	*finding.Report
	lang  string
	words *words
	rules []finding.RuleResult
	junitOrder
	// suites are those of the rules, without their cases.
	suites []junitSuite
	// twice are the hashes of names that may stand more than once in a suite.
	twice []map[uint64]bool
}

func newJUnitMaker(j JUnit, r *finding.Report) (*junitMaker, error) {
	rules, err := ranRules(r, r.EachFinding(), r.EachPass())
	if err != nil {
		return nil, err
	}
	m := &junitMaker{Report: r, lang: j.Lang, words: wordsIn(j.Lang), rules: inTheOpen(rules)}
	if m.junitOrder, err = orderForJUnit(r, rules); err != nil {
		return nil, err
	}
	if err := m.count(); err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

// count makes the suites, and looks which names stand more than once.
func (m *junitMaker) count() error {
	names := make([][]uint64, len(m.rules))
	held := make([]int, len(m.rules))
	for i := range m.rules {
		m.suites = append(m.suites, junitSuiteOf(&m.rules[i]))
	}
	for c, err := range m.cases() {
		if err != nil {
			return err
		}
		s := &m.suites[c.rule]
		s.Tests++
		switch {
		case c.pass:
			held[c.rule]++
		case !c.Active() || c.Verdict == finding.Undetermined:
			s.Skipped++
		case c.Verdict == finding.Inconsistent:
			s.Failures++
		}
		names[c.rule] = append(names[c.rule], junitHash(junitCaseOf(c.named(), "").Name))
	}
	for i := range m.rules {
		if m.suites[i].rest = m.rules[i].Consistent - held[i]; m.suites[i].rest > 0 {
			m.suites[i].Tests++
			names[i] = append(names[i], junitHash(m.unlisted(i)))
		}
		m.twice = append(m.twice, repeated(names[i]))
	}
	return nil
}

// unlisted is the name of the case for the checks that held and are not told one
// by one.
func (m *junitMaker) unlisted(rule int) string {
	return fmt.Sprintf(m.words.heldUnlisted, m.suites[rule].rest)
}

func junitHash(name string) uint64 {
	sum := sha256.Sum256([]byte(name))
	return binary.BigEndian.Uint64(sum[:])
}

// repeated gives the hashes that stand in a list more than once.
func repeated(list []uint64) map[uint64]bool {
	twice := map[uint64]bool{}
	slices.Sort(list)
	for i := 1; i < len(list); i++ {
		if list[i] == list[i-1] {
			twice[list[i]] = true
		}
	}
	return twice
}

func junitSuiteOf(rule *finding.RuleResult) junitSuite {
	return junitSuite{Name: rule.ID, Properties: junitProperties{Properties: []junitProperty{
		{"population", strconv.Itoa(rule.Population)},
		{"consistent", strconv.Itoa(rule.Consistent)},
		{"roundingOnly", strconv.Itoa(rule.RoundingOnly)},
		{"inconsistent", strconv.Itoa(rule.Inconsistent)},
		{"undetermined", strconv.Itoa(rule.Undetermined)},
	}}}
}

// encode writes the suites, case by case.
func (m *junitMaker) encode(e *xml.Encoder) error {
	var all junitCounts
	for i := range m.suites {
		all.Tests += m.suites[i].Tests
		all.Failures += m.suites[i].Failures
		all.Skipped += m.suites[i].Skipped
	}
	root := xml.StartElement{Name: xml.Name{Local: "testsuites"}, Attr: all.attributes("tieout")}
	if err := e.EncodeToken(root); err != nil {
		return err
	}
	next, stop := iter.Pull2(m.cases())
	defer stop()
	c, err, more := next()
	for i := range m.suites {
		s := &m.suites[i]
		suite := xml.StartElement{Name: xml.Name{Local: "testsuite"}, Attr: s.attributes(s.Name)}
		if err := errors.Join(e.EncodeToken(suite), e.Encode(s.Properties)); err != nil {
			return err
		}
		names := junitNames{twice: m.twice[i], seen: map[string]int{}}
		class := strings.ReplaceAll(m.rules[i].ID, "/", ".")
		for ; more && err == nil && c.rule == i; c, err, more = next() {
			if err := e.EncodeElement(names.tell(m.caseOf(c, class)), junitCaseStart); err != nil {
				return err
			}
		}
		if err != nil {
			return err
		}
		if s.rest > 0 {
			if err := e.EncodeElement(names.tell(junitCase{Name: m.unlisted(i), Class: class}), junitCaseStart); err != nil {
				return err
			}
		}
		if err := e.EncodeToken(suite.End()); err != nil {
			return err
		}
	}
	return errors.Join(e.EncodeToken(root.End()), e.Flush())
}

var junitCaseStart = xml.StartElement{Name: xml.Name{Local: "testcase"}}

// attributes are those of a suite, or of all suites.
func (c junitCounts) attributes(name string) []xml.Attr {
	list := []xml.Attr{{Name: xml.Name{Local: "name"}, Value: name}}
	for _, n := range []struct {
		name string
		n    int
	}{{"tests", c.Tests}, {"failures", c.Failures}, {"errors", c.Errors}, {"skipped", c.Skipped}, {"time", c.Time}} {
		list = append(list, xml.Attr{Name: xml.Name{Local: n.name}, Value: strconv.Itoa(n.n)})
	}
	return list
}

// junitNames tells cases of one name apart: readers take two for one that ran
// twice.
type junitNames struct {
	twice map[uint64]bool
	seen  map[string]int
}

func (n junitNames) tell(c junitCase) junitCase {
	if len(n.twice) == 0 || !n.twice[junitHash(c.Name)] {
		return c
	}
	// A copy, as the name is part of a text that holds the whole finding.
	name := strings.Clone(c.Name)
	if n.seen[name]++; n.seen[name] > 1 {
		c.Name = fmt.Sprintf("%s #%d", name, n.seen[name])
	}
	return c
}

// caseOf makes the case of a check.
func (m *junitMaker) caseOf(c *junitCheck, class string) junitCase {
	if c.pass {
		return junitCaseOf(c.named(), class)
	}
	shown := c.shown()
	return m.decide(junitCaseOf(shown, class), shown, excerptsOf(m.Report, c.Finding))
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
func (m *junitMaker) decide(c junitCase, f *finding.Finding, excerpts map[string]map[int]string) junitCase {
	text := junitText{m.text(f, excerpts)}
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
func (m *junitMaker) text(f *finding.Finding, excerpts map[string]map[int]string) string {
	if !f.Active() {
		// That the case is skipped says what was decided.
		undecided := *f
		undecided.Disposition = nil
		f = &undecided
	}
	var b bytes.Buffer
	p := &printer{out: bufio.NewWriter(&b), words: m.words, lang: m.lang, width: defaultWidth}
	p.finding(f, excerpts)
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
