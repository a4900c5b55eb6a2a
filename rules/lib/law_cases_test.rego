# What the tests of the rules of the EU AI Act share: `{"about", "verdict"}` each, as in duty/practice_cases_test.rego.
package aims.lib.law_cases_test

import data.aims.lib.expectation_test as expectation

# Every provision in force long ago by one reading, so that a test about a record need not mind the days.
in_force := {id: object.union(
	object.remove(provision, ["readings"]),
	{"readings": {"settled": {"days": {"general": "2025-02-02"}}}},
) |
	some id, provision in data.reference.eu_ai_act.provisions
}

# A deployed high-risk system of Annex III of which the organization has the role.
high_risk(role) := {
	"lifecycle": {"stage": "deployed"},
	"regulatory": {"euAiAct": {"role": role, "riskClass": "high-risk", "annexIII": "5(b)"}},
}

with_field(system, field, value) := expectation.with_value(system, ["regulatory", "euAiAct", field], value)

# A system with values below regulatory.euAiAct.
with_fields(system, fields) := object.union(system, {"regulatory": {"euAiAct": fields}})

without(system, field) := json.remove(system, [concat("/", ["regulatory/euAiAct", field])])

at(path) := concat("/", ["/system/regulatory/euAiAct", path])

item(path, message) := expectation.item(at(path), message)

not_covered := item("covered", "The record says that the EU AI Act does not cover the system; the rule concerns systems that it covers.")

other_class(class) := item(
	"riskClass",
	sprintf("The class under the EU AI Act is recorded as %s; the rule concerns high-risk systems.", [class]),
)

other_role(role, words) := item("role", sprintf(
	"The role under the EU AI Act is recorded as %s; the rule concerns systems of which the organization is the %s.",
	[role, words],
))

# About whom a rule says something that concerns high-risk systems of which the organization is the provider (or deployer).
concerned(about, words) := array.concat(concerned_by_record(about, words), [
	{
		"about": object.union(about, {"lifecycle": {"stage": "pilot"}}),
		"verdict": expectation.outside({expectation.not_deployed("pilot")}),
	},
	{
		"about": object.union(about, {"lifecycle": {"stage": "retired"}}),
		"verdict": expectation.outside({expectation.not_deployed("retired")}),
	},
	{"about": json.remove(about, ["lifecycle/stage"]), "verdict": expectation.stage_blank},
	{"about": object.union(about, {"lifecycle": {"stage": "unknown"}}), "verdict": expectation.stage_unknown},
])

# The same without the stage of the life cycle.
concerned_by_record(about, words) := [
	{"about": with_field(about, "covered", "no"), "verdict": expectation.outside({not_covered})},
	{"about": with_field(about, "riskClass", "minimal"), "verdict": expectation.outside({other_class("minimal")})},
	{
		"about": without(about, "riskClass"),
		"verdict": expectation.says({"missing": {item("riskClass", "Nobody recorded the class of the system under the EU AI Act.")}}),
	},
	{
		"about": with_field(about, "riskClass", "unknown"),
		"verdict": expectation.says({"missing": {item("riskClass", "The class of the system under the EU AI Act is recorded as unknown.")}}),
	},
	{"about": with_field(about, "role", "importer"), "verdict": expectation.outside({other_role("importer", words)})},
	{
		"about": without(about, "role"),
		"verdict": expectation.says({"missing": {item("role", "Nobody recorded the role that the organization has under the EU AI Act.")}}),
	},
]

not_yet(label, days, set_by, day) := expectation.outside({expectation.item(
	"/system/regulatory/euAiAct",
	sprintf("%s of the EU AI Act applies only from %s on (%s), after %s.", [label, days, set_by, day]),
)})

# The days before the requirements for high-risk systems apply to one of Annex III, and the first day on which they do;
# likewise for one of Annex I. `verdict` only where it does not apply.
postponed(about, label) := [
	{"day": "2026-11-01", "about": about, "verdict": not_yet(label, "2027-12-02", moved("2026-08-02"), "2026-11-01")},
	{"day": "2027-12-01", "about": about, "verdict": not_yet(label, "2027-12-02", moved("2026-08-02"), "2027-12-01")},
	{"day": "2027-12-02", "about": about},
	{"day": "2028-08-01", "about": by_product(about), "verdict": not_yet(label, "2028-08-02", moved("2027-08-02"), "2028-08-01")},
	{"day": "2028-08-02", "about": by_product(about)},
]

moved(original) := concat(" ", ["Regulation (EU) 2026/1744, Art. 1(40); before the amendment from", original])

by_product(about) := with_field(without(about, "annexIII"), "annexI", "Regulation (EU) 2017/745")

# The rule keeps to the days of `postponed`. `verdicts` are what it said, in their order.
keeps_to(cases, verdicts) if {
	count(verdicts) == count(cases)
	every number, case in cases {
		verdict_fits(case, verdicts[number])
	}
}

verdict_fits(case, verdict) if verdict == case.verdict

verdict_fits(case, verdict) if {
	not case.verdict
	verdict.applicable == true
}

# What a finding says of a provision between whose readings the law leaves it open.
open_reading(label, letter, purpose, day) := expectation.item("/system/regulatory/euAiAct", sprintf(
	"From when %s of the EU AI Act applies is open between two readings: from 2026-08-02 by its letter (%s); from 2027-12-02 by its purpose (%s). By no more than one of them it binds on %s.",
	[label, letter, purpose, day],
))

# What a rule says of a blank record while only the earlier of two readings binds, before, and after.
between(label, letter, purpose, blank) := [
	{"day": "2026-08-01", "verdict": not_yet(label, "2026-08-02 or 2027-12-02", "Regulation (EU) 2024/1689, Art. 113", "2026-08-01")},
	{"day": "2026-08-02", "verdict": expectation.says({"missing": (blank | {open_reading(label, letter, purpose, "2026-08-02")})})},
	{"day": "2027-12-01", "verdict": expectation.says({"missing": (blank | {open_reading(label, letter, purpose, "2027-12-01")})})},
	{"day": "2027-12-02", "verdict": expectation.says({"missing": blank})},
]

sections := "Section 5 of Chapter III is not among the sections that the amended Art. 113 postpones, so the general date holds"

chapter := "The amended Art. 113 postpones nothing of Chapter IX, so the general date holds"

test_the_days_are_those_of_the_tables if {
	data.reference.eu_ai_act.provisions["art-9"].readings.settled.days == {"annex-iii": "2027-12-02", "annex-i": "2028-08-02"}
	data.reference.eu_ai_act.provisions["art-5"].readings.settled.days == {"general": "2025-02-02"}
	data.reference.eu_ai_act.provisions["art-5.1.ba"].readings.settled.days == {"general": "2026-12-02"}
	data.reference.retention["aia-19-1"].days == 184
	data.reference.reporting.death.days == 10
}
