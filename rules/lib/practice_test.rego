package aims.lib.practice_test

import data.aims.lib.practice

outcome(record) := practice.outcome({
	"name": "The drill",
	"record": record,
	"at": "/system/drill",
	"obligatory": "every system",
	"asOf": "2026-11-01",
	"maxAgeDays": 365,
})

excusable(record) := practice.outcome({
	"name": "The drill",
	"record": record,
	"at": "/system/drill",
	"obligatory": "every system",
	"asOf": "2026-11-01",
	"excusable": true,
})

one(set, message, at) := {set: {{"message": message, "at": at}}}

test_blank if {
	outcome({}) == one("missing", "The drill is blank: nobody recorded how far it got.", "/system/drill")
}

test_remarks_are_not_a_state if {
	outcome({"note": "planned", "by": "Security"}) == outcome({})
}

test_date_without_state if {
	outcome({"completedOn": "2026-03"}) == one(
		"missing",
		"The drill has a date of completion (2026-03), but nobody recorded that it is done.",
		"/system/drill",
	)
}

test_unknown if {
	outcome({"state": "unknown"}) == one("missing", "The drill is recorded as unknown.", "/system/drill/state")
}

test_not_done if {
	outcome({"state": "not-done"}) == one("violation", "The drill is recorded as not done.", "/system/drill/state")
}

test_in_progress if {
	outcome({"state": "in-progress"}) == one("pending", "The drill is in progress.", "/system/drill/state")
}

test_not_applicable_is_no_answer_to_a_duty if {
	outcome({"state": "not-applicable"}) == one(
		"violation",
		"The drill is recorded as not applicable, but it is obligatory for every system.",
		"/system/drill/state",
	)
}

test_not_applicable_is_an_answer_where_somebody_may_decide_so_and_notes_why if {
	excusable({"state": "not-applicable", "note": "It steers nothing."}) == one(
		"observed",
		"The drill is recorded as not needed: It steers nothing.",
		"/system/drill",
	)
	excusable({"state": "not-applicable"}) == one(
		"pending",
		"The drill is recorded as not applicable, but nobody noted why.",
		"/system/drill/state",
	)
	excusable({"state": "not-done"}) == one("violation", "The drill is recorded as not done.", "/system/drill/state")
}

test_state_outside_the_vocabulary if {
	outcome({"state": "yes"}) == one(
		"missing",
		"The drill is recorded as yes, which does not say how far it got.",
		"/system/drill/state",
	)
}

test_done_in_time if {
	outcome({"state": "done", "completedOn": "2026-10-31"}) == one(
		"observed",
		"The drill was completed on 2026-10-31, 1 day before 2026-11-01, within the limit of 365 days.",
		"/system/drill",
	)
}

test_done_on_the_last_day_of_the_limit if {
	outcome({"state": "done", "completedOn": "2025-11-01"}) == one(
		"observed",
		"The drill was completed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days.",
		"/system/drill",
	)
}

test_done_a_day_too_long_ago if {
	outcome({"state": "done", "completedOn": "2025-10-31"}) == one(
		"stale",
		"The drill was completed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.",
		"/system/drill/completedOn",
	)
}

test_month_counts_from_its_first_day if {
	outcome({"state": "done", "completedOn": "2025-11"}) == one(
		"observed",
		"The drill was completed in 2025-11 (only the month is recorded, so up to 365 days before 2026-11-01), within the limit of 365 days.",
		"/system/drill",
	)
	outcome({"state": "done", "completedOn": "2025-10"}) == one(
		"stale",
		"The drill was completed in 2025-10 (only the month is recorded, so up to 396 days before 2026-11-01); the limit is 365 days.",
		"/system/drill/completedOn",
	)
}

test_year_not_proven_fresh if {
	outcome({"state": "done", "completedOn": "2025"}) == one(
		"stale",
		"The drill was completed in 2025 (only the year is recorded, so up to 669 days before 2026-11-01); the limit is 365 days.",
		"/system/drill/completedOn",
	)
}

test_current_year_may_lie_in_the_past if {
	outcome({"state": "done", "completedOn": "2026"}) == one(
		"observed",
		"The drill was completed in 2026 (only the year is recorded, so up to 304 days before 2026-11-01), within the limit of 365 days.",
		"/system/drill",
	)
}

