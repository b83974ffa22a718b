package report

import "github.com/tieout/tieout/checker/internal/finding"

// style is a set of SGR parameters.
type style string

const (
	plain   style = ""
	bold    style = "1"
	dim     style = "2"
	red     style = "1;31"
	green   style = "1;32"
	yellow  style = "1;33"
	blue    style = "1;34"
	cyan    style = "1;36"
	heading style = "1;4"
)

// paint gives a text its style, where colours are allowed.
func (p *printer) paint(s style, text string) string {
	if !p.colour || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

func severityStyle(s finding.Severity) style {
	switch s {
	case finding.Error:
		return red
	case finding.Warning:
		return yellow
	default:
		return cyan
	}
}
