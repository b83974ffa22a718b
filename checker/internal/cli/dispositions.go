package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/settle"
)

func (c *command) dispositions() *cli.Command {
	return &cli.Command{
		Name:      "dispositions",
		Usage:     "list the recorded decisions, and which of them still stand",
		UsageText: "tieout dispositions [flags]",
		Description: `Lists the decisions in the fact files with their states: live; expiring, within
30 days; stale, as the evidence has changed since; expired; unused, as there is
no such finding; void, without a reason or an owner; superseded by another one
on the same finding; history, on a check that was deleted before.

tieout dispositions
tieout dispositions --format json

Exit codes: 0 listed; 2 input that could not be used, or a wrong call; 3 the
checker itself failed; 130 or 143 interrupted.`,
		Flags: append(append([]cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `FORMAT`: text or json"},
		}, decisionFlags()...), baselineFlags()...),
		Action:          c.runDispositions,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runDispositions(ctx *cli.Context) error {
	if ctx.NArg() > 0 {
		return wrongCall("dispositions", "unexpected argument %q", ctx.Args().First())
	}
	if err := choose("dispositions", choice{"format", ctx.String("format"), []string{"text", "json"}}); err != nil {
		return err
	}
	o, lang, done, err := c.decisionOptions(ctx, "dispositions")
	defer done()
	if err != nil {
		return err
	}
	list, r, err := checker.Decisions(ctx.Context, o)
	if err != nil {
		return err
	}
	out := decisionText(list, r.AsOf, lang)
	if ctx.String("format") == "json" {
		if out, err = decisionJSON(list, r.AsOf); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprint(c.Stdout, out); err != nil {
		return unusable("print the decisions: %v", err)
	}
	if r.Summary.InputErrors > 0 {
		c.complain("some of the input could not be used, so decisions may be missing here or seem unused; see \"tieout check\"")
		c.code = ExitUsage
	}
	return nil
}

// decisionStates are the states with their words, in the order in which they are
// counted.
var decisionStates = []struct{ state, ja string }{
	{finding.DispositionLive, "有効"},
	{settle.StateExpiring, "まもなく期限"},
	{finding.DispositionStale, "根拠が変化"},
	{finding.DispositionExpired, "期限切れ"},
	{settle.StateUnused, "対象なし"},
	{settle.StateVoid, "無効"},
	{settle.StateSuperseded, "後の判断あり"},
	{settle.StateHistory, "履歴"},
}

func decisionText(list []checker.RecordedDecision, asOf, lang string) string {
	words := map[string]string{}
	for _, s := range decisionStates {
		words[s.state] = s.state
		if lang == "ja" {
			words[s.state] = s.ja
		}
	}
	var b strings.Builder
	counts := map[string]int{}
	for _, d := range list {
		counts[d.State]++
		on := d.Fingerprint
		if d.Rule != "" {
			on = d.Rule + "  " + d.Subject
		}
		pattern := "%s: %s  %s  %s  by %s  until %s\n"
		if lang == "ja" {
			pattern = "%s: %s  %s  %s  責任者 %s  期限 %s\n"
		}
		fmt.Fprintf(&b, pattern, report.Escape(d.Place.String()), words[d.State], d.Status, report.Escape(on), report.Escape(d.Owner), d.Expires)
		b.WriteString("  " + report.Escape(d.Reason) + "\n")
	}
	var parts []string
	for _, s := range decisionStates {
		if n := counts[s.state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, words[s.state]))
		}
	}
	if len(parts) > 0 {
		parts = []string{": " + strings.Join(parts, ", ")}
	}
	if lang == "ja" {
		return b.String() + fmt.Sprintf("判断 %d件（%s 現在）%s\n", len(list), asOf, strings.Join(parts, ""))
	}
	noun := "decisions"
	if len(list) == 1 {
		noun = "decision"
	}
	return b.String() + fmt.Sprintf("%d %s as of %s%s\n", len(list), noun, asOf, strings.Join(parts, ""))
}

// listed is a decision as JSON shows it.
type listed struct {
	Fingerprint string         `json:"fingerprint"`
	State       string         `json:"state"`
	Status      string         `json:"status"`
	Reason      string         `json:"reason"`
	Owner       string         `json:"owner"`
	Approver    string         `json:"approver,omitempty"`
	Date        string         `json:"date"`
	Expires     string         `json:"expires"`
	Dropped     bool           `json:"dropped,omitempty"`
	Rule        string         `json:"rule,omitempty"`
	Subject     string         `json:"subject,omitempty"`
	Location    finding.Range  `json:"location"`
	Finding     *finding.Range `json:"finding,omitempty"`
}

func decisionJSON(list []checker.RecordedDecision, asOf string) (string, error) {
	all := struct {
		AsOf      string   `json:"asOf"`
		Decisions []listed `json:"decisions"`
	}{asOf, []listed{}}
	for _, d := range list {
		l := listed{
			Fingerprint: d.Fingerprint, State: d.State, Status: d.Status, Reason: d.Reason, Owner: d.Owner, Approver: d.Approver,
			Date: d.Date, Expires: d.Expires, Dropped: d.Dropped, Rule: d.Rule, Subject: d.Subject, Location: d.Place,
		}
		if d.Rule != "" {
			l.Finding = &d.At
		}
		all.Decisions = append(all.Decisions, l)
	}
	data, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return "", fmt.Errorf("encode decisions: %w", err)
	}
	return string(report.EscapeJSON(data)) + "\n", nil
}
