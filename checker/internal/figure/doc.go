// Package figure reads figures as documents print them, Japanese or English:
// Parse turns the text of one figure into its exact value with unit,
// qualifiers, date or rank, Print writes it back, and Find gives all figures of
// a line of running text with their places. ParseHeader reads the unit in a
// table's head, which the cells below it do without. Nothing is a guess: a text
// that cannot be read to its end, or that can be read in two ways, is an error,
// and no value passes through a float.
//
// The grammar of a figure, each part the longest that stands at its place:
//
//	figure     = number | range | fraction | multiple | ordinal | date | period |
//	             time | dash | label | marker | note .
//	number     = { before } side { after } .
//	side       = [ sign ] [ currency ] [ sign ] amount [ between ] [ unit ]
//	           | "(" side ")" [ unit ] .                      negative, alone only
//	amount     = digits [ scale ] { digits scale }            5億1万4千6百
//	           | kanji [ scale ] { kanji scale }              三億五千万
//	           | words                                        two million
//	           | several [ scale ] | amount "数" .            数千, 十数
//	unit       = "%" | "割" [ 分 ] [ 厘 ] | currency | "倍" | counter [ "の" noun ] | symbol .
//	range      = { before } side joint side { after } .       joint: ~ – から to
//	fraction   = { before } ( amount "分の" amount | digits "/" digits | words ) { after } .
//	multiple   = number with 倍, times or x | 倍増 | 半減 | twice | threefold … .
//	ordinal    = "第" amount [ counter ] | amount ( "位" | "番目" | counter "目" )
//	           | digits ( "st" | "nd" | "rd" | "th" ) | "No." digits | words .
//	date       = [ era ] year "年" [ month "月" [ day "日" ] ] | 2025-03-31 |
//	             31 March 2025 | March 31, 2025 | month "月" [ day "日" ] .
//	period     = year "年" | year "年度" | year "年" month "月期" | year "年代" |
//	             "FY" year | "CY" year | 1990s .
//	time       = hour ":" minute [ ":" second ] | [ 午前 | 午後 ] hour "時" [ minute "分" ] .
//	label      = "2." | "1)" | "1-3." | "①" .
//	marker     = superscript digits | "[" digits "]" .
//	note       = "(注" [ digits { "," digits } ] ")" [ digits "." ] | "注" digits | "※" digits .
//
// Full-width digits, letters and signs are read as their narrow forms, and dashes,
// minus signs and tildes as one each. A figure has at most MaxLength code points
// and a number at most 100 digits.
//
// In running text Find has these tokens, outside of URLs: every figure above with
// its longest reading; every marker, note pointer and label; names with digits in
// them (B612, all-in-1), whole; and every other run of digits as Unknown. These
// differ from Parse:
//
//   - Brackets are no part of a number; Span.Bracketed tells of them.
//   - "(1)" before a word is a label, where alone it is minus one.
//   - Digits that only a dash, comma, point, colon or slash separates from more
//     digits are one token: a date, range or fraction, or Unknown.
//   - A year followed by a day whose month was lost is Unknown, and so are digits
//     run together before 年月日.
//   - Kanji numerals count before a unit only, and not in set phrases (第三者);
//     English number words from two on.
//   - "from 40% to 60%" and 40%から60%へ are two figures: a change, not a range.
//   - Points are percentage points after a percentage on the same line.
package figure
