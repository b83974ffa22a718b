# METADATA
# title: A cited address leads to what can bear the claim out
# description: |
#   A page of search results shows another list to every reader, a home page holds no figure, a live
#   ranking has changed since, and an address with the marks of the tool that found it shows how it was
#   gathered. The form of the address tells the first, second and last; which hosts are live, written by anyone,
#   or no place for the matter, the project's own `hosts` say. Asked of every entry with an address that a claim
#   of fact cites; home pages and live places count only where the claim rests on a figure.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: the reliability of evidence depends on its source"
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: the location must lead to the resource cited"
# custom:
#   id: citation/unfit-address
#   severity: warning
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.modality: [fact], claim.citations: [any]}
#   remediation:
#     en: Ask the source's author for the document itself, with its title and date, and look the claims up there.
#     ja: 主張を裏付ける文献そのもの（題名・日付）を作成者に照会し、該当箇所を確認してください。
#   message:
#     en: "{entry.label}, which {params.claims} claims of fact cite, leads to {params.url}, and the project's list of hosts calls that place unfit ({params.why})."
#     ja: "事実の主張{params.claims}件が引用する{entry.label}（{params.url}）は、根拠に適さないサイトとして登録されています（{params.whyJa}）。"
#   cases:
#     live:
#       message:
#         en: "{entry.label}, cited for fixed figures by {params.claims} claims, leads to {params.url}, whose content changes ({params.why}): what it showed then cannot be found there."
#         ja: "確定した数値の根拠として主張{params.claims}件が引用する{entry.label}（{params.url}）は内容が随時変わるため（{params.whyJa}）、当時の数値を確認できません。"
#     search:
#       message:
#         en: "{entry.label}, which {params.claims} claims of fact cite, leads to a page of search results, {params.url}, which is no document."
#         ja: "事実の主張{params.claims}件が引用する{entry.label}（{params.url}）は検索結果のページで、文献ではありません。"
#     home:
#       message:
#         en: "{entry.label}, cited for figures (by claims: {params.claims}), leads to a home page, {params.url}, and to no place where they stand."
#         ja: "数値の根拠として主張{params.claims}件が引用する{entry.label}（{params.url}）はトップページで、記載箇所が示されていません。"
#     residue:
#       severity: note
#       remediation:
#         en: Cut the address back to the page itself and see whether the page bears the claim out; addresses handed over by a tool may never have been read.
#         ja: 余分な部分を除いたURLを閲覧し、主張の裏付けとなるか確認してください。ツールが出力したURLは閲覧されていない可能性があります。
#       message:
#         en: "{entry.label} leads to {params.url}, which still bears the mark of the tool that it was found with."
#         ja: "{entry.label}のURL（{params.url}）に、検索や文章生成に用いたツールの痕跡が残っています。"
package tieout.rules.citation.unfit_address

import data.tieout.lib.citation

subjects contains entry.id if some entry in cited

# "Prices doubled [1]", where 1 is what a search engine found on the day.
check contains object.union(case(fault), {
	"subject": entry.id,
	"verdict": "inconsistent",
	"evidence": evidence(entry, fault, claims),
}) if {
	some entry in cited
	fault := fault_of(entry)
	id := entry.id
	citing := [use | some use in uses; use.entry == id]
	claims := {use.claim | some use in citing; relevant(use, fault.kind)}
}

# The same, where 1 is the price list.
check contains {"subject": entry.id, "verdict": "consistent", "evidence": evidence(entry, {}, claims)} if {
	input.mode == "audit"
	some entry in cited
	not fault_of(entry)
	id := entry.id
	claims := {use.claim | some use in uses; use.entry == id}
}

uses := {{"entry": cite.ref, "claim": claim.id, "figure": on_figure(claim)} |
	some claim in input.facts.claim
	claim.modality == "fact"
	some cite in claim.citations
	cite.ref
}

on_figure(claim) if {
	some basis in claim.rests
	basis.fact.kind == "quantity"
} else := false

cited_for_facts := {use.entry | some use in uses}

cited_for_figures := {use.entry | some use in uses; use.figure}

cited := [entry |
	some entry in citation.entries
	entry.url
	entry.id in cited_for_facts
]

# The gravest fault is told; the form of the address is looked at last.
fault_of(entry) := {"kind": "", "host": host} if {
	host := listed(entry)
	host.unfit != "live"
} else := {"kind": "live", "host": host} if {
	host := listed(entry)
	entry.id in cited_for_figures
} else := {"kind": "search"} if {
	searched(lower(entry.url))
} else := {"kind": "home"} if {
	entry.id in cited_for_figures
	regex.match(`^https?://[^/?#]+(/([a-z]{2}([-_][a-z]{2})?)?(/?(index|home|default|top)\.[a-z]+)?/?)?([?#].*)?$`, lower(entry.url))
} else := {"kind": "residue"} if {
	contains(entry.url, "=")
	regex.match(`[?&#](utm_[a-z]+|gclid|fbclid|msclkid)=|#:~:text=`, lower(entry.url))
}

searched(url) if {
	contains(url, "=")
	regex.match(`[?&](q|query|keywords?|search|searchterm|search_query|s)=[^&#]`, url)
}

searched(url) if {
	contains(url, "/search")
	regex.match(`^https?://[^?#]*/(search|search-results|searchresults?)(/|\.[a-z]+)?([?#]|$)`, url)
}

# The entry of the project's hosts that names the longest part of the address.
listed(entry) := data.registry.hosts[name] if {
	mentioned(lower(entry.url))
	names := [name | some name in candidates(entry.url); data.registry.hosts[name]]
	name := names[0]
}

# Most addresses hold the domain of no host in the registry.
mentioned(url) if {
	some domain in hosted
	contains(url, domain)
}

hosted := {lower(split(name, "/")[0]) | some name, _ in data.registry.hosts}

# All names under which an address may be listed: the host with ever less of the
# path, then the domains above it.
candidates(url) := array.concat(paths, domains) if {
	place := split(split(split(url, "://")[1], "?")[0], "#")[0]
	parts := split(trim_suffix(place, "/"), "/")
	host := trim_prefix(lower(split(parts[0], ":")[0]), "www.")
	labels := split(host, ".")
	heads := [concat("/", array.slice(parts, 1, n)) | some n in numbers.range(count(parts), 2)]
	paths := [name |
		some d in numbers.range(0, count(labels) - 1)
		some n, head in heads
		count(parts) > 1
		domain := concat(".", array.slice(labels, d, count(labels)))
		some name in [concat("/", [domain, head]), concat("", [domain, "/", head, "/"])]
	]
	domains := [concat(".", array.slice(labels, d, count(labels))) | some d in numbers.range(0, count(labels) - 1)]
}

case(fault) := {"case": fault.kind} if {
	fault.kind != ""
} else := {}

evidence(entry, fault, claims) := {
	"operands": array.concat(
		[{"fact": entry.id, "role": "entry"}],
		[{"fact": claim, "role": "claim"} | some claim in claims],
	),
	"params": object.union_n([
		{"url": entry.url, "claims": count(claims)},
		{"why": reason(fault.host, "en") | fault.host},
		{"whyJa": reason(fault.host, "ja") | fault.host},
	]),
}

# What is unfit for figures alone is told of the claims on figures.
relevant(_, kind) if not kind in {"live", "home"}

relevant(use, kind) if {
	kind in {"live", "home"}
	use.figure
}

reason(host, lang) := host.reason[lang] if {
	host.reason[lang]
} else := host.reason.en if {
	host.reason.en
} else := host.unfit
