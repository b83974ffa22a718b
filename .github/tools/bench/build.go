package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// programs are what is compared, and what is needed for that, with the module
// (relative to the folder of the tools) that each is built in. Those of others
// have modules of their own, since their dependencies contradict each other.
var programs = []struct{ name, module, pkg string }{
	{"launch", "bench", "./launch"},
	{"engine", "bench", "./engine"},
	{"native", "bench", "./native"},
	{"tieout", "../..", "./checker/cmd/tieout"},
	{"opa", "opa", "github.com/open-policy-agent/opa"},
	{"conftest", "conftest", "github.com/open-policy-agent/conftest"},
}

// build builds all programs into the folder dir, and gives those that it could
// not build, with the reason. A cold build takes minutes: say tells which is on.
func build(ctx context.Context, tools, dir string, say func(format string, args ...any)) map[string]error {
	unbuilt := map[string]error{}
	for _, p := range programs {
		say("build %s", p.name)
		c := exec.CommandContext(ctx, "go", "-C", filepath.Join(tools, p.module), "build", "-o", filepath.Join(dir, p.name), p.pkg)
		if out, err := c.CombinedOutput(); err != nil {
			unbuilt[p.name] = fmt.Errorf("%w: %s", err, last(string(out)))
			say("%s is left out, since it cannot be built: %v", p.name, unbuilt[p.name])
		}
	}
	return unbuilt
}

// versions tells which versions of the programs of others take part.
func versions(ctx context.Context, tools string) map[string]string {
	found := map[string]string{}
	for _, p := range programs {
		if !strings.Contains(p.pkg, "github.com") {
			continue
		}
		out, err := exec.CommandContext(ctx, "go", "-C", filepath.Join(tools, p.module), "list", "-m", "-f", "{{.Version}}", p.pkg).Output()
		if err == nil {
			found[p.name] = strings.TrimSpace(string(out))
		}
	}
	return found
}

// last gives the last lines of what a command said.
func last(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-3):], "; ")
}
