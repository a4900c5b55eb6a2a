# METADATA
# title: People oversee automated decisions
# description: >-
#   A system in a pilot or in use that takes decisions by itself has an oversight arrangement: how people oversee it,
#   when one of them has to step in, and a way to stop it.
# custom:
#   id: oversight-for-automated-decisions
#   subject: system
#   controls: [iso42001:A.9.2, iso42001:A.9.3]
#   severity: critical
#   remediation: >-
#     Record under oversight how people oversee the system (mode), when somebody has to step in and who it is
#     (triggers), and that a person can stop it (stop). Where decisions.automation is blank, record first what the
#     system decides.
#   parameters: []
package aims.rules.oversight_for_automated_decisions

import data.aims.lib.practice

automation := input.system.decisions.automation

in_use if input.system.lifecycle.stage in {"pilot", "deployed"}

decides if {
	in_use
	automation in {"decides-with-review", "decides-alone"}
}

automation_blank := "not recorded" if not automation

automation_blank := "recorded as unknown" if automation == "unknown"

stage_words := sprintf("The stage of the life cycle is %s", [input.system.lifecycle.stage])

stage_words := "Nobody recorded the stage of the life cycle" if not input.system.lifecycle.stage

about_people_words := "nobody recorded whether it decides about people" if not input.system.decisions.aboutPeople

about_people_words := sprintf(
	"whether it decides about people is recorded as %s",
	[input.system.decisions.aboutPeople],
) if {
	input.system.decisions.aboutPeople
}

# Decisions about people are made somehow, and the record does not say how.
undetermined if {
	in_use
	automation_blank
	input.system.decisions.aboutPeople == "yes"
}

default stop_record := {}

stop_record := input.system.oversight.stop

stop := practice.outcome({
	"name": "The arrangement to stop the system",
	"record": stop_record,
	"at": "/system/oversight/stop",
	"obligatory": "a system that decides by itself",
	"asOf": input.asOf,
}) if {
	decides
}

# METADATA
# description: >-
#   The system is in a pilot or deployed and decides by itself, with or without review; or it concerns decisions about
#   people and the record does not say how far it decides.
applicable if decides

applicable if undetermined

inapplicable contains {
	"message": sprintf("%s; the rule concerns systems in a pilot or deployed.", [stage_words]),
	"at": "/system/lifecycle/stage",
} if {
	not in_use
}

inapplicable contains {
	"message": sprintf("How far the system decides is recorded as %s; the rule concerns systems that decide.", [automation]),
	"at": "/system/decisions/automation",
} if {
	automation in {"informs", "recommends"}
}

inapplicable contains {
	"message": sprintf(
		"How far the system decides is %s, and %s; the rule concerns systems that decide, or may decide about people.",
		[automation_blank, about_people_words],
	),
	"at": "/system/decisions/automation",
} if {
	not input.system.decisions.aboutPeople == "yes"
}

# METADATA
# description: >-
#   The record says that nobody oversees the system, that there is no occasion to step in, or that the means to stop
#   it are not there, do not apply, or are dated in the future.
violation contains {
	"message": sprintf("The system %s, but the record says that nobody oversees it.", [words]),
	"at": "/system/oversight/mode",
} if {
	decides
	input.system.oversight.mode == "none"
	words := {"decides-with-review": "decides with review", "decides-alone": "decides alone"}[automation]
}

violation contains {
	"message": "The list of occasions on which a person has to step in is recorded as empty.",
	"at": "/system/oversight/triggers",
} if {
	decides
	input.system.oversight.triggers == []
}

violation contains item if some item in stop.violation

# METADATA
# description: The means to stop the system were confirmed once, but their last valid day has passed.
stale contains item if some item in stop.stale

# METADATA
# description: >-
#   The way of oversight, the occasions to step in or the means to stop are blank or recorded as unknown; or the
#   record does not say how far a system decides about people.
missing contains {
	"message": sprintf(
		"The system is used in decisions about people, but how far it decides is %s; nobody can tell if it needs oversight.",
		[automation_blank],
	),
	"at": "/system/decisions/automation",
} if {
	undetermined
}

missing contains {
	"message": "Nobody recorded how people oversee the system.",
	"at": "/system/oversight/mode",
} if {
	decides
	not input.system.oversight.mode
}

missing contains {
	"message": "How people oversee the system is recorded as unknown.",
	"at": "/system/oversight/mode",
} if {
	decides
	input.system.oversight.mode == "unknown"
}

missing contains {
	"message": "Nobody recorded when a person has to step in.",
	"at": "/system/oversight/triggers",
} if {
	decides
	not input.system.oversight.triggers
}

missing contains item if some item in stop.missing

# METADATA
# description: The means to stop the system are being set up.
pending contains item if some item in stop.pending

# METADATA
# description: The way of oversight, at least one occasion to step in, and the means to stop are recorded.
observed contains {
	"message": sprintf("People oversee the system: %s.", [input.system.oversight.mode]),
	"at": "/system/oversight/mode",
} if {
	decides
	not input.system.oversight.mode in {"none", "unknown"}
}

observed contains {
	"message": sprintf("Occasions recorded on which a person has to step in: %d.", [number]),
	"at": "/system/oversight/triggers",
} if {
	decides
	number := count(input.system.oversight.triggers)
	number > 0
}

observed contains item if some item in stop.observed
