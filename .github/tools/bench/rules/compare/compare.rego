# METADATA
# title: The rules of the comparison, for conftest and opa eval
# description: |
#   The same rules that Tieout is asked for, on the fact files as they stand, in
#   the idioms that stay linear: everything is read once into one list of figures,
#   and what belongs together is found by sets of keys and indexed comprehensions.
#   A document says how its source rounds; arithmetic is on whole numbers (package
#   compare.figures). `contents` are the fact files, of which each tool is handed
#   its own kind of list.
package compare

import data.compare.figures

documents := [content | some content in contents; content.source]

sources := object.union_n([content.sources | some content in contents; content.sources])

entities := object.union_n([content.entities | some content in contents; content.entities])

concepts := object.union_n([content.concepts | some content in contents; content.concepts])

# What is found: a rule, and the subject that it is broken by.
found contains concat(" ", ["pay/missing-target", id]) if {
	some document in documents
	some plan, body in document.plans
	some name, measure in body.measures
	untargeted(measure)
	id := concat("", [document.source, "/", plan, ".", name])
}

found contains concat(" ", ["citation/claim-without-citation", id]) if {
	some document in documents
	some name, claim in document.claims
	claim.modality == "fact"
	not claim.citations
	owed(object.get(claim, "entity", document.defaults.entity), sources[document.source])
	id := concat("/", [document.source, name])
}

found contains concat(" ", ["completeness/figures-without-value", id]) if {
	some document in documents
	some status in ["undisclosed", "lost"]
	status in statuses(document)
	id := concat("", [document.source, "/[", status, "]"])
}

found contains concat(" ", ["completeness/figures-without-value", id]) if {
	some document in documents
	unplaced := [figure | some figure in document.quantities; not figure.selector.line]
	count(unplaced) > 0
	2 * count(unplaced) < count(document.quantities)
	id := concat("/", [document.source, "[unanchored]"])
}

found contains concat(" ", ["citation/entry-without-address", id]) if {
	some document in documents
	some list, body in document.references
	body.kind == "references"
	some number, entry in body.entries
	not entry.url
	entry.form in {"text", "other"}
	id := concat("", [document.source, "/", list, ".", number])
}

found contains concat(" ", ["order/declared-bound", id]) if {
	some key in ({bounded.key | some bounded in lesser} & {bounding.key | some bounding in greater})
	low := max([bounded.low | some bounded in lesser; bounded.key == key])
	high := min([bounding.high | some bounding in greater; bounding.key == key])
	low > high
	[scope, bound] := key
	id := concat("|", array.concat(named(scope), [bound]))
}

found contains concat(" ", ["arithmetic/sum", id]) if {
	some sum_ in sums
	total := figures.by_id[sum_.total]
	terms := [figures.weighed(figures.by_id[part.fact], part.weight) | some part in sum_.parts]
	disjoint(total, sum([term.low | some term in terms]), sum([term.high | some term in terms]))
	id := sum_.id
}

found contains concat(" ", ["pay/weights", id]) if {
	some document in documents
	some plan, body in document.plans
	context := {"rounded": object.get(document.defaults, "rounded", false)}
	weights := [figures.interval(measure.weight, context, mode) |
		mode := sources[document.source].rounding
		some measure in body.measures
	]
	[low, high] := figures.interval({"value": 100}, {}, "round")
	whole := {"low": low, "high": high}
	disjoint(whole, sum([low | some [low, _] in weights]), sum([high | some [_, high] in weights]))
	id := concat("/", [document.source, plan])
}

found contains concat(" ", ["citation/number-leads-to-two-places", id]) if {
	some document in documents
	addressed := [[number, address(entry.url)] |
		some body in document.references
		body.kind == "references"
		some number, entry in body.entries
		entry.url
	]
	ordered := sort(addressed)
	contested := {ordered[i][0] |
		some i, next in array.slice(ordered, 1, count(ordered))
		ordered[i][0] == next[0]
		ordered[i][1] != next[1]
	}
	count(contested) > 0
	some number in (contested & {cite.number | some claim in document.claims; some cite in cites(document, claim)})
	id := concat("", [document.source, "/[", number, "]"])
}

found contains concat(" ", ["citation/duplicate-entry", id]) if {
	some document in documents
	some list, body in document.references
	body.kind == "references"
	addresses := [address(entry.url) | some entry in body.entries; entry.url]
	count({place | some place in addresses}) < count(addresses)
	id := concat("/", [document.source, list])
}

found contains concat(" ", ["citation/marker-without-entry", id]) if {
	some document in documents
	some name, claim in document.claims
	some cite in cites(document, claim)
	not cite.by_id
	not document.references[cite.list].entries[cite.number]
	id := concat("/", [document.source, name])
}

found contains concat(" ", ["equality/same-figure", id]) if {
	some key in repeated
	group := [figure | some figure in candidates; figure.key == key]
	max([figure.low | some figure in group]) > min([figure.high | some figure in group])
	[concept, scope, as_of] := key
	id := concat("|", array.concat([concept], array.concat(named(scope), [day | some day in [as_of]; day != ""])))
}

found contains concat(" ", ["register/dangling-reference", id]) if {
	some document in documents
	some referring in references(document)
	some ref in referring.refs
	not on_record(document, ref)
	id := concat("/", [document.source, referring.id])
}

untargeted(measure) if not measure.target

untargeted(measure) if measure.target.status in {"undisclosed", "nil", "lost"}

# Who must cite: some sources for everything, others for what is not about
# themselves and those who hold office there.
owed(entity, source) if {
	duty(source) == "all"
} else if {
	duty(source) == "ownFigures"
	entity != source.entity
	not holds_office(entity, source.entity)
}

duty(source) := source.citationDuty

