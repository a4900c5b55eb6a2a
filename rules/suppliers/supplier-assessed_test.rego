package aims.rules.supplier_assessed_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.supplier_assessed as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

from_suppliers(suppliers) := {"lifecycle": {"stage": "deployed"}, "acquisition": "purchased", "suppliers": suppliers}

said_of(assessment) := said(from_suppliers([{"name": "Halden Voice", "assessment": assessment}]))

test_passes_when_assessed_within_the_limit if {
	said_of({"state": "done", "completedOn": "2025-11-01"}) == expectation.says({"observed": {{
		"message": "The assessment of the supplier Halden Voice was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
		"at": "/system/suppliers/0/assessment",
	}}})
}

test_passes_when_an_in_house_system_has_an_assessed_supplier if {
	said({"acquisition": "in-house", "suppliers": [{"name": "Halden Voice", "assessment": {"state": "done"}}]}) == expectation.says({"observed": {{
		"message": "The assessment of the supplier Halden Voice is recorded as done; no date of completion is recorded.",
		"at": "/system/suppliers/0/assessment",
	}}})
}

test_fails_when_not_assessed if {
	said_of({"state": "not-done"}) == expectation.says({"violation": {{
		"message": "The assessment of the supplier Halden Voice is recorded as not done.",
		"at": "/system/suppliers/0/assessment/state",
	}}})
	said_of({"state": "not-applicable"}) == expectation.says({"violation": {{
		"message": "The assessment of the supplier Halden Voice is recorded as not applicable, but it is obligatory for every supplier of an AI system.",
		"at": "/system/suppliers/0/assessment/state",
	}}})
}

test_stale_when_older_than_the_limit if {
	said_of({"state": "done", "completedOn": "2025-10-31"}) == expectation.says({"stale": {{
		"message": "The assessment of the supplier Halden Voice was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
		"at": "/system/suppliers/0/assessment/completedOn",
	}}})
}

test_missing_when_blank if {
	said(from_suppliers([{"name": "Halden Voice"}])) == expectation.says({"missing": {{
		"message": "The assessment of the supplier Halden Voice is blank: nobody recorded how far it got.",
		"at": "/system/suppliers/0/assessment",
	}}})
}

test_missing_when_no_supplier_is_listed if {
	every acquisition, words in {"purchased": "purchased", "mixed": "purchased in part"} {
		nobody := expectation.says({"missing": {{
			"message": sprintf("The system is recorded as %s, but no supplier is listed.", [words]),
			"at": "/system/suppliers",
		}}})
		said({"lifecycle": {"stage": "pilot"}, "acquisition": acquisition}) == nobody
		said({"lifecycle": {"stage": "pilot"}, "acquisition": acquisition, "suppliers": []}) == nobody
	}
}

test_missing_when_unknown if {
	said_of({"state": "unknown"}) == expectation.says({"missing": {{
		"message": "The assessment of the supplier Halden Voice is recorded as unknown.",
		"at": "/system/suppliers/0/assessment/state",
	}}})
}

test_pending_when_in_progress if {
	said_of({"state": "in-progress"}) == expectation.says({"pending": {{
		"message": "The assessment of the supplier Halden Voice is in progress.",
		"at": "/system/suppliers/0/assessment/state",
	}}})
}

test_every_supplier_is_looked_at if {
	said(from_suppliers([
		{"name": "Halden Voice", "assessment": {"state": "done", "completedOn": "2026-10-02"}},
		{"name": "Orrery Cloud", "assessment": {"state": "in-progress"}},
		{"name": "Orrery Cloud"},
	])) == expectation.says({
		"observed": {{
			"message": "The assessment of the supplier Halden Voice was completed on 2026-10-02, 30 days before 2026-11-01, within the limit of 365 days.",
			"at": "/system/suppliers/0/assessment",
		}},
		"pending": {{
			"message": "The assessment of the supplier Orrery Cloud is in progress.",
			"at": "/system/suppliers/1/assessment/state",
		}},
		"missing": {{
			"message": "The assessment of the supplier Orrery Cloud is blank: nobody recorded how far it got.",
			"at": "/system/suppliers/2/assessment",
		}},
	})
}

test_does_not_apply_without_suppliers_or_when_retired if {
	every acquired, systems in {
		"The system is recorded as in-house": [
			{"lifecycle": {"stage": "deployed"}, "acquisition": "in-house", "suppliers": []},
			{"lifecycle": {"stage": "deployed"}, "acquisition": "in-house"},
		],
		"How the system was acquired is recorded as unknown": [{"acquisition": "unknown"}],
		"Nobody recorded how the system was acquired": [{"lifecycle": {"stage": "deployed"}}, {}],
	} {
		every system in systems {
			said(system) == expectation.outside({{
				"message": concat("", [
					acquired,
					", and no supplier is listed; the rule concerns systems that are purchased or have suppliers.",
				]),
				"at": "/system/acquisition",
			}})
		}
	}
	said({
		"lifecycle": {"stage": "retired"},
		"acquisition": "purchased",
		"suppliers": [{"name": "Halden Voice", "assessment": {"state": "not-done"}}],
	}) == expectation.outside({expectation.retired})
}

test_the_limit_is_the_parameter if {
	system := from_suppliers([{"name": "Halden Voice", "assessment": {"state": "done", "completedOn": "2026-10-02"}}])
	stale := rule.verdict.stale with input as expectation.about(system) with data.params as {"supplier-assessment-max-age": 7}
	stale == {{
		"message": "The assessment of the supplier Halden Voice was completed on 2026-10-02, 30 days before 2026-11-01; the limit is 7 days.",
		"at": "/system/suppliers/0/assessment/completedOn",
	}}
}
