package aims.lib.retention_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law
import data.aims.lib.retention

with_conditions := {id: entry | some id, entry in data.reference.retention; entry.applies}

# A condition that nobody reads would be left out, and the period would count where it does not.
test_every_condition_of_the_table_is_read if {
	bearing := retention.bearing with input as expectation.about({})
	every id, entry in with_conditions {
		bearing[id]
		entry.cited
		object.keys(entry.applies) - {"from", "highRiskFrom", "roles", "market", "answers"} == set()
		every name, value in object.remove(entry.applies, ["answers"]) {
			scope := retention.condition(name, value) with input as expectation.about({})
			object.keys(scope) == {"inapplicable", "unclear"}
		}
		every records in entry.records {
			retention.fields[records]
		}
	}
}

test_the_first_open_condition_is_asked if {
	bearing := retention.bearing with input as object.union(expectation.about({}), {"asOf": "2028-08-02"})
	bearing["aia-18-1"].unclear == {expectation.item(
		"/system/regulatory/euAiAct/riskClass",
		"Nobody recorded the class of the system under the EU AI Act.",
	)}
	law.provision(data.reference.retention["aia-18-1"].applies.highRiskFrom).label == "Art. 18"
}
