package cli

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker/internal/report"
)

// shells holds a script for each shell, which asks the verb complete.
//
//go:embed completion
var shells embed.FS

func shellNames() []string { return []string{"bash", "fish", "zsh"} }

func (c *command) completion() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print what completes commands in a shell",
		ArgsUsage: "bash|zsh|fish",
		UsageText: "tieout completion bash|zsh|fish",
		Description: `Completes verbs, flags, their values, and the ids of rules.

source <(tieout completion bash)     in ~/.bashrc
source <(tieout completion zsh)      in ~/.zshrc, after compinit
tieout completion fish > ~/.config/fish/completions/tieout.fish`,
		Action:          c.runCompletion,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runCompletion(ctx *cli.Context) error {
	if ctx.NArg() != 1 {
		return wrongCall("completion", "name one shell: bash, fish or zsh")
	}
	shell := ctx.Args().First()
	if err := choose("completion", choice{"shell", shell, shellNames()}); err != nil {
		return wrongCall("completion", "unknown shell %q; %s", shell, meant(shell, shellNames()))
	}
	script, err := fs.ReadFile(shells, "completion/"+shell)
	if err != nil {
		return fmt.Errorf("print the completion: %w", err)
	}
	if _, err := c.Stdout.Write(script); err != nil {
		return unusable("print the completion: %v", err)
	}
	return nil
}

// complete is what the scripts call: its arguments are the words of a command
// after its name, the last being the one to complete; it prints the words that
// this can become, each with what it means. Without any, shells offer files.
func (c *command) complete() *cli.Command {
	return &cli.Command{
		Name:            "complete",
		Hidden:          true,
		HideHelpCommand: true,
		OnUsageError:    onUsageError,
		Action: func(ctx *cli.Context) error {
			for _, w := range candidates(ctx.App, ctx.Args().Slice()) {
				if _, err := fmt.Fprintf(c.Stdout, "%s\t%s\n", report.Escape(w.text), report.Escape(w.meaning)); err != nil {
					return unusable("print: %v", err)
				}
			}
			return nil
		},
	}
}
