package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// The tests in a browser need pages on disk, which are too large to store.
var pages = flag.String("pages", "", "write the page of every case, and more of 500 and 10,000 findings, to this folder")

var reAssets = regexp.MustCompile(`(?s)<style>.*</style>|<script>.*</script>|&#39;sha256-[^ ]+`)

// stored leaves out of a page what is the same in every one: its style and its
// script have tests of their own.
func stored(look, text string) string {
	if look != "html" {
		return text
	}
	return reAssets.ReplaceAllString(text, "")
}

func TestPagesForBrowsers(t *testing.T) {
	if *pages == "" {
		t.Skip("no folder is given with -pages")
	}
	all := cases()
	all["hundreds"], all["thousands"] = thousands(500), thousands(10_000)
	reviewed := render(t, report.HTML{NewOnly: true}, reviewed())
	if err := os.WriteFile(filepath.Join(*pages, "reviewed.html"), []byte(reviewed), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, r := range all {
		file := filepath.Join(*pages, name+".html")
		if err := os.WriteFile(file, []byte(render(t, report.HTML{}, r)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// elements walks through a page as a browser reads it.
func elements(t *testing.T, page string, visit func(*html.Node)) {
	t.Helper()
	// Without scripts, what is kept aside for such browsers is part of the page.
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			visit(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Whatever a fact file holds, a page runs no script but its own, loads nothing,
// and carries no style that its policy on content would have to allow.
func TestPageIsInert(t *testing.T) {
	harmless := regexp.MustCompile(`^(#[-a-zA-Z0-9]+|https?://.*)$`)
	for name, r := range cases() {
		count := map[string]int{}
		elements(t, render(t, report.HTML{}, r), func(n *html.Node) {
			count[n.Data]++
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset", a.Key == "action":
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				case a.Key == "href" && !harmless.MatchString(a.Val):
					t.Errorf("%s: a link to %q", name, a.Val)
				}
			}
		})
		for _, tag := range []string{"link", "img", "iframe", "object", "embed", "base", "image", "use", "video", "audio"} {
			if count[tag] > 0 {
				t.Errorf("%s: <%s> could load something", name, tag)
			}
		}
		if count["script"] != 1 || count["style"] != 2 {
			t.Errorf("%s: %d scripts, %d styles", name, count["script"], count["style"])
		}
	}
}

// A browser refuses a style or script whose hash the policy does not name: the
// page would be bare.
func TestPolicyNamesWhatThePageHolds(t *testing.T) {
	policy := ""
	var want []string
	elements(t, render(t, report.HTML{}, bakery()), func(n *html.Node) {
		switch {
		case attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
		case n.Data == "style" || n.Data == "script":
			sum := sha256.Sum256([]byte(n.FirstChild.Data))
			want = append(want, n.Data+" 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
	})
	directives := strings.Split(policy, "; ")
	if len(want) != 3 || !slices.Contains(directives, "default-src 'none'") {
		t.Fatalf("policy %q for %d assets", policy, len(want))
	}
	for _, w := range want {
		element, hash, _ := strings.Cut(w, " ")
		if !slices.ContainsFunc(directives, func(d string) bool { return strings.HasPrefix(d, element+"-src") && strings.Contains(d, hash) }) {
			t.Errorf("%s is not allowed by %q", w, policy)
		}
	}
}

// Links between the sections lead somewhere, and to one place only: two findings
// of one fingerprint must not share it.
func TestLinksOfThePage(t *testing.T) {
	all := cases()
	all["thousands"] = thousands(500)
	for name, r := range all {
		ids, links := map[string]int{}, []string{}
		elements(t, render(t, report.HTML{}, r), func(n *html.Node) {
			if id := attribute(n, "id"); id != "" {
				ids[id]++
			}
			if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok {
				links = append(links, to)
			}
		})
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: %d elements have the id %s", name, n, id)
			}
		}
		for _, to := range links {
			if ids[to] == 0 {
				t.Errorf("%s: a link to #%s, which is not there", name, to)
			}
		}
	}
}

// The page names the JSON report of the same run by its digest, so that an
// auditor can hold one to the other.
func TestPageNamesItsJSON(t *testing.T) {
	r := audited()
	sum := sha256.Sum256([]byte(render(t, report.JSON{}, r)))
	if digest := hex.EncodeToString(sum[:]); strings.Count(render(t, report.HTML{}, r), digest) < 2 {
		t.Errorf("the page does not name %s in its text and at the foot of its sheets", digest)
	}
}

// Every finding is on the page once, decided ones apart, with nothing left out.
func TestPageHoldsEveryFinding(t *testing.T) {
	r := thousands(1000)
	r.Findings[0].Disposition = decision(finding.DispositionLive)
	cards := map[string]int{}
	elements(t, render(t, report.HTML{}, r), func(n *html.Node) {
		if n.Data != "article" {
			return
		}
		for p := n.Parent; p != nil; p = p.Parent {
			if id := attribute(p, "id"); id == "decided" || id == "groups" {
				cards[id]++
			}
		}
	})
	if cards["decided"] != 1 || cards["groups"] != 999 {
		t.Errorf("%d findings, %d decided", cards["groups"], cards["decided"])
	}
}

// Half of the readers read the other language.
func TestPageOpensInItsLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "<title>Tie-out report: Does not tie out</title>", "ja": "<title>突合報告書: 突合不一致があります</title>"} {
		page := render(t, report.HTML{Lang: lang}, bakery())
		if !strings.Contains(page, want) || !strings.Contains(page, `<html lang="`+lang+`">`) || !strings.Contains(page, `id="lang-`+lang+`" checked`) {
			t.Errorf("the page in %s opens in another language", lang)
		}
	}
}
