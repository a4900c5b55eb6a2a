package aims.rules.people_for_every_activity_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.people_for_every_activity as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

complete := {
	"resources": {
		"people": [
			{"activity": "change", "people": ["Ada"], "competence": "Trained 2026"},
			{"activity": "decommissioning", "people": ["Ada"], "competence": "Trained 2026"},
			{"activity": "development", "people": ["Ada"], "competence": "Trained 2026"},
			{"activity": "operation", "people": ["Ada"], "competence": "Trained 2026"},
			{"activity": "oversight", "people": ["Ada"], "competence": "Trained 2026"},
			{"activity": "testing", "people": ["Ada"], "competence": "Trained 2026"},
		],
	},
}

test_passes_when_all_are_covered if {
	said(complete) == expectation.says({"observed": {expectation.item("/system/resources/people", "The list of people covers all that it has to: change, decommissioning, development or acquisition, operation, oversight and testing.")}})
}

test_pending_without_change if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/0"}])) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover change.")}})
}

test_pending_without_decommissioning if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/1"}])) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover decommissioning.")}})
}

test_pending_without_development if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/2"}])) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover development or acquisition.")}})
}

test_pending_without_operation if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/3"}])) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover operation.")}})
}

test_pending_without_oversight if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/4"}])) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover oversight.")}})
}

test_pending_without_testing if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/5"}])) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover testing.")}})
}

test_pending_without_people if {
	said(json.patch(complete, [{"op": "replace", "path": "/resources/people/0/people", "value": []}])) == expectation.says({
		"pending": {expectation.item("/system/resources/people/0", "The activity \"change\" is recorded without people.")},
		"observed": {expectation.item("/system/resources/people", "The list of people covers all that it has to: change, decommissioning, development or acquisition, operation, oversight and testing.")},
	})
}

test_pending_without_competence if {
	said(json.patch(complete, [{"op": "remove", "path": "/resources/people/0/competence"}])) == expectation.says({
		"pending": {expectation.item("/system/resources/people/0", "The activity \"change\" is recorded without their competence.")},
		"observed": {expectation.item("/system/resources/people", "The list of people covers all that it has to: change, decommissioning, development or acquisition, operation, oversight and testing.")},
	})
}

test_pending_when_the_list_is_empty if {
	said({"resources": {"people": []}}) == expectation.says({"pending": {expectation.item("/system/resources/people", "The list of people does not cover change, decommissioning, development or acquisition, operation, oversight and testing.")}})
}

test_does_not_apply_to_ideas if {
	said({"lifecycle": {"stage": "idea"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is idea; the rule concerns systems that are built or used.")})
}

test_missing_when_nothing_is_recorded if {
	said({}) == expectation.says({"missing": {expectation.item("/system/resources/people", "The list of people: nobody recorded what it covers.")}})
}

test_does_not_apply_to_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.item("/system/lifecycle/stage", "The stage of the life cycle is retired; the rule concerns systems that are built or used.")})
}
