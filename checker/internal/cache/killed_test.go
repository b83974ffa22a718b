package cache_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/tieout/tieout/checker/internal/cache"
)

// writerIn names the folder that a process of TestKilled writes to.
const writerIn = "TIEOUT_TEST_WRITER"

// entryOf is the content of entry i, long enough to be interrupted in.
func entryOf(i int) []byte { return bytes.Repeat([]byte(fmt.Sprint(i, " ")), 200_000) }

// TestKilled kills processes while they write: each entry is whole or not
// there.
func TestKilled(t *testing.T) {
	const entries = 4
	if dir := os.Getenv(writerIn); dir != "" {
		for i := 0; ; i++ {
			cache.Open(dir).Put(cache.KeyOf(fmt.Sprint(i%entries)), entryOf(i%entries))
		}
	}
	dir := t.TempDir()
	for round := range 8 {
		writer := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		writer.Env = append(os.Environ(), writerIn+"="+dir)
		if err := writer.Start(); err != nil {
			t.Fatal(err)
		}
		for len(files(t, dir)) == 0 {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(round) * time.Millisecond)
		if err := writer.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = writer.Wait() // it was killed
		for i := range entries {
			if got, ok := cache.Open(dir).Get(cache.KeyOf(fmt.Sprint(i))); ok && !bytes.Equal(got, entryOf(i)) {
				t.Fatalf("round %d: entry %d has %d bytes of %d", round, i, len(got), len(entryOf(i)))
			}
		}
	}
}
