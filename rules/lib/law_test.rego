package aims.lib.law_test

import data.aims.lib.duty
import data.aims.lib.expectation_test as expectation
import data.aims.lib.law
import data.aims.lib.law_cases_test as cases

said(scope_words, id, day, system) := scope_of if {
	scope_of := {
		"provider": law.provider(id),
		"deployer": law.deployer(id),
		"in force": law.in_force(id),
	}[scope_words] with input as object.union(expectation.about(system), {"asOf": day})
}

binds := {"inapplicable": set(), "unclear": set()}

system := cases.high_risk("provider")

test_settled_days if {
	every case in cases.postponed(system, "Art. 9") {
		scope_of := said("provider", "art-9", case.day, case.about)
		scope_of == {"inapplicable": object.get(case, ["verdict", "inapplicable"], set()), "unclear": set()}
	}
	said("in force", "art-5", "2025-02-02", {}) == binds
	said("in force", "art-5", "2025-02-01", {}).inapplicable == cases.not_yet("Art. 5", "2025-02-02", "Regulation (EU) 2024/1689, Art. 113", "2025-02-01").inapplicable
	said("in force", "art-5.1.ba", "2026-12-02", {}) == binds
	said("in force", "art-5.1.ba", "2026-12-01", {}).inapplicable == cases.not_yet("Art. 5(1)(ba)", "2026-12-02", "Regulation (EU) 2026/1744, Art. 1(7)", "2026-12-01").inapplicable
	said("in force", "art-50", "2026-08-02", {}) == binds
	count(said("in force", "art-50", "2026-08-01", {}).inapplicable) == 1
}

test_a_provision_without_days_has_those_above_it if {
	law.provision("art-26.6").label == "Art. 26"
	law.provision("art-5.1.a").label == "Art. 5"
	law.provision("art-5.1.ba.i").label == "Art. 5(1)(ba)"
	law.provision("art-5.1.ba").label == "Art. 5(1)(ba)"
	said("provider", "art-10.2.b", "2027-12-01", system) == said("provider", "art-10", "2027-12-01", system)
}

test_nothing_is_said_of_a_provision_that_nobody_knows if {
	not law.provision("art-999")
	not said("in force", "art-999", "2027-12-02", system)
}

test_a_system_of_both_annexes_has_the_earlier_day if {
	both := cases.with_field(system, "annexI", "Regulation (EU) 2017/745")
	said("provider", "art-9", "2027-12-02", both) == binds
}

test_unclear_between_the_days_of_the_annexes_where_none_is_recorded if {
	neither := cases.without(system, "annexIII")
	said("provider", "art-9", "2027-12-02", neither) == {"inapplicable": set(), "unclear": {cases.item(
		"annexIII",
		"Nobody recorded by which annex the system is high-risk; Art. 9 of the EU AI Act applies from 2027-12-02 or 2028-08-02.",
	)}}
	said("provider", "art-9", "2028-08-02", neither) == binds
	said("provider", "art-9", "2027-12-01", neither).inapplicable == cases.not_yet(
		"Art. 9",
		"2027-12-02 or 2028-08-02",
		cases.moved("2026-08-02 or 2027-08-02"),
		"2027-12-01",
	).inapplicable
}

test_days_by_the_placing_on_the_market if {
	older := cases.with_field(system, "placedOnMarketOn", "2026-08-01")
	newer := cases.with_field(system, "placedOnMarketOn", "2026-08-02")
	vague := cases.with_field(system, "placedOnMarketOn", "2026-08")
	count(said("in force", "art-50.2", "2026-12-01", older).inapplicable) == 1
	said("in force", "art-50.2", "2026-12-02", older) == binds
	said("in force", "art-50.2", "2026-08-02", newer) == binds
	count(said("in force", "art-50.2", "2026-08-01", newer).inapplicable) == 1
	said("in force", "art-50.2", "2026-12-02", vague) == binds
	said("in force", "art-50.2", "2026-11-01", {}) == {"inapplicable": set(), "unclear": {cases.item(
		"placedOnMarketOn",
		"The record does not tell when the system was placed on the market; Art. 50(2) of the EU AI Act applies from 2026-08-02 or 2026-12-02.",
	)}}
}

test_every_role_counts if {
	said("deployer", "art-26", "2027-12-02", cases.with_field(system, "furtherRoles", ["deployer"])) == binds
	said("provider", "art-9", "2027-12-02", cases.with_field(system, "role", "product-manufacturer")) == binds
	several := cases.with_fields(system, {"role": "importer", "furtherRoles": ["distributor"]})
	said("provider", "art-9", "2027-12-02", several).inapplicable == {cases.other_role("distributor, importer", "provider")}
}

