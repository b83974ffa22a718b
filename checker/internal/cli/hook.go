package cli

import "github.com/urfave/cli/v2"

// hookFlags are for calls that no person writes: what a hook hands over was
// changed, which does not mean that it is there still, or a fact file.
func hookFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "skip-unread", Usage: "pass over PATHs that are not there, or are no fact files, as hooks name them", DisableDefaultText: true},
		outcomeFlag(),
	}
}

// hook reads those flags, and looks whether the PATHs exist that a person named.
func (o *checkOptions) hook(ctx *cli.Context) error {
	o.outcome = ctx.String("outcome")
	if o.skipUnread = ctx.Bool("skip-unread"); o.skipUnread {
		return nil
	}
	return exist("PATH", o.Paths)
}
