# METADATA
# title: A figure has a value
# description: It is also asked for its place, where most figures of a source have one.
# custom:
#   id: completeness/figures-without-value
#   severity: error
#   class: source
#   scope: document
#   kinds: [quantity]
#   fields: {quantity: [anchored, status]}
#   message: {en: "{subject}: figures without a value or a place.", ja: "{subject}：値または記載箇所のない数値があります。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.completeness.figures_without_value

subjects contains subject(aspect) if some aspect in ["undisclosed", "lost", "unanchored"]

check contains {"subject": subject(look.status), "verdict": "undetermined"} if {
	some look in looks
	look.status in {"undisclosed", "lost"}
}

check contains {"subject": subject("unanchored"), "verdict": "inconsistent"} if {
	some look in looks
	not look.anchored
	unplaced := [figure | some figure in input.facts.quantity; not figure.anchored]
	2 * count(unplaced) < count(input.facts.quantity)
}

# Figures that look alike are one.
looks := {figure | some figure in input.facts.quantity}

subject(aspect) := concat("", [input.source, "/[", aspect, "]"])
