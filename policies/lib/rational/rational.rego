# METADATA
# title: Exact fractions
# description: |
#   Arithmetic on fractions [n, d] of whole numbers with d > 0, by +, −, × and
#   comparison alone, which are exact in every engine that runs Rego. Results
#   are not reduced: compare them with same, never with ==.
package tieout.lib.rational

# METADATA
# title: a + b
add(a, b) := [a[0] + b[0], a[1]] if a[1] == b[1]

add(a, b) := [(a[0] * b[1]) + (b[0] * a[1]), a[1] * b[1]] if a[1] != b[1]

# METADATA
# title: a − b
subtract(a, b) := add(a, [0 - b[0], b[1]])

# METADATA
# title: a × b
multiply(a, b) := [a[0] * b[0], a[1] * b[1]]

# METADATA
# title: Whether a is below b
default less(_, _) := false

less(a, b) if a[0] * b[1] < b[0] * a[1]

# METADATA
# title: Whether a and b are the same number
default same(_, _) := false

same(a, b) if a[0] * b[1] == b[0] * a[1]

# METADATA
# title: −1, 0 or 1, as a is negative, zero or positive
sign(a) := -1 if a[0] < 0

sign(a) := 0 if a[0] == 0

sign(a) := 1 if a[0] > 0

# METADATA
# title: −1, 0 or 1, as a is below, equal to or above b
compare(a, b) := sign(subtract(a, b))

# METADATA
# title: A denominator that all of the fractions share
# description: |
#   The product of their different denominators. What sources print has few of
#   them (powers of ten and their doubles), so it stays small.
denominator(fractions) := product({fraction[1] | some fraction in fractions})

# METADATA
# title: By each denominator, what lifts it to denominator(fractions)
# description: |
#   Worked out once for each different denominator, so that bringing many
#   fractions to a common denominator takes linear time.
factors(fractions) := {d: product(denominators - {d}) | some d in denominators} if {
	denominators := {fraction[1] | some fraction in fractions}
}

# METADATA
# title: The sum of all the fractions, in linear time
total(fractions) := [sum(numerators), denominator(fractions)] if {
	lift := factors(fractions)
	numerators := [n |
		some fraction in fractions
		n := fraction[0] * lift[fraction[1]]
	]
}

# METADATA
# title: The product of all the fractions
product_of(fractions) := [product([f[0] | some f in fractions]), product([f[1] | some f in fractions])]
