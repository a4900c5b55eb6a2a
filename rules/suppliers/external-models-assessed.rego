# METADATA
# title: Models of others come from an assessed supplier
# description: >-
#   Each model from a supplier or published by others names who it comes from, and that supplier is listed with an
#   assessment.
# custom:
#   id: external-models-assessed
#   subject: system
#   controls: [iso42001:A.10.3]
#   severity: high
#   remediation: >-
#     Record under models where each comes from (origin, supplier), and list that supplier under suppliers with its
#     assessment; for a published model, those who publish it.
#   parameters: []
#   duty: models
#   states:
#     missing: >-
#       Nobody recorded the models, or where one comes from, or its supplier is not listed.
#     pending: >-
#       The supplier of a model is listed without a finished assessment.
#     observed: >-
#       The supplier of a model is assessed, or the organization made it; or there is no model.
package aims.rules.external_models_assessed

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

default models := null

models := input.system.models

verdict := aside if {
	aside := duty.outside(scope.not_retired)
} else := duty.within(scope.not_retired, duty.all_of({none} | origins))

default none := {}

none := {"missing": {duty.item("/system/models", "Nobody recorded the models.")}} if models == null

none := {"observed": {duty.item("/system/models", "The list of models is recorded as empty: there are none.")}} if models == []

origins contains {judged[0]: {duty.item(sprintf("/system/models/%d", [number]), sprintf(
	"%s %s",
	[duty.named("The model", model, "name"), judged[1]],
))}} if {
	some number, model in models
	judged := origin(object.get(model, "origin", "unknown"), object.get(model, "supplier", ""))
}

assessed := {supplier.name | some supplier in lists.suppliers.entries; supplier.assessment.state == "done"}

known := {supplier.name | some supplier in lists.suppliers.entries}

origin("in-house", _) := ["observed", "was made by the organization."]

origin("unknown", _) := ["missing", "has no recorded origin."]

origin(place, supplier) := ["observed", sprintf("comes from %s, who is assessed.", [supplier])] if {
	place in {"supplier", "open-source"}
	supplier in assessed
} else := ["pending", sprintf("comes from %s, who is not assessed.", [supplier])] if {
	place in {"supplier", "open-source"}
	supplier in known
} else := ["missing", "comes from others, but its supplier is not listed."] if {
	place in {"supplier", "open-source"}
}
