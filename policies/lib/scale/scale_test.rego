package tieout.lib.scale_test

import data.tieout.lib.scale

slipped(values) if scale.slipped([{"value": value} | some value in values])

test_fail_a_power_of_ten_apart if {
	slipped([[12, 1], [12000, 1]])
	slipped([[3, 25], [12, 1], [12, 1]])
	slipped([[-5, 1], [-50, 1]])
	slipped([[1, 1], [1000000000000, 1]])
}

test_pass_other_values if {
	not slipped([[12, 1], [12, 1]])
	not slipped([[12, 1], [13, 1]])
	not slipped([[12, 1], [-120, 1]])
	not slipped([[12, 1], [120, 1], [1200, 1]])
	not slipped([[0, 1], [10, 1]])
	not slipped([[1, 1], [10000000000000, 1]])
	not scale.slipped([{"value": [1, 1]}, {"text": "A"}])
}
