# METADATA
# title: What supports a figure is not older than the figure
# description: |
#   A page that was published or last read before a period was over cannot bear out the figure of that
#   period. A claim of fact that rests on figures is held against the entries that it cites, by the day of
#   publication, or else of access. It finds support if one of them is young enough.
#   Targets, which are set beforehand, and figures taken as of an earlier day do not count against it.
#   Claims of which an entry bears no date are no subjects.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: the relevance of evidence depends on the period that it covers"
# custom:
#   id: time/support-too-old
#   severity: warning
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.modality: [fact], claim.citations: [any], claim.rests: [any]}
#   remediation:
#     en: Check the dates of the entries and the period of the figure; if the record is right, ask the source's author for a support of that period, or whether the figure was a forecast.
#     ja: 文献の日付と数値の期間を確認し、記録に誤りがなければ、当該期間の根拠または予測値か否かを作成者に照会してください。
#   message:
#     en: "“{params.text}” rests on {figure.label}, known at the earliest on {params.known}, but what it cites is of {params.support}: {entry.label}."
#     ja: "「{params.text}」の根拠となる{figure.label}は早くとも{params.known}に判明しますが、引用文献（{entry.label}）は{params.support}のものです。"
package tieout.rules.time.support_too_old

import data.tieout.lib.calendar
import data.tieout.lib.citation

subjects contains use.claim.id if some use in uses

# "Prices doubled in 2025 [1]", where 1 was read in May 2025.
check contains {"subject": use.claim.id, "verdict": "inconsistent", "evidence": evidence(use)} if {
	some use in uses
	use.known > use.support
}

# The same, where 1 was read in January 2026.
check contains {"subject": use.claim.id, "verdict": "consistent", "evidence": evidence(use)} if {
	input.mode == "audit"
	some use in uses
	use.known <= use.support
}

# Claims of fact on figures, all of whose entries bear a date.
uses := [use |
	some claim in input.facts.claim
	claim.modality == "fact"
	figures := [basis.fact | some basis in claim.rests; known(basis.fact)]
	days := [day(citation.by_id[cited.ref]) | some cited in claim.citations]
	count(days) == count(claim.citations)
	use := {
		"claim": claim,
		"figures": figures,
		"known": max([known(figure) | some figure in figures]),
		"support": max(days),
	}
]

day(entry) := entry.published if {
	entry.published
} else := entry.accessed

# The day on which a figure can have been known at the earliest.
known(figure) := object.get(figure, "asOf", calendar.last(figure.period)) if {
	figure.kind == "quantity"
	figure.period
	object.get(figure, "role", "") != "target"
}

evidence(use) := {
	"operands": array.concat(
		[{"fact": use.claim.id, "role": "claim"}],
		array.concat(
			[{"fact": figure.id, "role": "figure"} | some figure in use.figures; known(figure) == use.known],
			[{"fact": cited.ref, "role": "entry"} | some cited in use.claim.citations],
		),
	),
	"params": {"text": use.claim.text, "known": use.known, "support": use.support},
}
