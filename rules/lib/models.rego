# The models inside of a system.
package aims.lib.models

import data.aims.lib.duty

default recorded := null

recorded := input.system.models

# Since when there is each of them, for what has to be newer.
releases contains {
	"what": duty.named("the model", model, "name"),
	"on": object.get(model, "releasedOn", ""),
	"at": sprintf("/system/models/%d/releasedOn", [number]),
} if {
	some number, model in recorded
}
