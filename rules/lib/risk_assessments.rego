# The last risk assessment of a system: that with the latest day of completion.
package aims.lib.risk_assessments

import data.aims.lib.dates

recorded := input.system.risk.assessments

# Of what is recorded as completed. What cannot be read counts as the earliest, so that it hides no other.
days := {day |
	some assessment in recorded
	day := assessment.completedOn
	dates.readable(day)
}

default last_on := ""

last_on := max(days) if count(days) > 0

# The assessments of that day, and the last of them in the list.
numbers := [number |
	some number, assessment in recorded
	assessment.completedOn == last_on
]

last := recorded[numbers[count(numbers) - 1]]

default at_last := "/system/risk/assessments"

at_last := sprintf("/system/risk/assessments/%d/completedOn", [numbers[count(numbers) - 1]])
