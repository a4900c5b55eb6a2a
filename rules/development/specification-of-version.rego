# METADATA
# title: The specification is about the version in use
# description: >-
#   For every system in a pilot or in use there is a specification of its requirements about its version, approved by
#   somebody who is named.
# custom:
#   id: specification-of-version
#   subject: system
#   controls: [iso42001:A.6.2.2]
#   severity: medium
#   remediation: >-
#     Record the specification as evidence of kind specification with systemVersion and approver.
#   parameters: []
#   duty: versioned
package aims.rules.specification_of_version

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.versioned(object.union(data.reference.records["specification-of-version"], {"concerns": scope.in_use}))
