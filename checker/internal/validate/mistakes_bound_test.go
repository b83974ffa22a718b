package validate_test

// Lengths, counts and values out of bounds.
var boundMistakes = []wrong{
	{
		"line zero", entry("quantities", "q: {concept: c, value: 1, selector: {line: 0}}"),
		[]string{"3:46 `line` must be at least 1, got 0"},
		[]string{"`line` は1以上でなければなりません（現在は0）"},
	},
	{
		"scale too large", entry("quantities", "q: {concept: c, value: 1, scale: 99}"),
		[]string{"3:36 `scale` must be at most 24, got 99"},
		[]string{"`scale` は24以下でなければなりません（現在は99）"},
	},
	{
		"quotation too long", entry("quantities", "q: {concept: c, value: 1, selector: {line: 1, exact: It was about sixty percent}}"),
		[]string{"3:56 `exact` must have at most 24 characters, got 26"},
		[]string{"`exact` は24文字以内でなければなりません（現在は26文字）"},
	},
	{
		"empty text", entry("claims", `c: {text: "", modality: fact}`),
		[]string{"3:13 `text` must not be empty; write, for example, `text: Revenue grew faster than spending.`"},
		[]string{"`text` を空にはできません。例: `text: Revenue grew faster than spending.`"},
	},
	{
		"no parts", entry("relations", "r: {sum: {total: a, parts: []}}"),
		[]string{"3:30 `parts` must not be empty; write, for example, `parts: [taxes, {fact: refunds, weight: -1}]`"},
		[]string{"`parts` を空にはできません。例: `parts: [taxes, {fact: refunds, weight: -1}]`"},
	},
	{
		"one equal", entry("relations", "r: {equal: {facts: [a]}}"),
		[]string{"3:22 `facts` must have at least 2 items, got 1"},
		[]string{"`facts` には2個以上の要素が必要です（現在は1個）"},
	},
	{
		"same part twice", entry("relations", "r: {sum: {total: a, parts: [b, c, b]}}"),
		[]string{"3:37 `parts` names `b` twice; remove item 3"},
		[]string{"`parts` に `b` が二度あります。3番目を削除してください"},
	},
	{
		"empty label", entry("claims", "c: {text: x, modality: fact, label: {}}"),
		[]string{"3:39 `label` must not be empty; write, for example, `label: {en: Revenue of the general fund, ja: 一般会計の歳入}`"},
		[]string{"`label` を空にはできません。例: `label: {en: Revenue of the general fund, ja: 一般会計の歳入}`"},
	},
}
