# METADATA
# title: How every data set was acquired is recorded
# description: >-
#   Each data set of a system that is built or used is recorded with its source, the rights to use it and the day of its
#   acquisition.
# custom:
#   id: data-acquisition-recorded
#   subject: system
#   controls: [iso42001:A.7.3]
#   severity: medium
#   remediation: >-
#     Record under data.sets for each data set: origin, licence and acquiredOn.
#   parameters: []
#   duty: each
package aims.rules.data_acquisition_recorded

import data.aims.lib.data_sets

verdict := data_sets.given(
	{"origin": "a source", "licence": "the rights to use it", "acquiredOn": "the day of the acquisition"},
	data_sets.every_number,
	"",
)