duty(source) := {
	"primaryFiling": "ownFigures", "slides": "ownFigures", "statistics": "ownFigures", "press": "ownFigures",
	"analysis": "all", "blog": "all", "other": "all",
}[source.kind] if not source.citationDuty

holds_office(entity, organisation) if {
	some office in entities[entity].offices
	office.organisation == organisation
}

statuses(document) := {figure.status | some figure in document.quantities; figure.status} | {part.status |
	some plan in document.plans
	some measure in plan.measures
	some part in measure
	part.status
}

# Bounds are looked up by the concept of a figure, from either end.
bounds := [{"name": concat("≤", [concept, bound.atMost]), "lesser": concept, "greater": bound.atMost} |
	some concept, body in concepts
	some bound in body.bounds
]

bounding := {concept: names |
	some concept in {bound.lesser | some bound in bounds}
	names := [bound.name | some bound in bounds; bound.lesser == concept]
}

bounded_by := {concept: names |
	some concept in {bound.greater | some bound in bounds}
	names := [bound.name | some bound in bounds; bound.greater == concept]
}

lesser := [{"key": [figure.scope, name], "low": figure.low} |
	some figure in figures.all
	some name in bounding[figure.concept]
]

greater := [{"key": [figure.scope, name], "high": figure.high} |
	some figure in figures.all
	some name in bounded_by[figure.concept]
]

# The scope of figures, in the words of reports.
named(scope) := array.concat(
	[entity, figures.span(period), unit],
	[concat("=", [axis, member]) | some axis, member in dimensions],
) if {
	[entity, period, unit, dimensions] := scope
}

sums := array.concat(related_sums, table_sums)

related_sums := [{"id": full(document, id), "total": full(document, body.total), "parts": parts} |
	some document in documents
	some id, relation in document.relations
	body := relation.sum
	parts := [weighted(document, part) | some part in body.parts]
]

table_sums := [total |
	some document in documents
	some id, table in document.tables
	some total in array.concat(across(document, id, table), down(document, id, table))
]

across(document, id, table) := [{"id": concat("", [name, ".sum"]), "total": name, "parts": parts} |
	some foot in table.crossFoot
	some row, _ in table.rows
	name := concat(".", [full(document, id), row, foot.total])
	parts := [{"fact": concat(".", [full(document, id), row, part]), "weight": 1} | some part in foot.parts]
]

down(document, id, table) := [{"id": concat("", [name, ".sum"]), "total": name, "parts": parts} |
	some foot in table.foot
	some column, _ in table.columns
	name := concat(".", [full(document, id), foot.total, column])
	parts := [{"fact": concat(".", [full(document, id), part, column]), "weight": 1} | some part in foot.parts]
]

weighted(document, part) := {"fact": full(document, part), "weight": 1} if {
	is_string(part)
} else := {"fact": full(document, part.fact), "weight": object.get(part, "weight", 1)}

full(document, id) := concat("/", [document.source, id])

disjoint(total, _, high) if high < total.low

disjoint(total, low, _) if total.high < low

# Scheme, fragment and the last slash lead to the same place either way.
address(url) := trim_suffix(trim_prefix(trim_prefix(split(url, "#")[0], "https://"), "http://"), "/")

# A claim cites numbers of its list, or entries by id.
cites(document, claim) := [cite |
	list := object.get(claim, "citationList", document.defaults.citationList)
	some cited in claim.citations
	cite := citation(list, cited)
]

citation(list, cited) := {"list": list, "number": format_int(cited, 10)} if {
	is_number(cited)
} else := {"list": parts[0], "number": parts[1], "by_id": true} if {
	contains(cited, ".")
	parts := split(cited, ".")
} else := {"list": list, "number": cited}

# Figures of one key are one figure: those keys that come more than once.
repeated := {ordered[i] |
	some i, next in array.slice(ordered, 1, count(ordered))
	ordered[i] == next
}

ordered := sort([figure.key | some figure in figures.all])

candidates := [figure | some figure in figures.all; figure.key in repeated]

# Most references lead to figures of the same document.
on_record(document, ref) if {
	document.quantities[ref]
} else if {
	document.claims[ref]
} else if {
	document.relations[ref]
} else if {
	document.events[ref]
} else if {
	[list, number] := split(ref, ".")
	document.references[list].entries[number]
} else if {
	[plan, measure] := split(ref, ".")
	document.plans[plan].measures[measure]
} else if {
	[table, row, column] := split(ref, ".")
	document.tables[table].rows[row]
	document.tables[table].columns[column]
} else if {
	[source, id] := split(ref, "/")
	on_record_there(by_source[source], id)
}

# A rule cannot ask itself.
on_record_there(document, ref) if {
	some kind in ["quantities", "claims", "relations", "events"]
	document[kind][ref]
}

by_source := {document.source: document | some document in documents}

references(document) := array.concat(
	[{"id": id, "refs": refs} |
		some id, relation in document.relations
		some body in relation
		refs := [ref | some field, value in body; not field in {"is", "having", "along"}; some ref in listed(value)]
	],
	array.concat(
		[{"id": id, "refs": refs} |
			some id, claim in document.claims
			refs := array.concat(
				object.get(claim, "rests", []),
				[concat(".", [cite.list, cite.number]) | some cite in cites(document, claim); cite.by_id],
			)
		],
		[{"id": plan, "refs": refs} |
			some plan, body in document.plans
			refs := [ref | some limit in ["cap", "floor"]; ref := body[limit]; is_string(ref)]
		],
	),
)

listed(value) := [value] if {
	is_string(value)
} else := [ref | some item in value; some ref in operand(item)] if {
	is_array(value)
} else := operand(value)

operand(item) := [item] if {
	is_string(item)
} else := [ref | some field in ["fact", "by"]; ref := item[field]]
