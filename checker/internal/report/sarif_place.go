package report

import (
	"net/url"
	"path"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// sarifRoot stands for the root of the repository, as GitHub names it.
const sarifRoot = "%SRCROOT%"

// sarifURI writes a path as a URI: relative to the repository's root, or, for
// what lies outside, as the path of a file.
func sarifURI(file string) sarifArtifactLocation {
	parts := strings.Split(file, "/")
	for i, part := range parts {
		// A colon in the first part would make a scheme of it.
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	uri := strings.Join(parts, "/")
	if path.IsAbs(file) {
		return sarifArtifactLocation{URI: "file://" + uri}
	}
	return sarifArtifactLocation{URI: uri, URIBaseID: sarifRoot}
}

// sarifRegionOf gives a range as a region; nil where the place is unknown. Both
// count lines and columns from 1, columns in code points, and end behind the
// last character.
func sarifRegionOf(at finding.Range) *sarifRegion {
	if !at.Start.IsValid() {
		return nil
	}
	r := &sarifRegion{StartLine: at.Start.Line, StartColumn: max(at.Start.Column, 1)}
	r.EndLine, r.EndColumn = r.StartLine, r.StartColumn
	if at.End.Compare(at.Start) > 0 {
		r.EndLine, r.EndColumn = at.End.Line, max(at.End.Column, 1)
	}
	return r
}

// sarifTop is the region of a finding on a file as a whole, for readers that
// drop results without one: the empty place before its first character.
var sarifTop = sarifRegion{StartLine: 1, StartColumn: 1, EndLine: 1, EndColumn: 1}

// sarifLevels are the levels of the severities.
var sarifLevels = map[finding.Severity]string{finding.Error: "error", finding.Warning: "warning", finding.Note: "note"}

func sarifLevel(s finding.Severity) string {
	if level, ok := sarifLevels[s]; ok {
		return level
	}
	return "note"
}
