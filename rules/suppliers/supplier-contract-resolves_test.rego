package aims.rules.supplier_contract_resolves_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.supplier_contract_resolves as rule

said(system, evidence) := verdict if {
	about := object.union(expectation.about(system), {"evidence": evidence})
	verdict := rule.verdict with input as about with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}, "acquisition": "purchased"}

said_of(recorded, evidence) := said(object.union(concerned, recorded), evidence)

test_passes_when_on_file if {
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "other"}, {"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv"}]) == expectation.says({"observed": {
		expectation.item("/evidence/1", "\"Contract\" is recorded as the contract."),
		expectation.item("/system/suppliers", "Suppliers: 1 recorded."),
	}})
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv", "validUntil": "2026-11-01"}]) == expectation.says({"observed": {
		expectation.item("/evidence/0", "\"Contract\" is recorded as the contract."),
		expectation.item("/system/suppliers", "Suppliers: 1 recorded."),
	}})
}

test_fails_when_the_file_is_missing_or_nobody_is_named if {
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv", "fileState": "missing"}]) == expectation.says({
		"violation": {expectation.item(
			"/evidence/0/path",
			"\"Contract\" names a file that is not there.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
	said_of({"suppliers": []}, []) == expectation.says({"violation": {expectation.item(
		"/system/suppliers",
		"The list of suppliers is recorded as empty.",
	)}})
}

test_stale_after_its_last_day if {
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv", "validUntil": "2026-10-31"}]) == expectation.says({
		"stale": {expectation.item(
			"/evidence/0/validUntil",
			"\"Contract\" was valid until 2026-10-31, which is before 2026-11-01.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
}

test_pending_when_it_is_no_approved_contract if {
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "HV-1", "kind": "plan", "title": "Contract", "state": "approved", "uri": "https://records.example/hv"}]) == expectation.says({
		"pending": {expectation.item(
			"/evidence/0",
			"\"Contract\" is not an approved contract.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "superseded", "uri": "https://records.example/hv"}]) == expectation.says({
		"pending": {expectation.item(
			"/evidence/0",
			"\"Contract\" is not an approved contract.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-1"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "draft", "uri": "https://records.example/hv"}]) == expectation.says({
		"pending": {expectation.item(
			"/evidence/0/state",
			"\"Contract\" is a draft.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
}

test_missing_when_not_there if {
	said_of({}, []) == expectation.says({"missing": {expectation.item(
		"/system/suppliers",
		"Nobody recorded the suppliers.",
	)}})
	said_of({"suppliers": [{"name": "Halden Voice"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv"}]) == expectation.says({
		"missing": {expectation.item(
			"/system/suppliers/0/contract",
			"Nobody recorded the contract with the supplier \"Halden Voice\".",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "HV-2"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv"}]) == expectation.says({
		"missing": {expectation.item(
			"/system/suppliers/0/contract",
			"No evidence record has the id HV-2, which the supplier \"Halden Voice\" names as its contract.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
	said_of({"suppliers": [{"name": "Halden Voice", "contract": "unknown"}]}, [{"id": "HV-1", "kind": "contract", "title": "Contract", "state": "approved", "uri": "https://records.example/hv"}]) == expectation.says({
		"missing": {expectation.item(
			"/system/suppliers/0/contract",
			"The contract with the supplier \"Halden Voice\" is recorded as unknown.",
		)},
		"observed": {expectation.item(
			"/system/suppliers",
			"Suppliers: 1 recorded.",
		)},
	})
}

test_concerns_what_others_supply if {
	said_of({"lifecycle": {"stage": "retired"}}, []) == expectation.outside({expectation.retired})
	said({"acquisition": "in-house"}, []) == expectation.outside({expectation.item(
		"/system/suppliers",
		"No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
	)})
	said({}, []) == expectation.outside({expectation.item(
		"/system/suppliers",
		"No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
	)})
}
