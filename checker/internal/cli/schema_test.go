package cli_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/cli"
	"github.com/tieout/tieout/checker/internal/report"
)

// A program that relies on the published schema can read what the command
// prints, on made-up facts and on this repository's own.
func TestPrintedJSONFitsThePrintedSchema(t *testing.T) {
	run := func(args ...string) []byte {
		var stdout, stderr bytes.Buffer
		cli.Run(t.Context(), append([]string{"tieout"}, args...), env(&stdout, &stderr))
		return stdout.Bytes()
	}
	schema := jsonschema.MustCompileString(report.SchemaURL, string(run("schema", "report")))
	t.Chdir("../../..")
	for _, facts := range []string{"checker/cmd/tieout/testdata/bakery", "facts"} {
		var v any
		if err := json.Unmarshal(run("check", "--format", "json", "--facts", facts), &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %#v", facts, err)
		}
	}
}
