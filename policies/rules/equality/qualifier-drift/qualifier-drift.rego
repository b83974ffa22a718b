# METADATA
# title: A figure keeps its qualifier wherever it is printed
# description: |
#   "About 60" becomes "60", "60 or more" becomes "above 60": the digits agree, and yet a reader takes
#   away more than was said. Figures of one concept, entity, period, unit, scope and date of measurement
#   that are printed with the same value must be qualified alike, within a source and across sources.
#   Figures with different values are held to each other by equality/same-figure.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: figures restated elsewhere agree with their origin in amount and in manner"
# custom:
#   id: equality/qualifier-drift
#   severity: warning
#   class: source
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [concept, entity, period, unit, dimensions, asOf]}
#   remediation:
#     en: Look up which print is the origin, and whether it states a bound; if the record is right, report the difference to the source's author.
#     ja: いずれが原典の記載か、また限定（以上・超・未満など）の有無を確認し、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{member.label} is printed as {member.printed} ({member.source}): one value, but a bound stands in one place and not, or not so, in the other."
#     ja: "{member.label}が{member.printed}（{member.source}）と記載されており、数値は同じでも、以上・超・未満などの限定が突合しません。"
#   cases:
#     blur:
#       severity: note
#       message:
#         en: "{member.label} is printed as {member.printed} ({member.source}): one value, but only in one place does a word say how exact it is, or the words differ."
#         ja: "{member.label}が{member.printed}（{member.source}）と記載されており、数値は同じでも、約・ほぼなどの限定が突合しません。"
package tieout.rules.equality.qualifier_drift

import data.tieout.lib.qualifier

subjects contains group.key if {
	some group in input.groups
	count(qualifier.valued(group.facts)) > 1
}

# A brochure that counts "about 400" visitors where another counts 400.
check contains object.union(case(drifted), {
	"subject": group.key,
	"verdict": "inconsistent",
	"evidence": evidence(drifted),
}) if {
	some group in input.groups
	drifted := qualifier.drifted(qualifier.valued(group.facts))
	count(drifted) > 0
}

# Two brochures that both count "about 400".
check contains {"subject": group.key, "verdict": "consistent", "evidence": evidence(members)} if {
	input.mode == "audit"
	some group in input.groups
	members := qualifier.valued(group.facts)
	count(members) > 1
	count(qualifier.drifted(members)) == 0
}

evidence(facts) := {"operands": [{"fact": fact.id, "role": "member"} | some fact in facts]}

case(drifted) := {"case": "blur"} if {
	qualifier.difference(drifted) == "blur"
} else := {}
