package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// sarif is what the tests read of a log.
type sarif struct {
	Runs []struct {
		Tool struct {
			Driver     component   `json:"driver"`
			Extensions []component `json:"extensions"`
		} `json:"tool"`
		Translations []component `json:"translations"`
		Invocations  []struct {
			ExecutionSuccessful bool `json:"executionSuccessful"`
			Notifications       []struct {
				Level   string                `json:"level"`
				Message struct{ Text string } `json:"message"`
			} `json:"toolExecutionNotifications"`
		} `json:"invocations"`
		Artifacts []struct {
			Hashes map[string]string `json:"hashes"`
		} `json:"artifacts"`
		ColumnKind string         `json:"columnKind"`
		Results    []result       `json:"results"`
		Properties map[string]any `json:"properties"`
	} `json:"runs"`
}

type component struct {
	Name     string `json:"name"`
	Language string `json:"language"`
	Rules    []struct {
		ID             string
		Full           struct{ Text string }            `json:"fullDescription"`
		Help           struct{ Text, Markdown string }  `json:"help"`
		MessageStrings map[string]struct{ Text string } `json:"messageStrings"`
		Properties     struct {
			Tags      []string
			Precision string
			Severity  string `json:"problem.severity"`
		}
	} `json:"rules"`
}

type result struct {
	RuleID    string `json:"ruleId"`
	RuleIndex *int   `json:"ruleIndex"`
	Rule      *struct {
		Index         int
		ToolComponent struct{ Index int } `json:"toolComponent"`
	} `json:"rule"`
	Kind, Level  string
	Message      struct{ ID, Text, Markdown string }
	Locations    []place
	Related      []place           `json:"relatedLocations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Baseline     string            `json:"baselineState"`
	Suppressions *[]struct{ Kind, Status, Justification string }
	Properties   map[string]any
}

type place struct {
	ID       int
	Message  struct{ Text string }
	Physical struct {
		Artifact struct {
			URI       string
			URIBaseID string `json:"uriBaseId"`
		} `json:"artifactLocation"`
		Region *struct{ StartLine, StartColumn, EndLine, EndColumn int }
	} `json:"physicalLocation"`
}

func read(t *testing.T, f report.Format, r *finding.Report) *sarif {
	t.Helper()
	var log sarif
	if err := json.Unmarshal([]byte(render(t, f, r)), &log); err != nil {
		t.Fatal(err)
	}
	return &log
}

// GitHub makes an alert of every result, whatever it says of itself.
func TestSARIFHasActiveFindingsOnly(t *testing.T) {
	for name, r := range cases() {
		var want []string
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Active() {
				want = append(want, strings.ToValidUTF8(f.Fingerprint, string(utf8.RuneError)))
			}
		}
		var got []string
		for _, result := range read(t, report.SARIF{Lang: "en"}, r).Runs[0].Results {
			got = append(got, result.Fingerprints["tieout/v1"])
			if result.Kind != "" || result.Suppressions != nil || result.Baseline != "" || result.Level == "none" {
				t.Errorf("%s: GitHub does not understand %+v", name, result)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// Of more results than GitHub shows, the gravest are kept, and it is said.
func TestSARIFKeepsTheGravest(t *testing.T) {
	run := read(t, report.SARIF{Lang: "en"}, flood(30_000)).Runs[0]
	if len(run.Results) != 5_000 {
		t.Fatalf("%d results", len(run.Results))
	}
	for i, result := range run.Results {
		if want := fmt.Sprintf("%024x", 20_000+i); result.Level != "error" || result.Fingerprints["tieout/v1"] != want {
			t.Fatalf("result %d is %s %s, want %s", i, result.Level, result.Fingerprints["tieout/v1"], want)
		}
	}
	notes := run.Invocations[0].Notifications
	if len(notes) != 1 || !strings.Contains(notes[0].Message.Text, "5000 of 30000") || run.Properties["truncated"] != true {
		t.Errorf("nothing says what is left out: %v, %v", notes, run.Properties)
	}
	if kept := read(t, report.SARIF{Lang: "en"}, flood(5_000)).Runs[0]; kept.Properties["truncated"] != nil || len(kept.Results) != 5_000 {
		t.Errorf("cut without need: %v", kept.Properties)
	}
}

// A result that lacks part of its region is shown at line 1, or not at all.
func TestSARIFRegionsAreComplete(t *testing.T) {
	for name, r := range cases() {
		for profile, format := range map[string]report.Format{"github": report.SARIF{Lang: "ja"}, "audit": report.SARIFAudit{}} {
			run := read(t, format, r).Runs[0]
			if run.ColumnKind != "unicodeCodePoints" {
				t.Errorf("columns are counted in %s", run.ColumnKind)
			}
			for _, result := range run.Results {
				if profile == "github" && (len(result.Locations) != 1 || result.Locations[0].Physical.Region == nil) {
					t.Errorf("%s: GitHub drops %+v", name, result)
				}
				for _, at := range slices.Concat(result.Locations, result.Related) {
					if g := at.Physical.Region; g != nil && (g.StartLine < 1 || g.StartColumn < 1 || g.EndLine < g.StartLine || g.EndColumn < 1 ||
						g.EndLine == g.StartLine && g.EndColumn < g.StartColumn) {
						t.Errorf("%s: %+v", name, g)
					}
				}
			}
		}
	}
	g := read(t, report.SARIF{Lang: "en"}, bakery()).Runs[0].Results[0].Locations[0].Physical.Region
	if g.StartLine != 12 || g.StartColumn != 10 || g.EndLine != 12 || g.EndColumn != 17 {
		t.Errorf("got %+v", g)
	}
}

func TestSARIFURIs(t *testing.T) {
	for file, want := range map[string]string{
		"facts/a b.yaml":    "facts/a%20b.yaml",
		"facts/予算.yaml":     "facts/%E4%BA%88%E7%AE%97.yaml",
		"c:d.yaml":          "c%3Ad.yaml",
		"a%20b#c?.yaml":     "a%2520b%23c%3F.yaml",
		"/srv/facts/a.yaml": "file:///srv/facts/a.yaml",
	} {
		r := base()
		r.Findings = []finding.Finding{{Rule: "a/b", Location: at(file, 1, 1, 1)}}
		got := read(t, report.SARIF{Lang: "en"}, &r).Runs[0].Results[0].Locations[0].Physical.Artifact
		if got.URI != want {
			t.Errorf("%s became %s, want %s", file, got.URI, want)
		}
		back, err := url.Parse(got.URI)
		if err != nil || back.Path != file {
			t.Errorf("%s reads back as %q, %v", got.URI, back, err)
		}
		if absolute := strings.HasPrefix(file, "/"); absolute == (got.URIBaseID == "%SRCROOT%") {
			t.Errorf("%s is relative to %q", file, got.URIBaseID)
		}
	}
}

// reLink is a link in a plain text message, as the standard has it.
var reLink = regexp.MustCompile(`\[((?:[^\[\]\\]|\\.)*)\]\(([^)]*)\)`)

// A message must link to the facts involved, and to nothing that a fact says.
func TestSARIFLinksAreItsOwn(t *testing.T) {
	r := bakery()
	r.Findings = r.Findings[:1]
	f := &r.Findings[0]
	f.Message.EN = `see [here](https://example.org), \[x](1), ![y](2) and [59.5, 60.5]`
	f.Evidence.Operands[1].Printed = `](https://example.org)[`
	result := read(t, report.SARIF{Lang: "en"}, r).Runs[0].Results[0]
	text := strings.ReplaceAll(result.Message.Text, `\\`, "")
	text = strings.NewReplacer(`\[`, "", `\]`, "").Replace(text)
	ids := map[int]bool{}
	for _, related := range result.Related {
		ids[related.ID] = true
	}
	links := reLink.FindAllStringSubmatch(text, -1)
	if len(links) != len(ids) || len(ids) != 2 {
		t.Errorf("%d links for %d places: %s", len(links), len(ids), result.Message.Text)
	}
	for _, link := range links {
		if id, err := strconv.Atoi(link[2]); err != nil || !ids[id] {
			t.Errorf("a link to %s: %s", link[2], result.Message.Text)
		}
	}
	few := read(t, report.SARIF{Lang: "en"}, flooded(200)).Runs[0].Results[0]
	if len(few.Related) != 100 || !strings.Contains(few.Message.Text, "and 100 more") {
		t.Errorf("%d related locations: %s", len(few.Related), few.Message.Text)
	}
}

