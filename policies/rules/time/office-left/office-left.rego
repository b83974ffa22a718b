# METADATA
# title: Nobody is shown in an office after leaving it
# description: |
#   A document that presents somebody as the holder of an office on the day when it is published, although
#   that person left before, misleads about who is responsible. A claim whose `office` names the
#   organisation is held against the offices that the registry gives the person there: one that has not
#   ended by the day of publication, or that ends on it, suffices. A person without a recorded office there is no subject, nor is a claim that
#   names no office or a source of no known day.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that contradict what is known"
#   - ref: https://www.ifrs.org/issued-standards/list-of-standards/ias-24-related-party-disclosures/
#     description: "IAS 24, Related Party Disclosures: who the key management personnel are"
# custom:
#   id: time/office-left
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [claim]
#   remediation:
#     en: Check the day on which the office ended and how the source words it; if the record is right, report it to the source's author.
#     ja: 退任日と資料の文言を確認し、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "“{params.text}” still shows the office on {params.published}, although it ended on {params.until}."
#     ja: "「{params.text}」は{params.published}時点で在任としていますが、{params.until}に退任済みです。"
package tieout.rules.time.office_left

subjects contains shown.claim.id if some shown in holders

# A letter of June that names the head baker who left in March.
check contains {"subject": shown.claim.id, "verdict": "inconsistent", "evidence": evidence(shown)} if {
	some shown in holders
	left(shown.offices)
}

# A letter of March that does.
check contains {"subject": shown.claim.id, "verdict": "consistent", "evidence": evidence(shown)} if {
	input.mode == "audit"
	some shown in holders
	not left(shown.offices)
}

published := data.registry.sources[input.source].published

holders := [{"claim": claim, "offices": offices} |
	published
	some claim in input.facts.claim
	claim.office
	offices := [office |
		some office in data.registry.entities[claim.entity].offices
		office.organisation == claim.office
	]
	count(offices) > 0
]

left(offices) if {
	every office in offices { office.until < published }
}

evidence(shown) := {
	"operands": [{"fact": shown.claim.id, "role": "claim"}],
	"params": object.union_n([
		{"text": shown.claim.text, "published": published},
		{"until": max([office.until | some office in shown.offices]) | true},
	]),
}
