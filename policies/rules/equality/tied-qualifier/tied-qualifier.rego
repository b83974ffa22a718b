# METADATA
# title: A figure that is tied to another is qualified as that one is
# description: |
#   Where a source takes a figure over from another place, as a stated tie records, the words that
#   qualify it must come along: "60 or more" taken over as "60" says another thing. Members of a tie that
#   are printed with the same value must be qualified alike; whether the values agree is for
#   equality/stated-tie to say. A tie with fewer than two values has nothing to compare.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: figures restated elsewhere agree with their origin in amount and in manner"
# custom:
#   id: equality/tied-qualifier
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Compare both prints with their sources; if the record is right, report the bound that was dropped or sharpened to the author of the place that took the figure over.
#     ja: 双方の記載を資料と突合し、記録に誤りがなければ、限定の脱落または変更を引用した側の作成者に照会してください。
#   message:
#     en: "What should be one figure is printed as {member.printed} ({member.source}): one value, but a bound stands in one place and not, or not so, in the other: {member.label}."
#     ja: "同一であるはずの数値（{member.label}）が{member.printed}（{member.source}）と記載されており、以上・超・未満などの限定が突合しません。"
#   cases:
#     blur:
#       severity: note
#       message:
#         en: "What should be one figure is printed as {member.printed} ({member.source}): one value, but only in one place does a word say how exact it is, or the words differ: {member.label}."
#         ja: "同一であるはずの数値（{member.label}）が{member.printed}（{member.source}）と記載されており、約・ほぼなどの限定が突合しません。"
package tieout.rules.equality.tied_qualifier

import data.tieout.lib.qualifier

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "equal"
	count(members(relation)) > 1
}

# A menu that quotes "from 12" off the price list as 12.
check contains object.union(case(drifted), {
	"subject": relation.id,
	"verdict": "inconsistent",
	"evidence": evidence(drifted),
}) if {
	some relation in input.facts.relation
	relation.type == "equal"
	drifted := qualifier.drifted(members(relation))
	count(drifted) > 0
}

# A menu that quotes it as "from 12".
check contains {"subject": relation.id, "verdict": "consistent", "evidence": evidence(tied)} if {
	input.mode == "audit"
	some relation in input.facts.relation
	relation.type == "equal"
	tied := members(relation)
	count(tied) > 1
	count(qualifier.drifted(tied)) == 0
}

members(relation) := qualifier.valued([member.fact | some member in relation.operands])

evidence(facts) := {"operands": [{"fact": fact.id, "role": "member"} | some fact in facts]}

case(drifted) := {"case": "blur"} if {
	qualifier.difference(drifted) == "blur"
} else := {}
