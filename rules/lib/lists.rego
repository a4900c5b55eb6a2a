# Lists of a system about which several rules ask, each as the check of `data.aims.lib.duty.each` says it: what is left is
# whom the rule concerns, what an entry needs, and of which entries.
package aims.lib.lists

import data.aims.lib.dates
import data.aims.lib.duty

default recorded_alerts := null

recorded_alerts := input.system.monitoring.alerts

default recorded_changes := null

recorded_changes := input.system.changes

default recorded_incidents := null

recorded_incidents := input.system.incidents

default recorded_suppliers := null

recorded_suppliers := input.system.suppliers

default recorded_uses := null

recorded_uses := input.system.use.uses

alerts := {
	"what": "the alerts of monitoring",
	"one": "The alert",
	"entries": recorded_alerts,
	"at": "/system/monitoring/alerts",
	"name": "name",
	"mayBeEmpty": true,
}

changes := {
	"what": "the changes since deployment",
	"one": "The change",
	"entries": recorded_changes,
	"at": "/system/changes",
	"name": "what",
	"mayBeEmpty": true,
}

incidents := {
	"what": "the incidents",
	"one": "The incident",
	"entries": recorded_incidents,
	"at": "/system/incidents",
	"name": "id",
	"mayBeEmpty": true,
}

suppliers := {
	"what": "the suppliers",
	"one": "The supplier",
	"entries": recorded_suppliers,
	"at": "/system/suppliers",
	"name": "name",
}

uses := {
	"what": "the uses of the system",
	"one": "The use",
	"entries": recorded_uses,
	"at": "/system/use/uses",
	"name": "name",
	"mayBeEmpty": true,
}

# What a rule about each use says where there is none, or where nobody recorded them; nothing otherwise.
default no_use := {}

no_use := duty.entered(uses) if not recorded_uses[0]

# Likewise of a rule about each incident.
default no_incident := {}

no_incident := duty.entered(incidents) if not recorded_incidents[0]

# The day on which an incident became known, as `data.aims.lib.duty.apart` takes a day.
known(incident, at) := {
	"what": sprintf("when the incident %q became known", [incident.id]),
	"on": object.get(incident, "knownOn", ""),
	"at": concat("/", [at, "knownOn"]),
}

# Whether an incident became known certainly more than so many days before the day of the assessment.
known_for_more_than(incident, days) if {
	dates.age_in_days(dates.latest(incident.knownOn), input.asOf) > days
} else := false
