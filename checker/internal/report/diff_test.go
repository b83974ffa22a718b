package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/tieout/tieout/checker/internal/compare"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// diffs are the differences that every format is shown to print.
func diffs() map[string]report.Diff {
	old, now := bakery(), bakery()
	changed := &now.Findings[0]
	e := *changed.Evidence
	e.Digest = "0000"
	e.Operands = append([]finding.Operand{operand("total", "61%", "61", "[60.5, 61.5]", finding.Text{EN: "Share of sales (all shops)"}, 12)}, e.Operands[2:]...)
	e.Reported, e.Deviation = &finding.Figure{Printed: "61%", Value: "61", Interval: "[60.5, 61.5]"}, "2"
	e.Missing = nil
	changed.Evidence, changed.Severity = &e, finding.Warning
	added := shares()
	added.Fingerprint, added.Location = "9123456789abcdef01234567", at("facts/new.yaml", 3, 5, 7)
	gone := shares()
	gone.Fingerprint, gone.Severity = "8123456789abcdef01234567", finding.Note
	lost := gone
	lost.Fingerprint = "7123456789abcdef01234567"
	decided := &now.Findings[1]
	decided.Disposition = decision(finding.DispositionLive)
	decided.Fingerprint, old.Findings[1].Fingerprint = "6123456789abcdef01234567", "6123456789abcdef01234567"
	old.Findings = append(old.Findings, gone, lost)
	now.Findings = append(now.Findings, added)
	now.Passes = []finding.Finding{gone}
	now.Tool.PolicyDigest = strings.Repeat("cd", 32)

	evil, evils := hostile(), hostile()
	evils.Findings[0].Evidence = shares().Evidence
	evils.Findings[1].Fingerprint += "x"
	evils.Tool.Version = evil.Findings[0].Rule
	return map[string]report.Diff{
		"changes": {OldName: "old.json", NewName: "new.json", Old: old, New: now, Changes: compare.Compare(old, now)},
		"hostile": {OldName: evil.Findings[0].Rule, NewName: "b", Old: evil, New: evils, Changes: compare.Compare(evil, evils)},
		"same":    {OldName: "old.json", NewName: "new.json", Old: old, New: old, Changes: compare.Compare(old, old)},
	}
}

func renderDiff(t *testing.T, format string, d report.Diff, o report.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteDiff(&b, format, d, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDiffGolden(t *testing.T) {
	for name, d := range diffs() {
		for _, format := range report.DiffNames() {
			for _, lang := range []string{"en", "ja"} {
				file := filepath.Join("testdata", "diff", name+"."+lang+"."+format)
				got := renderDiff(t, format, d, report.Options{Lang: lang})
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("%s differs (go test -update writes it):\n%s", file, got)
				}
				if again := renderDiff(t, format, diffs()[name], report.Options{Lang: lang}); again != got {
					t.Errorf("%s differs between two runs", file)
				}
			}
		}
	}
}

// What a report quotes is shown in every format, and nowhere obeyed.
func TestDiffShowsHostileText(t *testing.T) {
	d := diffs()["hostile"]
	for _, format := range report.DiffNames() {
		text := renderDiff(t, format, d, report.Options{})
		if i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && (unicode.Is(unicode.C, r) || r == '\u2028') }); i >= 0 {
			t.Errorf("%s: %q came through", format, text[i:i+4])
		}
		if !strings.Contains(text, `\u202e`) {
			t.Errorf("%s does not show what is hidden", format)
		}
		if format == "markdown" {
			harmless(t, parsed([]byte(text)))
		}
	}
}

// The page runs nothing and asks the network for nothing, whatever it quotes.
func TestDiffPageIsSelfContained(t *testing.T) {
	for name, d := range diffs() {
		page := renderDiff(t, "html", d, report.Options{})
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		known := regexp.MustCompile(`^(html|head|meta|title|style|body|header|main|section|h1|h2|span|p|dl|div|dt|dd|br|ul|li|strong|code|em|table|thead|tbody|tr|th|td|del|ins)$`)
		var policy, style string
		for n := range root.Descendants() {
			if n.Type == html.CommentNode {
				t.Errorf("%s: there is a comment: %q", name, n.Data)
			}
			if n.Type != html.ElementNode {
				continue
			}
			if !known.MatchString(n.Data) {
				t.Errorf("%s: there is an element %s", name, n.Data)
			}
			if n.Data == "style" {
				style = n.FirstChild.Data
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "href" {
					t.Errorf("%s: %s has %s=%q", name, n.Data, a.Key, a.Val)
				}
				if a.Key == "content" && strings.HasPrefix(a.Val, "default-src") {
					policy = a.Val
				}
			}
		}
		sum := sha256.Sum256([]byte(style))
		if want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.HasPrefix(policy, want) {
			t.Errorf("%s: the policy %q does not allow the page's style", name, policy)
		}
	}
}

// A comment over the limit would be refused as a whole.
func TestDiffKeepsItsLimit(t *testing.T) {
	old, now := thirtyThousand(), thirtyThousand()
	for i := range now.Findings {
		now.Findings[i].Severity = finding.Note
		if i%3 == 0 {
			now.Findings[i].Fingerprint += "x"
		}
	}
	d := report.Diff{Old: old, New: now, Changes: compare.Compare(old, now)}
	for _, limit := range []int{0, 100 << 10, 2 << 10} {
		text := renderDiff(t, "markdown", d, report.Options{Limit: limit})
		if limit == 0 {
			limit = 900 << 10
		}
		if len(text) > limit || !strings.HasPrefix(text, "## Tieout: 10000 new, ") || !strings.Contains(text, "does not fit") {
			t.Errorf("%d bytes, allowed were %d: %s", len(text), limit, text[:200])
		}
	}
}

func TestDiffErrorsAreReturned(t *testing.T) {
	for _, format := range report.DiffNames() {
		if err := report.WriteDiff(broken{}, format, diffs()["changes"], report.Options{}); err == nil {
			t.Errorf("%s: a full disk passes for a written page", format)
		}
	}
	if err := report.WriteDiff(&bytes.Buffer{}, "punchcard", diffs()["same"], report.Options{}); err == nil {
		t.Error("printed in a format that does not exist")
	}
}
