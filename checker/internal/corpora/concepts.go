package corpora

import "slices"

// manner is how figures of a concept are printed.
type manner int

const (
	thousands manner = iota // of dollars, rounded: what documents declare as default
	dollars                 // exactly
	things                  // counted exactly, in the concept's unit
	share                   // in percent, rounded
	plainly                 // rounded, without a unit
	words                   // no figures at all
)

// concept is an entry of the registry.
type concept struct {
	id     string
	labels word
	unit   string
	manner manner
	// instant says that its figures are for a day.
	instant bool
	// more holds further fields; needs are the concepts that they name.
	more  object
	needs []string
}

var (
	nonNegative = object{{"sign", "nonNegative"}}
	hundredth   = object{{"minimum", 0}, {"maximum", 100}}
)

func money(id, en, ja string) concept {
	return concept{id: id, labels: word{en, ja}, unit: "USD", manner: thousands}
}

func count(id, en, ja, unit string) concept {
	return concept{id: id, labels: word{en, ja}, unit: unit, manner: things, more: nonNegative}
}

func percent(id, en, ja string) concept {
	return concept{id: id, labels: word{en, ja}, unit: "percent", manner: share}
}

// bounded makes a concept one of which there cannot be more than of another.
func bounded(c concept, atMost string, more ...field) concept {
	bound := append(object{{"atMost", atMost}}, more...)
	c.more = append(slices.Clip(c.more), field{"bounds", list{bound}})
	c.needs = append(c.needs, atMost)
	return c
}

// known holds all concepts; a corpus registers those that it uses.
var known = concepts(
	money("sales", "Sales", "売上高"),
	money("costs", "Costs", "費用"),
	money("wages", "Wages", "賃金"),
	money("rents", "Rents", "賃料"),
	money("refunds", "Refunds", "返金"),
	money("repairs", "Repairs", "修繕費"),
	money("profit", "Profit", "利益"),
	money("turnover", "Turnover of a line", "品目別取扱高"),
	concept{id: "meanSales", labels: word{"Mean sales of a house", "一軒当たり平均売上高"}, unit: "USD", manner: thousands},
	concept{id: "price", labels: word{"Price", "価格"}, unit: "USD", manner: dollars, more: object{{"sign", "positive"}}},
	count("loavesSold", "Loaves sold", "販売個数", "loaf"),
	count("passengersCarried", "Passengers carried", "輸送人員", "passenger"),
	count("booksLent", "Books lent", "貸出冊数", "book"),
	count("cratesPicked", "Crates picked", "収穫箱数", "crate"),
	count("casksFilled", "Casks filled", "樽数", "cask"),
	count("ticketsSold", "Tickets sold", "販売券数", "ticket"),
	count("potsFired", "Pots fired", "焼成数", "pot"),
	count("cheesesMade", "Cheeses made", "製造個数", "cheese"),
	count("visitors", "Visitors", "来訪者数", "person"),
	count("respondents", "Respondents", "回答者数", "person"),
	count("listed", "Number of those listed", "列挙数", "item"),
	count("accidents", "Accidents", "事故件数", "accident"),
	count("complaintsReceived", "Complaints received", "苦情受付件数", "complaint"),
	bounded(count("complaintsSettled", "Complaints settled", "苦情解決件数", "complaint"), "complaintsReceived", field{"necessity", "necessary"}),
	count("applications", "Licences applied for", "許可申請件数", "licence"),
	bounded(count("grants", "Licences granted", "許可件数", "licence"), "applications",
		field{"necessity", "expected"}, field{"explanations", list{object{{"en", "Licences of a year may answer applications of the year before."}, {"ja", "前年の申請に対する許可を含むことがある。"}}}}),
	concept{id: "staff", labels: word{"Staff", "従業員数"}, unit: "person", manner: things, instant: true, more: object{{"sign", "nonNegative"}}},
	concept{id: "headCount", labels: word{"Head count", "総人員"}, unit: "person", manner: things, instant: true, more: object{{"sign", "nonNegative"}, {"requiredOf", list{"primaryFiling"}}}},
	bounded(concept{id: "women", labels: word{"Women", "女性従業員数"}, unit: "person", manner: things, instant: true, more: nonNegative, needs: []string{"men"}}, "staff",
		field{"together", list{"men"}}, field{"necessity", "necessary"}),
	concept{id: "men", labels: word{"Men", "男性従業員数"}, unit: "person", manner: things, instant: true, more: nonNegative},
	concept{id: "place", labels: word{"Place in a contest", "順位"}, unit: "rank", manner: things, more: object{{"sign", "positive"}}},
	percent("margin", "Margin", "利益率"),
	percent("growth", "Growth", "増加率"),
	concept{id: "part", labels: word{"Share", "構成比"}, unit: "percent", manner: share, more: hundredth},
	concept{id: "satisfaction", labels: word{"Satisfaction", "満足度"}, unit: "percent", manner: share, more: hundredth},
	concept{id: "weight", labels: word{"Weight", "割合"}, unit: "percent", manner: share, more: hundredth},
	percent("result", "Result", "達成度"),
	percent("payout", "Payout rate", "支給率"),
	percent("cap", "Cap of the plan", "達成率の上限"),
	percent("floor", "Floor of the plan", "達成率の下限"),
	concept{id: "rating", labels: word{"Rating", "格付"}, manner: words},
	concept{id: "multiple", labels: word{"Multiple", "倍率"}, unit: "pure", manner: plainly},
)

func concepts(all ...concept) map[string]*concept {
	m := make(map[string]*concept, len(all))
	for i := range all {
		m[all[i].id] = &all[i]
	}
	return m
}

// use notes that a corpus needs a concept, and those that it names.
func (c *corpus) use(id string) *concept {
	k := known[id]
	if !c.used[id] {
		c.used[id] = true
		for _, other := range k.needs {
			c.use(other)
		}
	}
	return k
}

func (k *concept) entry() object {
	period := "duration"
	if k.instant {
		period = "instant"
	}
	o := object{{"labels", k.labels.label(true)}, {"periodType", period}}
	if k.unit != "" {
		o = append(o, field{"unit", k.unit})
	}
	return append(o, k.more...)
}
