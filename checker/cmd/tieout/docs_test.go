package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestDocs plays the pages that show commands with what they print: each page's
// blocks of console, one after the other, in one scratch folder. Otherwise a
// page would go on promising what the command no longer does. UPDATE=1 writes
// what is printed into the pages; read it before you commit it.
func TestDocs(t *testing.T) {
	for _, name := range []string{"workflow.md"} {
		dir := t.TempDir()
		script := filepath.Join(dir, strings.TrimSuffix(name, ".md")+".txtar")
		if err := os.WriteFile(script, []byte("[!exec:bash] skip\npage "+name+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		testscript.Run(t, testscript.Params{
			Files: []string{script},
			Setup: gitHome,
			Cmds:  map[string]func(*testscript.TestScript, bool, []string){"page": page},
		})
	}
}

// reVaries matches what differs from run to run.
var reVaries = regexp.MustCompile(`(?m)^checked in [0-9.]+ s\n`)

// page NAME runs the commands of a page. A line "…" in the output stands for
// any lines.
func page(ts *testscript.TestScript, _ bool, args []string) {
	file := filepath.Join(repository, ".github", "docs", args[0])
	text, err := os.ReadFile(file)
	ts.Check(err)
	p := player{ts: ts, dir: ts.MkAbs(".")}
	var out []string
	lines := strings.Split(string(text), "\n")
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		if lines[i] != "```console" {
			continue
		}
		for i++; lines[i] != "```"; {
			command, ok := strings.CutPrefix(lines[i], "$ ")
			if !ok {
				ts.Fatalf("%s:%d: a block of console begins with a command", args[0], i+1)
			}
			at := i + 1
			out = append(out, lines[i])
			for i++; strings.HasSuffix(command, `\`); i++ {
				command = strings.TrimSuffix(command, `\`) + lines[i]
				out = append(out, lines[i])
			}
			var want []string
			for ; lines[i] != "```" && !strings.HasPrefix(lines[i], "$ "); i++ {
				want = append(want, lines[i])
			}
			got := p.run(command)
			if !matches(got, want) {
				if os.Getenv("UPDATE") == "" {
					ts.Fatalf("%s:%d: %s printed\n%s\nthe page says\n%s", args[0], at, command, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
				want = got
			}
			out = append(out, want...)
		}
		out = append(out, "```")
	}
	if os.Getenv("UPDATE") != "" {
		ts.Check(os.WriteFile(file, []byte(strings.Join(out, "\n")), 0o644))
	}
}

// player runs commands one after the other, in the folder that the last left.
type player struct {
	ts  *testscript.TestScript
	dir string
}

func (p *player) run(command string) []string {
	where := filepath.Join(p.ts.Getenv("WORK"), ".where")
	cmd := exec.Command("bash", "--noprofile", "--norc", "-c", command+"\npwd >"+where)
	cmd.Dir = p.dir
	for _, name := range []string{"PATH", "HOME", "GIT_CONFIG_NOSYSTEM"} {
		cmd.Env = append(cmd.Env, name+"="+p.ts.Getenv(name))
	}
	// What a command ends with is for the page to tell, by what it prints.
	printed, _ := cmd.CombinedOutput()
	if dir, err := os.ReadFile(where); err == nil {
		p.dir = strings.TrimSpace(string(dir))
	}
	text := strings.ReplaceAll(string(reVaries.ReplaceAll(printed, nil)), p.ts.Getenv("WORK"), "~")
	if text = strings.TrimRight(text, "\n"); text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// matches tells whether the lines are those wanted, where "…" stands for any.
func matches(got, want []string) bool {
	for i, w := range want {
		if w == "…" {
			for skip := range len(got) - i + 1 {
				if matches(got[i+skip:], want[i+1:]) {
					return true
				}
			}
			return false
		}
		if i >= len(got) || got[i] != strings.TrimRight(w, " ") && got[i] != w {
			return false
		}
	}
	return len(got) == len(want)
}
