package aims.rules.retirement_announced_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.retirement_announced as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "retired", "retiredOn": "2026-07-01"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_announced_in_time if {
	said_of({"deployment": {"retirement": {"noticeOn": "2026-06-01", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({"observed": {
		expectation.item("/system/deployment/retirement", "The announcement is recorded with somebody who announced it and those who were told."),
		expectation.item("/system/lifecycle/retiredOn", "The end of use was announced on 2026-06-01 and came on 2026-07-01, at least 30 days apart."),
	}})
	said_of({"deployment": {"retirement": {"noticeOn": "2026-05", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({"observed": {
		expectation.item("/system/deployment/retirement", "The announcement is recorded with somebody who announced it and those who were told."),
		expectation.item("/system/lifecycle/retiredOn", "The end of use was announced in 2026-05 and came on 2026-07-01, at least 30 days apart."),
	}})
}

test_fails_when_it_lies_ahead if {
	said_of({"lifecycle": {"retiredOn": "2026-11-02"}, "deployment": {"retirement": {"noticeOn": "2026-06-01", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({
		"violation": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced on 2026-06-01 and came on 2026-11-02; the second day lies in the future of 2026-11-01.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
}

test_fails_when_announced_late if {
	said_of({"deployment": {"retirement": {"noticeOn": "2026-06-02", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({
		"violation": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced on 2026-06-02 and came on 2026-07-01, fewer than 30 days apart.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
	said_of({"deployment": {"retirement": {"noticeOn": "2026-07", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({
		"violation": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced in 2026-07 and came on 2026-07-01, fewer than 30 days apart.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
}

test_pending_when_open if {
	said_of({"deployment": {"retirement": {"noticeOn": "2026-06", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({
		"pending": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced in 2026-06 and came on 2026-07-01; nothing proves that the two are at least 30 days apart.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
	said_of({"deployment": {"retirement": {"noticeOn": "2026-06-01", "informed": [], "by": "Ines"}}}) == expectation.says({
		"pending": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded without those who were told.",
		)},
		"observed": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced on 2026-06-01 and came on 2026-07-01, at least 30 days apart.",
		)},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/deployment/retirement", "The announcement: nobody recorded somebody who announced it and those who were told."),
		expectation.item("/system/deployment/retirement/noticeOn", "Nobody recorded when the end of use was announced."),
	}})
	said_of({"deployment": {"retirement": {"noticeOn": "soon", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({
		"missing": {expectation.item(
			"/system/deployment/retirement/noticeOn",
			"The day that says when the end of use was announced cannot be read: soon.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
	said_of({"deployment": {"retirement": {"noticeOn": "2026-06-01"}}}) == expectation.says({
		"missing": {expectation.item(
			"/system/deployment/retirement",
			"The announcement: nobody recorded somebody who announced it and those who were told.",
		)},
		"observed": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced on 2026-06-01 and came on 2026-07-01, at least 30 days apart.",
		)},
	})
	said({"lifecycle": {"stage": "retired"}, "deployment": {"retirement": {"noticeOn": "2026-06-01", "informed": ["Users"], "by": "Ines"}}}) == expectation.says({
		"missing": {expectation.item(
			"/system/lifecycle/retiredOn",
			"Nobody recorded when the system was retired.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
}

test_reads_the_limit_from_the_profile if {
	by_profile_0 := rule.verdict with input as expectation.about(object.union(concerned, {"deployment": {"retirement": {"noticeOn": "2026-06-01", "informed": ["Users"], "by": "Ines"}}})) with data.params as {"retirement-notice-days": 31}
	by_profile_0 == expectation.says({
		"violation": {expectation.item(
			"/system/lifecycle/retiredOn",
			"The end of use was announced on 2026-06-01 and came on 2026-07-01, fewer than 31 days apart.",
		)},
		"observed": {expectation.item(
			"/system/deployment/retirement",
			"The announcement is recorded with somebody who announced it and those who were told.",
		)},
	})
	not rule.verdict with input as expectation.about(object.union(concerned, {"deployment": {"retirement": {"noticeOn": "2026-06-01", "informed": ["Users"], "by": "Ines"}}})) with data.params as {}
}

test_concerns_retired_systems if {
	said({"lifecycle": {"stage": "deployed"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is deployed; the rule concerns retired systems.",
	)})
	said({}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"Nobody recorded the stage of the life cycle; the rule concerns retired systems.",
	)})
	said({"lifecycle": {"stage": "unknown"}}) == expectation.outside({expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is unknown; the rule concerns retired systems.",
	)})
}
