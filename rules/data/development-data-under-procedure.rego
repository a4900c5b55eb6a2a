# METADATA
# title: Data for development follow the data management procedure
# description: >-
#   Each data set for training, validation or test names the procedure of data management that it follows.
# custom:
#   id: development-data-under-procedure
#   subject: system
#   controls: [iso42001:A.7.2]
#   severity: medium
#   remediation: >-
#     Record for each data set what it is used for (uses), and for those of development the procedure (procedure) with its
#     version.
#   parameters: []
#   duty: procedure
#   states:
#     missing: >-
#       Nobody recorded the data sets, what one of them is used for, or the procedure that it follows.
#     observed: >-
#       The procedure is recorded, or the data set is not for development; or the system is recorded to have no data sets.
package aims.rules.development_data_under_procedure

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({governed(number, entry) | some number, entry in data_sets.recorded}, "")

governed(number, entry) := {"missing": {duty.item(data_sets.place(number, "uses"), sprintf(
	"Nobody recorded what %s is used for.",
	[data_sets.named(entry)],
))}} if {
	count(object.get(entry, "uses", [])) == 0
} else := duty.filled({
	"what": sprintf("which procedure of data management %s follows", [data_sets.named(entry)]),
	"value": object.get(entry, "procedure", ""),
	"at": data_sets.place(number, "procedure"),
	"said": sprintf("The procedure that %s follows is recorded: %s", [data_sets.named(entry), object.get(entry, "procedure", "")]),
}) if {
	some use in entry.uses
	use in data.reference.data_uses.development
} else := {"observed": {duty.item(data_sets.place(number, "uses"), sprintf(
	"The use of %s is not for development: %s.",
	[data_sets.named(entry), concat(", ", entry.uses)],
))}}
