# Why a rule does not apply: items {"message", "at"} of the set `inapplicable`, in words that a person can check.
#
# Each function is undefined where its reason does not hold. A rule hands over what is recorded, and "" where it is blank.
package aims.lib.reasons

import data.aims.lib.deployment
import data.aims.lib.risk

retired("retired") := {
	"message": "The stage of the life cycle is retired; the rule concerns systems that are not.",
	"at": "/system/lifecycle/stage",
}

not_deployed(stage) := {
	"message": concat("", ["The stage of the life cycle is ", stage, "; the rule concerns deployed systems."]),
	"at": "/system/lifecycle/stage",
} if {
	not deployment.possible(stage)
}

# For a determination under OMB M-25-21.
not_high_impact(determination) := {
	"message": concat("", [determined(determination), "; the rule concerns systems that are."]),
	"at": "/system/regulatory/omb/highImpact",
} if {
	determination != "yes"
}

determined("") := "Nobody recorded whether the system is high-impact under OMB M-25-21"

determined("no") := "The system is recorded as not high-impact under OMB M-25-21"

determined("presumed-but-not") := "The system is presumed to be high-impact under OMB M-25-21, but recorded as not"

determined("unknown") := "Whether the system is high-impact under OMB M-25-21 is recorded as unknown"

# Of the descriptor of a system: no measure of its risk is high.
not_high_risk(system) := {
	"message": concat("", [
		"Nothing recorded makes the system one of high risk (",
		concat(", ", [concat("", [name, ": ", object.get(system, path, "blank")]) | some [name, path] in measures]),
		"); the rule concerns systems that are.",
	]),
	"at": "/system/risk/tier",
} if {
	not risk.high(system)
}

measures := [
	["risk tier", ["risk", "tier"]],
	["high-impact under OMB M-25-21", ["regulatory", "omb", "highImpact"]],
	["class under the EU AI Act", ["regulatory", "euAiAct", "riskClass"]],
]

not_in_use(stage) := {
	"message": concat("", [staged(stage), "; the rule concerns systems in a pilot or deployed."]),
	"at": "/system/lifecycle/stage",
} if {
	not stage in {"pilot", "deployed"}
}

staged("") := "Nobody recorded the stage of the life cycle"

staged(stage) := concat("", ["The stage of the life cycle is ", stage]) if stage != ""

# Of what is recorded about the decisions of a system: it takes none, or none about people where nobody said how far.
not_deciding(decisions) := {
	"message": concat("", [
		"How far the system decides is recorded as ",
		decisions.automation,
		"; the rule concerns systems that decide.",
	]),
	"at": "/system/decisions/automation",
} if {
	decisions.automation in {"informs", "recommends"}
} else := {
	"message": concat("", [
		"How far the system decides is ",
		blank_words[object.get(decisions, "automation", "")],
		", and ",
		about_people(object.get(decisions, "aboutPeople", "")),
		"; the rule concerns systems that decide, or may decide about people.",
	]),
	"at": "/system/decisions/automation",
} if {
	not decisions.aboutPeople == "yes"
}

blank_words := {"": "not recorded", "unknown": "recorded as unknown"}

about_people("") := "nobody recorded whether it decides about people"

about_people(answer) := concat("", ["whether it decides about people is recorded as ", answer]) if answer != ""

not_tiered(tier) := {
	"message": concat("", [tiered(tier), "; the rule concerns systems with a risk tier."]),
	"at": "/system/risk/tier",
} if {
	tier in {"", "unknown"}
}

tiered("") := "Nobody recorded the risk tier"

tiered("unknown") := "The risk tier is recorded as unknown"

not_begun(stage) := {
	"message": concat("", [staged(stage), "; the rule concerns systems that are built or used."]),
	"at": "/system/lifecycle/stage",
} if {
	stage in {"idea", "retired"}
}

not_retired(stage) := {
	"message": concat("", [staged(stage), "; the rule concerns retired systems."]),
	"at": "/system/lifecycle/stage",
} if {
	stage != "retired"
}

purchased("purchased") := {
	"message": "The system is recorded as purchased; the rule concerns systems that the organization makes.",
	"at": "/system/acquisition",
}

no_personal_data("no") := {
	"message": "Personal data are recorded as not processed; the rule concerns systems that process them.",
	"at": "/system/data/personalData",
}

not_supplied(system) := {
	"message": "No supplier is recorded, and the system is not recorded as purchased; the rule concerns what others supply.",
	"at": "/system/suppliers",
} if {
	count(object.get(system, "suppliers", [])) == 0
	not object.get(system, "acquisition", "") in {"purchased", "mixed"}
}

# Of the roles of the organization and of its systems: it neither makes nor offers AI.
not_making(roles) := {
	"message": concat("", [
		"The roles towards AI systems are recorded as ",
		concat(", ", sort(roles)),
		"; the rule concerns providers and producers.",
	]),
	"at": "/organization/aiRoles",
} if {
	roles != set()
	roles & {"provider", "producer"} == set()
}
