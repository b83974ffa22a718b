package node

import (
	"strings"
	"testing"
)

// A failure of the YAML library costs one file, says so, and is not mistaken
// for the author's error.
func TestLibraryPanic(t *testing.T) {
	p := &parser{file: "f.yaml", limits: Limits{}.withDefaults(), src: newSource([]byte("a: 1\n"))}
	p.yamlError(&libraryPanicError{cause: "index out of range"})
	if len(p.problems) != 1 || !strings.Contains(p.problems[0].Message.EN, "makes the YAML library fail") {
		t.Errorf("%+v", p.problems)
	}
}
