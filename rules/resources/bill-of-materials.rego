# METADATA
# title: The bill of materials is about the version in use
# description: >-
#   For every deployed system there is a bill of materials about its version, approved and in date.
# custom:
#   id: bill-of-materials
#   subject: system
#   controls: [iso42001:A.4.2]
#   severity: medium
#   remediation: >-
#     Make a bill of materials (CycloneDX or SPDX) with each release, and record it as evidence of kind
#     bill-of-materials with systemVersion.
#   parameters: []
#   duty: versioned
package aims.rules.bill_of_materials

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.versioned(object.union(data.reference.records["bill-of-materials"], {"concerns": scope.deployed}))
