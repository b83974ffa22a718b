package validate_test

// Entries of the registries.
var registryMistakes = []wrong{
	{
		"concept label as text", "concepts: {c: {labels: Revenue}}",
		[]string{"1:24 `labels` must be a mapping, got \"Revenue\"; write `labels: {en: Revenue}`"},
		[]string{"`labels` はマッピングでなければなりません（現在は \"Revenue\"）。`labels: {en: Revenue}` と書いてください"},
	},
	{
		"unit as a sign", `concepts: {c: {labels: {en: x}, unit: "%"}}`,
		[]string{"1:39 `unit` must look like `USD`, got \"%\""},
		[]string{"`unit` は `USD` のように書きます（現在は \"%\"）"},
	},
	{
		"unknown kind", "sources: {s: {title: x, kind: primary}}",
		[]string{"1:31 `kind` must be `primaryFiling`, `analysis`, `press`, `blog`, `slides`, `statistics` or `other`, got \"primary\"; write `kind: primaryFiling`"},
		[]string{"`kind` は `primaryFiling`、`analysis`、`press`、`blog`、`slides`、`statistics`、`other` のいずれかでなければなりません（現在は \"primary\"）。`kind: primaryFiling` と書いてください"},
	},
	{
		"upper-case digest", "sources: {s: {title: x, kind: other, sha256: ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789}}",
		[]string{"1:46 `sha256` must look like `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`, got \"ABCDEF0123456789ABCDEF0123456789ABCDEF0…\"; write `sha256: abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789`"},
		[]string{"`sha256` は `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08` のように書きます（現在は \"ABCDEF0123456789ABCDEF0123456789ABCDEF0…\"）。`sha256: abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789` と書いてください"},
	},
	{
		"year end with a slash", "entities: {e: {type: company, labels: {en: x}, fiscalYearEnd: 3/31}}",
		[]string{"1:63 `fiscalYearEnd` must look like `03-31`, got \"3/31\""},
		[]string{"`fiscalYearEnd` は `03-31` のように書きます（現在は \"3/31\"）"},
	},
	{
		"decision without a date", "dispositions: [{fingerprint: 3f1c9a7be2d04c58, status: accepted, reason: r, owner: o}]",
		[]string{"1:17 the entry has no `date`; add, for example, `date: 2025-11-06`"},
		[]string{"この項目に `date` がありません。例: `date: 2025-11-06`"},
	},
	{
		"decision that is none", "dispositions: [3]",
		[]string{"1:16 the entry must be a mapping, got 3"},
		[]string{"この項目はマッピングでなければなりません（現在は 3）"},
	},
}