test_completed_in_the_future if {
	outcome({"state": "done", "completedOn": "2026-11-02"}) == one(
		"violation",
		"The drill is recorded as completed on 2026-11-02, which lies in the future of 2026-11-01.",
		"/system/drill/completedOn",
	)
}

test_done_without_a_date if {
	outcome({"state": "done"}) == one(
		"observed",
		"The drill is recorded as done; no date of completion is recorded.",
		"/system/drill",
	)
}

test_validity_over if {
	outcome({"state": "done", "completedOn": "2026-01-15", "validUntil": "2026-10-31"}) == one(
		"stale",
		"The drill was valid until 2026-10-31, which is before 2026-11-01.",
		"/system/drill/validUntil",
	)
	outcome({"state": "done", "validUntil": "2026-10"}) == one(
		"stale",
		"The drill was valid until 2026-10, which is before 2026-11-01.",
		"/system/drill/validUntil",
	)
}

test_validity_runs_to_the_end_of_its_last_day_month_or_year if {
	outcome({"state": "done", "completedOn": "2026-01-15", "validUntil": "2026-11-01"}) == one(
		"observed",
		"The drill was completed on 2026-01-15, 290 days before 2026-11-01, within the limit of 365 days, valid until 2026-11-01.",
		"/system/drill",
	)
	outcome({"state": "done", "validUntil": "2026-11"}) == one(
		"observed",
		"The drill is recorded as done; no date of completion is recorded, valid until 2026-11.",
		"/system/drill",
	)
	outcome({"state": "done", "validUntil": "9999-12-31"}) == one(
		"observed",
		"The drill is recorded as done; no date of completion is recorded, valid until 9999-12-31.",
		"/system/drill",
	)
}

test_long_validity_does_not_outweigh_the_limit if {
	outcome({"state": "done", "completedOn": "2024-11-01", "validUntil": "2030"}) == one(
		"stale",
		"The drill was completed on 2024-11-01, 730 days before 2026-11-01; the limit is 365 days.",
		"/system/drill/completedOn",
	)
}

test_unreadable_dates if {
	outcome({"state": "done", "completedOn": "last spring", "validUntil": "soon"}) == one(
		"missing",
		"The drill has a date that cannot be read: last spring.",
		"/system/drill/completedOn",
	)
	outcome({"state": "done", "completedOn": "2026-02-10", "validUntil": "2026-02-30"}) == one(
		"missing",
		"The drill has a date that cannot be read: 2026-02-30.",
		"/system/drill/validUntil",
	)
}

test_no_limit if {
	practice.outcome({
		"name": "The drill",
		"record": {"state": "done", "completedOn": "2016-11-01"},
		"at": "/system/drill",
		"obligatory": "every system",
		"asOf": "2026-11-01",
	}) == one("observed", "The drill was completed on 2016-11-01, 3652 days before 2026-11-01.", "/system/drill")
}

test_something_is_said_for_every_record if {
	every state in ["done", "in-progress", "not-done", "unknown", "not-applicable", "", "Done"] {
		every completed_on in ["", "2020", "2025-12", "2026-10-01", "2027-01-01", "9999"] {
			every valid_until in ["", "2020", "2026-11", "2026-10-01", "2027-01-01"] {
				count(outcome({"state": state, "completedOn": completed_on, "validUntil": valid_until})) == 1
			}
		}
	}
}

test_due_once_deployed if {
	check := {
		"name": "The drill",
		"record": {"state": "not-done"},
		"at": "/system/drill",
		"obligatory": "every system",
		"asOf": "2026-11-01",
	}
	{stage: practice.outcome_once_deployed(stage, check) | some stage in ["", "unknown", "pilot", "deployed"]} == {
		"": one("missing", "Nobody recorded whether the system is deployed.", "/system/lifecycle/stage"),
		"unknown": one("missing", "Whether the system is deployed is recorded as unknown.", "/system/lifecycle/stage"),
		"pilot": one("violation", "The drill is recorded as not done.", "/system/drill/state"),
		"deployed": one("violation", "The drill is recorded as not done.", "/system/drill/state"),
	}
}
