package main

import (
	"fmt"
	"os/exec"
	"runtime"
)

// condition tells the scripts whether they can mount a small file system, which
// takes a Linux that lets users have namespaces of their own.
func condition(name string) (bool, error) {
	if name != "tmpfs" {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	if runtime.GOOS != "linux" {
		return false, nil
	}
	return exec.Command("unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=4k none /mnt").Run() == nil, nil
}
