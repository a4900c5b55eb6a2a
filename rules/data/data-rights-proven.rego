# METADATA
# title: The rights to every data set are proven
# description: >-
#   Each data set of a system that is built or used names evidence records with the licence or the contract that allows its
#   use.
# custom:
#   id: data-rights-proven
#   subject: system
#   controls: [iso42001:A.7.3]
#   severity: medium
#   remediation: >-
#     Record the licence or the contract as evidence, and name it under rights of the data set.
#   parameters: []
#   duty: linked
#   states:
#     missing: >-
#       Or nobody recorded which data sets the system has.
#     observed: >-
#       Or the system is recorded to have no data sets.
package aims.rules.data_rights_proven

import data.aims.lib.data_sets

verdict := data_sets.linked("rights", "the licence or contract")
