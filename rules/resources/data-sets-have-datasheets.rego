# METADATA
# title: Every data set has a datasheet
# description: >-
#   Each data set of a system that is built or used names an evidence record with its datasheet.
# custom:
#   id: data-sets-have-datasheets
#   subject: system
#   controls: [iso42001:A.4.3]
#   severity: low
#   remediation: >-
#     Write a datasheet for each data set, record it as evidence of kind datasheet, and name it under datasheet of the data
#     set.
#   parameters: []
#   duty: linked
#   states:
#     missing: >-
#       Or nobody recorded the data sets.
#     observed: >-
#       Or the system is recorded to have no data sets.
package aims.rules.data_sets_have_datasheets

import data.aims.lib.data_sets

verdict := data_sets.linked("datasheet", "the datasheet")
