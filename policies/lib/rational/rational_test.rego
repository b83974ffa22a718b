package tieout.lib.rational_test

import data.tieout.lib.rational

test_cents_are_exact if rational.same(rational.subtract([100, 1], [9999, 100]), [1, 100])

test_twenty_digits_and_more_are_exact if {
	long := [123456789012345678901234567890123456789, 1]
	rational.subtract(rational.add(long, [1, 1]), long) == [1, 1]
	rational.less(long, rational.add(long, [1, 1000000]))
	not rational.same(long, rational.add(long, [1, 1000000]))
}

test_compare if {
	rational.compare([1, 3], [1, 2]) == -1
	rational.compare([2, 4], [1, 2]) == 0
	rational.compare([-1, 3], [-1, 2]) == 1
}

test_less_is_false_for_equals if {
	rational.less([1, 2], [2, 4]) == false
	rational.same([1, 2], [1, 3]) == false
}

test_total if {
	rational.same(rational.total([[1, 2], [1, 3], [1, 2], [-1, 3], [5, 1]]), [6, 1])
	rational.total([]) == [0, 1]
}

test_product_of if {
	rational.same(rational.product_of([[1, 2], [2, 3], [3, 1]]), [1, 1])
	rational.same(rational.multiply([-1, 2], [2, 3]), [-1, 3])
}
