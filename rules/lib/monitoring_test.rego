package aims.lib.monitoring_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.monitoring

within(recorded) := days if {
	days := monitoring.interval(90) with input as expectation.about(recorded)
}

test_the_shorter_of_interval_and_limit if {
	within({"monitoring": {"cadenceDays": 30}}) == 30
	within({"monitoring": {"cadenceDays": 400}}) == 90
	within({"monitoring": {}}) == 90
	within({}) == 90
}
