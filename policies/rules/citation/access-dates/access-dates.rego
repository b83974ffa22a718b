# METADATA
# title: A list of references dates all of its addresses or none
# description: |
#   Pages change, so a reference to one says when it was read. A list that does so for some of its
#   addresses only leaves open which state of the others was read, and hints that entries were gathered
#   in different ways; so does one whose pages were read more than a year apart. One check a list, and one a
#   source that names its lists without any date. Entries without an address need none.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: online resources carry the date of access"
# custom:
#   id: citation/access-dates
#   severity: note
#   class: source
#   scope: document
#   kinds: [reference]
#   remediation:
#     en: "Look the entries up in the source and record the dates that it prints; if it prints none, open the addresses, and say in the report on which day."
#     ja: 資料で閲覧日の記載を確認して登録し、記載がなければ各URLを自ら閲覧し、報告書にその日付を記してください。
#   message:
#     en: "The list {params.list} says for {params.dated} of its {params.addresses} addresses when they were read, and not for {entry.label}."
#     ja: "一覧{params.list}の{params.addresses}件のURLのうち閲覧日があるのは{params.dated}件だけです（閲覧日なし: {entry.label}）。"
#   cases:
#     apart:
#       remediation:
#         en: "Compare the dates with the source as printed; if they stand there, open the addresses that were read earlier, and report what has changed since."
#         ja: 閲覧日を資料の記載と突合し、記録に誤りがなければ、先に閲覧されたURLを自ら閲覧して、その後の変更の有無を報告してください。
#       message:
#         en: "Of the {params.addresses} addresses of the list {params.list}, the last was read on {params.last}, and more than a year before that {entry.label} (on {params.days})."
#         ja: "一覧{params.list}の{params.addresses}件のURLのうち最後の閲覧日は{params.last}ですが、{entry.label}の閲覧日（{params.days}）はその1年前よりさらに前です。"
#     missing:
#       remediation:
#         en: Open the addresses, and say in the report on which day; a page may have changed since the source cited it.
#         ja: 各URLを自ら閲覧し、報告書にその日付を記してください。引用後に内容が変わった可能性があります。
#       message:
#         en: "Of the source's lists with addresses ({params.all}), {params.undated} nowhere say when these were read: {params.lists}."
#         ja: "URLを挙げる一覧{params.all}件のうち{params.undated}件に閲覧日の記載が一切ありません（{params.lists}）。"
package tieout.rules.citation.access_dates

import data.tieout.lib.calendar
import data.tieout.lib.citation

subjects contains subject(list) if some list in lists

# A list of works read in which one page of two bears a date.
check contains {"subject": subject(list), "verdict": "inconsistent", "evidence": evidence(list, placed, undated)} if {
	some list in lists
	placed := [entry | some entry in addressed; entry.list == list]
	undated := [entry | some entry in placed; not entry.accessed]
	mixed(placed, undated)
}

# A list of works read this autumn, and one of them two years before.
check contains {
	"subject": subject(list),
	"case": "apart",
	"verdict": "inconsistent",
	"evidence": spread(list, placed, early),
} if {
	some list in lists
	placed := [entry | some entry in addressed; entry.list == list]
	every entry in placed { entry.accessed }
	early := read_early(placed)
	count(early) > 0
}

# A list of works read in which every page bears one, or none does.
check contains {"subject": subject(list), "verdict": "consistent", "evidence": evidence(list, placed, undated)} if {
	input.mode == "audit"
	some list in lists
	placed := [entry | some entry in addressed; entry.list == list]
	undated := [entry | some entry in placed; not entry.accessed]
	not mixed(placed, undated)
	count(read_early(placed)) == 0
}

subjects contains whole if count(lists) > 0

# A list of works read in which no page bears a date.
check contains {
	"subject": whole,
	"case": "missing",
	"verdict": "inconsistent",
	"evidence": overview,
} if {
	count(bare) > 0
}

# A source whose every list dates at least one page.
check contains {"subject": whole, "verdict": "consistent", "evidence": overview} if {
	input.mode == "audit"
	count(lists) > 0
	count(bare) == 0
}

whole := concat("", [input.source, "/[accessed]"])

bare := lists - {entry.list | some entry in addressed; entry.accessed}

# One entry stands for its list.
overview := {
	"operands": [{"fact": first[0], "role": "entry"} |
		some list in bare
		first := [entry.id | some entry in addressed; entry.list == list]
	],
	"params": {"all": count(lists), "undated": count(bare), "lists": concat(", ", bare)},
}

subject(list) := concat("/", [input.source, list])

addressed := [entry |
	some entry in citation.entries
	entry.url
]

lists := {entry.list | some entry in addressed}

mixed(placed, undated) if {
	count(undated) > 0
	count(undated) < count(placed)
}

read_early(placed) := [entry |
	some entry in placed
	calendar.year_later(entry.accessed) < last_day(placed)
]

last_day(placed) := max([entry.accessed | some entry in placed])

spread(list, placed, early) := {
	"operands": [{"fact": entry.id, "role": "entry"} | some entry in early],
	"params": {
		"list": list,
		"addresses": count(placed),
		"last": last_day(placed),
		"days": concat(", ", {entry.accessed | some entry in early}),
	},
}

evidence(list, placed, undated) := {
	"operands": [{"fact": entry.id, "role": "entry"} | some entry in undated],
	"params": {"list": list, "addresses": count(placed), "dated": count(placed) - count(undated)},
}
