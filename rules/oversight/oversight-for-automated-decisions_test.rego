package aims.rules.oversight_for_automated_decisions_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.oversight_for_automated_decisions as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

deciding(oversight) := {
	"lifecycle": {"stage": "deployed"},
	"decisions": {"automation": "decides-alone", "aboutPeople": "yes"},
	"oversight": oversight,
}

complete := {
	"mode": "human-on-the-loop",
	"triggers": [
		{"condition": "Score within 5 points of the cut-off", "reviewer": "Underwriter"},
		{"condition": "The applicant asks for a person"},
	],
}

mode_observed := {"message": "People oversee the system: human-on-the-loop.", "at": "/system/oversight/mode"}

triggers_observed := {
	"message": "Occasions on which a person has to step in: 2 recorded.",
	"at": "/system/oversight/triggers",
}

test_passes_when_oversight_is_arranged if {
	said(deciding(complete)) == expectation.says({"observed": {mode_observed, triggers_observed}})
}

test_passes_for_a_pilot_that_decides_with_review if {
	said({
		"lifecycle": {"stage": "pilot"},
		"decisions": {"automation": "decides-with-review"},
		"oversight": complete,
	}) == expectation.says({"observed": {mode_observed, triggers_observed}})
}

test_fails_when_nobody_oversees_it if {
	every automation, words in {"decides-alone": "decides alone", "decides-with-review": "decides with review"} {
		said({
			"lifecycle": {"stage": "deployed"},
			"decisions": {"automation": automation},
			"oversight": {"mode": "none", "triggers": complete.triggers},
		}) == expectation.says({
			"violation": {{
				"message": sprintf("The system %s, but the record says that nobody oversees it.", [words]),
				"at": "/system/oversight/mode",
			}},
			"observed": {triggers_observed},
		})
	}
}

test_fails_when_there_is_no_occasion_to_step_in if {
	said(deciding({"mode": complete.mode, "triggers": []})) == expectation.says({
		"violation": {{
			"message": "The list of occasions on which a person has to step in is recorded as empty.",
			"at": "/system/oversight/triggers",
		}},
		"observed": {mode_observed},
	})
}

test_missing_when_blank if {
	nothing := expectation.says({"missing": {
		{"message": "Nobody recorded how people oversee the system.", "at": "/system/oversight/mode"},
		{"message": "Nobody recorded when a person has to step in.", "at": "/system/oversight/triggers"},
	}})
	said(deciding({})) == nothing
	said(object.remove(deciding({}), ["oversight"])) == nothing
}

test_missing_when_unknown if {
	said(deciding({"mode": "unknown", "triggers": complete.triggers})) == expectation.says({
		"missing": {
			{"message": "How people oversee the system is recorded as unknown.", "at": "/system/oversight/mode"},
		},
		"observed": {triggers_observed},
	})
}

test_missing_when_it_cannot_be_told_who_decides_about_people if {
	every stage in ["pilot", "deployed"] {
		said({"lifecycle": {"stage": stage}, "decisions": {"aboutPeople": "yes"}, "oversight": complete}) == expectation.says({"missing": {{
			"message": "The system is used in decisions about people, but how far it decides is not recorded; nobody can tell if it needs oversight.",
			"at": "/system/decisions/automation",
		}}})
		said({"lifecycle": {"stage": stage}, "decisions": {"aboutPeople": "yes", "automation": "unknown"}}) == expectation.says({"missing": {{
			"message": "The system is used in decisions about people, but how far it decides is recorded as unknown; nobody can tell if it needs oversight.",
			"at": "/system/decisions/automation",
		}}})
	}
}

test_does_not_apply_to_systems_that_do_not_decide_or_are_not_in_use if {
	not_in_use := "; the rule concerns systems in a pilot or deployed."
	only_advises := "; the rule concerns systems that decide."
	no_telling := "; the rule concerns systems that decide, or may decide about people."
	every case in [
		[
			{"lifecycle": {"stage": "deployed"}, "decisions": {"automation": "informs", "aboutPeople": "yes"}},
			set(),
			{concat("", ["How far the system decides is recorded as informs", only_advises])},
		],
		[
			{"lifecycle": {"stage": "pilot"}, "decisions": {"automation": "recommends"}},
			set(),
			{concat("", ["How far the system decides is recorded as recommends", only_advises])},
		],
		[
			{"lifecycle": {"stage": "development"}, "decisions": {"automation": "decides-alone", "aboutPeople": "yes"}},
			{concat("", ["The stage of the life cycle is development", not_in_use])},
			set(),
		],
		[
			{"lifecycle": {"stage": "retired"}, "decisions": {"automation": "decides-alone"}, "oversight": {"mode": "none"}},
			{concat("", ["The stage of the life cycle is retired", not_in_use])},
			set(),
		],
		[
			{"lifecycle": {"stage": "idea"}, "decisions": {"aboutPeople": "yes"}},
			{concat("", ["The stage of the life cycle is idea", not_in_use])},
			set(),
		],
		[
			{"lifecycle": {"stage": "deployed"}, "decisions": {"aboutPeople": "no"}},
			set(),
			{concat("", [
				"How far the system decides is not recorded, and whether it decides about people is recorded as no",
				no_telling,
			])},
		],
		[
			{"lifecycle": {"stage": "deployed"}, "decisions": {"aboutPeople": "unknown", "automation": "unknown"}},
			set(),
			{concat("", [
				"How far the system decides is recorded as unknown, and whether it decides about people is recorded as unknown",
				no_telling,
			])},
		],
		[
			{},
			{concat("", ["Nobody recorded the stage of the life cycle", not_in_use])},
			{concat("", [
				"How far the system decides is not recorded, and nobody recorded whether it decides about people",
				no_telling,
			])},
		],
	] {
		[system, at_stage, at_automation] := case
		said(system) == expectation.outside({item |
			some place, messages in {"/system/lifecycle/stage": at_stage, "/system/decisions/automation": at_automation}
			some message in messages
			item := {"message": message, "at": place}
		})
	}
}
