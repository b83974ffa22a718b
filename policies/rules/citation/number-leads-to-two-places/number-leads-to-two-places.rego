# METADATA
# title: A cited number leads to one place, whichever list a reader opens
# description: |
#   Where a list for the whole document stands beside one for the chapter, a marker's number can stand
#   in both. If the two entries name different addresses, a reader cannot tell which of them supports the
#   claim. A number is looked up in the list that the record names, in lists of no section and in those
#   of the claim's own section; lists of other chapters may number anew. Where they do not, because the
#   chapters' lists run on from one another through the document, a number is looked up in all of them.
#   Notes take no part.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: a number denotes one resource"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: a statement is as reliable as the source that it can be traced to"
# custom:
#   id: citation/number-leads-to-two-places
#   severity: warning
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.citations: [any]}
#   remediation:
#     en: Ask the source's author which list the markers lead into; until then, report the claims that cite this number as resting on no certain source.
#     ja: 番号がどの一覧を指すのか作成者に確認し、判明するまでは、この番号を引用する主張の出典は特定できないと報告してください。
#   message:
#     en: "The number {params.number} (claims that cite it: {params.claims}) leads to {params.places} different places: {entry.label}."
#     ja: 引用番号{params.number}（該当する主張{params.claims}件）は、一覧によって{params.places}通りの異なる文献を指します（{entry.label}）。
package tieout.rules.citation.number_leads_to_two_places

import data.tieout.lib.citation

subjects contains subject(number) if some number in cited_numbers

# A newsletter with one list for the chapter and one for the whole, each with a number 1 of its own.
check contains {
	"subject": subject(number),
	"verdict": "inconsistent",
	"evidence": evidence(number, listed, cited),
} if {
	some number in {use.number | some use in disputed}
	listed := [entry | some entry in citation.entries; entry.number == number]
	cited := [use | some use in disputed; use.number == number]
}

# A newsletter with one list, or with lists that agree on the number.
check contains {
	"subject": subject(number),
	"verdict": "consistent",
	"evidence": evidence(number, listed, cited),
} if {
	input.mode == "audit"
	some number in (cited_numbers - {use.number | some use in disputed})
	listed := [entry | some entry in citation.entries; entry.number == number]
	cited := [use | some use in uses; use.number == number]
}

subject(number) := concat("", [input.source, "/[", number, "]"])

cited_numbers := {use.number | some use in uses}

# The markers, as printed, that lead to an entry of this source.
uses := [use |
	some claim in input.facts.claim
	some cited in claim.citations
	cited.list
	entry := citation.by_id[cited.ref]
	section := object.get(claim, "section", "")
	use := {
		"number": entry.number,
		"list": entry.list,
		"claim": claim.id,
		"section": section,
		"address": [entry.number, section, object.get(entry, "url", "")],
	}
]

disputed := [use | some use in uses; use.address in contested]

# Many claims lead from one section to one entry.
contested := {address |
	not settled
	some address in {use.address | some use in uses}
	[number, section, url] := address
	count(places(number, section, url)) > 1
}

# Where the lists of no section dispute the number themselves, nothing more is
# looked up: all claims that cite it would read the same long list.
# Each number has one place in all lists.
settled if {
	places_of := {[entry.number, entry.place] | some entry in addressed}
	count(places_of) == count({entry.number | some entry in addressed})
}

places(number, section, url) := unsectioned[number] if {
	count(unsectioned[number]) > 1
} else := {place |
	some group in array.concat(
		[object.get(unsectioned, number, set()), {citation.address(url) | url != ""}, anywhere(number)],
		[sectioned[key] | some over in enclosing[section]; key := [number, over]],
	)
	some place in group
}

addressed := [{"number": entry.number, "section": object.get(entry, "section", ""), "place": place} |
	some entry in citation.entries
	place := citation.address(entry.url)
]

whole := [entry | some entry in addressed; entry.section == ""]

unsectioned := {number: found |
	some number in {entry.number | some entry in whole}
	found := {entry.place | some entry in whole; entry.number == number}
}

parted := [{"key": [entry.number, entry.section], "place": entry.place} |
	some entry in addressed
	entry.section != ""
]

sectioned := {key: found |
	some key in {entry.key | some entry in parted}
	found := {entry.place | some entry in parted; entry.key == key}
}

anywhere(number) := {entry.place | some entry in addressed; entry.number == number} if {
	running_on
	number in shared
} else := set()

# Lists that run on hold the numbers from 1 to the last between them, begin at 1
# but once, and share no more than a few: of lists that number anew, each has a 1
# of its own, unless the record has left it out.
running_on if {
	count(lists) > 1
	count({list | some list, numbers in lists; "1" in numbers}) == 1
	numbers := {to_number(number) | some of_list in lists; some number in of_list}
	max(numbers) == count(numbers)
	every numbers_of in lists { 2 * count(numbers_of & shared) < count(numbers_of) }
}

lists := {list: numbers |
	some list in {entry.list | some entry in numbered}
	numbers := {entry.number | some entry in numbered; entry.list == list}
}

shared := {number |
	some number in {entry.number | some entry in numbered}
	count({entry.list | some entry in numbered; entry.number == number}) > 1
}

numbered := [entry |
	some entry in citation.entries
	entry.section
	regex.match(`^[1-9][0-9]{0,5}$`, entry.number)
]

# A section and those that it stands in: 3-2 stands in 3, and 31 does not.
enclosing := {section: over |
	some section in {use.section | some use in uses}
	over := {section} | {head |
		some end in positions(count(section))
		regex.match(`[^\p{L}\p{N}]`, substring(section, end, 1))
		head := substring(section, 0, end)
	}
}

positions(n) := [k | some k in numbers.range(1, n - 1)] if {
	n > 1
} else := []

evidence(number, listed, cited) := {
	"operands": array.concat(
		[{"fact": entry.id, "role": "entry"} | some entry in read],
		[{"fact": claim, "role": "claim"} | some claim in claims],
	),
	"params": {
		"number": number,
		"claims": count(claims),
		"places": count({citation.address(entry.url) | some entry in read}),
	},
} if {
	claims := {use.claim | some use in cited}
	lists := {use.list | some use in cited}
	sections := union({enclosing[section] | some section in {use.section | some use in cited}})
	read := [entry |
		some entry in listed
		entry.url
		competes(entry, lists, sections)
	]
}

competes(entry, _, _) if not entry.section

competes(entry, lists, _) if entry.list in lists

competes(entry, _, sections) if entry.section in sections

competes(_, _, _) if running_on
