package corpora

import (
	"fmt"
	"strconv"
)

var (
	cited    = &block{facts: 3, weight: 22, make: (*document).cited}
	uncited  = &block{facts: 1, weight: 8, make: (*document).uncited}
	expected = &block{facts: 1, weight: 4, make: (*document).expected}
	inOffice = &block{facts: 2, weight: 3, make: (*document).inOffice}
	twice    = &block{facts: 4, weight: 3, make: (*document).twice}
	seconded = &block{facts: 4, weight: 3, make: (*document).seconded}
)

// claim adds a claim and gives its id.
func (d *document) claim(o object, said word) string {
	d.count++
	id := d.next("claim")
	text := said.en
	if d.ja {
		text = said.ja
	}
	d.claims.entry(id, append(append(object{{"text", text}}, o...), field{"selector", d.at("")}))
	return id
}

// about gives the fields and the words of a claim of fact about somebody else.
func (d *document) about(more ...field) (object, word) {
	id, name := d.other()
	said := pick(&d.random, assertions)
	return append(object{{"modality", "fact"}, {"entity", id}}, more...), word{name.en + " " + said.en + ".", name.ja + said.ja + "。"}
}

const (
	refs = iota
	more
	notes
)

func entryID(list string, n int) string { return list + "." + strconv.Itoa(n) }

// enter adds an entry to a list and gives its number.
func (d *document) enter(l *entries, o object) int {
	d.count++
	l.last++
	l.section.entry(strconv.Itoa(l.last), append(o, field{"selector", d.at("")}))
	return l.last
}

func (d *document) note() int {
	return d.enter(d.lists[notes], object{{"form", "note"}, {"begins", brief(pick(&d.random, remarks).en)}})
}

// brief keeps to what may be quoted of an entry.
func brief(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 24)])
}

func (d *document) accessed() string { return fmt.Sprintf("%d-04-%02d", d.year+1, d.between(1, 28)) }

// address gives a place that no other entry of the document leads to.
func (d *document) address() string {
	d.serial++
	host := companyID(d.company)
	if n, ok := d.rival(); ok {
		host = companyID(n)
	}
	return fmt.Sprintf("https://www.%s.example/%d/notice-%d.html", host, d.year+1, d.serial)
}

// page adds an entry that leads somewhere.
func (d *document) page(l int, url string, fields ...field) int {
	return d.enter(d.lists[l], append(object{{"url", url}, {"accessed", d.accessed()}}, fields...))
}

var topics = []string{"prices", "harvest", "staffing", "buildings"}

// cited adds a claim with what it cites, and what it rests on in some cases.
func (d *document) cited(flaw string) bool {
	if flaw != "" {
		return d.citedWrong(flaw)
	}
	var of, treats []field
	if d.below(3) == 0 {
		topic := pick(&d.random, topics)
		of, treats = []field{{"topic", topic}}, []field{{"topics", list{topic, "trade"}}}
	}
	if d.below(3) == 0 {
		of = append(of, field{"rests", list{d.quantity(quantity{concept: "sales", axes: object{d.member()}, n: whole(d.money())})}})
	}
	if d.below(12) == 0 {
		n := d.enter(d.lists[refs], object{{"form", "print"}, {"begins", "Gazette of the trades"}})
		of = append(of[:0], field{"citations", list{n}})
	} else {
		of = append(of, field{"citations", list{d.page(refs, d.address(), treats...)}})
	}
	d.claim(d.about(of...))
	return true
}

// uncited adds what needs no citation.
func (d *document) uncited(string) bool {
	modality := pick(&d.random, []string{"opinion", "inference"})
	d.claim(object{{"modality", modality}}, pick(&d.random, opinions))
	return true
}

func (d *document) expected(flaw string) bool {
	due := d.year + 3
	if flaw != "" {
		due = d.year
	}
	id := d.claim(object{{"modality", "forecast"}, {"due", strconv.Itoa(due) + "-12-31"}}, pick(&d.random, forecasts))
	if flaw != "" {
		d.plant("time/forecast-due", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) inOffice(flaw string) bool {
	who := headID(d.company)
	if flaw != "" {
		who = formerID(d.company)
	}
	n := d.page(refs, d.address())
	id := d.claim(object{
		{"modality", "fact"}, {"entity", who}, {"office", companyID(d.company)}, {"citations", list{n}},
	}, word{"The head of the house opened the fair.", "代表が祭りの開会を告げた。"})
	if flaw != "" {
		d.plant("time/office-left", "", inconsistent, d.full(id), id)
	}
	return true
}

// twice adds two claims with two entries, one of which names both; as a flaw
// the entries lead to one place.
func (d *document) twice(flaw string) bool {
	url := d.address()
	first, again := d.page(refs, url), url
	if flaw == "" {
		again = d.address()
	}
	if flaw == "duplicate" {
		second := d.page(refs, again)
		d.claim(d.about(field{"citations", list{first}}))
		d.claim(d.about(field{"citations", list{second}}))
		d.plant("citation/duplicate-entry", "", inconsistent, d.full("refs"), entryID("refs", second))
		return true
	}
	second := d.page(more, again)
	d.claim(d.about(field{"citations", list{first}}))
	id := d.claim(d.about(field{"citations", list{first, entryID("more", second)}}))
	if flaw != "" {
		d.plant("citation/same-place-twice", "", inconsistent, d.full(id), id)
	}
	return true
}

// seconded adds claims that cite the second list; as a flaw an entry there has
// the number of another place in the first.
func (d *document) seconded(flaw string) bool {
	n := d.page(refs, d.address())
	d.claim(d.about(field{"citations", list{n}}))
	if flaw == "" {
		other := d.page(more, d.address())
		d.claim(d.about(field{"citations", list{other}}, field{"citationList", "more"}))
		return true
	}
	second := d.lists[more]
	last := second.last
	second.last = n - 1
	d.page(more, d.address())
	second.last = last
	d.claim(d.about(field{"citations", list{entryID("more", n)}}))
	d.plant("citation/number-leads-to-two-places", "", inconsistent, d.full("["+strconv.Itoa(n)+"]"), entryID("refs", n), entryID("more", n))
	return true
}
