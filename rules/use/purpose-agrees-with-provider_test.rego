package aims.rules.purpose_agrees_with_provider_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.purpose_agrees_with_provider as rule

said(system) := verdict if {
	verdict := rule.verdict with input as expectation.about(system) with data.params as expectation.params
}

concerned := {"lifecycle": {"stage": "deployed"}}

said_of(recorded) := said(object.union(concerned, recorded))

test_passes_in_the_same_words if {
	said_of({"purpose": {"intendedUse": "Recognition of callers by voice."}, "use": {"providerPurpose": {"text": "Recognition  of callers by voice.", "source": "Manual 2.1"}}, "acquisition": "purchased"}) == expectation.says({"observed": {expectation.item(
		"/system/use/providerPurpose",
		"The intended use is recorded in the words of the provider.",
	)}})
}

test_passes_when_somebody_compared if {
	said_of({"purpose": {"intendedUse": "Recognition of callers by voice."}, "use": {"providerPurpose": {"text": "Biometrics.", "source": "Manual 2.1", "agrees": "yes", "checkedBy": "Rosa", "checkedOn": "2026-04-21"}}, "acquisition": "purchased"}) == expectation.says({"observed": {
		expectation.item("/system/use/providerPurpose", "The comparison with the purpose of the provider is recorded with somebody who compared, a day and where the provider states it."),
		expectation.item("/system/use/providerPurpose/agrees", "The intended use was found to lie within the purpose of the provider."),
	}})
}

test_fails_when_it_lies_outside if {
	said_of({"purpose": {"intendedUse": "Recognition of callers by voice."}, "use": {"providerPurpose": {"text": "Biometrics.", "source": "Manual 2.1", "agrees": "no", "checkedBy": "Rosa", "checkedOn": "2026-04-21"}}, "acquisition": "purchased"}) == expectation.says({
		"violation": {expectation.item(
			"/system/use/providerPurpose/agrees",
			"The intended use was found to lie outside of the purpose of the provider.",
		)},
		"observed": {expectation.item(
			"/system/use/providerPurpose",
			"The comparison with the purpose of the provider is recorded with somebody who compared, a day and where the provider states it.",
		)},
	})
}

test_pending_when_nobody_says_who_compared if {
	said_of({"purpose": {"intendedUse": "Recognition of callers by voice."}, "use": {"providerPurpose": {"text": "Biometrics.", "source": "Manual 2.1", "agrees": "yes"}}, "acquisition": "purchased"}) == expectation.says({
		"pending": {expectation.item(
			"/system/use/providerPurpose",
			"The comparison with the purpose of the provider is recorded without somebody who compared and a day.",
		)},
		"observed": {expectation.item(
			"/system/use/providerPurpose/agrees",
			"The intended use was found to lie within the purpose of the provider.",
		)},
	})
}

test_missing_when_blank if {
	said_of({"acquisition": "mixed"}) == expectation.says({"missing": {
		expectation.item("/system/purpose/intendedUse", "Nobody recorded what the system is meant for."),
		expectation.item("/system/use/providerPurpose", "The comparison with the purpose of the provider: nobody recorded somebody who compared, a day and where the provider states it."),
		expectation.item("/system/use/providerPurpose/agrees", "Nobody recorded whether the intended use lies within the purpose of the provider."),
		expectation.item("/system/use/providerPurpose/text", "Nobody recorded what the provider states as the purpose."),
	}})
	said_of({"acquisition": "purchased", "use": {"providerPurpose": {"text": "Biometrics.", "source": "Manual", "agrees": "yes", "checkedBy": "Rosa", "checkedOn": "2026-04-21"}}}) == expectation.says({
		"missing": {expectation.item(
			"/system/purpose/intendedUse",
			"Nobody recorded what the system is meant for.",
		)},
		"observed": {
			expectation.item("/system/use/providerPurpose", "The comparison with the purpose of the provider is recorded with somebody who compared, a day and where the provider states it."),
			expectation.item("/system/use/providerPurpose/agrees", "The intended use was found to lie within the purpose of the provider."),
		},
	})
	said_of({"purpose": {"intendedUse": "Recognition of callers by voice."}, "use": {"providerPurpose": {"text": "Biometrics.", "source": "Manual 2.1"}}, "acquisition": "purchased"}) == expectation.says({
		"missing": {expectation.item(
			"/system/use/providerPurpose/agrees",
			"Nobody recorded whether the intended use lies within the purpose of the provider.",
		)},
		"pending": {expectation.item(
			"/system/use/providerPurpose",
			"The comparison with the purpose of the provider is recorded without somebody who compared and a day.",
		)},
	})
	said_of({"purpose": {"intendedUse": "Recognition of callers by voice."}, "use": {"providerPurpose": {"text": "Biometrics.", "source": "Manual 2.1", "agrees": "unknown", "checkedBy": "Rosa", "checkedOn": "2026-04-21"}}, "acquisition": "purchased"}) == expectation.says({
		"missing": {expectation.item(
			"/system/use/providerPurpose/agrees",
			"Whether the intended use lies within the purpose of the provider is recorded as unknown.",
		)},
		"observed": {expectation.item(
			"/system/use/providerPurpose",
			"The comparison with the purpose of the provider is recorded with somebody who compared, a day and where the provider states it.",
		)},
	})
}

test_concerns_deployed_systems_that_others_supply if {
	said_of({"lifecycle": {"stage": "pilot"}}) == expectation.outside({
		expectation.item("/system/lifecycle/stage", "The stage of the life cycle is pilot; the rule concerns deployed systems."),
		expectation.item("/system/suppliers", "No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply."),
	})
	said({"acquisition": "purchased"}) == expectation.stage_blank
	said_of({"acquisition": "in-house"}) == expectation.outside({expectation.item(
		"/system/suppliers",
		"No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
	)})
	said_of({"suppliers": [{"name": "Halden"}]}) == expectation.says({"missing": {
		expectation.item("/system/purpose/intendedUse", "Nobody recorded what the system is meant for."),
		expectation.item("/system/use/providerPurpose", "The comparison with the purpose of the provider: nobody recorded somebody who compared, a day and where the provider states it."),
		expectation.item("/system/use/providerPurpose/agrees", "Nobody recorded whether the intended use lies within the purpose of the provider."),
		expectation.item("/system/use/providerPurpose/text", "Nobody recorded what the provider states as the purpose."),
	}})
}
