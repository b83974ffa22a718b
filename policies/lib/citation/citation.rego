# METADATA
# title: What rules on citations share
# description: |
#   They read the claims and references of one source. Lists of notes take no
#   part: a note is the source's own remark, not a place where something is to
#   be found.
package tieout.lib.citation

# METADATA
# title: The entries of lists of references, in order
entries := [entry |
	some entry in input.facts.reference
	entry.listKind == "references"
]

# METADATA
# title: The entries of lists of references, by their ids
by_id := {entry.id: entry | some entry in entries}

# METADATA
# title: The address without what leads to the same place either way
# description: |
#   Scheme, trailing slash and fragment are left out; a fragment that a page
#   reads as a path of its own ("#/" or "#!") stays.
address(url) := trim_suffix(trim_prefix(trim_prefix(_page(url), "https://"), "http://"), "/")

_page(url) := url if {
	not contains(url, "#")
} else := url if {
	regex.match(`#[/!]`, url)
} else := split(url, "#")[0]
