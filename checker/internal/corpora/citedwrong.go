package corpora

import (
	"strconv"
	"strings"
)

// citedWrong adds a claim that is ill supported.
func (d *document) citedWrong(flaw string) bool {
	switch flaw {
	case "bare", "beyond", "inference", "dangling":
		d.claimWrong(flaw)
	case "old", "late", "undated", "topic":
		d.datedWrong(flaw)
	default:
		d.entryWrong(flaw)
	}
	return true
}

// claimWrong adds a claim that itself is wrong.
func (d *document) claimWrong(flaw string) {
	if flaw == "bare" {
		id := d.claim(d.about())
		d.plant("citation/claim-without-citation", "", inconsistent, d.full(id), id)
		return
	}
	n := d.page(refs, d.address())
	o, said := d.about(field{"citations", list{n}})
	switch flaw {
	case "beyond":
		o[len(o)-1].value = list{n, 900_000}
		id := d.claim(o, said)
		d.plant("citation/marker-without-entry", "beyondList", inconsistent, d.full(id), id)
	case "inference":
		o[0].value = "inference"
		id := d.claim(o, said)
		d.plant("citation/inference-cited", "", inconsistent, d.full("refs"), id)
	case "dangling":
		id := d.claim(append(o, field{"rests", list{d.next("lost")}}), said)
		d.plant("register/dangling-reference", "", inconsistent, d.full(id), id)
	}
}

// datedWrong adds a claim whose entry has the wrong day, or the wrong matter.
func (d *document) datedWrong(flaw string) {
	year := strconv.Itoa(d.year)
	switch flaw {
	case "late":
		n := d.enter(d.lists[refs], object{{"url", d.address()}, {"accessed", strconv.Itoa(d.year+1) + "-06-15"}})
		d.claim(d.about(field{"citations", list{n}}))
		d.plant("time/reference-dates", "", inconsistent, d.full(entryID("refs", n)), entryID("refs", n))
	case "undated":
		n := d.enter(d.lists[refs], object{{"url", d.address()}})
		// One with a day beside it, wherever else there may be none.
		other := d.page(refs, d.address())
		d.claim(d.about(field{"citations", list{n, other}}))
		d.plant("citation/access-dates", "", inconsistent, d.full("refs"), entryID("refs", n))
	case "topic":
		n := d.page(refs, d.address(), field{"topics", list{"history"}})
		id := d.claim(d.about(field{"citations", list{n}}, field{"topic", pick(&d.random, topics)}))
		d.plant("citation/topic", "", inconsistent, d.full(id), id)
	case "old":
		n := d.page(refs, d.address(), field{"published", year + "-03-01"})
		basis := d.quantity(quantity{concept: "sales", axes: object{d.member()}, n: whole(d.money())})
		id := d.claim(d.about(field{"citations", list{n}}, field{"rests", list{basis}}))
		d.plant("time/support-too-old", "", inconsistent, d.full(id), id)
	}
}

// entryWrong adds a claim with an entry that leads nowhere good, or an entry
// that nothing cites.
func (d *document) entryWrong(flaw string) {
	url, rule, of := d.address(), "citation/unfit-address", flaw
	var n int
	switch flaw {
	case "search":
		n = d.page(refs, "https://finder.example/search?q="+strings.ReplaceAll(companyID(d.company), "-", "+")+"+"+strconv.Itoa(d.serial))
	case "forum":
		n, of = d.page(refs, "https://"+forum+"/t/"+strconv.Itoa(d.serial)), ""
	case "residue":
		n = d.page(refs, url+"?utm_source=finder")
	case "nowhere":
		rule, of = "citation/entry-without-address", ""
		n = d.enter(d.lists[refs], object{{"form", "text"}, {"begins", "to be confirmed"}})
	case "idle":
		n = d.page(refs, url)
		used := d.page(refs, d.address())
		d.claim(d.about(field{"citations", list{used}}))
		d.plant("citation/entry-never-cited", "", inconsistent, d.full("refs"), entryID("refs", n))
		return
	case "address":
		n = d.page(refs, "https://[not an address")
		d.plant("record/schema", "format", inconsistent, d.full(entryID("refs", n)), entryID("refs", n))
		return
	}
	d.claim(d.about(field{"citations", list{n}}))
	d.plant(rule, of, inconsistent, d.full(entryID("refs", n)), entryID("refs", n))
}
