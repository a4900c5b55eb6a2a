# METADATA
# title: Tests of fairness and privacy back the impact assessment
# description: >-
#   The impact assessment names the records of fairness tests where the system takes part in decisions about people, and
#   of privacy tests where it processes personal data.
# custom:
#   id: impacts-backed-by-tests
#   subject: system
#   controls: [iso42001:A.5.4]
#   severity: medium
#   remediation: >-
#     Name the evidence records of the tests under impactAssessment.fairnessEvidence and privacyEvidence; record under
#     decisions.aboutPeople and data.personalData whether they are needed.
#   concerns: >-
#     The system is built or used, and its impact assessment is not recorded as not applicable.
#   parameters: []
#   duty: linked
#   states:
#     missing: >-
#       Or nobody recorded whether the system decides about people, or whether personal data are processed.
#     observed: >-
#       Or the system neither decides about people nor processes personal data.
package aims.rules.impacts_backed_by_tests

import data.aims.lib.duty
import data.aims.lib.impact
import data.aims.lib.scope

concerned := scope.all_of([scope.begun, impact.wanted])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([
	backed({
		"answer": object.get(scope.decisions, "aboutPeople", ""),
		"at": "/system/decisions/aboutPeople",
		"whether": "whether the system takes part in decisions about people",
		"no": "No decision about people is taken with the system: no test of fairness is asked for.",
		"what": "tests of fairness",
		"field": "fairnessEvidence",
	}),
	backed({
		"answer": scope.personal,
		"at": "/system/data/personalData",
		"whether": "whether personal data are processed",
		"no": "No personal data are processed: no test of privacy is asked for.",
		"what": "tests of privacy",
		"field": "privacyEvidence",
	}),
]))

backed(test) := duty.shown({
	"what": test.what,
	"ids": object.get(impact.record, test.field, null),
	"at": sprintf("/system/impactAssessment/%s", [test.field]),
}) if {
	test.answer == "yes"
} else := duty.filled({"what": test.whether, "value": test.answer, "at": test.at, "said": test.no})
