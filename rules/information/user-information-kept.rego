# METADATA
# title: Users have information about the version in use
# description: >-
#   The information for users of a deployed system is about the version in use, is approved and in date, and covers
#   what users have to know.
# custom:
#   id: user-information-kept
#   subject: system
#   controls: [iso42001:A.8.2]
#   severity: medium
#   remediation: >-
#     Write for users what the system is for, that it is an AI system, how to use it, its limits and accuracy, who
#     oversees it, whom to ask, and how they learn of updates. Keep it as an evidence record of kind instructions for
#     iso42001:A.8.2 with owner, systemVersion and sections.
#   parameters: [user-information-max-age]
#   duty: versioned
package aims.rules.user_information_kept

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.versioned(object.union(data.reference.records["user-information-kept"], {
	"concerns": scope.deployed,
	"maxAgeDays": data.params["user-information-max-age"],
}))
