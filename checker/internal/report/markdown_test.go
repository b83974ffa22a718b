package report_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// page is a Markdown report as GitHub reads it.
type page struct {
	root   ast.Node
	source []byte
}

func readPage(t *testing.T, m report.Markdown, r *finding.Report) page {
	t.Helper()
	return parsed([]byte(render(t, m, r)))
}

func parsed(source []byte) page {
	return page{goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source)), source}
}

// all gives the nodes of a kind, in order.
func all[T ast.Node](under ast.Node) (nodes []T) {
	_ = ast.Walk(under, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if node, ok := n.(T); ok && entering {
			nodes = append(nodes, node)
		}
		return ast.WalkContinue, nil
	})
	return nodes
}

// shown is what a reader sees of a node; with prose, without what is set as code.
func (p page) shown(n ast.Node, prose bool) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan:
			if prose && entering {
				b.WriteString("\x00")
				return ast.WalkSkipChildren, nil
			}
		case *ast.Text:
			if entering {
				b.Write(unescaped(n.Segment.Value(p.source), n.Parent().Kind() == ast.KindCodeSpan))
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

var reEscaped = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// unescaped takes the backslashes away; in code they stand for themselves, but
// before a pipe in a table.
func unescaped(s []byte, code bool) []byte {
	if code {
		return s
	}
	return reEscaped.ReplaceAll(s, []byte("$1"))
}

func (p page) headings() (list []string) {
	for _, h := range all[*ast.Heading](p.root) {
		list = append(list, p.shown(h, false))
	}
	return list
}

// A reviewer finds the same sections, in the order of their weight.
func TestMarkdownSections(t *testing.T) {
	got := readPage(t, report.Markdown{Lang: "en"}, withBase()).headings()
	want := []string{
		"Tieout: 1 error, 1 warning, 1 note", "Coverage", "Compared with the base", "Checks dropped", "Worst findings (3 of 3)",
		"By rule", "Gone", "Set aside by decisions",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	r := withBase()
	r.Baseline = &finding.Baseline{Name: "ma|in", Unusable: &finding.Text{EN: "the revision is unknown"}}
	if p := readPage(t, report.Markdown{}, r); !strings.Contains(string(p.source), "could not be compared, so everything counts as new: the revision is unknown\n") {
		t.Errorf("it is not said why there is no comparison:\n%s", p.source)
	}
	got = readPage(t, report.Markdown{Lang: "en"}, clean()).headings()
	if want := []string{"Tieout: 0 errors, 0 warnings, 0 notes", "Coverage", "By rule", "Notices"}; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Links lead to the line at the commit, and nowhere else.
func TestMarkdownLinks(t *testing.T) {
	p := readPage(t, report.Markdown{Lang: "en", BlobURL: blobURL}, withBase())
	links := all[*ast.Link](p.root)
	if len(links) == 0 || string(links[0].Destination) != blobURL+"/facts/bakery.yaml#L12" {
		t.Fatalf("%d links", len(links))
	}
	if got := p.shown(links[0], false); got != "facts/bakery.yaml:12" {
		t.Errorf("the link reads %q", got)
	}
	r := input()
	p = readPage(t, report.Markdown{BlobURL: blobURL + "/"}, r)
	var targets []string
	for _, l := range all[*ast.Link](p.root) {
		targets = append(targets, strings.TrimPrefix(string(l.Destination), blobURL))
	}
	want := []string{"/facts/a.yaml#L112", "/facts/a.yaml#L9", "/facts/b.yaml#L3", "/facts/b.yaml#L10", "/facts/c.yaml"}
	if !slices.Equal(targets, want) {
		t.Errorf("got  %q\nwant %q", targets, want)
	}
	r.Findings[1].Location.File, r.Findings[2].Location.File = "../outside.yaml", "/abs.yaml"
	p = readPage(t, report.Markdown{BlobURL: blobURL}, r)
	if got := len(all[*ast.Link](p.root)); got != 3 {
		t.Errorf("%d links: what lies outside the repository has no page in it", got)
	}
}

// What GitHub looks for in the text of a page to link or replace it.
var reGitHub = regexp.MustCompile(`(?i)@[a-z0-9]|#[0-9]|gh-[0-9]|://|www\.|:[a-z0-9_+-]+:|\b[0-9a-f]*[a-f][0-9a-f]{6,}\b`)

// harmless fails where a page holds what only a foreign text can have brought.
func harmless(t *testing.T, p page) {
	t.Helper()
	for _, n := range all[ast.Node](p.root) {
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock, *ast.AutoLink, *ast.Image, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.Blockquote,
			*extast.Strikethrough, *extast.TaskCheckBox, *ast.ThematicBreak:
			t.Errorf("there is a %s in:\n%s", n.Kind(), p.source)
		case *ast.Link:
			if !strings.HasPrefix(string(n.Destination), blobURL+"/") {
				t.Errorf("a link leads to %s", n.Destination)
			}
		case *ast.Paragraph, *ast.TextBlock, *extast.TableCell, *ast.Heading:
			if found := reGitHub.FindString(p.shown(n, true)); found != "" {
				t.Errorf("GitHub would act on %q in %q", found, p.shown(n, false))
			}
		}
	}
}

// What is in a fact file is shown as it stands there: it mentions nobody, closes
// no issue, links nowhere, and breaks no table.
func TestMarkdownShowsForeignText(t *testing.T) {
	for name, r := range cases() {
		t.Run(name, func(t *testing.T) { harmless(t, readPage(t, report.Markdown{BlobURL: blobURL}, r)) })
	}
	for _, s := range []string{
		"a|b", `a\|b`, `\`, "`", "``a```|`", "<script>alert(1)</script>", "<!-- x -->", "[x](https://evil.example)", "![x](y)", "<https://evil.example>",
		"https://evil.example/a_b_c", "www.evil.example", "see @octocat, fixes #12 and town/books#7 GH-9", "mail a@b.example", ":smile: **b** _i_ ~~s~~",
		"0123abcdef0123abcdef0123abcdef0123abcdef", "- list", "1. one", "# head", "> quote", "| a | b |\n|---|---|", "&lt;b&gt; &amp; &#64;you", "$x^2$ $`y`$",
		"[^1]", "[x]: https://evil.example", "売上@部門は#1位、https://例え.jp", "==a== --- ___", "\u202e\u2066abc", "\x00\xff\x1b[31m", "- [ ] todo", " a ", "\\\\|\\",
	} {
		t.Run(s, func(t *testing.T) { showsExactly(t, s) })
	}
}

// showsExactly puts a text in a paragraph, a cell and in code, and reads it back.
func showsExactly(t *testing.T, s string) {
	t.Helper()
	r := base()
	f := finding.Finding{Rule: "a/" + s, Severity: finding.Error, Message: finding.Text{EN: s}, Help: finding.Text{EN: s}}
	for range 21 {
		r.Findings = append(r.Findings, f)
	}
	p := readPage(t, report.Markdown{Lang: "en"}, &r)
	harmless(t, p)
	blanks := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	want := report.Escape(s)
	if utf8.RuneCountInString(want) > 200 {
		return
	}
	var paragraph string
	for _, n := range all[*ast.Paragraph](p.root) {
		if text := p.shown(n, false); strings.HasPrefix(text, "1. error") {
			paragraph = text
		}
	}
	if want := blanks("1. error · (no file) · a/" + want + ": " + want); blanks(paragraph) != want {
		t.Errorf("the paragraph shows\n%q, not\n%q", paragraph, want)
	}
	tables := all[*extast.Table](p.root)
	cells := all[*extast.TableCell](tables[len(tables)-1])
	if len(cells) != 4*22 {
		t.Fatalf("the table has %d cells", len(cells))
	}
	if got, want := blanks(p.shown(cells[6], false)), blanks("a/"+want); got != want {
		t.Errorf("the cell with the rule shows %q, not %q", got, want)
	}
	if got, want := blanks(p.shown(cells[7], false)), blanks(want); got != want {
		t.Errorf("the cell with the message shows %q, not %q", got, want)
	}
}

// FuzzMarkdown holds any text to what TestMarkdownShowsForeignText asks.
func FuzzMarkdown(f *testing.F) {
	f.Add(evil)
	f.Add("`a` | ``b`` \\| @you")
	f.Fuzz(showsExactly)
}

// A summary over 1 MiB is dropped as a whole; what does not fit goes section by
// section, and says so.
func TestMarkdownKeepsItsLimit(t *testing.T) {
	r := thirtyThousand()
	for i := range r.Findings {
		r.Findings[i].Message.EN = strings.Repeat("売上<", 1000)
		if i%2 == 0 {
			r.Findings[i].Disposition = decision(finding.DispositionLive)
		}
	}
	r.Findings[1].Message.EN = strings.Repeat("@", 1<<20)
	r.Baseline = &finding.Baseline{Gone: r.Findings, Dropped: []finding.DroppedCheck{{Rule: "a/b", Subject: "c"}}}
	p := readPage(t, report.Markdown{Lang: "en", BlobURL: blobURL}, r)
	if len(p.source) > 900<<10 {
		t.Fatalf("%d KiB", len(p.source)>>10)
	}
	if got, want := strings.Count(string(p.source), "does not fit into 900 KiB"), 3; got != want {
		t.Errorf("%d sections are left out, want %d: %q", got, want, p.headings())
	}
	for _, limit := range []int{200 << 10, 60 << 10, 20 << 10, 4 << 10} {
		p = readPage(t, report.Markdown{Lang: "en", Limit: limit}, r)
		if len(p.source) > limit {
			t.Errorf("%d bytes, allowed were %d", len(p.source), limit)
		}
		if headings := p.headings(); headings[0] != "Tieout: 10000 errors, 10000 warnings, 10000 notes" || headings[1] != "Coverage" {
			t.Errorf("within %d, the verdict is lost: %q", limit, headings)
		}
		harmless(t, p)
	}
}

// What a change brings comes before what was there, the graver before the lesser.
func TestMarkdownShowsTheWorstFirst(t *testing.T) {
	r := base()
	for i, state := range []finding.BaselineState{finding.BaselineUnchanged, finding.BaselineNew, finding.BaselineChanged} {
		for j, severity := range []finding.Severity{finding.Note, finding.Error} {
			r.Findings = append(r.Findings, finding.Finding{Rule: string(state) + "/" + string(severity), Severity: severity, Baseline: state, Location: at("f", 10*i+j, 1, 1)})
		}
	}
	p := readPage(t, report.Markdown{}, &r)
	var rules []string
	for _, n := range all[*ast.CodeSpan](p.root) {
		if text := p.shown(n, false); strings.Contains(text, "/") {
			rules = append(rules, text)
		}
	}
	want := []string{"new/error", "changed/error", "new/note", "changed/note", "unchanged/error", "unchanged/note"}
	if got := slices.DeleteFunc(rules, func(s string) bool { return s == "arithmetic/sum" }); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
