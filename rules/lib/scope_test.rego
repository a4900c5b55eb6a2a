package aims.lib.scope_test

import data.aims.lib.expectation_test as expectation
import data.aims.lib.scope

concerned := {"inapplicable": set(), "unclear": set()}

deciding(system) := found if {
	found := scope.deciding with input as expectation.about(object.union({"lifecycle": {"stage": "deployed"}}, system))
}

at_decisions(words) := {expectation.item("/system/decisions/automation", words)}

test_deciding_by_itself_or_about_people if {
	deciding({"decisions": {"automation": "decides"}}) == concerned
	deciding({"decisions": {"automation": "decides", "aboutPeople": "yes"}}) == concerned
	deciding({"decisions": {"automation": "recommends"}}) == {
		"inapplicable": at_decisions("How far the system decides is recorded as recommends; the rule concerns systems that decide."),
		"unclear": set(),
	}
}

test_nobody_can_tell_how_far_it_decides_about_people if {
	every automation, words in {"": "not recorded", "unknown": "recorded as unknown"} {
		decisions := {field: value |
			some field, value in {"automation": automation, "aboutPeople": "yes"}
			value != ""
		}
		deciding({"decisions": decisions}) == {"inapplicable": set(), "unclear": at_decisions(sprintf(
			"The system is used in decisions about people, but how far it decides is %s; nobody can tell if it needs oversight.",
			[words],
		))}
	}
	deciding({}) == {
		"inapplicable": at_decisions("How far the system decides is not recorded, and nobody recorded whether it decides about people; the rule concerns systems that decide, or may decide about people."),
		"unclear": set(),
	}
}

test_every_reason_counts if {
	deciding({"lifecycle": {"stage": "idea"}, "decisions": {"automation": "informs"}}).inapplicable == {expectation.item(
		"/system/lifecycle/stage",
		"The stage of the life cycle is idea; the rule concerns systems in a pilot or deployed.",
	)} | at_decisions("How far the system decides is recorded as informs; the rule concerns systems that decide.")
}

test_high_impact_only_where_that_is_recorded if {
	blank := scope.high_impact with input as expectation.about({})
	blank == {"inapplicable": {expectation.not_high_impact("Nobody recorded whether the system is high-impact under OMB M-25-21")}, "unclear": set()}
	recorded := scope.high_impact with input as expectation.about({"regulatory": {"omb": {"highImpact": "yes"}}})
	recorded == concerned
}

test_tiered_only_where_a_tier_is_recorded if {
	blank := scope.tiered with input as expectation.about({})
	blank.inapplicable == {expectation.item("/system/risk/tier", "Nobody recorded the risk tier; the rule concerns systems with a risk tier.")}
	recorded := scope.tiered with input as expectation.about({"risk": {"tier": "limited"}})
	recorded == concerned
}

test_personal_data_unless_they_are_recorded_as_not_processed if {
	every answer, found in {
		"yes": concerned,
		"no": {
			"inapplicable": {expectation.item("/system/data/personalData", "Personal data are recorded as not processed; the rule concerns systems that process them.")},
			"unclear": set(),
		},
		"unknown": {
			"inapplicable": set(),
			"unclear": {expectation.item("/system/data/personalData", "Whether personal data are processed is recorded as unknown.")},
		},
	} {
		said := scope.personal_data with input as expectation.about({"data": {"personalData": answer}})
		said == found
	}
	blank := scope.personal_data with input as expectation.about({})
	blank == {"inapplicable": set(), "unclear": {expectation.item("/system/data/personalData", "Nobody recorded whether personal data are processed.")}}
}

test_developed_unless_it_was_purchased if {
	every acquisition in ["", "unknown", "in-house", "mixed"] {
		found := scope.developed with input as expectation.about({"acquisition": acquisition})
		found == concerned
	}
	purchased := scope.developed with input as expectation.about({"acquisition": "purchased"})
	purchased == {
		"inapplicable": {expectation.item("/system/acquisition", "The system is recorded as purchased; the rule concerns systems that the organization makes.")},
		"unclear": set(),
	}
}
