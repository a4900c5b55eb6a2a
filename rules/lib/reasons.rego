# Why a rule does not apply: items {"message", "at"} of the set `inapplicable`, in words that a person can check.
#
# Each function is undefined where its reason does not hold. A rule hands over what is recorded, and "" where it is blank.
package aims.lib.reasons

import data.aims.lib.deployment

retired("retired") := {
	"message": "The stage of the life cycle is retired; the rule concerns systems that are not.",
	"at": "/system/lifecycle/stage",
}

not_deployed(stage) := {
	"message": sprintf("The stage of the life cycle is %s; the rule concerns deployed systems.", [stage]),
	"at": "/system/lifecycle/stage",
} if {
	not deployment.possible(stage)
}

# For a determination under OMB M-25-21.
not_high_impact(determination) := {
	"message": sprintf("%s; the rule concerns systems that are.", [determined(determination)]),
	"at": "/system/regulatory/omb/highImpact",
} if {
	determination != "yes"
}

determined("") := "Nobody recorded whether the system is high-impact under OMB M-25-21"

determined("no") := "The system is recorded as not high-impact under OMB M-25-21"

determined("presumed-but-not") := "The system is presumed to be high-impact under OMB M-25-21, but recorded as not"

determined("unknown") := "Whether the system is high-impact under OMB M-25-21 is recorded as unknown"
