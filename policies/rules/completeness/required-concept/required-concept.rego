# METADATA
# title: A source carries every figure that its kind must
# description: |
#   The concept registry says of a concept which kinds of sources must carry it (`requiredOf`): a budget its
#   total, an annual report its head count. Each such concept is looked for among the figures of each
#   source of that kind. One that the source withholds and says so in a note is carried; one withheld without
#   a word, or lost, leaves the duty undecided. Nothing is required that the registry does not declare.
# related_resources:
#   - ref: https://www.ifrs.org/issued-standards/list-of-standards/ias-1-presentation-of-financial-statements/
#     description: "IAS 1, Presentation of Financial Statements: what a complete set of statements comprises"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2810
#     description: "PCAOB AS 2810, Evaluating Audit Results: omitted disclosures"
# custom:
#   id: completeness/required-concept
#   severity: warning
#   class: source
#   scope: document
#   kinds: [quantity]
#   remediation:
#     en: Look for the figure in the source and record it; if the source does not carry it, report the omission.
#     ja: 資料で当該数値を確認して記録し、記載がなければ開示の欠落として報告してください。
#   message:
#     en: "The source is of a kind ({params.kind}) that must state “{params.concept}”, and no figure of it is recorded."
#     ja: "この種類（{params.kind}）の資料で開示が必要な「{params.conceptJa}」の数値が記録されていません。"
#   cases:
#     withheld:
#       severity: note
#       class: gap
#       message:
#         en: "The source is of a kind ({params.kind}) that must state “{params.concept}”, and it gives no value for it: {figure.label}."
#         ja: "この種類（{params.kind}）の資料で開示が必要な「{params.conceptJa}」に値がありません（{figure.label}）。"
package tieout.rules.completeness.required_concept

subjects contains subject(concept) if some concept in required

# A budget without its total.
check contains {
	"subject": subject(concept),
	"verdict": "inconsistent",
	"evidence": evidence(concept, []),
} if {
	some concept in required
	count(carried(concept)) == 0
}

# A budget whose total is withheld.
check contains {
	"subject": subject(concept),
	"case": "withheld",
	"verdict": "undetermined",
	"evidence": evidence(concept, found),
} if {
	some concept in required
	found := carried(concept)
	count(found) > 0
	every figure in found { valueless(figure) }
}

# A budget with its total.
check contains {"subject": subject(concept), "verdict": "consistent", "evidence": evidence(concept, found)} if {
	input.mode == "audit"
	some concept in required
	found := [figure | some figure in carried(concept); not valueless(figure)]
	count(found) > 0
}

kind := data.registry.sources[input.source].kind

required := {id |
	some id, concept in data.registry.concepts
	kind in concept.requiredOf
}

carried(concept) := [figure |
	some figure in input.facts.quantity
	figure.concept == concept
	figure.status != "notApplicable"
]

valueless(figure) if figure.status == "lost"

valueless(figure) if {
	figure.status == "undisclosed"
	not explained(figure)
}

# A note that says why is what a reader is owed of a figure withheld.
explained(figure) if {
	some note in figure.notes
	note != null
}

subject(concept) := concat("", [input.source, "/[", concept, "]"])

evidence(concept, found) := {
	"operands": [{"fact": figure.id, "role": "figure"} | some figure in found],
	"params": {"kind": kind, "concept": label(concept, "en"), "conceptJa": label(concept, "ja")},
}

label(concept, lang) := data.registry.concepts[concept].labels[lang] if {
	data.registry.concepts[concept].labels[lang]
} else := concept
