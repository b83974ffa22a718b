package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/settle"
)

// The limits on what is written into an entry, in characters, as in its schema.
const (
	maxReason = 1000
	maxPerson = 200
)

// fingerprintStart is a fingerprint or enough of its beginning.
var fingerprintStart = lazy.Regexp(`^[0-9a-f]{6,128}$`)

func statuses() []string { return []string{"accepted", "falsePositive", "disputed", "corrected"} }

func (c *command) dispose() *cli.Command {
	return &cli.Command{
		Name:      "dispose",
		Usage:     "record what was decided about a finding",
		ArgsUsage: "FINGERPRINT",
		UsageText: "tieout dispose FINGERPRINT --status STATUS --reason TEXT --owner NAME --until DATE [flags]",
		Description: `Writes a decision on a finding into facts/dispositions.yaml, with the digest of
the evidence that it was made on: when that changes, the finding is back. The
beginning of the fingerprint, six digits or more, will do. An older decision on
the same finding is replaced in its place; every other byte of the file stays.

With --against or --baseline, the deletion of a check can be decided on too.

tieout dispose 3f1c9a --status accepted --owner "Finance review" \
  --until 2026-12-31 --reason "The publisher confirmed the misprint."

Exit codes: 0 written; 2 input that could not be used, or a wrong call; 3 the
checker itself failed; 130 or 143 interrupted.`,
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "status", Usage: "what was decided, `STATUS`: " + strings.Join(statuses(), ", ")},
			&cli.StringFlag{Name: "reason", Usage: "why, in a sentence or two: `TEXT`"},
			&cli.StringFlag{Name: "owner", Usage: "who answers for it, `NAME`"},
			&cli.StringFlag{Name: "approver", Usage: "who approved it, `NAME`"},
			&cli.StringFlag{Name: "until", Usage: "the last day on which it holds, `DATE`, YYYY-MM-DD"},
		}, decisionFlags()...), baselineFlags()...),
		Action:          c.runDispose,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

// decisionFlags are those of the verbs on decisions: what is checked, and when.
func decisionFlags() []cli.Flag {
	return []cli.Flag{
		settingsFlag(),
		&cli.StringSliceFlag{Name: "facts", Usage: "read the fact files in `DIR` (repeatable; default: facts)"},
		&cli.StringSliceFlag{Name: "policies", Usage: "also run the policies in `DIR` (repeatable); they are code, so run only those you trust"},
		&cli.StringFlag{Name: "sources", Usage: "verify figures in the source texts in `DIR` (default: $TIEOUT_SOURCES)"},
		&cli.StringFlag{Name: "as-of", Usage: "take `DATE`, YYYY-MM-DD, for today (default: today, UTC)"},
		&cli.StringFlag{Name: "lang", Usage: "print in `LANG`: en or ja (default: by $LC_ALL, $LC_MESSAGES, $LANG)"},
	}
}

// decisionOptions reads the flags of the verbs on decisions.
func (c *command) decisionOptions(ctx *cli.Context, verb string) (o checker.Options, lang string, done func(), err error) {
	done = func() {}
	if lang = ctx.String("lang"); lang == "" {
		lang = c.language()
	}
	o.Version = versionNumber()
	if err = choose(verb, choice{"lang", lang, languages()}); err != nil {
		return o, lang, done, err
	}
	if o.AsOf, err = c.asOf(ctx.String("as-of")); err != nil {
		return o, lang, done, err
	}
	if err = readFrom(ctx, &o); err != nil {
		return o, lang, done, err
	}
	if err = c.findSettings(ctx, &o); err != nil {
		return o, lang, done, err
	}
	if o.Policies, err = folders("--policies", ctx.StringSlice("policies")); err != nil {
		return o, lang, done, err
	}
	if o.Sources, err = c.sources(ctx); err != nil {
		return o, lang, done, err
	}
	done, err = c.against(ctx, verb, &o)
	return o, lang, done, err
}

