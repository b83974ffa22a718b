# METADATA
# title: A share of a whole is at most 100%
# description: |
#   Say here what the rule checks and why, in the words of those who read its findings. As it stands,
#   it finds percentages above 100. Replace the conditions below, and the tests and examples with them.
# related_resources:
#   - ref: https://example.org/standard
#     description: The standard or practice behind the rule
# custom:
#   id: <<.ID>>
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [quantity]
#   remediation:
#     en: Compare the figure with the source as printed; if the record is right, report the difference to the source's author.
#     ja: 数値を資料の記載と突合し、記録が正しければ差異を資料の作成者に連絡してください。
#   message:
#     en: "{figure.label} is printed as {figure.printed}, which is more than 100%."
#     ja: "{figure.label}の記載は{figure.printed}ですが、100%を超えています。"
#   cases:
#     withheld:
#       severity: note
#       class: gap
#       message:
#         en: "{figure.label} is not disclosed, so it cannot be held against 100%."
#         ja: "{figure.label}は開示なしのため、100%以内かを検証できません。"
package tieout.rules.<<.Package>>

# What the rule applies to: "0 findings" always reads "of so many checked".
subjects contains figure.id if some figure in percentages

# A share printed as 104%.
check contains {"subject": figure.id, "verdict": "inconsistent", "evidence": evidence(figure)} if {
	some figure in percentages
	above(figure)
}

# A share that the source withholds.
check contains {
	"subject": figure.id,
	"case": "withheld",
	"verdict": "undetermined",
	"evidence": evidence(figure),
} if {
	some figure in percentages
	not figure.value
}

# The checks that held are listed only where a report asks for them.
check contains {"subject": figure.id, "verdict": "consistent", "evidence": evidence(figure)} if {
	input.mode == "audit"
	some figure in percentages
	figure.value
	not above(figure)
}

percentages := [figure | some figure in input.facts.quantity; figure.unit == "percent"]

# Values are exact, numerator and denominator: compare without dividing.
above(figure) if figure.value[0] > 100 * figure.value[1]

evidence(figure) := {"operands": [{"fact": figure.id, "role": "figure"}]}
