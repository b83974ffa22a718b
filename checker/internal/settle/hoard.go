package settle

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"iter"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/spill"
)

// Hoard takes in the findings and passes of a run that are too many for memory,
// in the order in which they would stand in Input. What memory it needs does not
// grow with them but for eight bytes each.
type Hoard struct {
	file             *spill.File
	findings, passes side
	paths            []string
	// inputs counts the findings that mean that an input could not be used.
	inputs int
	// active counts the findings that are reported, by severity.
	active map[finding.Severity]int
	// wrong are the subjects of findings on form, by rule.
	wrong map[string]*subjects
}

// side is the findings, or the passes.
type side struct {
	sorter *spill.Sorter[finding.Finding]
	// marks are the beginnings of their fingerprints, repeated those of them that
	// stand there more than once.
	marks    []uint64
	repeated map[uint64]bool
	// shown counts those that are reported.
	shown int
}

// subjects are hashes of subjects; a subject may be among them more than once.
type subjects [][hashBytes]byte

func (s *subjects) add(subject string) {
	var key [hashBytes]byte
	// What hash gives is hexadecimal, of that many bytes.
	_, _ = hex.Decode(key[:], []byte(hash(subject)))
	*s = append(*s, key)
}

// count gives the number of different subjects.
func (s *subjects) count() int {
	if s == nil {
		return 0
	}
	slices.SortFunc(*s, func(a, b [hashBytes]byte) int { return slices.Compare(a[:], b[:]) })
	*s = slices.Compact(*s)
	return len(*s)
}

// NewHoard makes a hoard for a report on the paths.
func NewHoard(paths []string) *Hoard {
	order := func(a, b *finding.Finding) int { return compare(*a, *b) }
	file := &spill.File{}
	return &Hoard{
		file: file, paths: paths, active: map[finding.Severity]int{}, wrong: map[string]*subjects{},
		findings: side{sorter: spill.NewSorter(file, order)}, passes: side{sorter: spill.NewSorter(file, order)},
	}
}

// Close lets go of everything.
func (h *Hoard) Close() error { return h.file.Close() }

// Judged takes in what a rule came to, and gives its counts alone.
func (h *Hoard) Judged(j Judgement) (Judgement, error) {
	if err := h.Add(j.Findings...); err != nil {
		return j, err
	}
	for i := range j.Passes {
		if err := h.passes.add(j.Passes[i], touches(&j.Passes[i], h.paths)); err != nil {
			return j, err
		}
	}
	j.Findings, j.Passes = nil, nil
	return j, nil
}

// Add takes in findings.
func (h *Hoard) Add(findings ...finding.Finding) error {
	for i := range findings {
		f := &findings[i]
		shown := touches(f, h.paths)
		if err := h.findings.add(*f, shown); err != nil {
			return err
		}
		if shown {
			h.active[f.Severity]++
		}
		if IsInput(f.Rule) {
			h.inputs++
		}
		if isForm(f.Rule) {
			if h.wrong[f.Rule] == nil {
				h.wrong[f.Rule] = &subjects{}
			}
			h.wrong[f.Rule].add(f.Subject)
		}
	}
	return nil
}

func (s *side) add(f finding.Finding, shown bool) error {
	f.Fingerprint = hash(identity(&f)...)
	s.marks = append(s.marks, markOf(&f))
	if shown {
		s.shown++
	}
	return s.sorter.Add(f)
}

// markOf gives the beginning of a fingerprint.
func markOf(f *finding.Finding) uint64 {
	var key [8]byte
	_, _ = hex.Decode(key[:], []byte(f.Fingerprint[:2*len(key)]))
	return binary.BigEndian.Uint64(key[:])
}

// seal ends the taking in.
func (s *side) seal() error {
	slices.Sort(s.marks)
	s.repeated = map[uint64]bool{}
	for i := 1; i < len(s.marks); i++ {
		if s.marks[i] == s.marks[i-1] {
			s.repeated[s.marks[i]] = true
		}
	}
	s.marks = nil
	return s.sorter.Seal()
}

// all gives everything in order, with fingerprints.
func (s *side) all() iter.Seq2[*finding.Finding, error] {
	return func(yield func(*finding.Finding, error) bool) {
		seen := map[string]int{}
		for f, err := range s.sorter.All() {
			if err == nil && len(s.repeated) > 0 && s.repeated[markOf(f)] {
				numbered(f, seen)
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

func (h *Hoard) seal() error { return errors.Join(h.findings.seal(), h.passes.seal()) }
