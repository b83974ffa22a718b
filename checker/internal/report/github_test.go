package report_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// A runner reads what a step prints as GitHub's does: a line is a command when,
// after blanks, it begins with "::NAME PROPERTIES::", NAME being registered, or
// when it has "##[NAME PROPERTIES]" anywhere. After "::stop-commands::TOKEN"
// nothing is obeyed until TOKEN comes as a command.
type runner struct {
	stopped string
	obeyed  []command
}

type command struct {
	name       string
	properties map[string]string
	data       string
}

func (r *runner) reads(output string) []command {
	r.obeyed = nil
	// A line ends at a carriage return, too.
	for line := range strings.SplitSeq(strings.ReplaceAll(output, "\r", "\n"), "\n") {
		c, ok := r.parse(line)
		switch {
		case !ok:
		case r.stopped != "":
			if strings.EqualFold(c.name, r.stopped) {
				r.stopped = ""
			}
		case c.name == "stop-commands":
			r.stopped = c.data
		default:
			r.obeyed = append(r.obeyed, c)
		}
	}
	return r.obeyed
}

func (r *runner) registered(name string) bool {
	known := []string{"error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-matcher", "set-output", "echo", "stop-commands"}
	return slices.Contains(known, strings.ToLower(name)) || r.stopped != "" && strings.EqualFold(name, r.stopped)
}

func (r *runner) parse(line string) (command, bool) {
	if rest, found := strings.CutPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::"); found {
		if info, data, found := strings.Cut(rest, "::"); found {
			if c, ok := r.command(info, ",", unescape); ok {
				c.data = unescapeData(data)
				return c, true
			}
		}
	}
	if _, rest, found := strings.Cut(line, "##["); found {
		if info, data, found := strings.Cut(rest, "]"); found {
			c, ok := r.command(info, ";", unescape)
			c.data = data
			return c, ok
		}
	}
	return command{}, false
}

func (r *runner) command(info, separator string, unescape func(string) string) (command, bool) {
	name, properties, _ := strings.Cut(info, " ")
	c := command{name: name, properties: map[string]string{}}
	for property := range strings.SplitSeq(strings.TrimSpace(properties), separator) {
		if key, value, found := strings.Cut(property, "="); found && value != "" {
			c.properties[key] = unescape(value)
		}
	}
	return c, r.registered(name)
}

// The runner replaces one after the other, the sign of percent last.
func replaceEach(s string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, pairs[i], pairs[i+1])
	}
	return s
}

func unescapeData(s string) string { return replaceEach(s, "%0D", "\r", "%0A", "\n", "%25", "%") }

