package aims.rules.high_impact_monitoring_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.high_impact_monitoring as rule

said(system) := words if {
	words := {
		"applicable": {true | rule.applicable},
		"inapplicable": rule.inapplicable,
		"violation": rule.violation,
		"stale": rule.stale,
		"missing": rule.missing,
		"pending": rule.pending,
		"observed": rule.observed,
	} with input as expectation.about(system) with data.params as expectation.params
}

high_impact := {"lifecycle": {"stage": "deployed"}, "regulatory": {"omb": {"highImpact": "yes"}}}

said_of(record) := said(object.union(high_impact, {"practices": {"monitoring": record}}))

test_passes_when_done_within_the_limit if {
	said_of({"state": "done", "completedOn": "2025-11-01"}) == expectation.says({"observed": {{
		"message": "Monitoring was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
		"at": "/system/practices/monitoring",
	}}})
}

test_passes_when_done_without_a_date if {
	said_of({"state": "done"}) == expectation.says({"observed": {{
		"message": "Monitoring is recorded as done; no date of completion is recorded.",
		"at": "/system/practices/monitoring",
	}}})
}

test_fails_when_not_done if {
	said_of({"state": "not-done"}) == expectation.says({"violation": {{
		"message": "Monitoring is recorded as not done.",
		"at": "/system/practices/monitoring/state",
	}}})
}

test_fails_when_declared_not_applicable if {
	said_of({"state": "not-applicable"}) == expectation.says({"violation": {{
		"message": "Monitoring is recorded as not applicable, but it is obligatory for a deployed high-impact system.",
		"at": "/system/practices/monitoring/state",
	}}})
}

test_fails_when_dated_in_the_future if {
	said_of({"state": "done", "completedOn": "2026-12"}) == expectation.says({"violation": {{
		"message": "Monitoring is recorded as completed in 2026-12, which lies in the future of 2026-11-01.",
		"at": "/system/practices/monitoring/completedOn",
	}}})
}

test_stale_when_older_than_the_limit if {
	said_of({"state": "done", "completedOn": "2025-10-31"}) == expectation.says({"stale": {{
		"message": "Monitoring was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
		"at": "/system/practices/monitoring/completedOn",
	}}})
}

test_stale_when_no_longer_valid if {
	said_of({"state": "done", "completedOn": "2026-02-10", "validUntil": "2026-10-31"}) == expectation.says({"stale": {{
		"message": "Monitoring was valid until 2026-10-31, which is before 2026-11-01.",
		"at": "/system/practices/monitoring/validUntil",
	}}})
}

test_missing_when_blank if {
	blank := expectation.says({"missing": {{
		"message": "Monitoring is blank: nobody recorded how far it got.",
		"at": "/system/practices/monitoring",
	}}})
	said(high_impact) == blank
	said_of({}) == blank
}

test_missing_when_unknown if {
	said_of({"state": "unknown"}) == expectation.says({"missing": {{
		"message": "Monitoring is recorded as unknown.",
		"at": "/system/practices/monitoring/state",
	}}})
}

test_pending_when_in_progress if {
	said_of({"state": "in-progress"}) == expectation.says({"pending": {{
		"message": "Monitoring is in progress.",
		"at": "/system/practices/monitoring/state",
	}}})
}

test_applies_to_deployed_high_impact_systems_only if {
	done := {"state": "done"}
	yes := {"regulatory": {"omb": {"highImpact": "yes"}}}
	deployed := {"lifecycle": {"stage": "deployed"}}
	every case in [
		[object.union(yes, {"lifecycle": {"stage": "pilot"}}), {expectation.not_deployed("pilot")}],
		[object.union(yes, {"lifecycle": {"stage": "retired"}}), {expectation.not_deployed("retired")}],
		[object.union(deployed, {"regulatory": {"omb": {"highImpact": "no"}}}), {recorded_no}],
		[object.union(deployed, {"regulatory": {"omb": {"highImpact": "presumed-but-not"}}}), {presumed_only}],
		[deployed, {undetermined}],
		[object.union(deployed, {"regulatory": {"omb": {"highImpact": "unknown"}}}), {recorded_unknown}],
		[{"lifecycle": {"stage": "idea"}}, {expectation.not_deployed("idea"), undetermined}],
	] {
		[system, reasons] := case
		said(object.union(system, {"practices": {"monitoring": done}})) == expectation.says({
			"applicable": set(),
			"inapplicable": reasons,
			"observed": {{
				"message": "Monitoring is recorded as done; no date of completion is recorded.",
				"at": "/system/practices/monitoring",
			}},
		})
	}
}

recorded_no := expectation.not_high_impact("The system is recorded as not high-impact under OMB M-25-21")

presumed_only := expectation.not_high_impact("The system is presumed to be high-impact under OMB M-25-21, but recorded as not")

recorded_unknown := expectation.not_high_impact("Whether the system is high-impact under OMB M-25-21 is recorded as unknown")

undetermined := expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")

stage_blank := {"message": "Nobody recorded whether the system is deployed.", "at": "/system/lifecycle/stage"}

stage_unknown := {"message": "Whether the system is deployed is recorded as unknown.", "at": "/system/lifecycle/stage"}

test_missing_when_nobody_can_tell_whether_it_is_deployed if {
	every state in ["done", "in-progress", "not-done", "not-applicable", "unknown"] {
		record := {"practices": {"monitoring": {"state": state}}}
		high_impact_yes := object.union({"regulatory": {"omb": {"highImpact": "yes"}}}, record)
		every lifecycle in [{}, {"lifecycle": {}}, {"lifecycle": {"deployedOn": "2024"}}] {
			said(object.union(high_impact_yes, lifecycle)) == expectation.says({"missing": {stage_blank}})
		}
		said(object.union(high_impact_yes, {"lifecycle": {"stage": "unknown"}})) == expectation.says({"missing": {stage_unknown}})
	}
	said({"regulatory": {"omb": {"highImpact": "yes"}}}) == expectation.says({"missing": {stage_blank}})
}

test_does_not_apply_when_the_determination_is_blank_as_well if {
	said({}) == expectation.says({"applicable": set(), "inapplicable": {undetermined}, "missing": {stage_blank}})
	every answer, reason in {"unknown": recorded_unknown, "no": recorded_no, "presumed-but-not": presumed_only} {
		said({"lifecycle": {"stage": "unknown"}, "regulatory": {"omb": {"highImpact": answer}}}) == expectation.says({
			"applicable": set(),
			"inapplicable": {reason},
			"missing": {stage_unknown},
		})
	}
}

test_the_limit_is_the_parameter if {
	record := {"state": "done", "completedOn": "2026-10-30"}
	words := {"stale": rule.stale, "observed": rule.observed} with input as expectation.about(object.union(high_impact, {"practices": {"monitoring": record}}))
		with data.params as {"monitoring-max-age": 1}
	words == {
		"stale": {{
			"message": "Monitoring was completed on 2026-10-30, 2 days before 2026-11-01; the limit is 1 day.",
			"at": "/system/practices/monitoring/completedOn",
		}},
		"observed": set(),
	}
}

test_says_nothing_without_the_parameter if {
	record := {"state": "done"}
	words := {
		"violation": rule.violation,
		"stale": rule.stale,
		"missing": rule.missing,
		"pending": rule.pending,
		"observed": rule.observed,
	} with input as expectation.about(object.union(high_impact, {"practices": {"monitoring": record}})) with data.params as {}
	words == object.remove(expectation.says({}), ["applicable", "inapplicable"])
}
