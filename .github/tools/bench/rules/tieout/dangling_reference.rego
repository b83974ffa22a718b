# METADATA
# title: What a fact refers to is on record
# description: In whatever source it stands.
# custom:
#   id: register/dangling-reference
#   severity: error
#   class: source
#   scope: fact
#   kinds: [quantity, relation, measure, claim, reference, event]
#   where: {quantity.refs: [any], relation.refs: [any], measure.refs: [any], claim.refs: [any], reference.refs: [any], event.refs: [any]}
#   fields: {quantity: [id, refs], relation: [id, refs], measure: [id, refs], claim: [id, refs], reference: [id, refs], event: [id, refs]}
#   message: {en: "{subject} refers to something that is not on record.", ja: "{subject}の参照先がありません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.register.dangling_reference

subjects contains fact.id if {
	some facts in input.facts
	some fact in facts
}

check contains {"subject": fact.id, "verdict": "inconsistent"} if {
	some facts in input.facts
	some fact in facts
	some ref in fact.refs
	ref.exists == false
}
