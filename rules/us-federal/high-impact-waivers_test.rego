package aims.rules.high_impact_waivers_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.high_impact_waivers as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

waived(fields) := {"lifecycle": {"stage": "deployed"}, "regulatory": {"omb": {
	"highImpact": "yes",
	"waivers": [object.union({"practice": "testing"}, fields)],
}}}

granted(day) := waived({"approvedBy": "Chief AI Officer", "grantedOn": day, "reason": "The service may not stop."})

at(path) := concat("", ["/system/regulatory/omb/waivers/0", path])

full := expectation.item(at(""), "The waiver of testing is recorded with who granted it, when and a reason.")

on_day(text) := expectation.item(at("/grantedOn"), concat(" ", ["The waiver of testing", text]))

test_complete_and_recent if {
	said(granted("2025-11-01")) == expectation.says({"observed": {
		full,
		on_day("was granted or confirmed on 2025-11-01, 365 days before 2026-11-01, within the limit of 365 days."),
	}})
}

test_stale_after_the_limit if {
	said(granted("2025-10-31")) == expectation.says({
		"stale": {on_day("was last granted or confirmed on 2025-10-31, 366 days before 2026-11-01; the limit is 365 days.")},
		"observed": {full},
	})
	confirmed := expectation.with_value(granted("2024-01-01"), ["regulatory", "omb", "waivers"], [{
		"practice": "testing",
		"approvedBy": "Chief AI Officer",
		"grantedOn": "2024-01-01",
		"confirmedOn": "2026-10-01",
		"reason": "The service may not stop.",
	}])
	object.keys(said(confirmed)) == {"applicable", "observed"}
}

test_granted_in_the_future if {
	said(granted("2026-11-02")).violation == {on_day("is recorded as granted or confirmed on 2026-11-02, which lies in the future of 2026-11-01.")}
	said(granted("last May")).missing == {expectation.item(at("/grantedOn"), "The day on which the waiver of testing was granted or confirmed cannot be read: last May.")}
}

test_pending_where_it_is_not_complete if {
	said(waived({"grantedOn": "2026-10-01"})).pending == {expectation.item(at(""), "The waiver of testing is recorded without who granted it and a reason.")}
}

test_blank_waiver if {
	said(waived({})) == expectation.says({"missing": {
		expectation.item(at(""), "The waiver of testing: nobody recorded who granted it, when and a reason."),
		expectation.item(at("/grantedOn"), "Nobody recorded when the waiver of testing was granted or confirmed."),
	}})
}

test_concerns_systems_with_a_waiver if {
	none := {expectation.item("/system/regulatory/omb/waivers", "No waiver is recorded; the rule concerns systems with one.")}
	said(json.remove(waived({}), ["regulatory/omb/waivers"])) == expectation.outside(none)
	said(expectation.with_value(waived({}), ["regulatory", "omb", "waivers"], [])) == expectation.outside(none)
}

test_reads_the_limit_from_the_profile if {
	about := expectation.about(granted("2026-10-01"))
	strict := rule.verdict with input as about with data.params as {"high-impact-waiver-max-age": 30}
	strict.stale == {on_day("was last granted or confirmed on 2026-10-01, 31 days before 2026-11-01; the limit is 30 days.")}
	not rule.verdict with input as about with data.params as {}
}

test_concerns_deployed_high_impact_systems if {
	pilot := object.union(waived({}), {"lifecycle": {"stage": "pilot"}})
	said(pilot) == expectation.outside({expectation.not_deployed("pilot")})
	said(json.remove(waived({}), ["regulatory/omb/highImpact"])) == expectation.outside({expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")})
	said(json.remove(waived({}), ["lifecycle"])) == expectation.stage_blank
}
