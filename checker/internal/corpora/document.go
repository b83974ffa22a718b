package corpora

import (
	"fmt"
	"strconv"
)

// yearsPerCompany is the number of documents that one company publishes, one a
// year.
const yearsPerCompany = 4

// document is one source with its facts, while it is being composed.
type document struct {
	*corpus
	random
	index    int
	id, file string
	company  int
	trade    trade
	year     int
	kind     string
	ja       bool
	// truncate says that the source cuts digits off instead of rounding.
	truncate bool

	// size is the number of facts that it is to have, count what it has.
	size, count int
	quantities  section
	tables      section
	relations   section
	plans       section
	claims      section
	references  section
	events      section
	lists       []*entries
	extra       []field // further entries of the entity registry
	serial      int
	line        int
	// once holds the flaws that a document has, by their keys; headed says that
	// its head count was printed, or left out on purpose.
	once   map[string]bool
	headed bool
	// quotes are what it is still to print of other documents.
	quotes []quote
}

// entries is a list of references or notes.
type entries struct {
	id, kind string
	last     int
	section  section
}

var kinds = []string{"primaryFiling", "primaryFiling", "primaryFiling", "analysis", "press", "statistics", "slides", "primaryFiling"}

func sourceID(document int) string { return fmt.Sprintf("s%06d", document) }

func (c *corpus) document(i int) *document {
	d := &document{
		corpus: c, random: stream(c.Seed, 1, i), index: i, id: sourceID(i), file: c.file(i),
		company: i / yearsPerCompany, year: 2021 + i%yearsPerCompany,
		size: min(c.PerDocument, c.Facts-i*c.PerDocument), once: map[string]bool{},
	}
	d.trade = trades[d.company%len(trades)]
	d.kind = pick(&d.random, kinds)
	d.ja = d.below(4) == 0
	d.truncate = d.kind == "statistics"
	for _, s := range []*section{&d.quantities, &d.tables, &d.relations, &d.plans, &d.claims, &d.references, &d.events} {
		s.p, s.depth, s.begun = c.p, 1, []bool{true, false}
	}
	for _, id := range []string{"refs", "more", "notes"} {
		l := &entries{id: id, kind: "references"}
		if id == "notes" {
			l.kind = "notes"
		}
		if id == "more" {
			// Its numbers stand in no other list.
			l.last = 500_000
		}
		l.section = section{p: c.p, depth: 3, begun: []bool{true, true, true, false}}
		d.lists = append(d.lists, l)
	}
	return d
}

// next gives a new id for a fact of the document.
func (d *document) next(of string) string {
	d.serial++
	return of + "-" + strconv.Itoa(d.serial)
}

// at gives the selector of the next thing printed.
func (d *document) at(exact string) object {
	d.line += 1 + d.below(3)
	if exact == "" {
		return object{{"line", d.line}}
	}
	return object{{"line", d.line}, {"exact", exact}}
}

// full gives the id by which reports and other documents name a fact.
func (d *document) full(id string) string { return d.id + "/" + id }

// inconsistent is the verdict on most errors.
const inconsistent = "inconsistent"

// plant notes an error that the document holds: the finding's rule, case,
// verdict and subject, and the facts that are wrong.
func (d *document) plant(rule, of, verdict, subject string, facts ...string) {
	for i, id := range facts {
		facts[i] = d.full(id)
	}
	d.planted = append(d.planted, Planted{Rule: rule, Case: of, Verdict: verdict, Subject: subject, File: d.file, Facts: facts})
}

// plantIn notes an error that stands in a registry, or is told there.
func (d *document) plantIn(registry, rule, subject string) {
	d.plant(rule, "", inconsistent, subject)
	d.planted[len(d.planted)-1].File = "facts/" + registry + d.p.extension()
}

// follows notes what the error planted before leads to.
func (d *document) follows(rule, of, verdict, subject string, facts ...string) {
	d.plant(rule, of, verdict, subject, facts...)
	d.planted[len(d.planted)-1].Consequence = true
}

func (d *document) source() field {
	title := word{
		fmt.Sprintf("%s, report for %d", d.name(d.company).en, d.year), fmt.Sprintf("%s　%d年報告書", d.name(d.company).ja, d.year),
	}
	o := object{{"title", title.label(d.ja)}}
	if d.kind != "analysis" {
		o = append(o, field{"entity", companyID(d.company)})
	}
	rounding, language := "round", "en"
	if d.truncate {
		rounding = "truncate"
	}
	if d.ja {
		language = "ja"
	}
	return field{d.id, append(o, object{
		{"kind", d.kind}, {"language", language}, {"published", d.published()}, {"rounding", rounding},
	}...)}
}

func (d *document) published() string { return fmt.Sprintf("%d-05-20", d.year+1) }

// print gives the document's file.
func (d *document) print(buf []byte) []byte {
	s := section{p: d.p, buf: head(buf, d.p, "facts")}
	if d.p.json {
		s.buf = append(s.buf, "{\n"...)
	}
	s.entry("source", d.id)
	s.entry("defaults", object{
		{"entity", companyID(d.company)},
		{"period", d.year},
		{"unit", "USD"},
		{"scale", 3},
		{"rounded", true},
		{"noteList", "notes"},
		{"citationList", "refs"},
	})
	for _, l := range d.lists {
		if len(l.section.buf) > 0 {
			d.references.open(l.id)
			d.references.entry("kind", l.kind)
			d.references.open("entries")
			d.references.buf = append(d.references.buf, l.section.buf...)
			d.references.shut()
			d.references.shut()
		}
	}
	for _, part := range []struct {
		key string
		of  section
	}{
		{"quantities", d.quantities},
		{"tables", d.tables},
		{"relations", d.relations},
		{"plans", d.plans},
		{"claims", d.claims},
		{"references", d.references},
		{"events", d.events},
	} {
		if len(part.of.buf) > 0 {
			s.open(part.key)
			s.buf = append(s.buf, part.of.buf...)
			s.shut()
		}
	}
	if d.p.json {
		s.buf = append(s.buf, "\n}\n"...)
	}
	return s.buf
}