func unescape(s string) string {
	return replaceEach(s, "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
}

// The runner gets back what was meant, at the place in the repository.
func TestAnnotationsAreParsedBack(t *testing.T) {
	got := new(runner).reads(render(t, report.GitHub{Lang: "en", Root: "city"}, withBase()))
	want := []command{
		{"error", map[string]string{
			"file": "city/facts/bakery.yaml", "line": "12", "endLine": "12", "col": "10", "endColumn": "16", "title": "arithmetic/sum (new)",
		}, shares().Message.EN + "\nHelp: Compare each figure with the source as printed."},
		{"warning", map[string]string{"file": "city/facts/bakery.yaml", "title": "Checks dropped"}, "Checks that the base made and that are " +
			"no longer made, because what they looked at was deleted: 1\narithmetic/sum  report-2025/by-week  facts/bakery.yaml:40:3"},
		{"warning", map[string]string{
			"file": "city/facts/bakery.yaml", "line": "20", "endLine": "20", "col": "70", "endColumn": "75",
			"title": "citation/claim-without-citation (changed)",
		}, "The claim has no citation.\nHelp: Add one."},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if all := new(runner).reads(render(t, report.GitHub{All: true}, withBase())); len(all) != 4 || all[3].name != "notice" {
		t.Errorf("asked for all: %q", all)
	}
}

// A fact file must not be able to set an output, mask a word, or place an
// annotation of its own.
func TestForeignTextIsNoCommand(t *testing.T) {
	for _, text := range []string{
		evil, "x\n::set-output name=a::b", "x\r\n::add-mask::b", "100%0A::error::b", "a%250Ab", "##[add-mask]b", "::error::b", ",title=b::c", "%3A%2C",
	} {
		isNoCommand(t, text)
	}
}

// isNoCommand puts a text wherever an annotation quotes one, and reads it back.
func isNoCommand(t *testing.T, text string) {
	t.Helper()
	r := hostile()
	f := &r.Findings[0]
	f.Rule, f.Location.File = text, text
	f.Message = finding.Text{EN: text}
	got := new(runner).reads(render(t, report.GitHub{Lang: "en"}, r))
	if len(got) != 2 || got[0].name != "error" || got[1].name != "warning" {
		t.Fatalf("%q gives %q", text, got)
	}
	shown := report.Escape(text)
	if len(shown) > 100 || strings.TrimSpace(shown) != shown || shown == "" {
		// Cut, trimmed by the runner, or without a file to be at.
		return
	}
	c := got[0]
	if c.properties["file"] != shown || c.properties["title"] != shown || len(c.properties) != 6 {
		t.Errorf("%q: the properties are %q", text, c.properties)
	}
	if !strings.HasPrefix(c.data, shown+"\nHelp: ") {
		t.Errorf("%q: the message is %q", text, c.data)
	}
}

// FuzzGitHub holds any text to what TestForeignTextIsNoCommand asks, and the
// fence around it to what TestNothingInAFenceIsObeyed does.
func FuzzGitHub(f *testing.F) {
	f.Add(evil)
	f.Add("%25250A::add-mask::x,title=y")
	f.Fuzz(func(t *testing.T, text string) {
		isNoCommand(t, text)
		if got := new(runner).reads(report.Fence(text) + "::error::after"); len(got) != 1 || got[0].data != "after" {
			t.Errorf("%q: obeyed %q", text, got)
		}
	})
}

// What is printed beside the annotations is shown, whatever it says.
func TestNothingInAFenceIsObeyed(t *testing.T) {
	inner := report.Fence("another text\n")
	for _, text := range []string{
		"::error::a\n  ::add-mask::b\n\t##[add-mask]c\n", "no line break", "", inner, "::stop-commands::x\n::x::\n::error::y\n",
		strings.Split(report.Fence("")[len("::stop-commands::"):], "\n")[0] + "::\n",
	} {
		fenced := report.Fence(text)
		if !strings.Contains(fenced, text) {
			t.Errorf("%q is not whole: %q", text, fenced)
		}
		got := new(runner).reads(fenced + "::error::after\n")
		if len(got) != 1 || got[0].data != "after" {
			t.Errorf("%q: obeyed %q", text, got)
		}
		if fenced != report.Fence(text) {
			t.Error("two runs differ")
		}
	}
}

// GitHub keeps ten annotations of a level and cuts long messages, both without a
// word. The tenth has to tell of the others.
func TestAnnotationsKeepGitHubsLimits(t *testing.T) {
	r := thirtyThousand()
	r.Findings[0].Message.EN = strings.Repeat("売上😀", 1<<18)
	got := new(runner).reads(render(t, report.GitHub{Lang: "en"}, r))
	byLevel := map[string][]command{}
	for i, c := range got {
		byLevel[c.name] = append(byLevel[c.name], c)
		if n := len(utf16.Encode([]rune(c.data))); n > 4096 {
			t.Errorf("the message of annotation %d has %d code units", i, n)
		}
		if strings.ContainsRune(c.data, '�') {
			t.Errorf("annotation %d is cut inside of a character", i)
		}
	}
	if len(got) != 30 || got[0].name != "error" || got[10].name != "warning" || got[20].name != "notice" {
		t.Fatalf("%d annotations, by level: %d %d %d", len(got), len(byLevel["error"]), len(byLevel["warning"]), len(byLevel["notice"]))
	}
	last := byLevel["error"][9]
	if want := "9982 more findings (error) are not shown as annotations. They are in:\nfacts/f27.yaml: 1000\nfacts/f0.yaml: 998\n"; !strings.HasPrefix(last.data, want) {
		t.Errorf("the last annotation says %q", last.data)
	}
}

// thirtyThousand is a report of as many findings, a third of each severity, over
// thirty files, two on a line.
func thirtyThousand() *finding.Report {
	r := base()
	r.Findings = make([]finding.Finding, 30_000)
	for i := range r.Findings {
		f := shares()
		f.Severity = finding.Severities()[i%3]
		f.Location = at(fmt.Sprintf("facts/f%d.yaml", i%30), 10+i/60, 3, 5)
		f.Fingerprint = fmt.Sprintf("%024x", i)
		r.Findings[i] = f
	}
	r.Summary.Findings = map[finding.Severity]int{finding.Error: 10_000, finding.Warning: 10_000, finding.Note: 10_000}
	return &r
}

// Several findings of a rule on one line are one annotation; regions of several
// lines have no columns, which the runner would drop with the lines.
func TestAnnotationsByRuleFileAndLine(t *testing.T) {
	r := input()
	again := r.Findings[1]
	again.Message.EN = "Once more."
	other := again
	other.Rule = "record/other"
	r.Findings = append(r.Findings, again, other)
	got := new(runner).reads(render(t, report.GitHub{Lang: "en"}, r))
	if len(got) != 6 {
		t.Fatalf("%d annotations: %q", len(got), got)
	}
	if want := "The key `value` stands twice.\n(1 more of this rule on this line)"; got[1].data != want {
		t.Errorf("got %q, want %q", got[1].data, want)
	}
	if want := map[string]string{"title": "record/policy"}; !reflect.DeepEqual(got[0].properties, want) {
		t.Errorf("without a file: %q", got[0].properties)
	}
	if want := map[string]string{"title": "record/syntax", "file": "facts/b.yaml", "line": "3", "endLine": "8"}; !reflect.DeepEqual(got[2].properties, want) {
		t.Errorf("over several lines: %q", got[2].properties)
	}
}
