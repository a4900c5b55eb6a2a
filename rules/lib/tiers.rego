# The order of risk tiers.
package aims.lib.tiers

ranks := {"minimal": 1, "limited": 2, "high": 3, "unacceptable": 4}

# Undefined where one of them is no tier, such as "unknown".
at_least(tier, from) := ranks[tier] >= ranks[from]
