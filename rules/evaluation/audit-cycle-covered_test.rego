package aims.rules.audit_cycle_covered_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.organization_cases_test as cases
import data.aims.rules.audit_cycle_covered as rule

clauses := data.reference.audit_cycle.clauses

early := array.slice(clauses, 0, 16)

late := array.slice(clauses, 16, count(clauses))

decisions := [{"control": "iso42001:A.2.2", "applicable": "yes"}, {"control": "iso42001:A.2.3", "applicable": "no"}]

said_of(audits, decided) := verdict if {
	verdict := rule.verdict with input as cases.about({"organization": {"audits": audits}, "decisions": decided})
		with data.params as expectation.params
}

told(set, words) := cases.told({set: [["/organization/audits", sprintf("The internal audits of the last 1095 days %s.", [words])]]})

audit(on, covers) := {"title": "Audit", "on": on, "covers": covers}

test_all_clauses_are_there if {
	count(clauses) == 32
}

test_passes_over_the_cycle if {
	said_of([audit("2023-11-02", early), audit("2026-11-01", array.concat(late, ["iso42001:A.2.2"]))], decisions) == told(
		"observed",
		"looked at all 33 clauses and controls that apply",
	)
}

test_pending_where_one_thing_was_looked_at if {
	verdict := said_of([audit("2026-10-01", ["iso42001:A.2.2"])], decisions)
	verdict == told("pending", sprintf("did not look at %s", [concat(" and ", [
		concat(", ", array.slice(clauses, 0, 31)),
		clauses[31],
	])]))
}

test_pending_where_something_was_left_out if {
	every case in [
		[[audit("2023-11-01", ["iso42001:A.2.2"]), audit("2026-10-01", clauses)], "iso42001:A.2.2"],
		[[audit("2026-10-01", array.concat(early, ["iso42001:A.2.2", "iso42001:A.2.3"])), audit("2026-11-02", late)], concat(" and ", [
			concat(", ", array.slice(late, 0, 15)),
			late[15],
		])],
	] {
		[audits, left_out] := case
		said_of(audits, decisions) == told("pending", sprintf("did not look at %s", [left_out]))
	}
}

test_missing_where_no_audit_of_the_cycle_says_what_it_covered if {
	every audits in [
		[],
		[{"title": "Audit", "on": "2026-10-01"}],
		[{"title": "Audit", "covers": clauses}],
		[audit("2026-11-02", clauses)],
		[audit("2023-11-01", clauses)],
	] {
		said_of(audits, decisions) == told("missing", "do not say what they covered")
	}
	verdict := rule.verdict with input as cases.about({"decisions": decisions}) with data.params as expectation.params
	verdict == told("missing", "do not say what they covered")
}

test_missing_without_decisions if {
	every decided in [[], [{"control": "iso42001:A.2.2", "applicable": "no"}]] {
		said_of([audit("2026-10-01", clauses)], decided) == cases.told({
			"missing": [["/decisions", "No decision is recorded by which a control applies."]],
			"observed": [["/organization/audits", "The internal audits of the last 1095 days looked at all 32 clauses and controls that apply."]],
		})
	}
	blank := rule.verdict with input as cases.about({"organization": {"audits": [audit("2026-10-01", clauses)]}})
		with data.params as expectation.params
	blank == said_of([audit("2026-10-01", clauses)], [])
}

test_the_limit_is_the_parameter if {
	given := cases.about({
		"organization": {"audits": [audit("2026-10-31", clauses), audit("2026-10-30", ["iso42001:A.2.2"])]},
		"decisions": decisions,
	})
	verdict := rule.verdict with input as given with data.params as {"audit-cycle-days": 1}
	verdict == cases.told({"pending": [["/organization/audits", "The internal audits of the last 1 day did not look at iso42001:A.2.2."]]})
	nothing := rule.verdict with input as given with data.params as {}
	nothing == {"applicable": true}
}
