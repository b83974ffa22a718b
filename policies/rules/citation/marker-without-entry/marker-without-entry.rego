# METADATA
# title: Every citation marker leads to an entry of its list
# description: |
#   A marker promises the reader a place to look. Every number that a claim cites is looked up in the
#   list that it leads into; a list that ends below the number is told apart from one with a gap.
#   Citations that the record gives as an entry's id are followed by register/dangling-reference.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: each numeric citation has its reference"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1215
#     description: "PCAOB AS 1215, Audit Documentation: the record must let another auditor follow the work to its support"
# custom:
#   id: citation/marker-without-entry
#   severity: error
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.citations: [any]}
#   remediation:
#     en: "Compare the marker and the list with the source; if both are recorded as printed, ask the source's author which entry is meant."
#     ja: 番号と参考文献一覧を資料と照合し、記載どおりであれば、どの文献を指すのか作成者に確認してください。
#   message:
#     en: "“{params.text}” cites {params.markers}, but the list {params.list} has no such entry."
#     ja: 「{params.text}」は番号{params.markers}を引用していますが、一覧{params.list}に該当する文献がありません。
#   cases:
#     beyondList:
#       message:
#         en: "“{params.text}” cites {params.markers}, but the list {params.list} ends at {params.last}."
#         ja: 「{params.text}」は番号{params.markers}を引用していますが、一覧{params.list}は{params.last}番までしかありません。
#     withoutList:
#       severity: warning
#       class: record
#       remediation:
#         en: "Record the list that the markers lead into and name it under `citationList`; if the source has none, report its claims as unsupported."
#         ja: 番号が指す一覧を登録して`citationList`に指定し、資料に一覧がなければ、根拠の示されていない主張として報告してください。
#       message:
#         en: "“{params.text}” cites {params.markers}, but no list that it leads into is on record."
#         ja: 「{params.text}」は番号{params.markers}を引用していますが、その番号が指す一覧の記録がありません。
package tieout.rules.citation.marker_without_entry

subjects contains claim.id if {
	some claim in input.facts.claim
	count(numbered(claim)) > 0
}

# A newsletter that cites number 9 of a list that was printed without it.
check contains object.union(case(lost), {
	"subject": claim.id,
	"verdict": "inconsistent",
	"evidence": evidence(claim, lost),
}) if {
	some claim in input.facts.claim
	leads_nowhere(claim)
	lost := [cited | some cited in numbered(claim); cited.ref == null]
	count(lost) > 0
}

# A newsletter that cites number 1 of its list.
check contains {"subject": claim.id, "verdict": "consistent", "evidence": evidence(claim, [])} if {
	input.mode == "audit"
	some claim in input.facts.claim
	count(numbered(claim)) > 0
	every cited in numbered(claim) { cited.ref != null }
}

leads_nowhere(claim) if {
	some cited in claim.citations
	cited.ref == null
}

numbered(claim) := [cited |
	some cited in claim.citations
	not by_id(cited)
]

by_id(cited) if {
	not cited.list
	regex.match(`[./]`, cited.marker)
}

# All markers of a claim lead into the one list that its record names.
case(lost) := {"case": "withoutList"} if {
	unlisted(lost[0])
} else := {"case": "beyondList"} if {
	every cited in lost { beyond(cited) }
} else := {}

beyond(cited) if {
	numeric(cited.marker)
	to_number(cited.marker) > last[local(cited.list)]
}

# Other markers are signs, such as an asterisk.
numeric(marker) if regex.match(`^[0-9]+$`, marker)

unlisted(cited) if not cited.list

# The lists of another source are not in sight.
unlisted(cited) if {
	not contains(local(cited.list), "/")
	not local(cited.list) in lists
}

local(list) := trim_prefix(list, concat("", [input.source, "/"]))

lists := {entry.list | some entry in input.facts.reference}

plain := [{"list": entry.list, "number": to_number(entry.number)} |
	some entry in input.facts.reference
	numeric(entry.number)
]

last := {list: max(numbers) |
	some list in {entry.list | some entry in plain}
	numbers := [entry.number | some entry in plain; entry.list == list]
}

evidence(claim, lost) := object.union(
	{
		"operands": array.concat(
			[{"fact": claim.id, "role": "claim"}],
			[{"fact": cited.ref, "role": "entry"} | some cited in numbered(claim); cited.ref != null],
		),
		"params": params(claim, lost),
	},
	{"missing": missing |
		missing := [{"role": "entry", "cause": "absent"} | some _ in lost]
		count(missing) > 0
	},
)

params(claim, lost) := object.union_n([
	{"text": claim.text},
	{"markers": concat(", ", distinct(lost)) | count(lost) > 0},
	{"list": local(lost[0].list) | lost[0].list},
	{"last": last[local(lost[0].list)] | true},
])

# Each marker is told once, in the order in which they are printed. Sorted, equal
# ones stand side by side.
distinct(lost) := [first[1] | some first in firsts] if {
	markers := sort([[cited.marker, i] | some i, cited in lost])
	firsts := sort([[pair[1], pair[0]] | some i, pair in markers; not markers[i - 1][0] == pair[0]])
}
