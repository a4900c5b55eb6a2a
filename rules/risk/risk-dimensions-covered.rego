# METADATA
# title: The risk register covers every dimension of risk
# description: >-
#   The register of a system that is built or used has risks of bias, performance drift, security, transparency and
#   regulation; of privacy, safety and misuse where they apply.
# custom:
#   id: risk-dimensions-covered
#   subject: system
#   controls: [iso42001:6.1.2]
#   severity: high
#   remediation: >-
#     Look at each dimension and register its risks under risk.register with the field dimension; one of low level where
#     little can happen. Privacy is asked for with personal data, safety at high risk, misuse where misuses are listed.
#   parameters: []
#   duty: covers
package aims.rules.risk_dimensions_covered

import data.aims.lib.duty
import data.aims.lib.risk
import data.aims.lib.risk_register as register
import data.aims.lib.scope

table := data.reference.risk_dimensions

required[dimension] := words if some dimension, words in table.always

required[dimension] := words if {
	scope.personal == "yes"
	some dimension, words in table.personalData
}

required[dimension] := words if {
	not risk.lower
	some dimension, words in table.highRisk
}

required[dimension] := words if {
	count(input.system.purpose.unintendedUses) > 0
	some dimension, words in table.unintendedUses
}

default present := null

present := {risk.dimension | some risk in register.recorded} if register.recorded != null

verdict := duty.covers({
	"concerns": scope.begun,
	"name": "The risk register",
	"parts": required,
	"present": present,
	"at": register.at,
})
