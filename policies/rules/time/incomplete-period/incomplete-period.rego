# METADATA
# title: A figure for a period is taken when the period is over
# description: |
#   A figure labelled with a year but taken as of a day inside it covers a part of the year only; set
#   beside full years, it shows a fall that did not happen. Figures of one source that are given for the
#   same span as of the same day are one check. A target, and a figure that a forecast rests on, is as of
#   the day on which it was set and does not count; nor does a figure of a single day.
# related_resources:
#   - ref: https://www.ifrs.org/issued-standards/list-of-standards/ias-34-interim-financial-reporting/
#     description: "IAS 34, Interim Financial Reporting: figures of a part of a year are labelled as such"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: comparisons need periods that are alike"
# custom:
#   id: time/incomplete-period
#   severity: warning
#   class: source
#   scope: document
#   kinds: [quantity, claim]
#   remediation:
#     en: Label the figures as of their day wherever they are shown, and set no full period beside them.
#     ja: 併記する際は時点を明示し、通期の数値と比較しないでください。通期の数値は確定後に入手してください。
#   message:
#     en: "{params.figures} figures labelled {params.period} were taken on {params.day}, before that span was over."
#     ja: "{params.period}の数値とされる{params.figures}件は、期間の途中である{params.day}時点のものです。"
package tieout.rules.time.incomplete_period

import data.tieout.lib.calendar

subjects contains subject(span) if some span in spans

# The loans of 2025, counted in November 2025.
check contains {"subject": subject(span), "verdict": "inconsistent", "evidence": evidence(span, ids)} if {
	some span in spans
	inside(span)
	ids := [figure.id | some figure in taken; figure.span == span]
}

# The loans of 2025, counted in January 2026.
check contains {"subject": subject(span), "verdict": "consistent", "evidence": evidence(span, ids)} if {
	input.mode == "audit"
	some span in spans
	not inside(span)
	ids := [figure.id | some figure in taken; figure.span == span]
}

foreseen := {basis.ref |
	some claim in input.facts.claim
	claim.modality == "forecast"
	some basis in claim.rests
}

taken := [{"id": figure.id, "span": {"period": figure.period, "day": figure.asOf}} |
	some figure in input.facts.quantity
	figure.asOf
	calendar.span(figure.period)
	object.get(figure, "role", "") != "target"
	not figure.id in foreseen
]

spans := {figure.span | some figure in taken}

# Before the span began nothing can have been counted: that is a forecast.
inside(span) if {
	span.day >= calendar.first(span.period)
	span.day < calendar.last(span.period)
}

subject(span) := concat("", [input.source, "/[", span.period, "@", span.day, "]"])

evidence(span, ids) := {
	"operands": [{"fact": id, "role": "figure"} | some id in ids],
	"params": {"period": span.period, "day": span.day, "figures": count(ids)},
}
