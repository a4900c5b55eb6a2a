package aims.rules.metrics_within_limits_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.metrics_within_limits as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_within_the_threshold if {
	said_of({"monitoring": {"cadenceDays": 30, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.85, "measuredOn": "2026-10-02"}, {"name": "drift", "operator": "<", "threshold": 0.2, "value": 0.1, "measuredOn": "2026-10-15"}]}}) == expectation.says({"observed": {
		expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 2 recorded."),
		expectation.item("/system/monitoring/metrics/0", "The metric \"precision\" is 0.85 and keeps its limit of >= 0.8."),
		expectation.item("/system/monitoring/metrics/0/measuredOn", "The metric \"precision\" was measured on 2026-10-02, 30 days before 2026-11-01, within the limit of 30 days."),
		expectation.item("/system/monitoring/metrics/1", "The metric \"drift\" is 0.1 and keeps its limit of < 0.2."),
		expectation.item("/system/monitoring/metrics/1/measuredOn", "The metric \"drift\" was measured on 2026-10-15, 17 days before 2026-11-01, within the limit of 30 days."),
	}})
}

test_fails_when_broken_without_a_decision if {
	said_of({"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.79, "measuredOn": "2026-10-15"}]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/monitoring/metrics/0",
			"The metric \"precision\" is 0.79 and breaks its limit of >= 0.8; no decision is recorded.",
		)},
		"observed": {
			expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 1 recorded."),
			expectation.item("/system/monitoring/metrics/0/measuredOn", "The metric \"precision\" was measured on 2026-10-15, 17 days before 2026-11-01, within the limit of 90 days."),
		},
	})
	said_of({"monitoring": {"metrics": []}}) == expectation.says({"violation": {expectation.item(
		"/system/monitoring/metrics",
		"The list of metrics of monitoring is recorded as empty.",
	)}})
	said_of({"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.85, "measuredOn": "2026-11-02"}]}}) == expectation.says({
		"violation": {expectation.item(
			"/system/monitoring/metrics/0/measuredOn",
			"The metric \"precision\" is recorded as measured on 2026-11-02, which lies in the future of 2026-11-01.",
		)},
		"observed": {
			expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 1 recorded."),
			expectation.item("/system/monitoring/metrics/0", "The metric \"precision\" is 0.85 and keeps its limit of >= 0.8."),
		},
	})
}

test_pending_when_a_breach_is_decided if {
	said_of({"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.79, "measuredOn": "2026-10-15", "decision": "Retrain."}]}}) == expectation.says({
		"pending": {expectation.item(
			"/system/monitoring/metrics/0",
			"The metric \"precision\" is 0.79 and breaks its limit of >= 0.8; decided was: Retrain.",
		)},
		"observed": {
			expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 1 recorded."),
			expectation.item("/system/monitoring/metrics/0/measuredOn", "The metric \"precision\" was measured on 2026-10-15, 17 days before 2026-11-01, within the limit of 90 days."),
		},
	})
}

test_stale_after_the_interval if {
	said_of({"monitoring": {"cadenceDays": 30, "metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.85, "measuredOn": "2026-10-01"}]}}) == expectation.says({
		"stale": {expectation.item(
			"/system/monitoring/metrics/0/measuredOn",
			"The metric \"precision\" was last measured on 2026-10-01, 31 days before 2026-11-01; the limit is 30 days.",
		)},
		"observed": {
			expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 1 recorded."),
			expectation.item("/system/monitoring/metrics/0", "The metric \"precision\" is 0.85 and keeps its limit of >= 0.8."),
		},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {expectation.item(
		"/system/monitoring/metrics",
		"Nobody recorded which metrics are watched.",
	)}})
	said_of({"monitoring": {"metrics": [{"name": "drift"}]}}) == expectation.says({
		"missing": {
			expectation.item("/system/monitoring/metrics/0", "The metric \"drift\" has no recorded operator, threshold and value."),
			expectation.item("/system/monitoring/metrics/0/measuredOn", "Nobody recorded when the metric \"drift\" was measured."),
		},
		"observed": {expectation.item(
			"/system/monitoring/metrics",
			"Metrics of monitoring: 1 recorded.",
		)},
	})
	said_of({"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "measuredOn": "2026-10-15"}]}}) == expectation.says({
		"missing": {expectation.item(
			"/system/monitoring/metrics/0",
			"The metric \"precision\" has no recorded value.",
		)},
		"observed": {
			expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 1 recorded."),
			expectation.item("/system/monitoring/metrics/0/measuredOn", "The metric \"precision\" was measured on 2026-10-15, 17 days before 2026-11-01, within the limit of 90 days."),
		},
	})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.85, "measuredOn": "2026-10-15"}]}})) with data.params as {"monitoring-interval-max": 1}
	by_profile_0 == expectation.says({
		"stale": {expectation.item(
			"/system/monitoring/metrics/0/measuredOn",
			"The metric \"precision\" was last measured on 2026-10-15, 17 days before 2026-11-01; the limit is 1 day.",
		)},
		"observed": {
			expectation.item("/system/monitoring/metrics", "Metrics of monitoring: 1 recorded."),
			expectation.item("/system/monitoring/metrics/0", "The metric \"precision\" is 0.85 and keeps its limit of >= 0.8."),
		},
	})
	not rule.verdict with input as expectation.about(object.union(concerned, {"monitoring": {"metrics": [{"name": "precision", "operator": ">=", "threshold": 0.8, "value": 0.85, "measuredOn": "2026-10-15"}]}})) with data.params as {}
}

test_concerns_deployed_systems if {
	not rule.verdict with input as expectation.about({"lifecycle": {"stage": "pilot"}}) with data.params as {}
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
