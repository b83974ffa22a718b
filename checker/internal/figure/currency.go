package figure

// currencySigns stand before an amount.
var currencySigns = newLexicon(false, func() map[string]string {
	return map[string]string{
		"$": "USD", "us$": "USD", "usd$": "USD", "¥": "JPY", "jp¥": "JPY", "€": "EUR", "£": "GBP",
		"a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nt$": "TWD", "s$": "SGD", "nz$": "NZD",
		"r$": "BRL", "cn¥": "CNY", "rmb": "CNY", "₩": "KRW", "₹": "INR", "₫": "VND", "₱": "PHP", "₽": "RUB", "฿": "THB",
	}
})

// currencyWords stand after an amount. ポンド and ペソ alone are of several
// countries or none, and so are left out.
var currencyWords = newLexicon(false, func() map[string]string {
	return map[string]string{
		"円": "JPY", "日本円": "JPY", "yen": "JPY", "japanese yen": "JPY",
		"ドル": "USD", "米ドル": "USD", "usドル": "USD", "dollars": "USD", "dollar": "USD", "us dollars": "USD",
		"u.s. dollars": "USD", "$": "USD",
		"ユーロ": "EUR", "euros": "EUR", "euro": "EUR", "€": "EUR",
		"英ポンド": "GBP", "pounds sterling": "GBP",
		"元": "CNY", "人民元": "CNY", "中国元": "CNY", "yuan": "CNY", "renminbi": "CNY",
		"ウォン": "KRW", "韓国ウォン": "KRW", "won": "KRW", "バーツ": "THB", "baht": "THB", "ルピー": "INR", "インドルピー": "INR",
		"rupees": "INR", "スイスフラン": "CHF", "swiss francs": "CHF", "豪ドル": "AUD", "australian dollars": "AUD",
		"カナダドル": "CAD", "canadian dollars": "CAD", "香港ドル": "HKD", "台湾ドル": "TWD", "シンガポールドル": "SGD",
		"メキシコペソ": "MXN", "ブラジルレアル": "BRL", "レアル": "BRL", "ルーブル": "RUB", "南アフリカランド": "ZAR",
		"インドネシアルピア": "IDR", "ルピア": "IDR", "ベトナムドン": "VND", "フィリピンペソ": "PHP", "リンギット": "MYR",
	}
})

// currencyCodes are codes of ISO 4217, before or after an amount, in capitals.
var currencyCodes = newLexicon(true, codes(
	"AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF",
	"IDR", "ILS", "INR", "JPY", "KRW", "KWD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR",
	"RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
))

func codes(list ...string) func() map[string]string {
	return func() map[string]string {
		m := make(map[string]string, len(list))
		for _, code := range list {
			m[code] = code
		}
		return m
	}
}

// currencyAt reads a currency in front of an amount.
func (t text) currencyAt(at int) (iso string, end int, ok bool) {
	if iso, end, ok = currencySigns.longest(t, at); ok {
		return iso, t.space(end), true
	}
	// The digits may follow a code at once: USD5.
	after := at + codeLength
	if after > len(t.plain) || isLatin(t.at(after)) {
		return "", at, false
	}
	code := text{plain: t.plain[:after], lower: t.lower[:after]}
	iso, end, ok = currencyCodes.longest(code, at)
	return iso, t.space(end), ok
}

const codeLength = 3
