# METADATA
# title: What is cited treats of what is claimed
# description: |
#   A claim on flour prices that cites a page on the history of mills is not supported, however
#   reputable the page. Where the record says what a claim is about (`topic`) and what an entry treats of
#   (`topics`), one of the entries cited must treat of it. Entries that nobody has looked at leave the
#   question open; claims none of whose entries was looked at are no subjects.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: evidence must be relevant to the assertion that it is to support"
# custom:
#   id: citation/topic
#   severity: warning
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   remediation:
#     en: Open the entries and see whether they treat of the matter after all; if not, ask the source's author for the support.
#     ja: 文献を閲覧して当該事項の記載の有無を確認し、なければ根拠を作成者に照会してください。
#   message:
#     en: "“{params.text}” is about {params.topic}, but what it cites treats of other matters: {entry.label} ({params.topics})."
#     ja: "「{params.text}」（主題: {params.topic}）が引用する{entry.label}は別の主題（{params.topics}）を扱っており、根拠になりません。"
#   cases:
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Open the other entries and record under `topics` what they treat of.
#         ja: 残りの文献を閲覧し、扱う主題を`topics`に記録してください。
#       message:
#         en: "“{params.text}” is about {params.topic}; of what it cites, some treats of other matters ({params.topics}) and the rest was not looked at."
#         ja: "「{params.text}」（主題: {params.topic}）の引用文献には別の主題（{params.topics}）のものと、主題が未確認のものがあります。"
package tieout.rules.citation.topic

import data.tieout.lib.citation

subjects contains use.claim.id if some use in uses

# A claim on prices that cites a page on history.
check contains object.union(case(use), {
	"subject": use.claim.id,
	"verdict": outcome(use),
	"evidence": evidence(use),
}) if {
	some use in uses
	outcome(use) != "consistent"
}

# A claim on prices that cites a page on prices beside it.
check contains {"subject": use.claim.id, "verdict": "consistent", "evidence": evidence(use)} if {
	input.mode == "audit"
	some use in uses
	outcome(use) == "consistent"
}

uses := [{"claim": claim, "entries": entries, "known": known} |
	some claim in input.facts.claim
	claim.topic
	entries := [entry | some cited in claim.citations; entry := citation.by_id[cited.ref]]
	known := {topic | some entry in entries; some topic in entry.topics}
	count(known) > 0
]

outcome(use) := "consistent" if {
	use.claim.topic in use.known
} else := "undetermined" if {
	some entry in use.entries
	not entry.topics
} else := "inconsistent"

case(use) := {"case": "undetermined"} if {
	outcome(use) == "undetermined"
} else := {}

evidence(use) := {
	"operands": array.concat(
		[{"fact": use.claim.id, "role": "claim"}],
		[{"fact": entry.id, "role": "entry"} | some entry in use.entries],
	),
	"params": {"text": use.claim.text, "topic": use.claim.topic, "topics": concat(", ", use.known)},
}
