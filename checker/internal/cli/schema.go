package cli

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/schemas"
)

const schemaSuffix = ".schema.json"

func (c *command) schema() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "list the JSON Schemas, or print one",
		ArgsUsage: "[NAME]",
		UsageText: "tieout schema [NAME]",
		Description: `The schemas describe every kind of file that is read, the JSON report, and the
manifest.

tieout schema
tieout schema facts > facts.schema.json
tieout schema report`,
		Action:          c.runSchema,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runSchema(ctx *cli.Context) error {
	names := schemaNames()
	text := strings.Join(names, "\n") + "\n"
	switch ctx.NArg() {
	case 0:
	case 1:
		name := strings.TrimSuffix(ctx.Args().First(), schemaSuffix)
		data, err := fs.ReadFile(schemas.FS, name+schemaSuffix)
		if err != nil {
			return wrongCall("schema", "unknown schema %q; %s", name, meant(name, names))
		}
		text = string(data)
	default:
		return wrongCall("schema", "one schema at a time: %q is too many", ctx.Args().Get(1))
	}
	if _, err := fmt.Fprint(c.Stdout, text); err != nil {
		return unwritable("print the schema: %v", err)
	}
	return nil
}

func schemaNames() []string {
	// Only a malformed pattern is an error.
	files, _ := fs.Glob(schemas.FS, "*"+schemaSuffix)
	for i, file := range files {
		files[i] = strings.TrimSuffix(file, schemaSuffix)
	}
	return files
}
