# METADATA
# title: Every entry of a list of references says where to look
# description: |
#   A reference is an address or a bibliographic description of something that can be found: print, a
#   law, a letter. An entry that is recorded as mere text, or as of no known form, sends the reader
#   nowhere. Only the recorded form decides; what the entry says is not guessed at. Notes take no part.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: a reference identifies its resource"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1215
#     description: "PCAOB AS 1215, Audit Documentation: the record must let another auditor follow the work to its support"
# custom:
#   id: citation/entry-without-address
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [reference]
#   remediation:
#     en: "Look the entry up in the source; if it describes a publication, record that `form`, and if it describes none, ask the source's author for the reference and report the claims that cite it as unsupported."
#     ja: 資料で該当箇所を確認し、刊行物等の書誌情報であれば`form`を改め、そうでなければ作成者に出典を求め、これを引用する主張は根拠未確認と報告してください。
#   message:
#     en: "The entry {entry.label} gives neither an address nor a publication; it begins “{params.begins}”."
#     ja: "文献{entry.label}にはURLも書誌情報もなく、「{params.begins}」で始まる文があるだけです。"
package tieout.rules.citation.entry_without_address

subjects contains entry.id if {
	some entry in input.facts.reference
	entry.listKind == "references"
}

# A remark on another entry where an address belongs.
check contains {"subject": entry.id, "verdict": "inconsistent", "evidence": evidence} if {
	some entry in input.facts.reference
	entry.listKind == "references"
	nowhere(entry)
	evidence := object.union(named(entry), {"params": {"begins": entry.begins}})
}

# A page on the web, or a book.
check contains {"subject": entry.id, "verdict": "consistent", "evidence": named(entry)} if {
	input.mode == "audit"
	some entry in input.facts.reference
	entry.listKind == "references"
	not nowhere(entry)
}

nowhere(entry) if {
	not entry.url
	entry.form in {"text", "other"}
}

named(entry) := {"operands": [{"fact": entry.id, "role": "entry"}]}
