# METADATA
# title: Serious incidents are reported in time
# description: >-
#   The provider of a deployed high-risk system records every serious incident, and reported each to the authority
#   within the days that the law allows for its kind.
# custom:
#   id: eu-serious-incidents
#   subject: system
#   controls: [eu-ai-act:Art. 73, eu-ai-act:Art. 73(1)]
#   severity: critical
#   remediation: >-
#     Report the incident, and record it under regulatory.euAiAct.seriousIncidents with kind, awareOn and reportedOn.
#     Where there was none, record an empty list.
#   parameters: []
#   duty: reported
#   concerns: From the day on which Art. 73 applies.
#   states:
#     violation: >-
#       An incident was reported late, or is recorded as reported on a day in the future, or is not reported although
#       its days have passed.
#     missing: >-
#       Nobody recorded whether there were serious incidents; or the kind of one, or the day of awareness, is blank; or
#       a date cannot be read, or does not tell whether a report was in time.
#     pending: >-
#       An incident is not reported yet, and its days have not passed. Or only one of the two readings of the law binds
#       yet: then whatever is lacking in a record that is begun stands here, with both readings.
#     observed: >-
#       Every incident that is recorded was reported in time, or there was none.
package aims.rules.eu_serious_incidents

import data.aims.lib.duty
import data.aims.lib.law

incidents := object.get(law.act, "seriousIncidents", null)

verdict := law.as_read("art-73", duty.within(law.provider("art-73"), duty.all_of({says} | reports)))

reports contains law.reported({
	"incident": incident,
	"at": sprintf("/system/regulatory/euAiAct/seriousIncidents/%d", [number]),
}) if {
	some number, incident in incidents
}

says.missing contains duty.item("/system/regulatory/euAiAct/seriousIncidents", "Nobody recorded serious incidents; an empty list says that there was none.") if {
	incidents == null
}

says.observed contains duty.item("/system/regulatory/euAiAct/seriousIncidents", sprintf("Serious incidents: %d recorded.", [count(incidents)])) if {
	is_array(incidents)
}
