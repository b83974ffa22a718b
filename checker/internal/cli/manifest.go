package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/policies"
	"github.com/tieout/tieout/schemas"
)

// manifestURL names the JSON Schema of the manifest.
const manifestURL = "https://tieout.dev/schemas/manifest.schema.json"

// manifest tells what one run read and wrote, when, where and how it was
// called: what the reports leave out, so that they are the same in every run.
type manifest struct {
	Schema        string           `json:"$schema"`
	FormatVersion string           `json:"formatVersion"`
	Tool          manifestTool     `json:"tool"`
	Started       string           `json:"started"`
	Ended         string           `json:"ended"`
	ExitCode      int              `json:"exitCode"`
	Host          manifestHost     `json:"host"`
	Arguments     []string         `json:"arguments"`
	Directory     string           `json:"directory"`
	Settings      manifestSettings `json:"settings"`
	Inputs        []manifestFile   `json:"inputs"`
	Documents     []manifestFile   `json:"documents"`
	Policies      []manifestFile   `json:"policies"`
	Schemas       []manifestFile   `json:"schemas"`
	Outputs       []manifestOutput `json:"outputs"`
}

type manifestTool struct {
	Name         string `json:"name"`
	Version      string `json:"version"`
	Commit       string `json:"commit"`
	PolicyDigest string `json:"policyDigest"`
}

type manifestHost struct {
	Name string `json:"name,omitempty"`
	OS   string `json:"os"`
	Arch string `json:"arch"`
	CPUs int    `json:"cpus"`
	Go   string `json:"go"`
}

type manifestSettings struct {
	Facts   []string `json:"facts"`
	Paths   []string `json:"paths,omitempty"`
	Sources string   `json:"sources,omitempty"`
	AsOf    string   `json:"asOf"`
	Lang    string   `json:"lang"`
}

// manifestFile is something that was read: Path is a file, a folder of
// policies, or the id of a document.
type manifestFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

type manifestOutput struct {
	Format string `json:"format"`
	Path   string `json:"path"`
	SHA256 string `json:"sha256,omitempty"`
	Bytes  int64  `json:"bytes"`
	// Error says why the output is not there.
	Error string `json:"error,omitempty"`
}

// manifestRun is when a run was, and what it came to.
type manifestRun struct {
	began, ended time.Time
	code         int
}

func manifestFlag() cli.Flag {
	return &cli.StringFlag{Name: "manifest", Usage: "write when, where and from what the reports were made to `FILE`"}
}

// manifestPath reads the value of --manifest.
func manifestPath(file string, outputs []output) (string, error) {
	if file == "" {
		return "", nil
	}
	if file == standardOutput {
		return "", wrongCall("check", "--manifest: - is not a file")
	}
	if slices.ContainsFunc(outputs, func(o output) bool { return filepath.Clean(o.file) == filepath.Clean(file) }) {
		return "", wrongCall("check", "--manifest: %s is already that of a report", file)
	}
	return file, writable("check", "--manifest", file)
}

// writeManifest writes the manifest of a run.
func (c *command) writeManifest(o *checkOptions, r *checker.Report, run manifestRun, all []delivered) error {
	m := manifest{
		Schema: manifestURL, FormatVersion: "1",
		Tool:    manifestTool{Name: r.Tool.Name, Version: r.Tool.Version, PolicyDigest: r.Tool.PolicyDigest},
		Started: run.began.UTC().Format(time.RFC3339Nano), Ended: run.ended.UTC().Format(time.RFC3339Nano), ExitCode: run.code,
		Host:      manifestHost{OS: runtime.GOOS, Arch: runtime.GOARCH, CPUs: runtime.NumCPU()},
		Arguments: c.args, Settings: manifestSettings{o.Facts, o.Paths, o.Sources, r.AsOf, o.lang},
		Inputs: []manifestFile{}, Documents: []manifestFile{}, Outputs: []manifestOutput{},
	}
	m.Tool.Commit, m.Host.Go = build()
	// What the system does not tell is left out.
	m.Host.Name, _ = os.Hostname()
	m.Directory, _ = os.Getwd()
	for _, input := range r.Inputs {
		m.Inputs = append(m.Inputs, manifestFile{input.Path, input.SHA256})
	}
	for _, source := range r.Sources {
		if source.SHA256 != "" {
			m.Documents = append(m.Documents, manifestFile{source.ID, source.SHA256})
		}
	}
	m.Policies = policyFolders(o.Policies)
	var err error
	if m.Schemas, err = schemaFiles(); err != nil {
		return err
	}
	for _, d := range all {
		m.Outputs = append(m.Outputs, d.listed())
	}
	data, err := report.EncodeJSON(m)
	if err != nil {
		return fmt.Errorf("encode the manifest: %w", err)
	}
	if err := writeFile(o.manifest, data); err != nil {
		return unwritable("write the manifest: %s: %v", o.manifest, cause(err))
	}
	return nil
}

// policyFolders lists the built-in policies and the folders of further ones.
func policyFolders(dirs []string) []manifestFile {
	list := []manifestFile{{"policies", policy.Digest(policy.Root{Name: "policies", FS: policies.FS})}}
	for _, dir := range dirs {
		list = append(list, manifestFile{dir, policy.Digest(policy.Root{Name: dir, FS: os.DirFS(dir)})})
	}
	return list
}

func schemaFiles() ([]manifestFile, error) {
	names, err := fs.Glob(schemas.FS, "*"+schemaSuffix)
	if err != nil {
		return nil, fmt.Errorf("list schemas: %w", err)
	}
	list := make([]manifestFile, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(schemas.FS, name)
		if err != nil {
			return nil, fmt.Errorf("read schema: %w", err)
		}
		list[i] = manifestFile{"schemas/" + name, digest(data)}
	}
	return list, nil
}

// listed is an output as the manifest lists it; one that is not there has no
// digest.
func (d delivered) listed() manifestOutput {
	out := manifestOutput{Format: d.format, Path: d.file, SHA256: d.sum, Bytes: d.size}
	if d.err != nil {
		out.SHA256, out.Bytes, out.Error = "", 0, d.err.Error()
	}
	return out
}
