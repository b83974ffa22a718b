package cli_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/cli"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/schemas"
)

type manifest struct {
	Started, Ended string
	ExitCode       int
	Arguments      []string
	Inputs         []struct{ Path, SHA256 string }
	Outputs        []struct {
		Format, Path, SHA256, Error string
		Bytes                       int
	}
}

// readManifest holds a manifest to its schema before it reads it.
func readManifest(t *testing.T, file string) manifest {
	t.Helper()
	text, err := schemas.FS.ReadFile("manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	const url = "https://tieout.dev/schemas/manifest.schema.json"
	if err := c.AddResource(url, bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	if err := c.MustCompile(url).Validate(v); err != nil {
		t.Errorf("%#v", err)
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func sha(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// runAll checks the bakery and writes every format into a folder; the clock
// goes on by a second at every look.
func runAll(t *testing.T, dir string) (code int, stdout string) {
	t.Helper()
	var out, err bytes.Buffer
	e := env(&out, &err)
	now := time.Date(2026, 3, 31, 8, 0, 0, 0, time.UTC)
	e.Now = func() time.Time { now = now.Add(time.Second); return now }
	args := []string{"tieout", "check", "--facts", "bakery", "--manifest", filepath.Join(dir, "manifest.json")}
	for _, format := range report.Names() {
		args = append(args, "--output", format+"="+filepath.Join(dir, "report."+format))
	}
	code = cli.Run(t.Context(), args, e)
	return code, out.String()
}

// A manifest vouches for files: each has the digest that it says.
func TestManifestTellsWhatWasReadAndWritten(t *testing.T) {
	t.Chdir("../../cmd/tieout/testdata")
	dir := t.TempDir()
	code, stdout := runAll(t, dir)
	m := readManifest(t, filepath.Join(dir, "manifest.json"))
	if code != cli.ExitFindings || m.ExitCode != code || m.Started >= m.Ended || !slices.Contains(m.Arguments, "--manifest") {
		t.Errorf("exit code %d: %+v", code, m)
	}
	if len(m.Outputs) != 1+len(report.Names()) {
		t.Fatalf("outputs: %+v", m.Outputs)
	}
	for i, output := range m.Outputs {
		data := []byte(stdout)
		if i > 0 {
			var err error
			if data, err = os.ReadFile(output.Path); err != nil {
				t.Fatal(err)
			}
		}
		if output.SHA256 != sha(data) || output.Bytes != len(data) || len(data) == 0 {
			t.Errorf("%s has %d bytes of digest %s, not %+v", output.Path, len(data), sha(data), output)
		}
	}
	if len(m.Inputs) != 3 {
		t.Errorf("inputs: %+v", m.Inputs)
	}
	for _, input := range m.Inputs {
		if data, err := os.ReadFile(input.Path); err != nil || input.SHA256 != sha(data) {
			t.Errorf("%+v: %v", input, err)
		}
	}
}

// What varies between runs stands in the manifest, and nowhere else.
func TestReportsAreTheSameInEveryRun(t *testing.T) {
	t.Chdir("../../cmd/tieout/testdata")
	first, second := t.TempDir(), t.TempDir()
	runAll(t, first)
	runAll(t, second)
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range report.Names() {
		a, err := os.ReadFile(filepath.Join(first, "report."+format))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(second, "report."+format))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs between two runs", format)
		}
		for _, foreign := range []string{first, host + "\"", "08:00:0"} {
			if strings.Contains(string(a), foreign) {
				t.Errorf("%s names %q, which is for the manifest", format, foreign)
			}
		}
	}
}

// The findings are the same in every format, whatever its form.
func TestFormatsAgreeOnTheFindings(t *testing.T) {
	t.Chdir("../../cmd/tieout/testdata")
	dir := t.TempDir()
	runAll(t, dir)
	for _, format := range report.Names() {
		data, err := os.ReadFile(filepath.Join(dir, "report."+format))
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range []string{"arithmetic/sum", "citation/claim-without-citation"} {
			if !strings.Contains(string(data), rule) {
				t.Errorf("%s does not tell of %s", format, rule)
			}
		}
	}
}
