# METADATA
# title: Every data set is described
# description: >-
#   Each data set of a system that is built or used is recorded with owner, origin, licence, purpose and the day of its last
#   update.
# custom:
#   id: data-sets-described
#   subject: system
#   controls: [iso42001:A.4.3]
#   severity: medium
#   remediation: >-
#     Record under data.sets for each data set: owner, origin, licence, purpose and updatedOn.
#   parameters: []
#   duty: each
package aims.rules.data_sets_described

import data.aims.lib.data_sets

verdict := data_sets.given(
	{
		"owner": "an owner",
		"origin": "an origin",
		"licence": "a licence",
		"purpose": "a purpose",
		"updatedOn": "the day of the last update",
	},
	data_sets.every_number,
	"",
)
