package aims.rules.audience_matrix_filled_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.audience_matrix_filled as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_when_all_have_documents if {
	said_of({"information": {"audiences": [{"audience": "users", "documents": ["Manual"], "owner": "Ines"}, {"audience": "Partners", "documents": ["Manual"], "owner": "Ines"}, {"audience": "authorities", "documents": ["Manual"], "owner": "Ines"}, {"audience": "press", "documents": ["Manual"], "owner": "Ines"}]}}) == expectation.says({"observed": {
		expectation.item("/system/information/audiences", "The list of audiences covers all that it has to: authorities, partners and the users."),
		expectation.item("/system/information/audiences/0", "The audience \"users\" is recorded with documents and an owner."),
		expectation.item("/system/information/audiences/1", "The audience \"Partners\" is recorded with documents and an owner."),
		expectation.item("/system/information/audiences/2", "The audience \"authorities\" is recorded with documents and an owner."),
		expectation.item("/system/information/audiences/3", "The audience \"press\" is recorded with documents and an owner."),
	}})
}

test_fails_when_empty if {
	said_of({"information": {"audiences": []}}) == expectation.says({
		"violation": {expectation.item(
			"/system/information/audiences",
			"The list of the audiences and their documents is recorded as empty.",
		)},
		"pending": {expectation.item(
			"/system/information/audiences",
			"The list of audiences does not cover authorities, partners and the users.",
		)},
	})
}

test_pending_when_one_lacks if {
	said_of({"information": {"audiences": [{"audience": "users", "documents": ["Manual"], "owner": "Ines"}, {"audience": "partners", "documents": ["Manual"], "owner": "Ines"}]}}) == expectation.says({
		"pending": {expectation.item(
			"/system/information/audiences",
			"The list of audiences does not cover authorities.",
		)},
		"observed": {
			expectation.item("/system/information/audiences/0", "The audience \"users\" is recorded with documents and an owner."),
			expectation.item("/system/information/audiences/1", "The audience \"partners\" is recorded with documents and an owner."),
		},
	})
	said_of({"information": {"audiences": [{"audience": "users", "documents": [], "owner": "Ines"}, {"audience": "partners", "documents": ["Manual"], "owner": "Ines"}, {"audience": "authorities", "documents": ["X"]}]}}) == expectation.says({
		"pending": {
			expectation.item("/system/information/audiences/0", "The audience \"users\" is recorded without documents."),
			expectation.item("/system/information/audiences/2", "The audience \"authorities\" is recorded without an owner."),
		},
		"observed": {
			expectation.item("/system/information/audiences", "The list of audiences covers all that it has to: authorities, partners and the users."),
			expectation.item("/system/information/audiences/1", "The audience \"partners\" is recorded with documents and an owner."),
		},
	})
}

test_missing_when_blank if {
	said_of({}) == expectation.says({"missing": {
		expectation.item("/system/information/audiences", "Nobody recorded the audiences and their documents."),
		expectation.item("/system/information/audiences", "The list of audiences: nobody recorded what it covers."),
	}})
	said_of({"information": {}}) == expectation.says({"missing": {
		expectation.item("/system/information/audiences", "Nobody recorded the audiences and their documents."),
		expectation.item("/system/information/audiences", "The list of audiences: nobody recorded what it covers."),
	}})
}

test_concerns_deployed_systems if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({expectation.not_deployed("pilot")})
	said({}) == expectation.stage_blank
	said_of({"lifecycle": {"stage": "unknown"}}) == expectation.stage_unknown
}
