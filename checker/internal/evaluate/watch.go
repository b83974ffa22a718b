package evaluate

import (
	"maps"
	"runtime"
	"runtime/metrics"
	"slices"
	"sync"
	"time"
)

// watchEvery is how often evaluations are looked at.
const watchEvery = 20 * time.Millisecond

// watchers is the one watchman of all evaluations: most are over before he has
// looked at them once.
var watchers watchman

// watchman looks at the evaluations that run, as long as there are any.
type watchman struct {
	mu      sync.Mutex
	running map[*watched]bool
	awake   bool
}

// watched is an evaluation that runs.
type watched struct {
	deadline time.Time
	// heap is the live heap that it may not take the process beyond.
	heap uint64
	// exceeded is closed once it has broken a limit.
	exceeded chan struct{}
}

// watch begins to look at an evaluation that starts now.
func (m *watchman) watch(limits Limits) *watched {
	w := &watched{deadline: time.Now().Add(limits.Time), heap: heap(live) + limits.Heap, exceeded: make(chan struct{})}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.running == nil {
		m.running = map[*watched]bool{}
	}
	m.running[w] = true
	if !m.awake {
		m.awake = true
		go m.rounds()
	}
	return w
}

// leave ends looking at an evaluation.
func (m *watchman) leave(w *watched) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.running, w)
}

// rounds looks at all evaluations again and again, until none is left.
func (m *watchman) rounds() {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for now := range tick.C {
		if !m.round(now) {
			return
		}
	}
}

// round tells the evaluations that have broken a limit, and whether any is
// left. Nobody waits for it while it looks at the heap.
func (m *watchman) round(now time.Time) bool {
	used := usedBy(m.all())
	m.mu.Lock()
	defer m.mu.Unlock()
	for w := range m.running {
		if now.After(w.deadline) || used > w.heap {
			close(w.exceeded)
			delete(m.running, w)
		}
	}
	m.awake = len(m.running) > 0
	return m.awake
}

func (m *watchman) all() []*watched {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Collect(maps.Keys(m.running))
}

// usedBy gives the size of the heap. Much of what is on it may be garbage, so
// that is collected before an evaluation is judged by it.
func usedBy(running []*watched) uint64 {
	used := heap(objects)
	if slices.ContainsFunc(running, func(w *watched) bool { return used > w.heap }) {
		runtime.GC()
		return heap(live)
	}
	return used
}

const (
	objects = "/memory/classes/heap/objects:bytes"
	live    = "/gc/heap/live:bytes" // as of the last collection
)

func heap(metric string) uint64 {
	sample := []metrics.Sample{{Name: metric}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
