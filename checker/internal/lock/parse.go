package lock

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// RuleLock is the id of the findings on the file.
const RuleLock = "record/lock"

// The limits on what is read.
const (
	// MaxBytes bounds the file.
	MaxBytes = 256 << 20
	// maxProblems bounds how many of its lines are found fault with.
	maxProblems = 10
)

const versionWord = "version"

var (
	hexDigits = lazy.Regexp(`^[0-9a-f]+$`)
	factID    = lazy.Regexp(`^[^\s/#]+/[^\s]+$`)
)

const (
	sourceDigits = 64
	// DigestDigits is the length of an entry's digest.
	DigestDigits = 32
)

// Read reads the file from a tree. A file that does not exist gives nil. What
// is wrong with it are findings; the lines that can be read still count.
func Read(fsys fs.FS, file string) (*Lock, []finding.Finding) {
	data, err := readAll(fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		p := &parser{lock: New(file, nil)}
		p.report(0, "", say("the lock file cannot be read: %v", "ロックファイルを読み取れません: %v", cause(err)))
		return p.lock, p.problems
	}
	return Parse(file, data)
}

func readAll(fsys fs.FS, file string) ([]byte, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxBytes+1))
}

// cause leaves out the path, which the finding has as its place.
func cause(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	return err
}

// Parse reads the text of a file.
func Parse(file string, data []byte) (*Lock, []finding.Finding) {
	p := &parser{lock: New(file, nil)}
	sum := sha256.Sum256(data)
	p.lock.SHA256 = hex.EncodeToString(sum[:])
	if len(data) > MaxBytes {
		p.report(0, "", say("the file is larger than %d MB", "ファイルが %d MB を超えています", MaxBytes>>20))
		return p.lock, p.problems
	}
	number := 0
	for text := range strings.Lines(string(data)) {
		number++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if !p.versioned {
			if !p.version(number, text) {
				return p.lock, p.problems
			}
			continue
		}
		p.entry(number, text)
	}
	return p.lock, p.problems
}

// parser reads one file.
type parser struct {
	lock      *Lock
	versioned bool
	problems  []finding.Finding
}

// version reads the first line that is no comment. Without a version that is
// known, nothing else can be read.
func (p *parser) version(number int, text string) bool {
	word, version, _ := strings.Cut(text, " ")
	switch {
	case word != versionWord:
		p.report(number, text, say("the first line must be %q, got %q", "最初の行は「%s」でなければなりません（現在は「%s」）",
			versionWord+" "+Version, brief(text)))
	case version != Version:
		p.lock.Later = true
		p.report(number, text, say("version %q of the lock file is not known, only %s", "ロックファイルの版 %q は未対応です（対応する版は %s）",
			brief(version), Version))
	default:
		p.versioned = true
	}
	return p.versioned
}

func (p *parser) entry(number int, text string) {
	parts := strings.Split(text, " ")
	if len(parts) != 3 || !factID().MatchString(parts[0]) || !isHex(parts[1], sourceDigits) || !isHex(parts[2], DigestDigits) {
		p.report(number, text, say("not a line of a lock file: %q", "ロックファイルの行として読めません: 「%s」", brief(text)))
		return
	}
	e := Entry{Fact: parts[0], Source: parts[1], Digest: parts[2], Line: number}
	if first, ok := p.lock.entries[e.Fact]; ok {
		p.report(number, text, say("%s is already on line %d", "%s は %d 行目にもあります", brief(e.Fact), first.Line))
		return
	}
	p.lock.entries[e.Fact] = e
}

func isHex(s string, digits int) bool { return len(s) == digits && hexDigits().MatchString(s) }

func (p *parser) report(line int, text string, message finding.Text) {
	if len(p.problems) == maxProblems {
		return
	}
	at := finding.Range{File: p.lock.File}
	if line > 0 {
		at.Start = finding.Pos{Line: line, Column: 1}
		at.End = finding.Pos{Line: line, Column: 1 + utf8.RuneCountInString(text)}
	}
	p.problems = append(p.problems, finding.Finding{
		Rule: RuleLock, Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Subject: fmt.Sprintf("%s:%d", p.lock.File, line), Message: message, Location: at,
		Help: finding.Text{
			EN: "take out the file and write it anew with `tieout check --sources DIR --record`",
			JA: "ファイルを取り除き、`tieout check --sources DIR --record` で作り直してください",
		},
	})
}

// maxQuoted bounds what a message quotes, in code points.
const maxQuoted = 60

func brief(text string) string {
	if runes := []rune(text); len(runes) > maxQuoted {
		return string(runes[:maxQuoted]) + "…"
	}
	return text
}

// say fills a sentence in both languages with the same values.
func say(en, ja string, values ...any) finding.Text {
	return finding.Text{EN: fmt.Sprintf(en, values...), JA: fmt.Sprintf(ja, values...)}
}
