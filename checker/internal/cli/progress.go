package cli

import (
	"io"
	"slices"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/tieout/tieout/checker"
)

const (
	// unseen is how long a run goes on without a bar: a shorter one would only
	// flicker.
	unseen = 500 * time.Millisecond
	// redrawn is how often the bar is drawn.
	redrawn = 200 * time.Millisecond
	// widestBar is the bar itself where there is room, leastBar what the words
	// beside it have to leave, and barFrame what stands around it.
	widestBar, leastBar, barFrame = 30, 8, 12
	// fullScale is the bar at its end.
	fullScale = 1000
)

// meter holds how far a run has come, and draws it on a terminal.
type meter struct {
	lang string
	// kept says that what was done is kept for the next run.
	kept    bool
	to      io.Writer
	columns func() int
	now     func() time.Time

	mu   sync.Mutex
	last checker.Progress
	// timer begins the drawing, stop ends it, and gone says that nothing is left
	// of it. timer is nil for a meter that draws nothing.
	timer      *time.Timer
	stop, gone chan struct{}
	erased     sync.Once
}

// watch gives what a run shall tell its progress to. The bar is there from now
// on until c.erase.
func (c *command) watch(lang string, quiet, kept bool) func(checker.Progress) {
	m := &meter{
		lang: lang, kept: kept, to: c.Stderr, columns: c.ErrWidth, now: c.Now,
		stop: make(chan struct{}), gone: make(chan struct{}),
	}
	if !quiet && c.showsProgress() {
		began := m.now()
		m.timer = time.AfterFunc(unseen, func() { m.draw(began) })
	}
	c.meter.Store(m)
	return m.tell
}

// showsProgress decides whether a person at a terminal wants to see the bar: not
// where the output is kept as a log, or another tool has the line.
func (c *command) showsProgress() bool {
	if !c.ErrTerminal || c.Getenv("TERM") == "dumb" {
		return false
	}
	return !slices.ContainsFunc([]string{"CI", "PRE_COMMIT", "NO_PROGRESS"}, func(name string) bool {
		value := c.Getenv(name)
		return value != "" && value != "0" && value != "false"
	})
}

// erase takes the bar away, for good.
func (c *command) erase() {
	if m := c.meter.Load(); m != nil {
		m.erase()
	}
}

func (m *meter) tell(p checker.Progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last = p
}

func (m *meter) state() checker.Progress {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.last
}

func (m *meter) erase() {
	m.erased.Do(func() {
		if m.timer != nil && !m.timer.Stop() {
			close(m.stop)
			<-m.gone
		}
	})
}

// draw draws the bar again and again, until it is to be erased.
func (m *meter) draw(began time.Time) {
	defer close(m.gone)
	bar := progressbar.NewOptions64(fullScale,
		progressbar.OptionSetWriter(m.to), progressbar.OptionSetWidth(widestBar), progressbar.OptionUseANSICodes(true),
		// A block is as wide as two letters on many Japanese terminals.
		progressbar.OptionSetTheme(progressbar.Theme{Saucer: "=", SaucerHead: ">", SaucerPadding: " ", BarStart: "[", BarEnd: "]"}),
		progressbar.OptionShowDescriptionAtLineEnd(), progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false))
	tick := time.NewTicker(redrawn)
	defer tick.Stop()
	seen := pace{{at: began}}
	for {
		p := m.state()
		seen = seen.add(m.now(), p)
		// One that cannot be drawn is not worth a word.
		if columns := m.columns(); columns >= barFrame {
			_ = bar.Set64(permille(p))
			bar.Describe(m.words(columns, p, seen))
		}
		select {
		case <-m.stop:
			_ = bar.Clear()
			return
		case <-tick.C:
		}
	}
}

// permille is how much is done. All is done only when the bar is gone.
func permille(p checker.Progress) int64 {
	if p.Total <= 0 {
		return 0
	}
	return min(fullScale-1, p.Done*fullScale/p.Total)
}
