# METADATA
# title: The place that an address leads to
# description: Scheme, fragment and the last slash lead to the same place either way.
package bench.address

place(url) := trim_suffix(trim_prefix(trim_prefix(split(url, "#")[0], "https://"), "http://"), "/")
