# What the tests of rules about the organization share.
package aims.lib.organization_cases_test

import data.aims.lib.expectation_test as expectation

# The input: what is given of it, and the organization that the tests share.
about(given) := object.union(
	expectation.about_organization(object.get(given, "organization", {}), object.get(given, "systems", [])),
	object.union({"decisions": [], "excluded": []}, object.remove(given, ["organization", "systems"])),
)

# The whole of what is said: sets of pairs of place and sentence.
told(sets) := expectation.says({set: {expectation.item(at, message) | some [at, message] in pairs} | some set, pairs in sets})
