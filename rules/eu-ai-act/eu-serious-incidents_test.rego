package aims.rules.eu_serious_incidents_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.law_cases_test as cases
import data.aims.rules.eu_serious_incidents as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system)
		with data.params as expectation.params
		with data.reference.eu_ai_act.provisions as cases.in_force
}

on(day, system) := verdict if {
	verdict := rule.verdict with input as object.union(expectation.about(system), {"asOf": day}) with data.params as expectation.params
}

said_of(incident) := said(cases.with_field(cases.high_risk("provider"), "seriousIncidents", [object.union({"id": "inc-1"}, incident)]))

recorded(number) := cases.item("seriousIncidents", sprintf("Serious incidents: %d recorded.", [number]))

reported_at(text) := cases.item("seriousIncidents/0/reportedOn", concat(" ", ["The serious incident inc-1", text]))

# By kind: the article, the days, the last day after 2026-10-01 that is in time, the day after it, and the days before
# 2026-11-01 on which awareness still leaves time and no longer does.
deadlines := {
	"serious-incident": ["Art. 73(2)", 15, "2026-10-16", "2026-10-17", "2026-10-17", "2026-10-16"],
	"death": ["Art. 73(4)", 10, "2026-10-11", "2026-10-12", "2026-10-22", "2026-10-21"],
	"widespread-infringement": ["Art. 73(3)", 2, "2026-10-03", "2026-10-04", "2026-10-30", "2026-10-29"],
	"critical-infrastructure": ["Art. 73(3)", 2, "2026-10-03", "2026-10-04", "2026-10-30", "2026-10-29"],
}

test_each_kind_has_its_days if {
	every kind, deadline in deadlines {
		[article, days, last, late, _, _] := deadline
		allows := sprintf("%s allows %d days after awareness on 2026-10-01.", [article, days])
		said_of({"kind": kind, "awareOn": "2026-10-01", "reportedOn": last}) == expectation.says({"observed": {
			recorded(1),
			reported_at(sprintf("was reported on %s; %s", [last, allows])),
		}})
		said_of({"kind": kind, "awareOn": "2026-10-01", "reportedOn": late}) == expectation.says({
			"violation": {reported_at(sprintf("was reported on %s; %s", [late, allows]))},
			"observed": {recorded(1)},
		})
	}
}

test_not_reported if {
	every kind, deadline in deadlines {
		[article, days, _, _, open, over] := deadline
		said_of({"kind": kind, "awareOn": open}) == expectation.says({
			"pending": {reported_at(sprintf("is not reported yet; %s allows %d days after awareness on %s.", [article, days, open]))},
			"observed": {recorded(1)},
		})
		said_of({"kind": kind, "awareOn": over}) == expectation.says({
			"violation": {reported_at(sprintf("is not reported by 2026-11-01; %s allows %d days after awareness on %s.", [article, days, over]))},
			"observed": {recorded(1)},
		})
	}
}

test_coarse_dates_count_against_nobody if {
	said_of({"kind": "death", "awareOn": "2026-10-01", "reportedOn": "2026-10"}).missing == {reported_at("was reported in 2026-10, which does not tell whether it was in time; Art. 73(4) allows 10 days after awareness on 2026-10-01.")}
	said_of({"kind": "death", "awareOn": "2026-08", "reportedOn": "2026-10"}).violation == {reported_at("was reported in 2026-10; Art. 73(4) allows 10 days after awareness in 2026-08.")}
	said_of({"kind": "death", "awareOn": "2026"}).pending == {reported_at("is not reported yet; Art. 73(4) allows 10 days after awareness in 2026.")}
}

test_reported_in_the_future if {
	said_of({"kind": "death", "awareOn": "2026-10-30", "reportedOn": "2026-11-02"}).violation == {reported_at("is recorded as reported on 2026-11-02, which lies in the future of 2026-11-01.")}
}

test_missing_where_days_cannot_be_counted if {
	said_of({"awareOn": "2026-10-01", "reportedOn": "2026-10-02"}).missing == {cases.item("seriousIncidents/0/kind", "The serious incident inc-1 is recorded without saying of which kind it was.")}
	said_of({"reportedOn": "2026-10-01"}).missing == {
		cases.item("seriousIncidents/0/kind", "The serious incident inc-1 is recorded without saying of which kind it was."),
		cases.item("seriousIncidents/0/awareOn", "The serious incident inc-1 is recorded without saying when the organization became aware of it."),
	}
	said_of({"kind": "death", "awareOn": "2026-02-30", "reportedOn": "2026-13"}).missing == {
		cases.item("seriousIncidents/0/awareOn", "The serious incident inc-1 has a date that cannot be read: 2026-02-30."),
		reported_at("has a date that cannot be read: 2026-13."),
	}
}

none := cases.with_field(cases.high_risk("provider"), "seriousIncidents", [])

test_none_is_an_answer if said(none) == expectation.says({"observed": {recorded(0)}})

blank := {cases.item("seriousIncidents", "Nobody recorded serious incidents; an empty list says that there was none.")}

test_blank if said(cases.high_risk("provider")) == expectation.says({"missing": blank})

purpose := "the incidents are those of high-risk systems, and there are none until Art. 6 applies"

test_at_most_pending_while_only_one_reading_binds if {
	every case in cases.between("Art. 73", cases.chapter, purpose, blank) {
		on(case.day, cases.high_risk("provider")) == case.verdict
	}
	on("2026-11-01", none) == expectation.says({"observed": {recorded(0), cases.open_reading("Art. 73", cases.chapter, purpose, "2026-11-01")}})
}

test_concerns_the_provider if {
	every case in cases.concerned(none, "provider") {
		said(case.about) == case.verdict
	}
}

test_nothing_is_recorded_about_the_act if {
	object.keys(said({"lifecycle": {"stage": "deployed"}})) == {"applicable", "missing"}
}
