package aims.rules.monitoring_defined_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.monitoring_defined as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_all_is_set if {
	said_of({"monitoring": {"cadenceDays": 90, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8}]}}) == expectation.says({"observed": {
		expectation.item("/system/monitoring/cadenceDays", "Monitoring is reviewed every 90 days, within the limit of 90."),
		expectation.item("/system/monitoring/metrics/0", "The metric \"precision\" is recorded with the relation to its threshold and a threshold."),
	}})
}

test_fails_when_the_interval_is_too_long_or_nothing_is_watched if {
	said_of({"monitoring": {"cadenceDays": 91, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8}]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/monitoring/cadenceDays",
			"Monitoring is reviewed every 91 days; at most 90 are allowed.",
		)},
		"observed": {expectation.item(
			"/system/monitoring/metrics/0",
			"The metric \"precision\" is recorded with the relation to its threshold and a threshold.",
		)},
	})
	said_of({"monitoring": {"cadenceDays": 30, "metrics": []}}) == expectation.says({
		"violation": {expectation.item(
			"/system/monitoring/metrics",
			"The list of the metrics of monitoring is recorded as empty.",
		)},
		"observed": {expectation.item(
			"/system/monitoring/cadenceDays",
			"Monitoring is reviewed every 30 days, within the limit of 90.",
		)},
	})
}

test_pending_when_a_threshold_is_blank if {
	said_of({"monitoring": {"cadenceDays": 30, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8}, {"name": "drift"}]}}) == expectation.says({
		"pending": {expectation.item(
			"/system/monitoring/metrics/1",
			"The metric \"drift\" is recorded without the relation to its threshold and a threshold.",
		)},
		"observed": {
			expectation.item("/system/monitoring/cadenceDays", "Monitoring is reviewed every 30 days, within the limit of 90."),
			expectation.item("/system/monitoring/metrics/0", "The metric \"precision\" is recorded with the relation to its threshold and a threshold."),
		},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/monitoring/cadenceDays", "Nobody recorded how often monitoring is reviewed."),
		expectation.item("/system/monitoring/metrics", "Nobody recorded the metrics of monitoring."),
	}})
	said_of({"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8}]}}) == expectation.says({
		"missing": {expectation.item(
			"/system/monitoring/cadenceDays",
			"Nobody recorded how often monitoring is reviewed.",
		)},
		"observed": {expectation.item(
			"/system/monitoring/metrics/0",
			"The metric \"precision\" is recorded with the relation to its threshold and a threshold.",
		)},
	})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"monitoring": {"cadenceDays": 90, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8}]}})) with data.params as {"monitoring-interval-max": 30}
	by_profile_0 == expectation.says({
		"violation": {expectation.item(
			"/system/monitoring/cadenceDays",
			"Monitoring is reviewed every 90 days; at most 30 are allowed.",
		)},
		"observed": {expectation.item(
			"/system/monitoring/metrics/0",
			"The metric \"precision\" is recorded with the relation to its threshold and a threshold.",
		)},
	})
	not rule.verdict with input as expectation.about(object.union(concerned, {"monitoring": {"cadenceDays": 90, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8}]}})) with data.params as {}
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
