package validate_test

// Fields that are unknown, missing or out of place.
var fieldMistakes = []wrong{
	{
		"misspelled fields", entry("quantities", "q: {concpt: c, vlaue: 1, scael: 2}"),
		[]string{
			"3:7 unknown field `concpt` in `q`; did you mean `concept`?",
			"3:18 unknown field `vlaue` in `q`; did you mean `value`?",
			"3:28 unknown field `scael` in `q`; did you mean `scale`?",
		},
		[]string{
			"`q` に `concpt` という項目はありません。`concept` の誤りではありませんか",
			"`q` に `vlaue` という項目はありません。`value` の誤りではありませんか",
			"`q` に `scael` という項目はありません。`scale` の誤りではありませんか",
		},
	},
	{
		"field of another kind", entry("quantities", "q: {concept: c, value: 1, citations: [1]}"),
		[]string{"3:29 unknown field `citations` in `q`; it belongs in `claim`"},
		[]string{"`q` に `citations` という項目はありません。`claim` の項目です"},
	},
	{
		"section inside an entry", entry("claims", "c: {text: x, modality: fact, quantities: {}}"),
		[]string{"3:32 unknown field `quantities` in `c`; it belongs at the top of the document"},
		[]string{"`c` に `quantities` という項目はありません。文書の最上位に書く項目です"},
	},
	{
		"unheard-of field", entry("quantities", "q: {concept: c, value: 1, zzzzzz: 1}"),
		[]string{"3:29 unknown field `zzzzzz` in `q`"},
		[]string{"`q` に `zzzzzz` という項目はありません"},
	},
	{
		"misspelled field in a cell", entry("tables", "t: {columns: {a: {}, b: {}}, rows: {r: {cells: [1, {vlaue: 2}]}}}"),
		[]string{"3:55 unknown field `vlaue` in item 2 of `cells`; did you mean `value`?"},
		[]string{"`cells` の2番目に `vlaue` という項目はありません。`value` の誤りではありませんか"},
	},
	{
		"misspelled section", "source: a\nquantites: {}\n",
		[]string{"2:1 unknown field `quantites` in the document; did you mean `quantities`?"},
		[]string{"この文書に `quantites` という項目はありません。`quantities` の誤りではありませんか"},
	},
	{
		"misspelled default", "source: a\ndefaults: {perid: FY2025}\n",
		[]string{"2:12 unknown field `perid` in `defaults`; did you mean `period`?"},
		[]string{"`defaults` に `perid` という項目はありません。`period` の誤りではありませんか"},
	},
	{
		"section as a list", "source: a\nrelations: []\n",
		[]string{"2:12 `relations` must be a mapping, got a list; write, for example, `relations: {by-fund: {sum: {parts: [taxes, fees], total: revenue}}}`"},
		[]string{"`relations` はマッピングでなければなりません（現在は リスト）。例: `relations: {by-fund: {sum: {parts: [taxes, fees], total: revenue}}}`"},
	},
	{
		"empty section", "source: a\nplans:\n",
		[]string{"2:1 `plans` must be a mapping, got nothing; write, for example, `plans: {bonus: {measures: {profit: {metric: operatingProfit, weight: 20}}}}`"},
		[]string{"`plans` はマッピングでなければなりません（現在は 値なし）。例: `plans: {bonus: {measures: {profit: {metric: operatingProfit, weight: 20}}}}`"},
	},
	{
		"missing concept", entry("quantities", "q: {value: 1}"),
		[]string{"3:3 `q` has no `concept`; add, for example, `concept: revenue`"},
		[]string{"`q` に `concept` がありません。例: `concept: revenue`"},
	},
	{
		"two missing fields", entry("claims", "c: {entity: x}"),
		[]string{"3:3 `c` has no `text` or `modality`; add, for example, `text: Revenue grew faster than spending.`"},
		[]string{"`c` に `text`、`modality` がありません。例: `text: Revenue grew faster than spending.`"},
	},
	{
		"missing line", entry("quantities", `q: {concept: c, value: 1, selector: {exact: "1"}}`),
		[]string{"3:29 `selector` has no `line`; add, for example, `line: 12`"},
		[]string{"`selector` に `line` がありません。例: `line: 12`"},
	},
	{
		"no value", entry("quantities", "q: {concept: c}"),
		[]string{"3:3 `q` needs one of `value`, `lower`, `upper`, `text` or `status`"},
		[]string{"`q` には `value`、`lower`、`upper`、`text`、`status` のいずれかが必要です"},
	},
	{
		"disclosed without value", entry("quantities", "q: {concept: c, status: disclosed}"),
		[]string{"3:3 `q` has `status: disclosed` but no `value`, `lower`, `upper` or `text`"},
		[]string{"`q` は `status: disclosed` ですが、`value`、`lower`、`upper`、`text` がありません"},
	},
	{
		"value beside a status", entry("quantities", "q: {concept: c, value: 3, status: nil}"),
		[]string{"3:19 `value` cannot stand beside `status: nil`; remove one of the two"},
		[]string{"`value` と `status: nil` は同時に書けません。どちらかを削除してください"},
	},
	{
		"value beside a range", entry("quantities", "q: {concept: c, value: 3, upper: 4}"),
		[]string{"3:29 `upper` cannot stand beside `value`; remove one of the two"},
		[]string{"`upper` と `value` は同時に書けません。どちらかを削除してください"},
	},
	{
		"step without print", entry("quantities", "q: {concept: c, value: 3, step: 5}"),
		[]string{"3:29 `step` needs `stepPrint` beside it; add, for example, `stepPrint: in steps of 5`"},
		[]string{"`step` には `stepPrint` が必要です。例: `stepPrint: in steps of 5`"},
	},
	{
		"pieces without the run", entry("quantities", "q: {concept: c, value: 3, selector: {line: 1, split: [a, b], index: 1}}"),
		[]string{"3:49 `split` needs `exact` beside it; add, for example, `exact: \"$1,605\"`"},
		[]string{"`split` には `exact` が必要です。例: `exact: \"$1,605\"`"},
	},
	{
		"reference without anything", entry("references", "l: {kind: references, entries: {1: {comment: x}}}"),
		[]string{"3:35 `1` has no `form` or `begins`; add, for example, `form: note`"},
		[]string{"`1` に `form`、`begins` がありません。例: `form: note`"},
	},
	{
		"relation without a type", entry("relations", "r: {label: {en: x}}"),
		[]string{"3:3 `r` needs one of `sum`, `share`, `ratio`, `change`, `product`, `order`, `rank`, `count`, `equal`, `sequence`, `comparison`, `whole`, `weighted`, `mean`, `trend`, `ranking`, `extreme` or `leavers`"},
		[]string{"`r` には `sum`、`share`、`ratio`、`change`、`product`、`order`、`rank`、`count`、`equal`、`sequence`、`comparison`、`whole`、`weighted`、`mean`、`trend`、`ranking`、`extreme`、`leavers` のいずれかが必要です"},
	},
	{
		"misspelled relation", entry("relations", "r: {smu: {total: a, parts: [b]}}"),
		[]string{"3:7 unknown field `smu` in `r`; did you mean `sum`?"},
		[]string{"`r` に `smu` という項目はありません。`sum` の誤りではありませんか"},
	},
	{
		"two relations in one", entry("relations", "r: {sum: {total: a, parts: [b]}, order: {lesser: a, greater: b}}"),
		[]string{"3:3 `r` has `sum` and `order` at once; keep one and give the others ids of their own"},
		[]string{"`r` に `sum`、`order` が同時にあります。一つだけ残し、ほかは別のIDで書いてください"},
	},
	{
		"missing operand", entry("relations", "r: {share: {part: a, whole: b}}"),
		[]string{"3:7 `share` has no `result`; add, for example, `result: taxShare`"},
		[]string{"`share` に `result` がありません。例: `result: taxShare`"},
	},
	{
		"part without a fact", entry("relations", "r: {sum: {total: a, parts: [{weight: 2}]}}"),
		[]string{"3:32 item 1 of `parts` has no `fact`; add, for example, `fact: revenue`"},
		[]string{"`parts` の1番目に `fact` がありません。例: `fact: revenue`"},
	},
}