// flooded is a finding with n further facts.
func flooded(n int) *finding.Report {
	r := base()
	f := shares()
	f.Evidence.Operands = nil
	for i := range n {
		f.Evidence.Operands = append(f.Evidence.Operands, operand("part", "1", "1", "", finding.Text{EN: "Shop"}, 100+i))
	}
	r.Findings = []finding.Finding{f}
	return &r
}

// GitHub drops or refuses what is beyond its limits.
func TestSARIFKeepsToTheLimitsOfRules(t *testing.T) {
	r := base()
	rule := &r.Rules[0]
	rule.Description = strings.Repeat("とても長い説明。", 1000)
	for i := range 30 {
		rule.Kinds = append(rule.Kinds, fmt.Sprint("kind-", i))
	}
	rule.Related = append(rule.Related, finding.Link{Ref: "javascript:alert(1)", Description: "<script>](x)"})
	got := read(t, report.SARIF{Lang: "ja"}, &r).Runs[0].Tool.Driver.Rules[0]
	if n := utf8.RuneCountInString(got.Full.Text); n > 1024 {
		t.Errorf("a description of %d characters", n)
	}
	if n := len(got.Properties.Tags); n > 10 || n < 3 {
		t.Errorf("%d tags", n)
	}
	if got.Properties.Severity != "error" || got.Properties.Precision != "high" {
		t.Errorf("got %+v", got.Properties)
	}
	if strings.Contains(got.Help.Markdown, "<script") || strings.Contains(got.Help.Markdown, "(javascript:") || !strings.Contains(got.Help.Markdown, "突合") {
		t.Errorf("help: %s", got.Help.Markdown[len(got.Help.Markdown)-300:])
	}
}

