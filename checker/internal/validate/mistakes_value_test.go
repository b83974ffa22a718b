package validate_test

// Values of the wrong type or form.
var valueMistakes = []wrong{
	{
		"number in words", entry("quantities", "q: {concept: c, value: 1, decimals: two}"),
		[]string{"3:39 `decimals` must be an integer, got \"two\"; write `decimals: 2`"},
		[]string{"`decimals` は整数でなければなりません（現在は \"two\"）。`decimals: 2` と書いてください"},
	},
	{
		"fraction for an integer", entry("quantities", "q: {concept: c, value: 1, decimals: 1.5}"),
		[]string{"3:39 `decimals` must be an integer, got 1.5; write, for example, `decimals: -6`"},
		[]string{"`decimals` は整数でなければなりません（現在は 1.5）。例: `decimals: -6`"},
	},
	{
		"quoted truth", entry("quantities", `q: {concept: c, value: 1, rounded: "yes"}`),
		[]string{"3:38 `rounded` must be true or false, got \"yes\"; write `rounded: true`"},
		[]string{"`rounded` はtrue か falseでなければなりません（現在は \"yes\"）。`rounded: true` と書いてください"},
	},
	{
		"number where a name is wanted", entry("quantities", "q: {concept: c, value: 1, unit: 3}"),
		[]string{"3:35 `unit` must be text, got 3; write, for example, `unit: USD`"},
		[]string{"`unit` は文字列でなければなりません（現在は 3）。例: `unit: USD`"},
	},
	{
		"single note", entry("quantities", "q: {concept: c, value: 1, notes: 2}"),
		[]string{"3:36 `notes` must be a list, got 2; write `notes: [2]`"},
		[]string{"`notes` はリストでなければなりません（現在は 2）。`notes: [2]` と書いてください"},
	},
	{
		"bare figure", entry("quantities", "q: 12"),
		[]string{"3:6 `q` must be a mapping, got 12; write `q: {value: 12}`"},
		[]string{"`q` はマッピングでなければなりません（現在は 12）。`q: {value: 12}` と書いてください"},
	},
	{
		"no content", entry("quantities", "q:"),
		[]string{"3:3 `q` must be a mapping, got nothing; write, for example, `q: {concept: revenue, selector: {exact: \"$1,605\", line: 12}, value: 1605}`"},
		[]string{"`q` はマッピングでなければなりません（現在は 値なし）。例: `q: {concept: revenue, selector: {exact: \"$1,605\", line: 12}, value: 1605}`"},
	},
	{
		"list for a figure", entry("quantities", "q: {concept: c, value: [1]}"),
		[]string{"3:26 `value` must be a number or text, got a list; write, for example, `value: 1605`"},
		[]string{"`value` は数値か文字列でなければなりません（現在は リスト）。例: `value: 1605`"},
	},
	{
		"truth in a cell", entry("tables", "t: {columns: {a: {}}, rows: {r: {cells: [true]}}}"),
		[]string{"3:44 item 1 of `cells` must be a number, text, null or a mapping, got true; write, for example, `1605`"},
		[]string{"`cells` の1番目は数値か文字列かnullかマッピングでなければなりません（現在は true）。例: `1605`"},
	},
	{
		"printed separators", entry("quantities", `q: {concept: c, value: "1,605"}`),
		[]string{"3:26 `value` must look like `1605`, `\"0.10\"` or `1/12`, got \"1,605\"; write `value: 1605`"},
		[]string{"`value` は `1605`、`\"0.10\"`、`1/12` のように書きます（現在は \"1,605\"）。`value: 1605` と書いてください"},
	},
	{
		"decimal comma", entry("quantities", `q: {concept: c, value: "2,5"}`),
		[]string{"3:26 `value` must look like `1605`, `\"0.10\"` or `1/12`, got \"2,5\""},
		[]string{"`value` は `1605`、`\"0.10\"`、`1/12` のように書きます（現在は \"2,5\"）"},
	},
	{
		"currency and full-width digits", entry("quantities", `q: {concept: c, value: "￥１２３"}`),
		[]string{"3:26 `value` must look like `1605`, `\"0.10\"` or `1/12`, got \"￥１２３\"; write `value: 123`"},
		[]string{"`value` は `1605`、`\"0.10\"`、`1/12` のように書きます（現在は \"￥１２３\"）。`value: 123` と書いてください"},
	},
	{
		"printed percentage", entry("plans", "p: {measures: {m: {metric: x, weight: 20%}}}"),
		[]string{"3:41 `weight` must look like `20`, got \"20%\"; write `weight: 20`"},
		[]string{"`weight` は `20` のように書きます（現在は \"20%\"）。`weight: 20` と書いてください"},
	},
	{
		"slash in a month", entry("quantities", "q: {concept: c, value: 1, period: 2025/04}"),
		[]string{"3:37 `period` must look like `FY2025`, `2025`, `2025-11`, `2025-03-31`, `2024-04-01/2025-03-31` or `FY2024/FY2026`, got \"2025/04\"; write `period: 2025-04`"},
		[]string{"`period` は `FY2025`、`2025`、`2025-11`、`2025-03-31`、`2024-04-01/2025-03-31`、`FY2024/FY2026` のように書きます（現在は \"2025/04\"）。`period: 2025-04` と書いてください"},
	},
	{
		"year out of range", entry("quantities", "q: {concept: c, value: 1, period: 25}"),
		[]string{"3:37 `period` must be at least 1000, got 25"},
		[]string{"`period` は1000以上でなければなりません（現在は25）"},
	},
	{
		"other date", entry("events", "e: {date: 6 Nov 2025, type: x}"),
		[]string{"3:13 `date` must look like `2025-03-31`, `2021-11`, `1974` or `FY2028`, got \"6 Nov 2025\""},
		[]string{"`date` は `2025-03-31`、`2021-11`、`1974`、`FY2028` のように書きます（現在は \"6 Nov 2025\"）"},
	},
	{
		"other day", entry("references", "l: {kind: references, entries: {1: {form: print, begins: A, accessed: 6 Nov 2025}}}"),
		[]string{"3:73 `accessed` must be a day as YYYY-MM-DD, got \"6 Nov 2025\"; write `accessed: 2025-11-06`"},
		[]string{"`accessed` はYYYY-MM-DD 形式の日付でなければなりません（現在は \"6 Nov 2025\"）。`accessed: 2025-11-06` と書いてください"},
	},
	{
		"pointer without a place", entry("quantities", "q: {concept: c, value: 1, notes: [{note: 2}]}"),
		[]string{"3:38 item 1 of `notes` has no `selector`; add, for example, `selector: {exact: \"$1,605\", line: 12}`"},
		[]string{"`notes` の1番目に `selector` がありません。例: `selector: {exact: \"$1,605\", line: 12}`"},
	},
	{
		"impossible date", entry("events", "e: {date: 2025-02-30, type: x}"),
		[]string{"3:13 `date` must be a day as YYYY-MM-DD, got \"2025-02-30\"; write, for example, `date: 2025-03-31`"},
		[]string{"`date` はYYYY-MM-DD 形式の日付でなければなりません（現在は \"2025-02-30\"）。例: `date: 2025-03-31`"},
	},
	{
		"bare host", entry("references", "l: {kind: references, entries: {1: {url: example.org/a}}}"),
		[]string{"3:44 `url` must be a web address, got \"example.org/a\"; write `url: \"https://example.org/a\"`"},
		[]string{"`url` はURLでなければなりません（現在は \"example.org/a\"）。`url: \"https://example.org/a\"` と書いてください"},
	},
	{
		"other protocol", entry("references", `l: {kind: references, entries: {1: {url: "ftp://example.org"}}}`),
		[]string{"3:44 `url` must look like `\"https://example.org/a\"`, got \"ftp://example.org\""},
		[]string{"`url` は `\"https://example.org/a\"` のように書きます（現在は \"ftp://example.org\"）"},
	},
	{
		"misspelled status", entry("quantities", "q: {concept: c, status: undisclosd}"),
		[]string{"3:27 `status` must be `disclosed`, `nil`, `undisclosed`, `lost` or `notApplicable`, got \"undisclosd\"; write `status: undisclosed`"},
		[]string{"`status` は `disclosed`、`nil`、`undisclosed`、`lost`、`notApplicable` のいずれかでなければなりません（現在は \"undisclosd\"）。`status: undisclosed` と書いてください"},
	},
	{
		"foreign modality", entry("claims", "c: {text: x, modality: guess}"),
		[]string{"3:26 `modality` must be `fact`, `inference`, `forecast` or `opinion`, got \"guess\""},
		[]string{"`modality` は `fact`、`inference`、`forecast`、`opinion` のいずれかでなければなりません（現在は \"guess\"）"},
	},
	{
		"misspelled outcome", entry("plans", "p: {measures: {m: {metric: x, outcome: misst}}}"),
		[]string{"3:42 `outcome` must be `exceeded`, `met` or `missed`, got \"misst\"; write `outcome: missed`"},
		[]string{"`outcome` は `exceeded`、`met`、`missed` のいずれかでなければなりません（現在は \"misst\"）。`outcome: missed` と書いてください"},
	},
	{
		"id with a space", entry("quantities", "by fund: {concept: c, value: 1}"),
		[]string{"3:3 \"by fund\" is no id: an id has only letters, digits, hyphens and underscores, and begins with a letter or digit; write `by-fund`"},
		[]string{"\"by fund\" はIDとして使えません。IDは英数字・ハイフン・下線のみで、先頭は英数字です。`by-fund` と書いてください"},
	},
	{
		"axis with a space", entry("quantities", "q: {concept: c, value: 1, dimensions: {a b: x}}"),
		[]string{"3:42 \"a b\" is no id: an id has only letters, digits, hyphens and underscores, and begins with a letter or digit; write `a-b`"},
		[]string{"\"a b\" はIDとして使えません。IDは英数字・ハイフン・下線のみで、先頭は英数字です。`a-b` と書いてください"},
	},
	{
		"bad part", entry("relations", "r: {sum: {total: a, parts: [b c]}}"),
		[]string{"3:31 item 1 of `parts` must look like `taxes`, got \"b c\"; write `b-c`"},
		[]string{"`parts` の1番目は `taxes` のように書きます（現在は \"b c\"）。`b-c` と書いてください"},
	},
}