test_older_systems_come_in_with_a_change if {
	older := cases.with_field(system, "placedOnMarketOn", "2027-12-01")
	left_out := cases.item("placedOnMarketOn", "The system was placed on the market on 2027-12-01, before 2027-12-02, and no later change of its design is recorded as one that counts; Art. 111(2) leaves it out until then.")
	said("provider", "art-9", "2029-01-01", older).inapplicable == {left_out}
	said("provider", "art-9", "2029-01-01", changed(older, "2027-12-01", "yes")).inapplicable == {left_out}
	said("provider", "art-9", "2029-01-01", changed(older, "2028-02-01", "no")).inapplicable == {left_out}
	said("provider", "art-9", "2029-01-01", changed(older, "2027-12-02", "yes")) == binds
	said("provider", "art-9", "2029-01-01", changed(older, "2028-02-01", "unknown")) == binds
	said("provider", "art-9", "2029-01-01", changed(older, "2027", "yes")) == binds
	said("provider", "art-9", "2029-01-01", cases.with_field(system, "placedOnMarketOn", "2027-12-02")) == binds
	said("provider", "art-9", "2029-01-01", cases.with_field(system, "placedOnMarketOn", "2027-12")) == binds
}

test_older_systems_are_not_left_out_before_there_is_a_duty if {
	older := cases.with_field(system, "placedOnMarketOn", "2026-01-01")
	said("provider", "art-9", "2027-12-01", older) == said("provider", "art-9", "2027-12-01", system)
}

test_a_change_without_a_day_may_be_a_later_one if {
	older := object.union(cases.with_field(system, "placedOnMarketOn", "2027-12-01"), {"changes": [{"what": "New model"}]})
	said("provider", "art-9", "2029-01-01", older) == binds
}

test_older_systems_for_authorities_have_a_day if {
	older := cases.with_field(system, "placedOnMarketOn", "2026-03")
	every answer, first_day in {"yes": 0, "unknown": 0, "no": 1} {
		public := cases.with_field(older, "publicAuthority", answer)
		count(said("provider", "art-9", "2030-08-01", public).inapplicable) == 1
		count(said("provider", "art-9", "2030-08-02", public).inapplicable) == first_day
	}
	said("provider", "art-9", "2030-08-02", older) == binds
}

changed(about, day, substantial) := object.union(about, {"changes": [{"on": day, "what": "New model", "substantial": substantial}]})

as_read(day, verdict) := found if {
	found := law.as_read("art-72", verdict) with input as object.union(expectation.about(system), {"asOf": day})
}

one := duty.item("/system/a", "One.")

two := duty.item("/system/b", "Two.")

test_what_one_reading_demands_is_pending_at_most if {
	reading := cases.open_reading("Art. 72", cases.chapter, "monitoring concerns high-risk systems, and there are none until Art. 6 applies", "2027-12-01")
	every set in ["violation", "stale", "missing", "pending"] {
		verdict := {"applicable": true, set: {one}, "observed": {two}}
		as_read("2027-12-01", verdict) == {"applicable": true, "pending": {one, reading}, "observed": {two}}
		as_read("2027-12-02", verdict) == verdict
	}
	as_read("2027-12-01", {"applicable": true, "missing": {one}}) == {"applicable": true, "missing": {one, reading}}
	as_read("2027-12-01", {"applicable": true, "missing": {one}, "pending": {two}}) == {"applicable": true, "pending": {one, two, reading}}
	as_read("2027-12-01", {"applicable": true, "observed": {two}}) == {"applicable": true, "observed": {two, reading}}
	as_read("2027-12-01", {"applicable": false, "inapplicable": {one}}) == {"applicable": false, "inapplicable": {one}}
}

between(id, day) := found if {
	found := law.between_readings(id) with input as {"asOf": day, "system": cases.without(system, "annexIII")}
}

test_one_reading_binds_where_the_record_leaves_the_day_of_the_other_open if {
	said("in force", "art-43", "2028-01-01", cases.without(system, "annexIII")) == binds
	between("art-43", "2028-01-01") == {duty.item("/system/regulatory/euAiAct", concat(" ", [
		"From when Art. 43 of the EU AI Act applies is open between two readings:",
		"from 2026-08-02 by its letter (Section 5 of Chapter III is not among the sections that the amended Art. 113 postpones, so the general date holds);",
		"from 2027-12-02 or 2028-08-02 by its purpose (conformity can only be assessed against requirements for a high-risk system, and there is none until Art. 6 applies).",
		"By no more than one of them it binds on 2028-01-01.",
	]))}
	between("art-43", "2028-08-02") == set()
}

test_nothing_is_between_readings_of_which_none_binds if {
	found := between("art-1", "2027-06-01") with data.reference.eu_ai_act.provisions as {"art-1": {"label": "Art. 1", "readings": {
		"letter": {"days": {"general": "2028-01-01"}, "because": "It says so."},
		"purpose": {"days": {"annex-iii": "2027-01-01", "annex-i": "2028-01-01"}, "because": "It means so."},
	}}}
	found == set()
}

# The host makes errors of them: they must not be lost.
test_silence_stays_silence if {
	as_read("2027-12-01", {"applicable": true}) == {"applicable": true}
	as_read("2027-12-01", {"applicable": true, "observed": {two}, "violations": {one}}).violations == {one}
}