// A log that GitHub finds too large is refused whole.
func TestSARIFBoundsMessages(t *testing.T) {
	r := base()
	f := shares()
	f.Message.EN = strings.Repeat("売", 1<<20)
	f.Evidence.Operands[1].Label.EN = f.Message.EN
	r.Findings = []finding.Finding{f}
	text := read(t, report.SARIF{Lang: "en"}, &r).Runs[0].Results[0].Message.Text
	if n := utf8.RuneCountInString(text); n > 2_500 || !strings.Contains(text, " … (+1046") {
		t.Errorf("a message of %d characters, ending in %q", n, text[len(text)-200:])
	}
}

// Line hashes are those of the file that was checked, or none.
func TestSARIFHashesLines(t *testing.T) {
	text := strings.Repeat("Lorem ipsum dolor sit amet.\n", 10)
	sum := sha256.Sum256([]byte(text))
	r := base()
	r.Inputs = []finding.Input{{Path: "facts/a.yaml", SHA256: hex.EncodeToString(sum[:])}}
	r.Findings = []finding.Finding{{Rule: "a/b", Location: at("facts/a.yaml", 3, 1, 5)}, {Rule: "a/b", Location: at("facts/b.yaml", 1, 1, 1)}}
	files := fstest.MapFS{"facts/a.yaml": {Data: []byte(text)}, "facts/b.yaml": {Data: []byte(text)}}
	hash := func(i int) string {
		return read(t, report.SARIF{Lang: "en", Files: files}, &r).Runs[0].Results[i].Fingerprints["primaryLocationLineHash"]
	}
	if got := hash(0); got != "a7f2ff13bc495cf2:3" {
		t.Errorf("got %q", got)
	}
	if got := hash(1); got != "" {
		t.Errorf("a hash of a file that was not checked: %q", got)
	}
	files["facts/a.yaml"].Data[0] = 'l'
	if got := hash(0); got != "" {
		t.Errorf("a hash of a file that has changed since: %q", got)
	}
}

