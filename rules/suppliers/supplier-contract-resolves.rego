# METADATA
# title: The contract with each supplier is on file
# description: >-
#   Each supplier of a system names its contract by the id of an evidence record that is there, approved and in
#   date.
# custom:
#   id: supplier-contract-resolves
#   subject: system
#   controls: [iso42001:A.10.2]
#   severity: medium
#   remediation: >-
#     Keep each contract as an evidence record of kind contract, with validUntil, and record its id under
#     suppliers.contract.
#   parameters: []
#   duty: contracts
#   states:
#     violation: >-
#       The list of suppliers is empty for a purchased system; or the file of a contract is missing or is not the one
#       that was recorded.
#     stale: >-
#       The contract is no longer valid.
#     missing: >-
#       Nobody recorded the suppliers, or the contract with one, or no evidence record has its id.
#     pending: >-
#       The evidence record is of another kind, a draft, replaced or refused, takes effect later, or leads to nothing.
#     observed: >-
#       The contract is there, approved and in date.
package aims.rules.supplier_contract_resolves

import data.aims.lib.duty
import data.aims.lib.lists
import data.aims.lib.scope

concerned := scope.all_of([scope.not_retired, scope.supplied])

verdict := aside if {
	aside := duty.outside(concerned)
} else := duty.within(concerned, duty.all_of({suppliers} | contracts))

suppliers := duty.listed({
	"what": "the suppliers",
	"entries": "suppliers",
	"value": lists.suppliers.entries,
	"at": lists.suppliers.at,
})

contracts contains resolved(supplier, object.get(supplier, "contract", ""), sprintf("/system/suppliers/%d/contract", [number])) if {
	some number, supplier in lists.suppliers.entries
}

resolved(supplier, contract, at) := duty.blank({"what": sprintf("the contract with the supplier %q", [supplier.name]), "value": contract, "at": at}) if {
	contract in {"", "unknown"}
} else := {"missing": {duty.item(at, sprintf("No evidence record has the id %s, which the supplier %q names as its contract.", [contract, supplier.name]))}} if {
	not contract in {entry.id | some entry in input.evidence}
} else := duty.all_of([judged(number, entry) |
	some number, entry in input.evidence
	entry.id == contract
])

judged(number, entry) := {found.set: {duty.item(sprintf("/evidence/%d%s", [number, found.path]), sprintf("%s %s", [duty.titled(entry), found.text]))}} if {
	found := duty.fault({}, entry)
} else := {"pending": {duty.item(sprintf("/evidence/%d", [number]), sprintf("%s is not an approved contract.", [duty.titled(entry)]))}} if {
	[object.get(entry, "kind", ""), object.get(entry, "state", "")] != ["contract", "approved"]
} else := {"observed": {duty.item(sprintf("/evidence/%d", [number]), sprintf("%s is recorded as the contract.", [duty.titled(entry)]))}}
