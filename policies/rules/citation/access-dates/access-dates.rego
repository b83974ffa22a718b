# METADATA
# title: A list of references dates all of its addresses or none
# description: |
#   Pages change, so a reference to one says when it was read. A list that does so for some of its
#   addresses only leaves open which state of the others was read, and hints that entries were gathered
#   in different ways. One check a list; entries without an address need no date.
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
package tieout.rules.citation.access_dates

import data.tieout.lib.citation

subjects contains subject(list) if some list in lists

# A list of works read in which one page of two bears a date.
check contains {"subject": subject(list), "verdict": "inconsistent", "evidence": evidence(list, placed, undated)} if {
	some list in lists
	placed := [entry | some entry in addressed; entry.list == list]
	undated := [entry | some entry in placed; not entry.accessed]
	mixed(placed, undated)
}

# A list of works read in which every page bears one, or none does.
check contains {"subject": subject(list), "verdict": "consistent", "evidence": evidence(list, placed, undated)} if {
	input.mode == "audit"
	some list in lists
	placed := [entry | some entry in addressed; entry.list == list]
	undated := [entry | some entry in placed; not entry.accessed]
	not mixed(placed, undated)
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

evidence(list, placed, undated) := {
	"operands": [{"fact": entry.id, "role": "entry"} | some entry in undated],
	"params": {"list": list, "addresses": count(placed), "dated": count(placed) - count(undated)},
}
