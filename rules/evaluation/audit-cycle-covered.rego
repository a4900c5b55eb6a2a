# METADATA
# title: Internal audits cover all clauses and applicable controls
# description: >-
#   Over the cycle of the programme, internal audits looked at each clause and at each control that applies.
# custom:
#   id: audit-cycle-covered
#   subject: organization
#   controls: [iso42001:9.2.1, iso42001:9.2.2]
#   severity: medium
#   remediation: >-
#     Plan audits of what no audit of the cycle looked at, and record under covers of each audit what it covered.
#   parameters: [audit-cycle-days]
#   duty: coverage
#   states:
#     missing: >-
#       No audit of the cycle says what it covered, or no decision says which controls apply.
#     pending: >-
#       A clause, or a control that applies, was not looked at during the cycle.
#     observed: >-
#       All clauses and all controls that apply were looked at during the cycle.
package aims.rules.audit_cycle_covered

import data.aims.lib.dates
import data.aims.lib.decisions
import data.aims.lib.duty
import data.aims.lib.scope

cycle := data.params["audit-cycle-days"]

looked_at contains subject if {
	some audit in input.organization.audits
	age := dates.age_in_days(audit.on, input.asOf)
	age >= 0
	age <= cycle
	some subject in audit.covers
}

clauses := {clause | some clause in data.reference.audit_cycle.clauses}

due := clauses | {decision.control | some decision in decisions.applying}

told(words, values) := duty.item("/organization/audits", sprintf("The internal audits of the last %s %s.", array.concat([dates.days_in_words(cycle)], [sprintf(words, values)])))

says.missing contains told("do not say what they covered", []) if count(looked_at) == 0

says.pending contains told("did not look at %s", [duty.listing(duty.standard_order(due - looked_at))]) if {
	count(looked_at) > 0
	count(due - looked_at) > 0
}

says.observed contains told("looked at all %d clauses and controls that apply", [count(due)]) if count(due - looked_at) == 0

verdict := duty.within(scope.everyone, duty.all_of([decisions.open, says]))
