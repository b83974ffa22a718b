# METADATA
# title: A forecast whose day has passed is told with its outcome
# description: |
#   A document that still forecasts what, by its own day of publication, must have come or failed leaves
#   the reader with an expectation where there is a fact. Every forecast that is recorded with the time by
#   which it is due is held against the publication of its source. A due day equal to it has not passed.
#   Forecasts without a recorded day, and sources without one, are no subjects.
# related_resources:
#   - ref: https://www.ifrs.org/issued-standards/list-of-standards/ias-10-events-after-the-reporting-period/
#     description: "IAS 10, Events after the Reporting Period: what is known when a report is authorised belongs in it"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements"
# custom:
#   id: time/forecast-due
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [claim]
#   remediation:
#     en: Look for the outcome in the source and record it under `outcome`; if there is none, ask the source's author what became of the forecast.
#     ja: 資料で実績の記載を確認して`outcome`に記録し、記載がなければ結果を作成者に照会してください。
#   message:
#     en: "“{params.text}” was due by {params.due}; the source, published on {params.published}, still tells it as a forecast and states no outcome."
#     ja: "「{params.text}」の期限は{params.due}ですが、{params.published}公表の資料に予測のまま記載され、実績の開示がありません。"
package tieout.rules.time.forecast_due

import data.tieout.lib.calendar

subjects contains claim.id if some claim in forecasts

# A newsletter of June that expects a record harvest "by May".
check contains {"subject": claim.id, "verdict": "inconsistent", "evidence": evidence(claim)} if {
	some claim in forecasts
	unanswered(claim)
}

# One of April that does, or one of June that says what the harvest was.
check contains {"subject": claim.id, "verdict": "consistent", "evidence": evidence(claim)} if {
	input.mode == "audit"
	some claim in forecasts
	not unanswered(claim)
}

published := data.registry.sources[input.source].published

forecasts := [claim |
	published
	some claim in input.facts.claim
	claim.modality == "forecast"
	claim.due
]

unanswered(claim) if {
	calendar.last(claim.due) < published
	not claim.outcome.exists
}

evidence(claim) := {
	"operands": array.concat(
		[{"fact": claim.id, "role": "claim"}],
		[{"fact": claim.outcome.id, "role": "outcome"} | claim.outcome.exists],
	),
	"params": {"text": claim.text, "due": calendar.last(claim.due), "published": published},
}
