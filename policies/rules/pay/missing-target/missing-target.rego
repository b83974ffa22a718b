# METADATA
# title: Every pay measure discloses its target
# description: |
#   Without the target a reader cannot tell what the pay was earned for. The ways for it to be missing
#   are kept apart: withheld with a note that says so, withheld in silence, lost when the text was
#   extracted, or never recorded. A dash printed in its place counts as withheld; a grade or a range
#   counts as a target; a measure that by its nature has none is recorded as `notApplicable`.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): performance targets, and when they may be withheld"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の指標の目標及び実績"
# custom:
#   id: pay/missing-target
#   severity: error
#   class: record
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: "Look the target up in the source and record it; where the source gives none, record `status: undisclosed` with the note that says so, or `notApplicable`."
#     ja: 資料で目標値を確認して記録し、記載がなければ`undisclosed`（注記があれば番号も）または`notApplicable`と記録してください。
#   message:
#     en: "No target is on record for {measure.label}, so its outcome cannot be verified."
#     ja: "{measure.label}の目標値の記録がなく、実績を検証できません。"
#   cases:
#     undisclosed:
#       severity: warning
#       class: gap
#       remediation:
#         en: Report the outcome of this measure as not verifiable from what is disclosed; ask the issuer for the target once the reason for withholding it has passed.
#         ja: この指標の達成状況は開示情報からは検証不能と報告し、非開示の理由がなくなった後に発行者へ目標値を照会してください。
#       message:
#         en: "For the target of {measure.label} the source discloses no figure, only a note, so its outcome cannot be verified."
#         ja: "{measure.label}の目標値は注記があるのみで数値の開示がなく、達成状況を検証できません。"
#     undisclosedWithoutNote:
#       severity: warning
#       class: source
#       remediation:
#         en: Look for a note that explains the withholding and record its number under `notes` of the target; if there is none, ask the issuer for the target or for the reason to withhold it.
#         ja: 非開示の理由を示す注記を探して目標値の`notes`に番号を記録し、注記がなければ発行者に目標値または非開示の理由を照会してください。
#       message:
#         en: "The target of {measure.label} is not disclosed, and no note says why."
#         ja: "{measure.label}の目標値は開示なしで、その理由を示す注記もありません。"
#     lost:
#       severity: note
#       class: record
#       remediation:
#         en: Open the original document, not its extracted text, and record the target that it prints.
#         ja: 抽出テキストではなく原本を確認し、記載されている目標値を記録してください。
#       message:
#         en: "The target of {measure.label} was lost when the source's text was extracted, so its outcome cannot be verified from the record."
#         ja: "{measure.label}の目標値はテキスト抽出時に失われており、記録からは達成状況を検証できません。"
package tieout.rules.pay.missing_target

subjects contains measure.id if some measure in input.facts.measure

# A bonus on sales where the record is silent on the target.
check contains {"subject": measure.id, "verdict": "inconsistent", "evidence": evidence(measure, "absent")} if {
	some measure in input.facts.measure
	not measure.target
}

# A bonus on sales whose target the report withholds, saying so in a note.
check contains {
	"subject": measure.id,
	"case": "undisclosed",
	"verdict": "undetermined",
	"evidence": evidence(measure, "undisclosed"),
} if {
	some measure in input.facts.measure
	withheld(measure.target)
	count(notes(measure.target)) > 0
}

# A bonus on sales with a blank or a dash where the target belongs.
check contains {
	"subject": measure.id,
	"case": "undisclosedWithoutNote",
	"verdict": "inconsistent",
	"evidence": evidence(measure, "undisclosed"),
} if {
	some measure in input.facts.measure
	withheld(measure.target)
	count(notes(measure.target)) == 0
}

# A bonus on sales whose target stood in a chart that the text left out.
check contains {
	"subject": measure.id,
	"case": "lost",
	"verdict": "undetermined",
	"evidence": evidence(measure, "lost"),
} if {
	some measure in input.facts.measure
	measure.target.status == "lost"
}

# A bonus on sales with a figure, a range or a grade to reach.
check contains {"subject": measure.id, "verdict": "consistent", "evidence": {"operands": operands(measure)}} if {
	input.mode == "audit"
	some measure in input.facts.measure
	measure.target
	not withheld(measure.target)
	measure.target.status != "lost"
}

# A dash is 0 in a sum, but nobody is paid for reaching 0.
withheld(target) if target.status in {"undisclosed", "nil"}

notes(target) := [note | some note in target.notes; note != null]

evidence(measure, cause) := {
	"operands": operands(measure),
	"missing": [object.union(
		{"role": "target", "cause": cause},
		{"fact": id | id := measure.target.id},
	)],
}

operands(measure) := array.concat(
	[{"fact": measure.id, "role": "measure"}],
	array.concat(
		[{"fact": part.id, "role": role} | some role in ["target", "actual"]; part := measure[role]],
		[{"fact": note, "role": "note"} | some note in notes(measure.target)],
	),
)
