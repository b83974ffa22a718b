package corpora

import "strings"

// word is a name in both languages.
type word struct{ en, ja string }

func (w word) label(ja bool) object {
	if ja {
		return object{{"en", w.en}, {"ja", w.ja}}
	}
	return object{{"en", w.en}}
}

// trade is what a made-up company does: the axis along which it parts its
// figures with the members of that axis, and what it counts.
type trade struct {
	name    word
	id      string
	axis    string
	members []string
	output  string
}

var trades = []trade{
	{word{"Bakery", "製パン所"}, "bakery", "shop", []string{"mill-lane", "market-hall", "harbour-gate", "station"}, "loavesSold"},
	{word{"Ferries", "渡船"}, "ferries", "route", []string{"north-crossing", "isles", "sound", "night-boat"}, "passengersCarried"},
	{word{"Library", "図書館"}, "library", "branch", []string{"old-town", "riverside", "hilltop", "children"}, "booksLent"},
	{word{"Orchards", "果樹園"}, "orchards", "field", []string{"upper-slope", "lower-slope", "walled-garden", "brook"}, "cratesPicked"},
	{word{"Brewery", "醸造所"}, "brewery", "cellar", []string{"east-cellar", "west-cellar", "new-cellar", "gatehouse"}, "casksFilled"},
	{word{"Theatre", "劇場"}, "theatre", "stage", []string{"main-stage", "studio", "open-air", "cabaret"}, "ticketsSold"},
	{word{"Pottery", "窯元"}, "pottery", "kiln", []string{"climbing-kiln", "gas-kiln", "wood-kiln", "trial-kiln"}, "potsFired"},
	{word{"Dairy", "酪農場"}, "dairy", "herd", []string{"valley-herd", "moor-herd", "goats", "island-herd"}, "cheesesMade"},
}

// syllables make the names of towns: each of two letters, so that no two numbers
// give one name.
var syllables = []word{
	{"ka", "カ"},
	{"ri", "リ"},
	{"mo", "モ"},
	{"ta", "タ"},
	{"se", "セ"},
	{"no", "ノ"},
	{"lu", "ル"},
	{"ve", "ヴェ"},
	{"ha", "ハ"},
	{"do", "ド"},
	{"fi", "フィ"},
	{"be", "ベ"},
	{"ra", "ラ"},
	{"su", "ス"},
	{"ni", "ニ"},
	{"go", "ゴ"},
	{"me", "メ"},
	{"to", "ト"},
	{"wa", "ワ"},
	{"yu", "ユ"},
}

// town gives the n-th town. The names of neighbours do not look alike.
func town(n int) word {
	var w word
	add := func(i int) { w.en, w.ja = w.en+syllables[i].en, w.ja+syllables[i].ja }
	const names = 20 * 20 * 20 * 20
	short := (n%names*7919 + 24_680) % names // 7919 is prime to 20, so that all names come once
	for range 4 {
		add(short % len(syllables))
		short /= len(syllables)
	}
	for n /= names; n > 0; n /= len(syllables) {
		add(n % len(syllables))
	}
	w.en = strings.ToUpper(w.en[:1]) + w.en[1:]
	return w
}

// What claims say, of whom they are about.
var (
	assertions = []word{
		{"lowered its prices in spring", "は春に値下げした"},
		{"opened a second house in the old quarter", "は旧市街に二軒目を開いた"},
		{"took over the contract of the fair", "は祭りの仕事を引き継いだ"},
		{"buys its flour, timber and glass abroad", "は資材を国外から仕入れている"},
		{"closed for a month after the flood", "は水害のあと一か月休業した"},
		{"employs more apprentices than before", "は見習いを増やした"},
	}
	opinions = []word{
		{"The town needs more houses of this kind.", "町にはこうした事業者がもっと必要である。"},
		{"The season was a good one.", "良い一年だった。"},
		{"Prices ought to follow the harvest.", "価格は収穫に応じて決めるべきである。"},
		{"The new rooms are a credit to their builders.", "新しい建物は見事な出来である。"},
	}
	forecasts = []word{
		{"The works will be finished by then.", "工事はそれまでに終わる。"},
		{"Sales will pass those of the best year.", "売上高は過去最高を超える。"},
	}
	// What those who draw the facts remark.
	comments = []string{
		"Printed in the second chapter, beside the figure of the year before.",
		"The heading of the column stands on the page before; the digits are clear.",
		"Taken from the text, since the chart beside it shows no digits.",
		"Corrected on the errata slip that came with the printed copy.",
	}
	remarks = []word{
		{"without what is sold at the fair", "祭りでの販売分を除く"},
		{"counted at the end of the year", "年末の数"},
		{"as audited", "監査済み"},
	}
)
