package aims.lib.tiers_test

import data.aims.lib.tiers

# What is known of each pair: from the higher tier downwards it holds.
test_the_order_of_tiers if {
	[[tier, from] |
		some tier in ["minimal", "limited", "high", "unacceptable"]
		some from in ["minimal", "limited", "high", "unacceptable"]
		tiers.at_least(tier, from)
	] == [
		["minimal", "minimal"],
		["limited", "minimal"],
		["limited", "limited"],
		["high", "minimal"],
		["high", "limited"],
		["high", "high"],
		["unacceptable", "minimal"],
		["unacceptable", "limited"],
		["unacceptable", "high"],
		["unacceptable", "unacceptable"],
	]
	not tiers.at_least("unknown", "minimal")
	not tiers.at_least("high", "")
}
