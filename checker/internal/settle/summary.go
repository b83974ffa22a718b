package settle

import (
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/finding"
)

func origins(in Input) []finding.Origin {
	list := []finding.Origin{}
	for _, id := range slices.Sorted(maps.Keys(in.Registry.Sources)) {
		s := in.Registry.Sources[id]
		list = append(list, finding.Origin{
			ID: id, Title: s.Title, Kind: s.Kind, SHA256: s.SHA256, Facts: in.Facts.BySource[id],
			Publisher: s.Node.Str("publisher"), Published: s.Node.Str("published"), Language: s.Node.Str("language"), Rounding: s.Rounding,
		})
	}
	return list
}

// countFacts adds to each input file the number of facts that it holds.
func countFacts(in Input) []finding.Input {
	files := slices.Clone(in.Files)
	for i := range files {
		files[i].Facts = in.Facts.ByFile[files[i].Path]
	}
	return files
}

func summarise(r *finding.Report, in Input) finding.Summary {
	s := finding.Summary{
		Facts: in.Facts.Facts, FactsByKind: map[string]int{}, Excluded: in.Excluded, Sources: len(in.Facts.BySource),
		Anchors: in.Anchors,
	}
	for _, rule := range r.Rules {
		// Whether a file has the right form is asked of everything; counted
		// among the checks it would drown those on what the facts say.
		if !rule.Preliminary {
			s.Checks += rule.Population
		}
		s.Undetermined += rule.Undetermined
	}
	maps.Copy(s.FactsByKind, in.Facts.ByKind)
	for i := range r.Findings {
		if IsInput(r.Findings[i].Rule) {
			s.InputErrors++
		}
	}
	return s
}

// tally counts the findings that are reported.
func tally(r *finding.Report) {
	r.Summary.Findings = map[finding.Severity]int{}
	for _, severity := range finding.Severities() {
		r.Summary.Findings[severity] = 0
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Active() {
			r.Summary.Findings[f.Severity]++
		} else {
			r.Summary.Decided++
		}
	}
	if r.Baseline != nil {
		baseline.Count(r)
	}
}
