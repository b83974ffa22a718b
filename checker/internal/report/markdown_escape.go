package report

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// Of a foreign text in a Markdown report, the invisible characters are made
// visible, signs that Markdown would obey get a backslash, and words that GitHub
// would link or replace after that (mentions, issues, commits, addresses, emoji)
// are set as code, which it leaves alone. No foreign text begins a line.

var (
	reMarkup = lazy.Regexp("[\\\\`*_\\[\\]<>&~$#!]")
	// A run of ASCII without blanks; the pipe always stands by itself, since a
	// table ends its cell at one even inside code.
	reRun = lazy.Regexp(`[!-{}~]+|\|`)
	// What GitHub looks for in running text.
	reLinked = lazy.Regexp(`(?i)@|#[0-9]|://|www\.|\bgh-[0-9]|:[-+a-z0-9_]+:|\b[0-9a-f]{7,64}\b`)
	reLetter = lazy.Regexp(`(?i)[a-z@#:]`)
)

// gfm writes a foreign text for the inside of a paragraph or a table's cell.
func gfm(s string) string {
	return reRun().ReplaceAllStringFunc(Escape(s), func(run string) string {
		switch {
		case run == "|":
			return `\|`
		case reLinked().MatchString(run) && reLetter().MatchString(run):
			return codeSpan(run)
		}
		return reMarkup().ReplaceAllString(run, `\$0`)
	})
}

// code writes a foreign text as code: an id, a path, a figure.
func code(s string) string {
	if s == "" {
		return ""
	}
	parts := strings.Split(Escape(s), "|")
	for i, part := range parts {
		if part != "" {
			parts[i] = codeSpan(part)
		}
	}
	return strings.Join(parts, `\|`)
}

// codeSpan puts a text without pipes between more backticks than it has in a row.
func codeSpan(s string) string {
	if strings.TrimSpace(s) == "" {
		return "` `"
	}
	longest, n := 0, 0
	for _, r := range s {
		if n++; r != '`' {
			n = 0
		}
		longest = max(longest, n)
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") {
		// One blank at each end is not shown.
		s = " " + s + " "
	}
	return fence + s + fence
}

// clipped cuts a text to a number of characters.
func clipped(s string, limit int) string {
	if end := offset(s, limit); end < len(s) {
		return s[:end] + ellipsis
	}
	return s
}

// place writes a place, linked to where the file is read, if that is known.
func (m *markdown) place(at finding.Range) string {
	file := clipped(at.File, maxName)
	if file == "" {
		return m.text.noFile
	}
	shown := file
	if at.Start.IsValid() {
		shown += ":" + strconv.Itoa(at.Start.Line)
	}
	target := m.target(at)
	if target == "" {
		return code(shown)
	}
	// A link's text may hold code, but a pipe would end it in a table.
	return "[" + code(shown) + "](" + target + ")"
}

// target is the address of a place, or empty where there is none.
func (m *markdown) target(at finding.Range) string {
	file := at.File
	if m.BlobURL == "" || strings.HasPrefix(file, "/") || strings.HasPrefix(file, "../") || len(file) > maxName {
		return ""
	}
	segments := strings.Split(file, "/")
	for i, segment := range segments {
		segments[i] = url.PathEscape(segment)
	}
	target := strings.TrimSuffix(m.BlobURL, "/") + "/" + strings.Join(segments, "/")
	if !at.Start.IsValid() {
		return target
	}
	target += "#L" + strconv.Itoa(at.Start.Line)
	if last := at.End.Line; last > at.Start.Line && at.End.Column > 1 {
		target += "-L" + strconv.Itoa(last)
	}
	return target
}
