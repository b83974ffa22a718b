package corpora

import "strings"

// Whom facts are about: companies by their number, each with somebody who runs
// it and somebody who no longer does, and one guild.
const guildID = "guild"

// forum is a host where anyone may write, and registered as such.
const forum = "forum.tradestalk.example"

var hosts = field{"hosts", list{object{{"host", forum}, {"unfit", "userContent"}, {"reason", object{{"en", "Anyone may write there."}, {"ja", "誰でも投稿できる。"}}}}}}

func (c *corpus) guild() field {
	return field{guildID, object{{"type", "other"}, {"labels", word{"The Guild of Trades", "同業組合"}.label(true)}}}
}

func companyID(n int) string {
	return strings.ToLower(town(n).en) + "-" + trades[n%len(trades)].id
}

func (c *corpus) name(n int) word {
	t, k := town(n), trades[n%len(trades)].name
	return word{t.en + " " + k.en, t.ja + k.ja}
}

func headID(n int) string   { return "head-of-" + companyID(n) }
func formerID(n int) string { return "former-" + companyID(n) }

// rival gives another company of the corpus; there may be none.
func (d *document) rival() (int, bool) {
	companies := (d.documents + yearsPerCompany - 1) / yearsPerCompany
	if companies < 2 {
		return 0, false
	}
	return (d.company + 1 + d.below(companies-1)) % companies, true
}

// other gives whom a claim is about that the document's own company does not
// answer for.
func (d *document) other() (id string, name word) {
	if n, ok := d.rival(); ok {
		return companyID(n), d.name(n)
	}
	return guildID, word{"The Guild of Trades", "同業組合"}
}

// entities gives what the document adds to the registry.
func (d *document) entities() []field {
	if d.index%yearsPerCompany != 0 {
		return d.extra
	}
	id, at := companyID(d.company), town(d.company)
	held := func(more ...field) list {
		return list{append(object{{"title", "Head"}, {"organisation", id}, {"from", "2015-04-01"}}, more...)}
	}
	return append([]field{
		{id, object{{"type", "company"}, {"labels", d.name(d.company).label(true)}, {"fiscalYearEnd", "12-31"}, {"fiscalYearNamedBy", "end"}}},
		{headID(d.company), object{{"type", "person"}, {"labels", object{{"en", "A. " + at.en}}}, {"offices", held()}}},
		{formerID(d.company), object{{"type", "person"}, {"labels", object{{"en", "O. " + at.en}}}, {"offices", held(field{"until", "2020-09-30"})}}},
	}, d.extra...)
}
