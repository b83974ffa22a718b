# METADATA
# title: A figure is called what it is
# description: |
#   Publications that are called filings, a parent's result that is called the group's, wholesales that
#   are called retail: the digits tie, the words do not. Three records tell of it: a figure or a claim whose
#   `calls` names what its words call the figure, held against what the figure is; and a stated tie between
#   figures of two concepts that the registry declares distinct. Nothing is guessed from the words.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: inconsistency in the manner of presentation"
#   - ref: https://www.xbrl.org/Specification/oim/REC-2021-10-13/oim-REC-2021-10-13.html
#     description: "XBRL Open Information Model: the concept and the dimensions say what a figure is"
# custom:
#   id: equality/label-drift
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [quantity, claim, relation]
#   remediation:
#     en: Compare the wording with the place where the figure is defined; if the record is right, report the wrong name to the source's author.
#     ja: 文言と数値の定義箇所を突合し、記録に誤りがなければ名称の相違を作成者に照会してください。
#   message:
#     en: "The source calls {figure.label} ({figure.printed}) “{params.called}”, which is something else."
#     ja: "{figure.label}（{figure.printed}）が、定義の異なる「{params.calledJa}」と称されています。"
#   cases:
#     tie:
#       message:
#         en: "What should be one figure is called by two names that mean different things: {figure.label} ({figure.printed}, {figure.source})."
#         ja: "同一であるはずの数値が、定義の異なる二つの名称で記載されています（{figure.label}、{figure.printed}、{figure.source}）。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Record under `rests` the figure that the claim speaks of.
#         ja: 主張の対象となる数値を`rests`に記録してください。
#       message:
#         en: "The claim calls a figure “{params.called}”, but no figure is recorded that it rests on, so the name cannot be checked."
#         ja: "主張は数値を「{params.calledJa}」と称していますが、根拠となる数値の記録がなく、名称を突合できません。"
package tieout.rules.equality.label_drift

subjects contains fact.id if {
	some kind in ["quantity", "claim"]
	some fact in input.facts[kind]
	fact.calls
}

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "equal"
	count(tied(relation)) > 1
}

# A table of retail sales whose head says wholesale, or a sentence that calls them so.
check contains object.union(case(outcome), {
	"subject": fact.id,
	"verdict": outcome,
	"evidence": evidence(fact, figures),
}) if {
	some kind in ["quantity", "claim"]
	some fact in input.facts[kind]
	fact.calls
	figures := meant(fact)
	outcome := judged(fact.calls, figures)
	wanted(outcome)
}

# A tie between retail sales and wholesales.
check contains {
	"subject": relation.id,
	"case": "tie",
	"verdict": "inconsistent",
	"evidence": {"operands": [operand(figure) | some figure in figures]},
} if {
	some relation in input.facts.relation
	relation.type == "equal"
	figures := tied(relation)
	distinct(figures)
}

# A tie between figures of one concept, or of concepts that may stand for one another.
check contains {
	"subject": relation.id,
	"verdict": "consistent",
	"evidence": {"operands": [operand(figure) | some figure in figures]},
} if {
	input.mode == "audit"
	some relation in input.facts.relation
	relation.type == "equal"
	figures := tied(relation)
	count(figures) > 1
	not distinct(figures)
}

# The figures that words speak of.
meant(fact) := [fact] if {
	fact.kind == "quantity"
} else := [basis.fact | some basis in fact.rests; basis.fact.kind == "quantity"; basis.fact.concept]

# One of several figures that a claim rests on may be the one that it names.
judged(calls, figures) := "undetermined" if {
	count(figures) == 0
} else := "consistent" if {
	some figure in figures
	fits(figure, calls)
} else := "inconsistent"

fits(figure, calls) if {
	object.get(calls, "concept", figure.concept) == figure.concept
	every axis, member in calls.dimensions { figure.dimensions[axis] == member }
}

wanted("inconsistent")

wanted("undetermined")

wanted("consistent") if input.mode == "audit"

tied(relation) := [member.fact |
	some member in relation.operands
	member.fact.kind == "quantity"
	member.fact.concept
]

distinct(figures) if {
	concepts := {figure.concept | some figure in figures}
	count(concepts) > 1
	some concept in concepts
	some other in data.registry.concepts[concept].distinctFrom
	other in concepts
}

operand(figure) := {"fact": figure.id, "role": "figure"}

evidence(fact, figures) := {
	"operands": array.concat(
		[operand(figure) | some figure in figures],
		[{"fact": fact.id, "role": "claim"} | fact.kind == "claim"],
	),
	"params": {"called": called(fact.calls, "en"), "calledJa": called(fact.calls, "ja")},
}

# The concept by its label, then the members as axis=member.
called(calls, lang) := concat(", ", array.concat(
	[word | word := label(calls.concept, lang)],
	[concat("=", [axis, member]) | some axis, member in calls.dimensions],
))

label(concept, lang) := data.registry.concepts[concept].labels[lang] if {
	data.registry.concepts[concept].labels[lang]
} else := data.registry.concepts[concept].labels.en if {
	data.registry.concepts[concept].labels.en
} else := concept

case("undetermined") := {"case": "undetermined"}

case(outcome) := {} if outcome != "undetermined"