// The audit log holds everything, each thing as what it is.
func TestSARIFAuditTellsAll(t *testing.T) {
	run := read(t, report.SARIFAudit{}, compared()).Runs[0]
	type row struct{ kind, level, baseline, suppression string }
	var got []row
	for _, result := range run.Results {
		one := row{result.Kind, result.Level, result.Baseline, ""}
		for _, s := range *result.Suppressions {
			one.suppression = s.Kind + " " + s.Status + " " + s.Justification
		}
		got = append(got, one)
	}
	want := []row{
		{"fail", "error", "new", ""},
		{"fail", "error", "unchanged", "external accepted Known."},
		{"fail", "error", "updated", "external underReview Known."},
		{"fail", "error", "unchanged", "external rejected Known."},
		{"fail", "error", "absent", ""},
		{"fail", "note", "absent", "external accepted Known."},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if run.Results[5].Properties["noLongerChecked"] != true || run.Results[4].Properties["noLongerChecked"] != nil {
		t.Error("a check that is no longer made looks like a finding that is mended, or the reverse")
	}
	if evidence, ok := run.Results[0].Properties["evidence"].(map[string]any); !ok || evidence["deviation"] != "3" {
		t.Errorf("no evidence: %v", run.Results[0].Properties)
	}
	if run.Artifacts[0].Hashes["sha-256"] != strings.Repeat("0f", 32) {
		t.Errorf("got %v", run.Artifacts)
	}
	kinds := map[string]string{}
	for _, r := range []*finding.Report{clean(), undecided()} {
		for _, result := range read(t, report.SARIFAudit{}, r).Runs[0].Results {
			kinds[result.RuleID] = result.Kind + " " + result.Level
		}
	}
	if want := map[string]string{"arithmetic/sum": "pass none", "pay/weights": "notApplicable none", "pay/target": "open none"}; !maps.Equal(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
	if read(t, report.SARIFAudit{}, input()).Runs[0].Invocations[0].ExecutionSuccessful {
		t.Error("a run that could not use its input passes for a successful one")
	}
}

// A reader looks the rule and both languages of a message up by reference.
func TestSARIFAuditReferencesHold(t *testing.T) {
	for name, r := range cases() {
		run := read(t, report.SARIFAudit{}, r).Runs[0]
		japanese := map[string]map[string]bool{}
		for _, translation := range run.Translations {
			for _, rule := range translation.Rules {
				japanese[rule.ID] = map[string]bool{}
				for id, message := range rule.MessageStrings {
					japanese[rule.ID][id] = message.Text != "" && translation.Language == "ja"
				}
			}
		}
		for _, result := range run.Results {
			rules, index := run.Tool.Driver.Rules, 0
			switch {
			case result.Rule != nil:
				rules, index = run.Tool.Extensions[result.Rule.ToolComponent.Index].Rules, result.Rule.Index
			case result.RuleIndex != nil:
				index = *result.RuleIndex
			default:
				t.Fatalf("%s: no rule: %+v", name, result)
			}
			if rules[index].ID != result.RuleID {
				t.Errorf("%s: %s is described as %s", name, result.RuleID, rules[index].ID)
			}
			if id := result.Message.ID; id != "" && (rules[index].MessageStrings[id].Text != result.Message.Text || !japanese[result.RuleID][id]) {
				t.Errorf("%s: no %s in both languages", name, id)
			}
		}
	}
}

// Every member is one that the standard knows, with a value that it allows. The
// schema comes with the validator of `.ci/run formats`, which names it here.
func TestSARIFFitsItsSchema(t *testing.T) {
	file := os.Getenv("TIEOUT_SARIF_SCHEMA")
	if file == "" {
		t.Skip("TIEOUT_SARIF_SCHEMA does not name the schema of SARIF 2.1.0")
	}
	schema, err := jsonschema.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	fits := func(text string) error {
		decoder := json.NewDecoder(bytes.NewBufferString(text))
		decoder.UseNumber()
		var v any
		if err := decoder.Decode(&v); err != nil {
			return err
		}
		return schema.Validate(v)
	}
	text := render(t, report.SARIF{Lang: "en"}, bakery())
	if fits(strings.ReplaceAll(text, `"level": "error"`, `"level": "fatal"`)) == nil || fits(strings.ReplaceAll(text, `"runs"`, `"walks"`)) == nil {
		t.Error("the schema refuses nothing")
	}
	for name, r := range cases() {
		for _, format := range []report.Format{report.SARIF{Lang: "en"}, report.SARIF{Lang: "ja"}, report.SARIFAudit{}} {
			if err := fits(render(t, format, r)); err != nil {
				t.Errorf("%s, %T: %#v", name, format, err)
			}
		}
	}
	// Logs that the built command wrote.
	if dir := os.Getenv("TIEOUT_SARIF_LOGS"); dir != "" {
		logs, err := filepath.Glob(filepath.Join(dir, "*.sarif"))
		if err != nil || len(logs) == 0 {
			t.Fatalf("no logs in %s: %v", dir, err)
		}
		for _, log := range logs {
			data, err := os.ReadFile(log)
			if err != nil {
				t.Fatal(err)
			}
			if err := fits(string(data)); err != nil {
				t.Errorf("%s: %#v", log, err)
			}
		}
	}
}
