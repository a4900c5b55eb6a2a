# METADATA
# title: The system can be overseen and stopped by people
# description: >-
#   The provider of a deployed high-risk system gave it measures of human oversight; people oversee it, and one of them
#   can stop it.
# custom:
#   id: eu-human-oversight
#   subject: system
#   controls: [eu-ai-act:Art. 14, eu-ai-act:Art. 14(1), eu-ai-act:Art. 14(4)]
#   severity: critical
#   remediation: >-
#     Record the measures under regulatory.euAiAct.oversightMeasures, how people oversee the system under
#     oversight.mode, and how it is stopped under oversight.stop.
#   parameters: []
#   duty: practices
#   concerns: From the day on which Art. 14 applies.
#   states:
#     violation: >-
#       A measure or the way to stop is recorded as not done, as not applicable or as completed on a day in the future;
#       or nobody oversees the system.
#     stale: >-
#       Something of oversight was valid until a day that has passed.
#     missing: >-
#       The measures, the way to stop or the way of oversight are blank or recorded as unknown.
#     pending: >-
#       The measures or the way to stop are under way.
#     observed: >-
#       The measures and the way to stop are done.
package aims.rules.eu_human_oversight

import data.aims.lib.duty
import data.aims.lib.law

default act := {}

act := input.system.regulatory.euAiAct

default oversight := {}

oversight := input.system.oversight

concerned := law.provider("art-14")

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of([measures, stop, mode, says]))

measures := law.done({
	"name": "The work on measures of oversight",
	"record": object.get(act, "oversightMeasures", {}),
	"at": "/system/regulatory/euAiAct/oversightMeasures",
	"obligatory": "the provider of a high-risk system",
})

stop := law.done({
	"name": "The way to stop the system",
	"record": object.get(oversight, "stop", {}),
	"at": "/system/oversight/stop",
	"obligatory": "the provider of a high-risk system",
})

mode := duty.blank({
	"what": "how people oversee the system in use",
	"value": object.get(oversight, "mode", ""),
	"at": "/system/oversight/mode",
})

says.violation contains duty.item("/system/oversight/mode", "The record says that nobody oversees the system.") if {
	oversight.mode == "none"
}
