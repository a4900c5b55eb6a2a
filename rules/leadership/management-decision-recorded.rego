# METADATA
# title: Top management decides about the AI management system
# description: >-
#   Minutes or an approval show a recent decision of top management about the AI management system.
# custom:
#   id: management-decision-recorded
#   subject: organization
#   controls: [iso42001:5.1]
#   severity: high
#   remediation: >-
#     Put the AI management system before top management at least as often as the limit demands, and record the minutes or
#     the approval as an evidence record for iso42001:5.1.
#   parameters: [management-decision-max-age]
#   duty: record
package aims.rules.management_decision_recorded

import data.aims.lib.duty
import data.aims.lib.scope

verdict := duty.record(object.union(data.reference.records["management-decision-recorded"], {
	"concerns": scope.everyone,
	"maxAgeDays": data.params["management-decision-max-age"],
}))
