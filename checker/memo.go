package checker

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Run checks the facts and gives the report. An input that cannot be used is a
// finding, not an error; the error is for a call that cannot be carried out
// (a *NotFoundError, say) and for failures of the checker itself.
func Run(ctx context.Context, opts Options) (*Report, error) {
	opts = opts.withDefaults()
	m := newMemo(opts)
	if r := m.recall(); r != nil {
		return r, nil
	}
	r, err := compared(opts.watched(ctx), m.watch(opts))
	if err == nil {
		m.keep(r)
	}
	return r, err
}

// memo is the report of an earlier run, known by what was asked for and by all
// that it read. The policies that are shipped are part of the program, by
// which it is known, too. A nil memo recalls and keeps nothing.
type memo struct {
	cache    *cache.Cache
	asked    cache.Key
	trees    []fs.FS
	recorder *cache.Recorder
}

// newMemo gives nil for a run that may rest on more than its trees of files, or
// that does more than report.
func newMemo(opts Options) *memo {
	store, call := cache.Open(opts.Cache), described(opts)
	at, err := os.Getwd()
	if store == nil || program() == "" || call == "" || err != nil {
		return nil
	}
	m := &memo{cache: store, asked: cache.KeyOf("report", program(), at, call), recorder: &cache.Recorder{}, trees: []fs.FS{opts.FS}}
	for _, dir := range opts.Policies {
		m.trees = append(m.trees, os.DirFS(dir))
	}
	return m
}

// recall gives the report, if there is one for what the trees hold now.
func (m *memo) recall() *Report {
	if m == nil {
		return nil
	}
	var trace cache.Trace
	if data, ok := m.cache.Get(m.asked); !ok || cache.Decode(data, &trace) != nil {
		return nil
	}
	read, ok := trace.Digest(m.trees)
	if !ok {
		return nil
	}
	var r Report
	if data, ok := m.cache.Get(m.answer(read)); !ok || cache.Decode(data, &r) != nil {
		return nil
	}
	return &r
}

// answer is the key of the report for what was read.
func (m *memo) answer(read cache.Key) cache.Key {
	return cache.KeyOf(string(m.asked[:]), string(read[:]))
}

// watch notes what the run reads.
func (m *memo) watch(opts Options) Options {
	if m != nil {
		opts.FS, opts.recorder = m.recorder.Record(0, opts.FS), m.recorder
		opts.settingsFS = opts.FS
	}
	return opts
}

// keep keeps the report of the run that was watched, unless it is a long one: of
// that, the parts are kept. Whether a policy keeps
// within its limits depends on the machine; that is not kept.
func (m *memo) keep(r *Report) {
	if m == nil || r.Long != nil || slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule == policy.RulePolicy }) {
		return
	}
	trace, read, sure := m.recorder.Trace()
	asked, err := cache.Encode(trace)
	if !sure || err != nil {
		return
	}
	if data, err := cache.Encode(*r); err == nil {
		m.cache.Put(m.answer(read), data)
		m.cache.Put(m.asked, asked)
		m.cache.Trim()
	}
}

// described gives the options that a report rests on, in one text; "" when they
// hold something that has none: what is not known here may matter.
func described(opts Options) string {
	if opts.Sources != "" {
		return "" // the texts are looked for, and may be large
	}
	plain := opts
	plain.FS, plain.settingsFS, plain.Workers, plain.Cache, plain.Progress = nil, nil, 0, "", nil
	plain.AsOf = time.Time{}
	parts := []string{opts.AsOf.Format(time.DateOnly)}
	v := reflect.ValueOf(plain)
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Uint64:
			parts = append(parts, fmt.Sprintf("%s %q", v.Type().Field(i).Name, fmt.Sprint(f)))
		case reflect.Slice:
			parts = append(parts, fmt.Sprintf("%s %q", v.Type().Field(i).Name, f))
		default:
			if !f.IsZero() {
				return ""
			}
		}
	}
	return strings.Join(parts, "\n")
}

// program identifies the program that runs: its version is not enough while it
// is being worked on. It is "" if that cannot be told.
var program = sync.OnceValue(func() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return ""
	}
	// The head of the file holds the toolchain's digest of it on most systems.
	head := sha256.New()
	if _, err := io.CopyN(head, f, min(4096, info.Size())); err != nil {
		return ""
	}
	return fmt.Sprintf("%s %s/%s %d %d %x", runtime.Version(), runtime.GOOS, runtime.GOARCH, info.Size(), info.ModTime().UnixNano(), head.Sum(nil))
})
