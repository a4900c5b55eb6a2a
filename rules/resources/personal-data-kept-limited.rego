# METADATA
# title: How long personal data are kept is decided
# description: >-
#   Each data set with personal data has a number of days for which it is kept, and each data set says whether it has such
#   data.
# custom:
#   id: personal-data-kept-limited
#   subject: system
#   controls: [iso42001:A.4.3]
#   severity: medium
#   remediation: >-
#     Record personalData for each data set under data.sets, and retentionDays where it is yes.
#   parameters: []
#   duty: retention
#   states:
#     missing: >-
#       Nobody recorded the data sets, whether one of them holds personal data, or for how long those are kept.
#     observed: >-
#       The days are recorded, or the data set holds no personal data; or the system is recorded to have no data sets.
package aims.rules.personal_data_kept_limited

import data.aims.lib.data_sets
import data.aims.lib.duty

verdict := data_sets.over({kept(number, entry) | some number, entry in data_sets.recorded}, "")

kept(number, entry) := {"observed": {duty.item(data_sets.place(number, "retentionDays"), sprintf(
	"Personal data in %s are kept for %d days.",
	[data_sets.named(entry), entry.retentionDays],
))}} if {
	entry.personalData == "yes"
} else := {"missing": {duty.item(data_sets.place(number, "retentionDays"), sprintf(
	"Nobody recorded for how many days personal data in %s are kept.",
	[data_sets.named(entry)],
))}} if {
	entry.personalData == "yes"
} else := duty.filled({
	"what": sprintf("whether %s holds personal data", [data_sets.named(entry)]),
	"value": object.get(entry, "personalData", ""),
	"at": data_sets.place(number, "personalData"),
	"said": sprintf("There are no personal data in %s.", [data_sets.named(entry)]),
})
