# METADATA
# title: The dates of a reference come in an order that is possible
# description: |
#   What a source cites was published before it was read, and read before the source was published. An
#   entry read after the day of the source that names it, or before it was published itself, cannot be
#   dated rightly. One check an entry of a list of references with at least two of these dates known.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: dates of publication and of access"
# custom:
#   id: time/reference-dates
#   severity: error
#   class: source
#   scope: fact
#   kinds: [reference]
#   remediation:
#     en: Compare the dates with the source's list and with what it cites; if the record is right, report the impossible date to the source's author.
#     ja: 一覧の日付および文献自体の日付と突合し、記録に誤りがなければ矛盾する日付を作成者に照会してください。
#   message:
#     en: "{entry.label} is said to have been read on {params.accessed}, after the source itself was published ({params.source})."
#     ja: "{entry.label}の閲覧日{params.accessed}が、資料自体の公表日{params.source}より後になっています。"
#   cases:
#     unpublished:
#       message:
#         en: "{entry.label} was published on {params.published}, later than the day on which it can have been cited ({params.cited})."
#         ja: "{entry.label}の公表日{params.published}が、引用された日（{params.cited}）より後になっています。"
package tieout.rules.time.reference_dates

subjects contains entry.id if some entry in dated

# A newsletter of May whose page was read in June.
check contains {"subject": entry.id, "verdict": "inconsistent", "evidence": evidence(entry)} if {
	some entry in dated
	not unpublished(entry)
	entry.accessed > published
}

# A newsletter of May that cites an article of June.
check contains {
	"subject": entry.id,
	"case": "unpublished",
	"verdict": "inconsistent",
	"evidence": evidence(entry),
} if {
	some entry in dated
	unpublished(entry)
}

# A newsletter of May whose page is of March and was read in April.
check contains {"subject": entry.id, "verdict": "consistent", "evidence": evidence(entry)} if {
	input.mode == "audit"
	some entry in dated
	not unpublished(entry)
	not late(entry)
}

published := data.registry.sources[input.source].published

dated := [entry |
	some entry in input.facts.reference
	entry.listKind == "references"
	count(citing(entry)) + count(own(entry)) > 1
]

own(entry) := [entry.published | true]

# The days on which the entry was read and cited, as far as they are known.
citing(entry) := array.concat([entry.accessed | true], [published | true])

late(entry) if entry.accessed > published

# The earliest day on which the entry was cited or read.
unpublished(entry) if entry.published > cited(entry)

cited(entry) := min(citing(entry))

evidence(entry) := {
	"operands": [{"fact": entry.id, "role": "entry"}],
	"params": object.union_n([
		{"accessed": entry.accessed | true},
		{"published": entry.published | true},
		{"source": published | true},
		{"cited": cited(entry) | true},
	]),
}
