package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v4"
)

// repository is the root of the repository, where action.yml lies.
const repository = "../../.."

// actionFile is what is used here of a composite action.
type actionFile struct {
	Inputs  map[string]struct{ Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

// rePinned matches an action of others at a commit, with the tag that it had, an
// action of the repository itself, and the one that a new project is given.
var rePinned = regexp.MustCompile(`uses: ([\w./-]+@[0-9a-f]{40} # v[0-9.]+|\./|tieout/tieout@<<\.Ref>>)$`)

// What a tag names can be changed by whoever owns it, and runs with our rights.
func TestActionsArePinned(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(repository, ".github/workflows/*.yml"))
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, filepath.Join(repository, "action.yml"), "../../internal/starter/template/workflow.yml")
	seen := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if strings.Contains(line, "uses:") {
				seen++
				if !rePinned.MatchString(strings.TrimSpace(line)) {
					t.Errorf("%s: %s", file, line)
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d actions are used", seen)
	}
}

type actionStep struct {
	ID, If, Shell, Run, Uses string
	Env, With                map[string]string
}

// job runs an action as GitHub's runner would, step by step, each with files of
// its own for what it hands on. Actions of others are not run but told.
type job struct {
	ts      *testscript.TestScript
	dir     string
	context map[string]any
	outputs map[string]map[string]string
	// env and path are what steps left to those after them.
	env, path []string
	log       bytes.Buffer
	failed    int
}

// action CODE EVENT [INPUT=VALUE...] runs the repository's action in the current
// folder, for an event whose payload stands in $WORK/event.json, if it does. It
// leaves what the steps printed in $WORK/action/log, the job summary in summary,
// and the action's outputs, one a line, in outputs.
func action(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: action CODE EVENT [INPUT=VALUE...]")
	}
	data, err := os.ReadFile(filepath.Join(repository, "action.yml"))
	ts.Check(err)
	var file actionFile
	ts.Check(yaml.Unmarshal(data, &file))

	j := newJob(ts, args[1])
	inputs := map[string]any{}
	for name, in := range file.Inputs {
		inputs[name] = in.Default
	}
	for _, arg := range args[2:] {
		name, value, _ := strings.Cut(arg, "=")
		if _, known := file.Inputs[name]; !known {
			ts.Fatalf("the action has no input %s", name)
		}
		inputs[name] = strings.ReplaceAll(value, `\n`, "\n")
	}
	j.context["inputs"] = inputs
	for i, step := range file.Runs.Steps {
		j.step(i, step)
	}
	var outputs bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(file.Outputs)) {
		fmt.Fprintf(&outputs, "%s=%s\n", name, j.expand(file.Outputs[name].Value))
	}
	ts.Check(os.WriteFile(filepath.Join(j.dir, "outputs"), outputs.Bytes(), 0o644))
	ts.Check(os.WriteFile(filepath.Join(j.dir, "log"), j.log.Bytes(), 0o644))
	ts.Logf("%s%s", j.log.Bytes(), outputs.Bytes())
	if want := args[0]; strconv.Itoa(j.failed) != want {
		ts.Fatalf("the action ended with %d, want %s", j.failed, want)
	}
}

func newJob(ts *testscript.TestScript, event string) *job {
	root, err := filepath.Abs(repository)
	ts.Check(err)
	j := &job{ts: ts, dir: filepath.Join(ts.Getenv("WORK"), "action"), outputs: map[string]map[string]string{}}
	ts.Check(os.RemoveAll(j.dir))
	ts.Check(os.MkdirAll(filepath.Join(j.dir, "temp"), 0o755))
	payload := map[string]any{}
	eventFile := filepath.Join(ts.Getenv("WORK"), "event.json")
	if data, err := os.ReadFile(eventFile); err == nil {
		ts.Check(json.Unmarshal([]byte(os.Expand(string(data), ts.Getenv)), &payload))
	}
	ref := "refs/heads/main"
	if event == "pull_request" {
		ref = "refs/pull/1/merge"
	}
	if r := ts.Getenv("REF"); r != "" {
		ref = r
	}
	j.env = []string{
		"GITHUB_ACTIONS=true", "CI=true", "GITHUB_WORKSPACE=" + ts.MkAbs("."), "GITHUB_ACTION_PATH=" + root, "GITHUB_ACTOR=baker",
		"GITHUB_REPOSITORY=bakery/books", "GITHUB_SERVER_URL=https://github.example", "GITHUB_SHA=" + strings.Repeat("0", 40),
		"GITHUB_EVENT_NAME=" + event, "GITHUB_EVENT_PATH=" + eventFile, "GITHUB_REF=" + ref, "RUNNER_TEMP=" + filepath.Join(j.dir, "temp"),
	}
	j.context = map[string]any{"github": map[string]any{
		"event": payload, "action_path": root, "action_ref": "", "repository": "bakery/books", "event_name": event,
	}}
	return j
}

