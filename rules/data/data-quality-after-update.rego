# METADATA
# title: The quality of data was checked after their last update
# description: >-
#   The quality checks of each data set of a system that is built or used were completed after the last update of the data
#   set.
# custom:
#   id: data-quality-after-update
#   subject: system
#   controls: [iso42001:A.7.4]
#   severity: medium
#   remediation: >-
#     Check the quality again after each update. Record under data.sets quality.completedOn and updatedOn.
#   parameters: []
#   duty: newer
#   states:
#     missing: >-
#       Or nobody recorded the data sets.
#     observed: >-
#       Or the system is recorded to have no data sets.
package aims.rules.data_quality_after_update

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({checked(number, entry) | some number, entry in data_sets.recorded}, "")

checked(number, entry) := duty.outlasting({
	"name": sprintf("The quality check of %s", [data_sets.named(entry)]),
	"made": "completed",
	"on": object.get(entry, ["quality", "completedOn"], ""),
	"at": data_sets.place(number, "quality/completedOn"),
	"others": {{
		"what": sprintf("%s as it is", [data_sets.named(entry)]),
		"on": object.get(entry, "updatedOn", ""),
		"at": data_sets.place(number, "updatedOn"),
	}},
})
