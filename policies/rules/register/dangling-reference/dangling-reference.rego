# METADATA
# title: Every fact that another fact refers to is on record
# description: |
#   A relation's operand, a claim's basis, a note pointer or a citation by id must lead to a recorded fact,
#   or the trail from a figure to its support is broken. Every reference of every fact is followed;
#   those that lead nowhere are named by role and id. A citation by its printed number is not the
#   record's reference but the source's: citation/marker-without-entry looks it up.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1215
#     description: "PCAOB AS 1215, Audit Documentation: the record must let another auditor follow the work to its support"
#   - ref: https://www.w3.org/TR/prov-dm/
#     description: "PROV-DM: the derivation of a statement from the entities that it rests on"
# custom:
#   id: register/dangling-reference
#   severity: error
#   class: record
#   scope: fact
#   kinds: [quantity, relation, measure, claim, reference, event]
#   where:
#     quantity.refs: [any]
#     relation.refs: [any]
#     measure.refs: [any]
#     claim.refs: [any]
#     reference.refs: [any]
#     event.refs: [any]
#   remediation:
#     en: Correct the id, or record the fact that it names; an id in another source is written with that source's id before a slash.
#     ja: IDを訂正するか、参照先の事実を登録してください。別の資料の事実は「資料ID/事実ID」と書きます。
#   message:
#     en: "{subject} refers to a fact that is not on record, so the trail to its support breaks here: {missing}."
#     ja: "{subject}の参照先が登録されておらず、根拠の追跡がここで途切れています（{missing}）。"
package tieout.rules.register.dangling_reference

subjects contains fact.id if {
	some kind
	some fact in input.facts[kind]
	count(fact.refs) > 0
}

# A total whose part "rent" is recorded nowhere.
check contains {"subject": fact.id, "verdict": "inconsistent", "evidence": {"missing": missing}} if {
	some kind
	some fact in input.facts[kind]
	some ref in fact.refs
	ref.exists == false
	missing := dangling(fact)
}

# A total whose parts are all on record.
check contains {"subject": fact.id, "verdict": "consistent", "evidence": {"operands": operands}} if {
	input.mode == "audit"
	some kind
	some fact in input.facts[kind]
	count(fact.refs) > 0
	count(dangling(fact)) == 0
	operands := [{"fact": ref.id, "role": ref.role} | some ref in fact.refs]
}

dangling(fact) := [{"role": ref.role, "fact": ref.id, "cause": "dangling"} |
	some ref in fact.refs
	not ref.exists
]