func (j *job) step(i int, s actionStep) {
	condition := s.If
	if condition == "" {
		condition = "success()"
	}
	if !strings.Contains(condition, "cancelled()") && j.failed != 0 || !truth(j.evaluate(strings.TrimSuffix(strings.TrimPrefix(condition, "${{"), "}}"))) {
		return
	}
	if s.Uses != "" {
		fmt.Fprintf(&j.log, "uses %s", s.Uses)
		for _, name := range slices.Sorted(maps.Keys(s.With)) {
			fmt.Fprintf(&j.log, " %s=%s", name, j.expand(s.With[name]))
		}
		j.log.WriteString("\n")
		return
	}
	if s.Shell != "bash" {
		j.ts.Fatalf("step %d has no shell", i)
	}
	if strings.Contains(s.Run, "${{") {
		j.ts.Fatalf("step %d puts what is foreign into its script", i)
	}
	files := map[string]string{}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", s.Run)
	cmd.Dir, cmd.Stdout, cmd.Stderr = j.ts.MkAbs("."), &j.log, &j.log
	cmd.Env = append([]string{"HOME=" + j.dir}, j.env...)
	cmd.Env = append(cmd.Env, goEnvironment()...)
	cmd.Env = append(cmd.Env, "PATH="+strings.Join(append(slices.Clone(j.path), j.ts.Getenv("PATH")), string(os.PathListSeparator)))
	for _, name := range []string{"OUTPUT", "ENV", "STEP_SUMMARY", "PATH", "STATE"} {
		files[name] = filepath.Join(j.dir, fmt.Sprintf("%d-%s", i, strings.ToLower(name)))
		j.ts.Check(os.WriteFile(files[name], nil, 0o644))
		cmd.Env = append(cmd.Env, "GITHUB_"+name+"="+files[name])
	}
	for _, name := range slices.Sorted(maps.Keys(s.Env)) {
		cmd.Env = append(cmd.Env, name+"="+j.expand(s.Env[name]))
	}
	if err := cmd.Run(); err != nil {
		failed, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			j.ts.Check(err)
		}
		j.failed = failed.ExitCode()
	}
	j.collect(s.ID, files)
}

// goEnvironment is what lets go build here from its caches, without a home.
func goEnvironment() []string {
	names := []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOFLAGS", "GOTOOLCHAIN"}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return nil
	}
	var env []string
	for i, value := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		env = append(env, names[i]+"="+value)
	}
	return env
}

// collect reads what a step left in its files.
func (j *job) collect(id string, files map[string]string) {
	read := func(name string) string {
		data, err := os.ReadFile(files[name])
		j.ts.Check(err)
		return string(data)
	}
	values := j.values(read("OUTPUT"))
	j.outputs[id] = values
	steps, _ := j.context["steps"].(map[string]any)
	if steps == nil {
		steps = map[string]any{}
		j.context["steps"] = steps
	}
	outputs := map[string]any{}
	for name, value := range values {
		outputs[name] = value
	}
	steps[id] = map[string]any{"outputs": outputs}
	for _, name := range slices.Sorted(maps.Keys(j.values(read("ENV")))) {
		j.env = append(j.env, name+"="+j.values(read("ENV"))[name])
	}
	for line := range strings.Lines(read("PATH")) {
		j.path = append([]string{strings.TrimSuffix(line, "\n")}, j.path...)
	}
	summary, err := os.OpenFile(filepath.Join(j.dir, "summary"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	j.ts.Check(err)
	_, err = summary.WriteString(read("STEP_SUMMARY"))
	j.ts.Check(errors.Join(err, summary.Close()))
}

// values reads an environment file: NAME=VALUE, or NAME<<MARK, lines, MARK.
func (j *job) values(text string) map[string]string {
	values := map[string]string{}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		name, value, plain := strings.Cut(lines[i], "=")
		if heredoc, mark, ok := strings.Cut(lines[i], "<<"); ok && (!plain || len(heredoc) < len(name)) {
			var body []string
			for i++; i < len(lines) && lines[i] != mark; i++ {
				body = append(body, lines[i])
			}
			if i == len(lines) {
				j.ts.Fatalf("the value of %s does not end", heredoc)
			}
			values[heredoc] = strings.Join(body, "\n")
			continue
		}
		if lines[i] != "" && !plain {
			j.ts.Fatalf("%q sets nothing", lines[i])
		}
		values[name] = value
	}
	delete(values, "")
	return values
}

var reExpression = regexp.MustCompile(`\$\{\{(.*?)\}\}`)

func (j *job) expand(text string) string {
	return reExpression.ReplaceAllStringFunc(text, func(m string) string {
		return j.evaluate(reExpression.FindStringSubmatch(m)[1])
	})
}

// evaluate knows of GitHub's expressions what the action uses.
func (j *job) evaluate(e string) string {
	e = strings.TrimSpace(e)
	if a, b, ok := strings.Cut(e, " && "); ok {
		if v := j.evaluate(a); !truth(v) {
			return v
		}
		return j.evaluate(b)
	}
	if a, b, ok := strings.Cut(e, " || "); ok {
		if v := j.evaluate(a); truth(v) {
			return v
		}
		return j.evaluate(b)
	}
	if a, b, ok := strings.Cut(e, " == "); ok {
		return strconv.FormatBool(j.evaluate(a) == j.evaluate(b))
	}
	if a, b, ok := strings.Cut(e, " != "); ok {
		return strconv.FormatBool(j.evaluate(a) != j.evaluate(b))
	}
	switch {
	case e == "success()":
		return strconv.FormatBool(j.failed == 0)
	case e == "!cancelled()":
		return "true"
	case strings.HasPrefix(e, "'"):
		return strings.Trim(e, "'")
	}
	var at any = j.context
	for part := range strings.SplitSeq(e, ".") {
		m, _ := at.(map[string]any)
		at = m[part]
	}
	if at == nil {
		return ""
	}
	return fmt.Sprint(at)
}

func truth(v string) bool { return v != "" && v != "false" }
