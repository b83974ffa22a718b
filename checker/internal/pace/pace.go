// Package pace says when a command collects memory.
package pace

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Most runs are short, and what they allocate lives to their end: collecting it
// would take a tenth of their time. So there is no collection below shortRun
// bytes of memory. Beyond, what is kept of the facts is little and what is made
// of them much: memory may grow to longRun before it is collected, or beyond what
// is in use by breath or half of it, where that is more.
const (
	shortRun = 192 << 20
	longRun  = 256 << 20
	breath   = 96 << 20
)

// Memory sets when memory is collected, for the rest of the process. It is for
// commands: in a library it would be somebody else's to set.
func Memory() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(shortRun)
	watch()
}

// watch sets the limit anew after each collection, which frees the value
// that it lets go of.
func watch() {
	runtime.AddCleanup(new(*int), func(int) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		live := int64(min(sample[0].Value.Uint64(), 1<<40))
		debug.SetMemoryLimit(max(longRun, live+max(breath, live/2)))
		watch()
	}, 0)
}
