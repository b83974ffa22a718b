package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// GitHub prints findings as workflow commands, which GitHub Actions shows as
// annotations beside the lines of a pull request: errors, then warnings, then
// notices, each rule once a line. With a base, only what is new or changed, and
// what fails the run beside that. The last line sums up; it is no command, nor is
// one above it that counts what is not annotated.
type GitHub Options

// maxAnnotations is how many annotations of one level GitHub keeps of a step;
// it drops the others without a word. So the last of them tells of the others.
const maxAnnotations = 10

// Lengths in UTF-16 code units, as the runner counts: it cuts messages at 4096,
// and titles are shown on one line.
const (
	maxAnnotation = 4000
	maxTitle      = 200
)

// annotation is one workflow command, and the number of findings it stands for.
type annotation struct {
	place          finding.Range
	rule           string
	title, message string
	findings       int
}

// Write prints the annotations. What they quote is escaped, so no text of a
// fact file can end a command or begin another.
func (g GitHub) Write(w io.Writer, r *finding.Report) error {
	levels, left, err := g.annotations(r)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for _, severity := range finding.Severities() {
		level := levels[severity]
		for _, a := range level.list {
			g.command(out, severity, a)
		}
		if level.more > 0 {
			g.command(out, severity, g.remainder(severity, level))
		}
	}
	// The writer hands its error out at the end.
	if left > 0 {
		_, _ = fmt.Fprintf(out, githubWords(g.Lang).leftOut+"\n", left)
	}
	_, _ = out.WriteString(summary(r.Summary, g.Lang) + "\n")
	return out.Flush()
}

// level is the annotations of one severity: those that are shown, and, of the
// findings that the others would tell of, the number, by file, and the first
// place.
type level struct {
	list   []annotation
	at     map[annotated]int
	more   int
	byFile map[string]int
	first  finding.Range
}

// annotated is what one annotation stands for.
type annotated struct {
	rule, file string
	line       int
}

// annotations gives those of each severity, in the order of the findings; of
// several findings of a rule on one line, the first stands for all. It counts
// the findings that would be annotated but for the base.
func (g GitHub) annotations(r *finding.Report) (levels map[finding.Severity]*level, left int, err error) {
	levels = map[finding.Severity]*level{}
	for _, severity := range finding.Severities() {
		levels[severity] = &level{at: map[annotated]int{}, byFile: map[string]int{}}
	}
	levels[finding.Warning].list = g.dropped(r.Baseline)
	for f, err := range r.EachFinding() {
		if err != nil {
			return nil, 0, err
		}
		if !f.Active() {
			continue
		}
		if !g.annotates(f) {
			left++
		} else if level := levels[f.Severity]; level != nil {
			level.add(g, f)
		}
	}
	return levels, left, nil
}

func (l *level) add(g GitHub, f *finding.Finding) {
	k := annotated{f.Rule, f.Location.File, f.Location.Start.Line}
	if at, found := l.at[k]; found {
		l.list[at].findings++
		return
	}
	if len(l.list) < maxAnnotations-1 {
		l.at[k] = len(l.list)
		l.list = append(l.list, annotation{
			place: f.Location, rule: f.Rule, title: f.Rule + g.mark(f.Baseline), message: g.message(f), findings: 1,
		})
		return
	}
	if l.more == 0 {
		l.first = f.Location
	}
	l.more++
	l.byFile[f.Location.File]++
}

// annotates tells whether a finding concerns the readers of a change.
func (g GitHub) annotates(f *finding.Finding) bool {
	return g.All || f.Baseline != finding.BaselineUnchanged || g.NewOnly && f.FailsNew()
}

func (g GitHub) mark(state finding.BaselineState) string {
	if word := wordsIn(g.Lang).states[state]; word != "" && state != finding.BaselineUnchanged {
		return " (" + word + ")"
	}
	return ""
}

// message gives what does not hold, and on a line below it what to do.
func (g GitHub) message(f *finding.Finding) string {
	text := Escape(f.Message.In(g.Lang))
	if help := f.Help.In(g.Lang); help != "" {
		text += "\n" + githubWords(g.Lang).help + ": " + Escape(help)
	}
	return text
}

// dropped tells in one annotation of the checks that the base made and the run
// does not. It names no line: what they looked at is gone.
func (g GitHub) dropped(b *finding.Baseline) []annotation {
	lost := undecided(b)
	if len(lost) == 0 {
		return nil
	}
	words := githubWords(g.Lang)
	parts := []string{fmt.Sprintf(words.dropped, len(lost))}
	for _, d := range lost {
		parts = append(parts, Escape(d.Rule+"  "+d.Subject+"  "+d.Location.String()))
	}
	return []annotation{{
		place: finding.Range{File: lost[0].Location.File}, rule: words.droppedTitle, title: words.droppedTitle,
		message: strings.Join(parts, "\n"), findings: 1,
	}}
}

// undecided gives the dropped checks that no live decision covers.
func undecided(b *finding.Baseline) []finding.DroppedCheck {
	if b == nil {
		return nil
	}
	var list []finding.DroppedCheck
	for _, d := range b.Dropped {
		if d.Disposition == nil || d.Disposition.State != finding.DispositionLive {
			list = append(list, d)
		}
	}
	return list
}
