package aims.lib.duty_standard_order_test

import data.aims.lib.duty

test_clauses_come_in_the_order_of_the_standard if {
	duty.standard_order({"iso42001:10.1", "iso42001:A.6.2.10", "iso42001:4.2", "iso42001:A.6.2.4", "iso42001:4.10", "iso42001:A.10.2"}) == [
		"iso42001:4.2",
		"iso42001:4.10",
		"iso42001:10.1",
		"iso42001:A.6.2.4",
		"iso42001:A.6.2.10",
		"iso42001:A.10.2",
	]
	duty.standard_order(set()) == []
	duty.standard_order({"nist-ai-rmf:GOVERN 1.1", "iso42001:"}) == ["iso42001:", "nist-ai-rmf:GOVERN 1.1"]
}