func (c *command) runDispose(ctx *cli.Context) error {
	if ctx.NArg() != 1 {
		return wrongCall("dispose", "name one finding by its fingerprint; got %d", ctx.NArg())
	}
	prefix := ctx.Args().First()
	if !fingerprintStart().MatchString(prefix) {
		return wrongCall("dispose", "%q is no fingerprint; give the one that the report prints, or at least its first six digits", prefix)
	}
	o, lang, done, err := c.decisionOptions(ctx, "dispose")
	defer done()
	if err != nil {
		return err
	}
	d, err := decisionOf(ctx, o)
	if err != nil {
		return err
	}
	out, err := checker.Dispose(ctx.Context, o, prefix, d)
	if unknown, ok := errors.AsType[*checker.UnknownFindingError](err); ok {
		hint := "the report shows the fingerprints of findings: tieout check --format json"
		if o.Base == nil {
			hint += "; for a check that was deleted, name the base with --against REF"
		}
		return &usageError{unknown.Error(), hint}
	}
	if unwritable, ok := errors.AsType[*checker.UnwritableError](err); ok {
		return unusable("record the decision: %v", unwritable)
	}
	if err != nil {
		return err
	}
	if err := writeFile(filepath.FromSlash(out.File), out.Data); err != nil {
		return unusable("record the decision: %v", err)
	}
	if _, err := fmt.Fprintln(c.Stdout, report.Escape(disposed(out, d, lang))); err != nil {
		return unwritable("print what was recorded: %v", err)
	}
	return nil
}

func disposed(out *checker.Disposed, d checker.Decision, lang string) string {
	if lang == "ja" {
		return fmt.Sprintf("%s に記録しました: %s（%s）を %s とする判断（%s まで）", out.File, out.Rule, out.Subject, d.Status, d.Expires)
	}
	verb := "recorded"
	if out.Replaced {
		verb = "replaced"
	}
	what := "finding"
	if out.Dropped {
		what = "deletion"
	}
	return fmt.Sprintf("%s in %s: %s, until %s, on the %s %s on %s (%s)", verb, out.File, d.Status, d.Expires, what, out.Rule, out.Subject, out.Fingerprint)
}

// decisionOf reads the decision itself, and holds it to what a check would find
// fault with.
func decisionOf(ctx *cli.Context, o checker.Options) (d checker.Decision, err error) {
	d = checker.Decision{
		Status: ctx.String("status"), Reason: strings.TrimSpace(ctx.String("reason")), Owner: strings.TrimSpace(ctx.String("owner")),
		Approver: strings.TrimSpace(ctx.String("approver")), Expires: ctx.String("until"),
	}
	for _, f := range []struct {
		flag, value string
		most        int
	}{
		{"status", d.Status, maxPerson},
		{"reason", d.Reason, maxReason},
		{"owner", d.Owner, maxPerson},
		{"until", d.Expires, maxPerson},
		{"approver", d.Approver, maxPerson},
	} {
		switch {
		case f.value == "" && f.flag != "approver":
			return d, wrongCall("dispose", "--%s is missing: a decision says what was decided, why, by whom and until when", f.flag)
		case utf8.RuneCountInString(f.value) > f.most:
			return d, wrongCall("dispose", "--%s is longer than %d characters", f.flag, f.most)
		case !utf8.ValidString(f.value) || strings.ContainsFunc(f.value, func(r rune) bool { return !unicode.IsPrint(r) }):
			return d, wrongCall("dispose", "--%s must be one line of plain text", f.flag)
		}
	}
	if err := choose("dispose", choice{"status", d.Status, statuses()}); err != nil {
		return d, err
	}
	if !settle.IsSentence(d.Reason) {
		return d, wrongCall("dispose", "--reason: %q is shorter than a sentence; say why this was decided", d.Reason)
	}
	_, err = time.Parse(time.DateOnly, d.Expires)
	today := o.AsOf.Format(time.DateOnly)
	switch {
	case err != nil:
		return d, wrongCall("dispose", "--until: %q is not a date; write it as %s", d.Expires, o.LatestExpiry())
	case d.Expires < today:
		return d, wrongCall("dispose", "--until: %s is past; today is %s", d.Expires, today)
	case d.Expires > o.LatestExpiry():
		return d, wrongCall("dispose", "--until: a decision holds until %s at most", o.LatestExpiry())
	}
	return d, nil
}
