package figure

// counters are the Japanese words for what is counted, directly after the
// amount. 月 is none: 11月 is a month, not eleven of them.
var counters = newLexicon(false, set(
	// people and organisations
	"名", "人", "名様", "世帯", "社", "か国", "カ国", "ヶ国", "ヵ国", "箇国", "国", "法人", "団体", "機関", "組織", "部門", "拠点",
	"工場", "店", "店舗", "支店", "校", "大学", "都市", "地域", "か所", "カ所", "ヶ所", "ヵ所", "箇所", "カ村", "県", "都道府県", "市町村",
	"グループ", "チーム", "企業", "家族", "組", "班", "戸", "棟", "軒", "室", "床",
	// things
	"件", "台", "個", "本", "枚", "冊", "部", "点", "株", "口", "通", "着", "足", "艘", "隻", "機", "基", "両", "頭", "匹", "羽", "席",
	"セット", "ロット", "ケース", "箱", "袋", "缶", "瓶", "杯", "皿", "食", "玉", "束", "体", "門", "丁",
	"車種", "種", "種類", "品種", "品目", "銘柄", "モデル", "機種", "タイプ", "型", "色", "系統", "系列", "路線", "車線", "便",
	"項目", "項", "条", "章", "節", "号", "版", "巻", "話", "題", "問", "行", "列", "段", "段階", "文字", "字", "語", "単語", "ページ", "頁",
	"つ", "案", "案件", "事業", "事例", "分野", "領域", "指標", "要素", "要因", "原則", "目標", "施策", "方針", "本柱", "柱", "軸",
	"プロジェクト", "プログラム", "製品", "商品", "サービス", "セグメント", "カテゴリー", "カテゴリ", "ステップ", "ライン", "アイテム",
	"特許", "論文", "作品", "曲", "試合", "勝", "敗", "得点", "票", "議席", "区分", "階", "階層", "層", "重", "対", "次", "次元",
	// time
	"年", "年間", "か年", "カ年", "ヶ年", "ヵ年", "年度", "事業年度", "会計年度", "か月", "カ月", "ヶ月", "ヵ月", "ケ月", "箇月",
	"か月間", "カ月間", "ヶ月間", "ヵ月間", "ケ月間", "週", "週間", "日", "日間", "営業日", "泊", "時間", "分", "分間", "秒", "秒間",
	"世紀", "世代", "代", "歳", "才", "期", "四半期", "学期", "周年", "回", "度", "期間", "周",
	// measures in words
	"トン", "キロ", "キログラム", "グラム", "ミリグラム", "キロメートル", "メートル", "センチ", "センチメートル", "ミリ", "ミリメートル",
	"平方メートル", "立方メートル", "平方キロメートル", "ヘクタール", "坪", "畳", "リットル", "バレル", "カロリー", "キロカロリー",
	"ワット", "キロワット", "メガワット", "ギガワット", "キロワット時", "ボルト", "アンペア", "馬力", "ヘルツ", "バイト", "ギガバイト",
	"ポイント", "点数", "ドット", "マイル", "フィート", "インチ", "ポンド", "オンス", "ペソ", "フラン", "銭",
))

// nouns are the English words for what is counted, after a space or a hyphen.
var nouns = newLexicon(false, set(
	"person", "persons", "people", "employees", "employee", "workers", "members", "officers", "directors", "customers", "users",
	"companies", "company", "firms", "suppliers", "dealers", "stores", "store", "shops", "plants", "plant", "factories", "sites",
	"offices", "branches", "countries", "country", "cities", "regions", "markets", "schools", "households", "families",
	"patents", "patent", "applications", "filings", "grants", "licences", "licenses", "items", "item", "units", "unit", "pieces",
	"vehicles", "vehicle", "cars", "car", "trucks", "models", "model", "products", "product", "brands", "shares", "share", "stocks",
	"points", "point", "pts", "pt", "steps", "stages", "pillars", "principles", "measures", "targets", "projects", "programmes",
	"programs", "categories", "segments", "types", "kinds", "cases", "contracts", "orders", "tickets", "loaves", "books", "pages",
	"words", "lines", "copies", "seats", "beds", "rooms", "homes", "buildings", "bridges", "roads", "votes", "goals",
	"years", "year", "months", "month", "weeks", "week", "days", "day", "hours", "hour", "minutes", "minute", "seconds",
	"quarters", "decades", "centuries", "fiscal years", "tonnes", "tonne", "tons", "ton", "kilograms", "grams", "kilometres",
	"kilometers", "metres", "meters", "miles", "feet", "inches", "litres", "liters", "gallons", "barrels", "acres", "hectares",
	"watts", "kilowatts", "megawatts", "gigawatts", "volts", "degrees", "horsepower", "square feet", "square metres", "square meters",
	"kilowatt-hours", "bytes", "gigabytes",
))

// symbols are those of measures, as they are written: k is kilo, K is not.
var symbols = newLexicon(true, set(
	"°", "°C", "℃", "°F", "℉", "K", "V", "kV", "mV", "A", "mA", "Ah", "mAh", "kAh", "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh",
	"TWh", "J", "kJ", "MJ", "GJ", "N", "kN", "Nm", "N·m", "Pa", "kPa", "MPa", "GPa", "bar", "Hz", "kHz", "MHz", "GHz", "dB", "lm", "lx",
	"m", "km", "cm", "mm", "nm", "μm", "µm", "㎞", "㎝", "㎜", "m2", "m²", "km2", "km²", "㎡", "m3", "m³", "㎥", "ha",
	"g", "kg", "mg", "t", "kt", "Mt", "Gt", "㎏", "㎎", "l", "L", "ml", "mL", "kl", "kL", "cc", "s", "ms", "h", "min", "rpm", "PS", "ps", "hp",
	"km/h", "km/l", "km/L", "m/s", "mph", "mpg", "Wh/kg", "Wh/L", "g/km", "kWh/100km", "t-CO2", "tCO2e", "t-CO2e", "ktCO2", "MtCO2e",
	"bit", "kB", "MB", "GB", "TB", "PB", "Mbps", "Gbps", "dpi", "px", "ppm", "ppb", "mol", "pt", "pts",
))

func set(list ...string) func() map[string]bool {
	return func() map[string]bool {
		m := make(map[string]bool, len(list))
		for _, word := range list {
			m[word] = true
		}
		return m
	}
}
