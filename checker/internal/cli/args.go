package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// arrange puts the flags of a verb before its arguments, since the flag parser
// stops at the first argument, and refuses what is unknown. "--" ends the
// flags, as ever.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	if args[1] == "help" {
		// `help VERB` is the same as `VERB --help`.
		args = append([]string{args[0]}, append(slices.Clone(args[2:]), "--help")...)
	}
	if first := args[1]; strings.HasPrefix(first, "-") {
		return args, unknownFlag("", first, app.Flags)
	}
	verb := app.Command(args[1])
	if verb == nil {
		var names []string
		for _, c := range app.VisibleCommands() {
			names = append(names, c.Name)
		}
		return nil, wrongCall("", "unknown command %q; %s", args[1], meant(args[1], names))
	}
	flags, rest, err := split(verb, args[2:])
	if err != nil {
		return nil, err
	}
	return slices.Concat(args[:2], flags, []string{"--"}, rest), nil
}

// split tells the flags of a verb, with their values, from its arguments.
func split(verb *cli.Command, args []string) (flags, rest []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return flags, append(rest, args[i+1:]...), nil
		case !strings.HasPrefix(arg, "-") || arg == "-":
			rest = append(rest, arg)
			continue
		}
		if err := unknownFlag(verb.Name, arg, verb.Flags); err != nil {
			return nil, nil, err
		}
		flags = append(flags, arg)
		if strings.Contains(arg, "=") || !takesValue(verb.Flags, flagName(arg)) {
			continue
		}
		if i++; i == len(args) || args[i] == "--" || known(verb.Flags, flagName(args[i])) && strings.HasPrefix(args[i], "-") {
			return nil, nil, wrongCall(verb.Name, "flag %s needs a value", arg)
		}
		flags = append(flags, args[i])
	}
	return flags, rest, nil
}

// flagName gives the name in "-name", "--name" and "--name=value".
func flagName(arg string) string {
	word, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return word
}

func unknownFlag(verb, arg string, flags []cli.Flag) error {
	word := flagName(arg)
	if known(flags, word) {
		return nil
	}
	all := []string{"help"}
	for _, f := range flags {
		all = append(all, f.Names()...)
	}
	for i, n := range all {
		all[i] = "--" + n
	}
	return wrongCall(verb, "unknown flag %s; %s", "--"+word, meant("--"+word, all))
}

func known(flags []cli.Flag, word string) bool {
	return word == "help" || word == "h" || lookup(flags, word) != nil
}

func lookup(flags []cli.Flag, word string) cli.Flag {
	for _, f := range flags {
		if slices.Contains(f.Names(), word) {
			return f
		}
	}
	return nil
}

func takesValue(flags []cli.Flag, word string) bool {
	f := lookup(flags, word)
	if f == nil {
		return false
	}
	_, isSwitch := f.(*cli.BoolFlag)
	return !isSwitch
}
