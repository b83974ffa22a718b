package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/tieout/tieout/checker/internal/finding"
)

// levels are the names of the commands.
var levels = map[finding.Severity]string{finding.Error: "error", finding.Warning: "warning", finding.Note: "notice"}

var (
	// The runner replaces the sign of percent last, so here it comes first.
	escapeData = sync.OnceValue(func() *strings.Replacer {
		return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	})
	escapeProperty = sync.OnceValue(func() *strings.Replacer {
		return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	})
)

// command prints one annotation as a workflow command.
func (g GitHub) command(out *bufio.Writer, severity finding.Severity, a annotation) {
	message := bounded(a.message, maxAnnotation)
	if a.findings > 1 {
		message += "\n" + fmt.Sprintf(githubWords(g.Lang).same, a.findings-1)
	}
	var properties []string
	for _, p := range g.properties(a) {
		if p[1] != "" {
			properties = append(properties, p[0]+"="+escapeProperty().Replace(p[1]))
		}
	}
	_, _ = fmt.Fprintf(out, "::%s %s::%s\n", levels[severity], strings.Join(properties, ","), escapeData().Replace(message))
}

// properties gives the place and title of an annotation. Columns are only
// understood within one line, where both ends are included.
func (g GitHub) properties(a annotation) [][2]string {
	from, to := a.place.Start, a.place.End
	list := [][2]string{{"file", Escape(inRepository(g.Root, a.place.File))}}
	if a.place.File != "" && from.IsValid() {
		list = append(list, [2]string{"line", strconv.Itoa(from.Line)})
		switch {
		case to.Line > from.Line:
			last := to.Line
			if to.Column <= 1 {
				last--
			}
			list = append(list, [2]string{"endLine", strconv.Itoa(last)})
		case from.Column > 0:
			list = append(list, [2]string{"endLine", strconv.Itoa(from.Line)}, [2]string{"col", strconv.Itoa(from.Column)},
				[2]string{"endColumn", strconv.Itoa(max(from.Column, to.Column-1))})
		}
	}
	return append(list, [2]string{"title", bounded(Escape(a.title), maxTitle)})
}

// maxFiles is how many files the last annotation of a level names.
const maxFiles = 20

// remainder is the annotation for those that are left out: how many findings,
// and in which files.
func (g GitHub) remainder(severity finding.Severity, rest *level) annotation {
	words := githubWords(g.Lang)
	type count struct {
		file string
		n    int
	}
	var files []count
	for file, n := range rest.byFile {
		files = append(files, count{file, n})
	}
	slices.SortFunc(files, func(a, b count) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.file, b.file)) })
	parts := []string{fmt.Sprintf(words.more, rest.more, wordsIn(g.Lang).severity[severity])}
	for i, c := range files {
		if i == maxFiles {
			parts = append(parts, fmt.Sprintf(words.moreFiles, len(files)-i))
			break
		}
		name := inRepository(g.Root, c.file)
		if name == "" {
			name = wordsIn(g.Lang).noFile
		}
		parts = append(parts, fmt.Sprintf("%s: %d", Escape(name), c.n))
	}
	return annotation{place: rest.first, title: words.moreTitle, message: strings.Join(parts, "\n"), findings: 1}
}

// inRepository gives a path as the repository has it.
func inRepository(root, file string) string {
	if file == "" || root == "" || path.IsAbs(file) {
		return file
	}
	return path.Join(root, file)
}

// bounded cuts a text to a length in UTF-16 code units, never inside of a
// character.
func bounded(s string, limit int) string {
	n, cut := 0, 0
	for i, r := range s {
		if n < limit {
			// The sign that something was cut takes one itself.
			cut = i
		}
		if n += max(utf16.RuneLen(r), 1); n > limit {
			return s[:cut] + ellipsis
		}
	}
	return s
}

// Fence wraps a text so that GitHub Actions obeys no workflow command in it. The
// token that ends the fence is made from the text, so equal texts stay equal,
// and no text can hold the token that is made from it.
func Fence(text string) string {
	var b strings.Builder
	// A builder takes everything.
	_ = FenceTo(&b, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	return b.String()
}

// FenceTo fences what write prints. It prints it twice, the first time for the
// token alone, so that a long text needs no memory.
func FenceTo(w io.Writer, write func(w io.Writer) error) error {
	digest := &lastByte{Hash: sha256.New()}
	if err := write(digest); err != nil {
		return err
	}
	token := "tieout-" + hex.EncodeToString(digest.Sum(nil))
	if _, err := io.WriteString(w, "::stop-commands::"+token+"\n"); err != nil {
		return err
	}
	if err := write(w); err != nil {
		return err
	}
	end := "::" + token + "::\n"
	if digest.last != '\n' {
		end = "\n" + end
	}
	_, err := io.WriteString(w, end)
	return err
}

// lastByte is a digest that knows how the text ends.
type lastByte struct {
	hash.Hash
	last byte
}

func (l *lastByte) Write(p []byte) (int, error) {
	if len(p) > 0 {
		l.last = p[len(p)-1]
	}
	return l.Hash.Write(p)
}
