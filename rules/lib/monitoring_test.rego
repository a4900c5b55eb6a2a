package aims.lib.monitoring_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.monitoring

within(recorded, params) := days if {
	days := monitoring.interval with input as expectation.about(recorded) with data.params as params
}

test_the_shorter_of_interval_and_limit if {
	within({"monitoring": {"cadenceDays": 30}}, expectation.params) == 30
	within({"monitoring": {"cadenceDays": 400}}, expectation.params) == 90
	within({"monitoring": {}}, expectation.params) == 90
	within({}, expectation.params) == 90
	not within({"monitoring": {"cadenceDays": 30}}, {})
}
