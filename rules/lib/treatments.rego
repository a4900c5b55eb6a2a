# The treatments of the risks in the register of the organization, in the form of `data.aims.lib.duty.planned`; null where
# no risk has one, since then nobody can tell whether they are on time.
package aims.lib.treatments

import data.aims.lib.duty

default risks := null

risks := input.organization.risks

planned := duty.planned({"entries": risks, "at": "/organization/risks", "field": "treatments", "one": "The treatment"})

default recorded := null

recorded := planned if planned != []
