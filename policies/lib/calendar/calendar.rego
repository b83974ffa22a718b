# METADATA
# title: Days and spans of days
# description: |
#   Periods come in canonical form: a day as YYYY-MM-DD, or two days around a
#   slash, both included. Days of that form compare as texts.
package tieout.lib.calendar

# METADATA
# title: The first day of a period
first(period) := substring(period, 0, 10)

# METADATA
# title: The last day of a period
last(period) := substring(period, count(period) - 10, 10)

# METADATA
# title: Whether a period is a span, and no single day
span(period) if contains(period, "/")

# METADATA
# title: Whether a period is a calendar year
calendar_year(period) if {
	year := substring(period, 0, 4)
	period == concat("", [year, "-01-01/", year, "-12-31"])
}

# METADATA
# title: Whether a period is twelve whole months
year_long(period) if {
	endswith(first(period), "-01")
	to_number(substring(last(period), 8, 2)) > 27
	month(last(period)) - month(first(period)) == 11
}

# Months are counted through the years.
month(day) := (12 * to_number(substring(day, 0, 4))) + to_number(trim_prefix(substring(day, 5, 2), "0"))

# METADATA
# title: The same day a year later
# description: The last of February stays as it is printed; such texts compare like days.
year_later(day) := concat("", [format_int(to_number(substring(day, 0, 4)) + 1, 10), substring(day, 4, 6)])

# METADATA
# title: Whether two periods share a day
overlap(a, b) if {
	first(a) <= last(b)
	first(b) <= last(a)
}
