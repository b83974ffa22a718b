package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/finding"
)

// HTML prints the report for auditors as one page that needs nothing else: it
// opens from disk without a network, reads without scripts, and prints on paper.
// Both languages are in it; Options.Lang is the one that it opens in.
type HTML Options

//go:embed html
var pageFiles embed.FS

// Write prints the page. Its texts are made visible as in all formats, and then
// escaped for HTML by the template.
func (h HTML) Write(w io.Writer, r *finding.Report) error {
	page, err := h.page(r)
	if err != nil {
		return err
	}
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := t.ExecuteTemplate(out, "page.tmpl", page); err != nil {
		return fmt.Errorf("print page: %w", err)
	}
	return out.Flush()
}

// page makes what the template prints.
func (h HTML) page(r *finding.Report) (*auditPage, error) {
	digest, err := jsonDigest(r)
	if err != nil {
		return nil, err
	}
	style, err := asset("style.css")
	if err != nil {
		return nil, err
	}
	script, err := asset("script.js")
	if err != nil {
		return nil, err
	}
	paper := paperStyle(digest)
	lang := h.Lang
	if lang != "ja" {
		lang = "en"
	}
	shown, err := forPeople(r)
	if err != nil {
		return nil, err
	}
	all := *shown.Report
	all.Excerpts, all.Rules = nil, slices.Clone(r.Rules)
	for i := range all.Rules {
		// Descriptions are written in lines, and read as paragraphs.
		all.Rules[i].Description = strings.Join(strings.Fields(all.Rules[i].Description), " ")
	}
	safe := inTheOpen(all)
	p := &auditPage{
		Lang: lang, NewOnly: h.NewOnly && r.Baseline != nil, Report: &safe, Digest: digest,
		whole: r, More: shown.active, MoreDecided: shown.decided,
		Policy: "default-src 'none'; style-src " + hashed(style) + " " + hashed(paper) + "; script-src " + hashed(script) +
			"; base-uri 'none'; form-action 'none'",
		// They are the program's own files, and a digest.
		Style:  template.HTML("<style>" + style + "</style>\n<style>" + paper + "</style>"), //nolint:gosec // as above
		Script: template.HTML("<script>" + script + "</script>"),                            //nolint:gosec // as above
	}
	if err := p.fill(); err != nil {
		return nil, err
	}
	return p, nil
}

// pageTemplate reads the template when a page is first asked for: most runs
// print none.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	t, err := template.New("").Funcs(pageFuncs()).ParseFS(pageFiles, "html/*.tmpl")
	if err != nil {
		return nil, fmt.Errorf("read page: %w", err)
	}
	return t, nil
})

func asset(name string) (string, error) {
	data, err := pageFiles.ReadFile("html/" + name)
	if err != nil {
		return "", fmt.Errorf("read page: %w", err)
	}
	return string(data), nil
}

// hashed names an inline style or script to the page's policy on content, as in
// W3C Content Security Policy Level 3.
func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// jsonDigest identifies what a page shows: it is that of the JSON report of the
// same run, so that the two can be held to each other.
func jsonDigest(r *finding.Report) (string, error) {
	sum := sha256.New()
	if err := (JSON{}).Write(sum, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// paperStyle puts the digest and page numbers at the foot of each sheet.
func paperStyle(digest string) string {
	return `@page{@bottom-left{content:"Tieout · sha256 ` + digest + `"}@bottom-right{content:counter(page) " / " counter(pages)}}`
}
