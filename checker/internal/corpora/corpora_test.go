package corpora_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker/internal/corpora"
)

// write writes a corpus and gives the digests of its files by name.
func write(t *testing.T, o corpora.Options) (dir string, planted []corpora.Planted, files map[string]string) {
	t.Helper()
	dir = t.TempDir()
	planted, err := corpora.Write(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir, planted, files
}

// A measurement can be repeated, and compared with one made elsewhere, only on
// the same bytes.
func TestSameBytes(t *testing.T) {
	o := corpora.Options{Facts: 2_345, Seed: 7}
	_, _, files := write(t, o)
	if _, _, again := write(t, o); !reflect.DeepEqual(files, again) {
		t.Error("two runs with one seed differ")
	}
	o.Seed = 8
	if _, _, other := write(t, o); other["facts/s000000.yaml"] == files["facts/s000000.yaml"] {
		t.Error("the seed changes nothing")
	}
}

// YAML and JSON can be compared in speed only if they hold the same facts.
func TestFormatsHoldTheSame(t *testing.T) {
	o := corpora.Options{Facts: 2_400, Seed: 1, Broken: true}
	yamlDir, fromYAML, files := write(t, o)
	o.Format = "json"
	jsonDir, fromJSON, _ := write(t, o)
	for i := range fromYAML {
		fromYAML[i].File = strings.Replace(fromYAML[i].File, ".yaml", ".json", 1)
	}
	if !reflect.DeepEqual(fromYAML, fromJSON) {
		t.Error("other errors are planted in YAML than in JSON")
	}
	for name := range files {
		if filepath.Ext(name) != ".yaml" {
			continue
		}
		a, b := tree(t, filepath.Join(yamlDir, name)), tree(t, filepath.Join(jsonDir, strings.TrimSuffix(name, ".yaml")+".json"))
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s holds other facts in YAML than in JSON", name)
		}
	}
}

// tree reads a file, as both formats can be read, with its keys as texts.
func tree(t *testing.T, file string) any {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(file) == ".json" && !json.Valid(data) {
		t.Errorf("%s is no JSON", file)
	}
	var v yaml.Node
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return plain(&v)
}

// plain is a node without its style: a number stays as it is written.
func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.DocumentNode:
		return plain(n.Content[0])
	case yaml.ScalarNode:
		return n.Value
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return m
	default:
	}
	var all []any
	for _, c := range n.Content {
		all = append(all, plain(c))
	}
	return all
}

// What is planted is also written beside the facts, for checkers in other
// languages.
func TestListIsWritten(t *testing.T) {
	dir, planted, _ := write(t, corpora.Options{Facts: 3_000})
	data, err := os.ReadFile(filepath.Join(dir, "planted.json"))
	if err != nil {
		t.Fatal(err)
	}
	var read []corpora.Planted
	if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, planted) {
		t.Errorf("planted.json is not what was returned: %v", err)
	}
}

// A figure printed everywhere would make one group that grows with the corpus,
// and cost what no real archive does; one printed nowhere else, none.
func TestGroupsStaySmall(t *testing.T) {
	dir, _, files := write(t, corpora.Options{Facts: 6_000, Format: "json"})
	documents := map[string][]string{} // by line of business, which is a figure's own
	for name := range files {
		if !strings.HasPrefix(name, "facts/s0") {
			continue
		}
		file, ok := tree(t, filepath.Join(dir, name)).(map[string]any)
		if !ok {
			t.Fatalf("%s is no mapping", name)
		}
		quantities, _ := file["quantities"].(map[string]any)
		for _, q := range quantities {
			axes, _ := q.(map[string]any)["dimensions"].(map[string]any)
			if line, ok := axes["line"].(string); ok {
				documents[line] = append(documents[line], name)
			}
		}
	}
	sizes, farApart := map[int]int{}, 0
	for _, in := range documents {
		slices.Sort(in)
		sizes[len(in)]++
		if in[0] <= "facts/s000010.json" && in[len(in)-1] >= "facts/s000020.json" {
			farApart++
		}
	}
	if len(sizes) != 2 || sizes[2] == 0 || sizes[3] == 0 {
		t.Errorf("figures by the number of documents that print them: %v, want two and three", sizes)
	}
	if farApart == 0 {
		t.Error("no figure is printed in documents far apart")
	}
}

func TestOptionsThatMakeNoSense(t *testing.T) {
	for _, o := range []corpora.Options{{}, {Facts: -1}, {Facts: 10, PerDocument: -5}, {Facts: 10, Format: "xml"}} {
		if _, err := corpora.Write(t.Context(), t.TempDir(), o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}

func TestStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := corpora.Write(ctx, t.TempDir(), corpora.Options{Facts: 1_000_000}); err == nil {
		t.Error("a cancelled call goes on")
	}
}

func TestUnwritableFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := corpora.Write(t.Context(), file, corpora.Options{Facts: 10}); err == nil {
		t.Error("no error where the folder is a file")
	}
}
