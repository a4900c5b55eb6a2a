# METADATA
# title: The impact on fundamental rights is assessed before use
# description: >-
#   A deployer on whom Art. 27 puts it assessed the impact of a high-risk system on fundamental rights, with every
#   element that the law names, and told the authority the results.
# custom:
#   id: eu-fundamental-rights
#   subject: system
#   controls: [eu-ai-act:Art. 27, eu-ai-act:Art. 27(1), eu-ai-act:Art. 27(3)]
#   severity: high
#   remediation: >-
#     Record under regulatory.euAiAct.fundamentalRights the ground on which the assessment is due, the assessment, its
#     elements and the notification of the authority. Where none of the grounds holds, record ground none.
#   parameters: []
#   duty: practices
#   concerns: >-
#     Deployed high-risk systems of which the organization is the deployer, where Art. 27 asks for the assessment, from
#     the day on which it applies.
#   states:
#     violation: >-
#       The assessment or the notification is recorded as not done, as not applicable or as completed on a day in the
#       future.
#     stale: >-
#       One of them was valid until a day that has passed.
#     missing: >-
#       Whether the assessment is due is blank or recorded as unknown (then nothing else is said); or the assessment,
#       its elements or the notification is.
#     pending: >-
#       One of them is under way, or an element of Art. 27(1) is not among those recorded.
#     observed: >-
#       Both are done, with every element.
package aims.rules.eu_fundamental_rights

import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

default rights := {}

rights := input.system.regulatory.euAiAct.fundamentalRights

at := "/system/regulatory/euAiAct/fundamentalRights"

due := law.concerning({
	"what": "on which ground a fundamental rights impact assessment is due",
	"value": object.get(rights, "ground", ""),
	"at": concat("/", [at, "ground"]),
	"no": "No ground for a fundamental rights impact assessment holds; the rule concerns deployers for whom one does.",
})

concerned := scope.all_of([law.deployer("art-27"), due])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of({covered} | steps))

steps contains law.done({
	"name": name,
	"record": object.get(rights, field, {}),
	"at": concat("/", [at, field]),
	"obligatory": "a deployer under Art. 27",
}) if {
	some field, name in {"assessment": "The fundamental rights impact assessment", "notification": "The notification of its results"}
}

covered := duty.covered({
	"name": "The fundamental rights impact assessment",
	"parts": data.reference.eu_ai_act.elements["art-27.1"],
	"present": object.get(rights, "elements", null),
	"at": concat("/", [at, "elements"]),
})
