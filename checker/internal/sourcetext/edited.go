package sourcetext

import (
	"cmp"
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// candidate is a file that may be the edited version of a source.
type candidate struct {
	id    string
	file  file
	named bool
	// stand of the source's quotations are in the file, in their order.
	stand, quotations int
	text              *Text
}

// edited finds, for the sources without a file, the file that evidently is an
// edited version of it: it is named like the source's id, or more than half
// of what the facts quote still stands in it, in the same order. A file is
// that of one source at most.
func (s *search) edited(ctx context.Context, files []file) (map[string]candidate, error) {
	var open []string
	for _, id := range s.ids {
		if d := s.texts.wanted[id].digest(); d == "" || len(s.found[d]) == 0 {
			open = append(open, id)
		}
	}
	var all []candidate
	total := int64(0)
	for _, f := range files {
		if len(open) == 0 {
			break
		}
		if digest, ok := s.digests[f.path]; !ok || len(s.byHash[digest]) > 0 {
			continue
		}
		found, err := s.candidates(ctx, f, open, &total)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, better)
	chosen, taken := map[string]candidate{}, map[string]bool{}
	for _, c := range all {
		if _, ok := chosen[c.id]; !ok && !taken[c.file.path] {
			chosen[c.id] = c
			taken[c.file.path] = true
		}
	}
	return chosen, nil
}

func better(a, b candidate) int {
	if a.named != b.named {
		if a.named {
			return -1
		}
		return 1
	}
	// Shares are compared cross-multiplied.
	return cmp.Or(cmp.Compare(b.stand*max(a.quotations, 1), a.stand*max(b.quotations, 1)),
		strings.Compare(a.id, b.id), strings.Compare(a.file.path, b.file.path))
}

// candidates holds one file to every source that has none. A file is read
// once for each way in which those sources are declared.
func (s *search) candidates(ctx context.Context, f file, open []string, total *int64) ([]candidate, error) {
	read := map[declaration]*Text{}
	var found []candidate
	for _, id := range open {
		wanted := s.texts.wanted[id]
		c := candidate{id: id, file: f, named: namedLike(f.path, id)}
		quotes := distinct(wanted.Quotations)
		if c.quotations = len(quotes); !c.named && c.quotations < minQuotations {
			continue
		}
		d := wanted.declaration()
		text, ok := read[d]
		if !ok {
			var err error
			if text, err = s.candidateText(ctx, f, d, total); err != nil {
				return nil, err
			}
			read[d] = text
		}
		if text != nil {
			own := *text
			own.ID = id
			c.text, c.stand = &own, inOrder(text, quotes)
		}
		if c.named || 2*c.stand > c.quotations {
			found = append(found, c)
		}
	}
	return found, nil
}

// candidateText reads a file that no source asked for; that it cannot be read
// is no one's concern, that it was not tried is.
func (s *search) candidateText(ctx context.Context, f file, d declaration, total *int64) (*Text, error) {
	text, err := s.text(ctx, f, d, total)
	if _, ok := errors.AsType[Cause](err); !ok {
		return text, err
	}
	if limit, ok := errors.AsType[*LimitError](err); ok && limit.What == LimitTotal {
		s.skip(f.path, limit)
	}
	return nil, nil
}

func namedLike(name, id string) bool {
	base := path.Base(name)
	return strings.EqualFold(base, id) || strings.EqualFold(strings.TrimSuffix(base, path.Ext(base)), id)
}

const (
	// minQuotations is how many quotations it takes to recognise a text.
	minQuotations = 3
	// minQuoted is how long they are, in code points: a shorter one stands
	// in any text.
	minQuoted = 3
	// maxPlaces bounds the places of one quotation.
	maxPlaces = 256
)

// distinct gives the quotations that tell a text, by line, each once.
func distinct(quotations []Quotation) []string {
	sorted := slices.Clone(quotations)
	slices.SortStableFunc(sorted, func(a, b Quotation) int { return cmp.Compare(a.Line, b.Line) })
	seen := map[string]bool{}
	var quotes []string
	for _, q := range sorted {
		if utf8.RuneCountInString(q.Exact) >= minQuoted && !seen[q.Exact] {
			seen[q.Exact] = true
			quotes = append(quotes, q.Exact)
		}
	}
	return quotes
}

// inOrder counts the quotations of the longest series that stands in the text
// in the same order of lines: the method of Hunt and Szymanski.
func inOrder(t *Text, quotes []string) int {
	// ends[k] is the earliest line on which a series of k+1 can end.
	var ends []int
	for _, q := range quotes {
		lines := t.linesWith(q, maxPlaces)
		slices.Reverse(lines)
		for _, line := range lines {
			k, _ := slices.BinarySearch(ends, line+1)
			if k == len(ends) {
				ends = append(ends, line)
			} else {
				ends[k] = line
			}
		}
	}
	return len(ends)
}
