package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/report"
)

// word is one that a command line can go on with.
type word struct {
	text, meaning string
}

// candidates gives the words that the last of a command line can become.
func candidates(app *cli.App, words []string) []word {
	if len(words) == 0 {
		words = []string{""}
	}
	before, current := words[:len(words)-1], words[len(words)-1]
	if len(before) == 1 && before[0] == "help" {
		before = nil
	}
	var list []word
	if len(before) == 0 {
		list = verbs(app, strings.HasPrefix(current, "-"))
	} else if verb := app.Command(before[0]); verb != nil {
		list = after(verb, before[1:], current)
	}
	return slices.DeleteFunc(list, func(w word) bool { return !strings.HasPrefix(w.text, current) })
}

func verbs(app *cli.App, flags bool) []word {
	if flags {
		return flagWords(app.Flags)
	}
	var list []word
	for _, verb := range app.Commands {
		if !verb.Hidden {
			list = append(list, word{verb.Name, verb.Usage})
		}
	}
	return list
}

// after gives the words that can follow a verb and some words.
func after(verb *cli.Command, words []string, current string) []word {
	flags, rest, err := split(verb, words)
	ended := slices.Contains(words, "--")
	switch {
	case err != nil && !ended:
		// The last flag lacks its value: this is it.
		last := words[len(words)-1]
		if lookup(verb.Flags, flagName(last)) == nil || strings.Contains(last, "=") {
			return nil
		}
		return values(verb, flagName(last), words)
	case !ended && strings.HasPrefix(current, "-"):
		name, _, valued := strings.Cut(current, "=")
		if !valued {
			return flagWords(verb.Flags)
		}
		list := values(verb, flagName(current), flags)
		for i := range list {
			list[i].text = name + "=" + list[i].text
		}
		return list
	case len(rest) > 0:
		return nil
	}
	return arguments(verb.Name, words)
}

func flagWords(flags []cli.Flag) []word {
	list := []word{{"--help", "show what it does"}}
	for _, f := range flags {
		usage := ""
		if documented, ok := f.(cli.DocGenerationFlag); ok {
			usage = strings.ReplaceAll(documented.GetUsage(), "`", "")
		}
		list = append(list, word{"--" + f.Names()[0], usage})
	}
	return list
}

// arguments gives what the first argument of a verb can be, other than a file.
func arguments(verb string, words []string) []word {
	switch verb {
	case "rules":
		return ruleWords(words, false)
	case "schema":
		return plainWords(schemaNames())
	case "completion":
		return plainWords(shellNames())
	case "new":
		return plainWords([]string{"rule"})
	}
	return nil
}

// values gives what the value of a flag can be, other than a file.
func values(verb *cli.Command, flag string, words []string) []word {
	switch flag {
	case "rule", "skip":
		return ruleWords(words, true)
	case "output":
		if verb.Name == "check" {
			var list []word
			for _, name := range report.Names() {
				list = append(list, word{name + "=", "into a file"})
			}
			return list
		}
	}
	if documented, ok := lookup(verb.Flags, flag).(cli.DocGenerationFlag); ok && documented.TakesValue() {
		return plainWords(allowedWords(documented.GetUsage()))
	}
	return nil
}

var (
	// reAside matches what a usage says in brackets.
	reAside = lazy.Regexp(`\([^)]*\)`)
	// reListed matches the list of words that ends a clause of a usage, after
	// the placeholder of the value.
	reListed = lazy.Regexp("`[A-Z]+`[^:;]*: ([^;]+)")
	reBreak  = lazy.Regexp(`, or |, | or `)
	reWord   = lazy.Regexp(`^[a-z][A-Za-z-]*$`)
)

// allowedWords gives the words that the usage of a flag allows, as in "print as
// `FORMAT`: text or json": the help is the one place that names them.
func allowedWords(usage string) []string {
	m := reListed().FindStringSubmatch(reAside().ReplaceAllString(usage, ""))
	if m == nil {
		return nil
	}
	var list []string
	for _, w := range reBreak().Split(m[1], -1) {
		if w = strings.TrimSpace(w); !reWord().MatchString(w) {
			return nil
		}
		list = append(list, w)
	}
	return list
}

// ruleWords lists the rules, those of the folders that the call names among
// them, and the families where they can be meant: where a call chooses what runs.
func ruleWords(words []string, families bool) []word {
	o := checker.Options{}
	for i, w := range words {
		if name, dir, found := strings.Cut(w, "="); found && name == "--policies" {
			o.Policies = append(o.Policies, dir)
		} else if w == "--policies" && i+1 < len(words) {
			o.Policies = append(o.Policies, words[i+1])
		}
	}
	// What is wrong with policies is for other verbs to say.
	library, _, err := checker.OpenLibrary(o)
	if err != nil {
		return nil
	}
	var list []word
	last := ""
	for _, r := range library.Rules() {
		if families && r.Scope == "form" {
			continue // always runs, so no flag chooses it
		}
		family, _, _ := strings.Cut(r.ID, "/")
		if families && family != last {
			list = append(list, word{family + "/*", "all rules on " + family})
		}
		last = family
		list = append(list, word{r.ID, r.Title})
	}
	return list
}

func plainWords(names []string) []word {
	list := make([]word, len(names))
	for i, n := range names {
		list[i] = word{text: n}
	}
	return list
}
