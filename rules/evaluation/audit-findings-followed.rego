# METADATA
# title: Findings of audits become nonconformities
# description: >-
#   Each finding of an internal audit that says that a requirement is not met leads to a nonconformity that somebody handles.
# custom:
#   id: audit-findings-followed
#   subject: organization
#   controls: [iso42001:10.2, iso42001:9.2.2]
#   severity: medium
#   remediation: >-
#     Record the findings of each audit with their grade, and name under nonconformity of a major or minor one the id of the
#     entry under nonconformities.
#   parameters: []
#   duty: follow-up
#   states:
#     violation: >-
#       A major or minor finding leads to no entry under nonconformities; or the list of audits is recorded as empty.
#     missing: >-
#       Nobody recorded the audits, the findings of one, or how much a finding weighs.
#     observed: >-
#       A finding leads to a nonconformity, or does not have to; or an audit is recorded as without findings.
package aims.rules.audit_findings_followed

import data.aims.lib.duty
import data.aims.lib.scope

default audits := null

audits := input.organization.audits

handled := {entry.id | some entry in input.organization.nonconformities}

verdict := duty.within(scope.everyone, duty.all_of([
	duty.unlisted({
		"what": "the internal audits",
		"entries": audits,
		"at": "/organization/audits",
	}),
	duty.all_of(found),
]))

found := [listed_findings(audit, sprintf("/organization/audits/%d/findings", [number])) | some number, audit in audits]

listed_findings(audit, at) := {"missing": {duty.item(at, sprintf("%s: nobody recorded what it found.", [title(audit)]))}} if {
	not audit.findings
} else := {"observed": {duty.item(at, sprintf("%s found nothing.", [title(audit)]))}} if {
	audit.findings == []
} else := duty.all_of([{set: {duty.item(sprintf("%s/%d", [at, number]), sprintf("The finding %q %s.", [finding.what, words]))}} |
	some number, finding in audit.findings
	[set, words] := followed(object.get(finding, "grade", ""), object.get(finding, "nonconformity", ""))
])

title(audit) := duty.named("The internal audit", audit, "title")

followed("", _) := ["missing", "has no grade"]

followed("unknown", _) := ["missing", "has a grade that is recorded as unknown"]

followed("opportunity", _) := ["observed", "is an opportunity, not a nonconformity"]

followed(grade, id) := ["observed", sprintf("is %s and leads to the nonconformity %s", [grade, id])] if {
	grade in {"major", "minor"}
	id in handled
}

followed(grade, "") := ["violation", sprintf("is %s and leads to no nonconformity", [grade])] if grade in {"major", "minor"}

followed(grade, id) := ["violation", sprintf("is %s and leads to the nonconformity %s, which is not in the list", [grade, id])] if {
	grade in {"major", "minor"}
	id != ""
	not id in handled
}
