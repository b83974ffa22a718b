package settle

import (
	"maps"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// Judgement is what one rule came to over some of the facts, in words: all that
// a report needs of them, so that the facts themselves may be let go.
type Judgement struct {
	// Rule is the rule's id.
	Rule                                                 string
	Population, RoundingOnly, Inconsistent, Undetermined int
	// Findings and Passes are not in order yet, and have no fingerprints.
	Findings, Passes []finding.Finding
}

// Judge words the outcomes of rules over a corpus.
func Judge(c *fact.Corpus, outcomes []evaluate.Outcome) []Judgement {
	s := settler{corpus: c}
	list := make([]Judgement, 0, len(outcomes))
	for _, o := range outcomes {
		j := Judgement{Rule: o.Rule.ID, Population: o.Population}
		for _, check := range o.Checks {
			j.add(s.finding(o.Rule, check))
		}
		list = append(list, j)
	}
	return list
}

func (j *Judgement) add(f finding.Finding) {
	switch f.Verdict {
	case finding.Consistent:
		j.Passes = append(j.Passes, f)
		return
	case finding.RoundingOnly:
		j.RoundingOnly++
	case finding.Inconsistent:
		j.Inconsistent++
	case finding.Undetermined:
		j.Undetermined++
	}
	j.Findings = append(j.Findings, f)
}

// Add adds what the same rule came to over other facts.
func (j *Judgement) Add(other Judgement) {
	j.Population += other.Population
	j.RoundingOnly += other.RoundingOnly
	j.Inconsistent += other.Inconsistent
	j.Undetermined += other.Undetermined
	j.Findings = append(j.Findings, other.Findings...)
	j.Passes = append(j.Passes, other.Passes...)
}

// Tally counts facts: all of them, and by kind, source and file.
type Tally struct {
	Facts                    int
	ByKind, BySource, ByFile map[string]int
}

// Count counts the facts of a corpus.
func Count(c *fact.Corpus) Tally {
	t := Tally{ByKind: map[string]int{}, BySource: map[string]int{}, ByFile: map[string]int{}}
	for _, source := range c.Sources {
		t.Facts += len(source.Facts)
		t.BySource[source.ID] = len(source.Facts)
		for _, f := range source.Facts {
			t.ByKind[string(f.Kind)]++
			t.ByFile[f.Place.File]++
		}
	}
	return t
}

// Add adds the counts of other facts.
func (t *Tally) Add(other Tally) {
	t.Facts += other.Facts
	for to, from := range map[*map[string]int]map[string]int{&t.ByKind: other.ByKind, &t.BySource: other.BySource, &t.ByFile: other.ByFile} {
		if *to == nil {
			*to = maps.Clone(from)
			continue
		}
		for key, n := range from {
			(*to)[key] += n
		}
	}
}
