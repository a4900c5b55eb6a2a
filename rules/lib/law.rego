# Whether a duty of the EU AI Act falls on the system that is assessed, on the day of the assessment: scopes, as those of
# data.aims.lib.scope, for a provision by its id in the catalog ("art-9").
#
# No day stands here: data.reference.eu_ai_act has them, made from catalog/eu-ai-act.json. Where the law leaves open between
# two readings from when a provision applies, a duty that only one of them imposes is never found violated: see as_read.
package aims.lib.law

import data.aims.lib.dates
import data.aims.lib.deployment
import data.aims.lib.reasons
import data.aims.lib.scope

provisions := data.reference.eu_ai_act.provisions

# A provision, or the nearest one above it that has days of application: they are its own.
provision(id) := provisions[id] if {
	provisions[id]
} else := provisions[[above |
	parts := split(id, ".")
	some dropped in numbers.range(1, count(parts) - 1)
	above := concat(".", array.slice(parts, 0, count(parts) - dropped))
	provisions[above]
][0]]

default act := {}

act := input.system.regulatory.euAiAct

default class := ""

class := act.riskClass

# The duty is that of a provider: who offers a product with the system in it under its own name counts as one (Art. 25(3)).
# METADATA
# description: >-
#   The system is deployed and high-risk under the EU AI Act, and the organization is its provider, or offers a
#   product with it under its own name. A system that was on the market before the requirements applied is left out
#   until its design changes (Art. 111(2)).
# custom:
#   states:
#     missing: >-
#       The class, the annex, the role of the organization or the stage of the life cycle is blank or recorded as
#       unknown: then nothing else is said.
provider(id) := scope.all_of([high_risk(id), acting({"provider", "product-manufacturer"}, "provider"), scope.deployed])

# METADATA
# description: >-
#   The system is deployed and high-risk under the EU AI Act, and the organization is its deployer. A system that
#   was on the market before the requirements applied is left out until its design changes (Art. 111(2)).
# custom:
#   states:
#     missing: >-
#       The class, the annex, the role of the organization or the stage of the life cycle is blank or recorded as
#       unknown: then nothing else is said.
deployer(id) := scope.all_of([high_risk(id), acting({"deployer"}, "deployer"), scope.deployed])

# The organization is the provider or the deployer, or nobody recorded what it is.
# METADATA
# description: >-
#   The organization is the provider or the deployer.
# custom:
#   states:
#     missing: >-
#       Nobody recorded the role of the organization: then nothing else is said.
provider_or_deployer := acting({"provider", "product-manufacturer", "deployer"}, "provider or deployer")

# High-risk systems to which the provision applies, whatever the stage of their life cycle.
# METADATA
# description: >-
#   The system is high-risk under the EU AI Act.
# custom:
#   states:
#     missing: >-
#       The class or the annex is blank or recorded as unknown: then nothing else is said.
high_risk(id) := scope.all_of([
	in_force(id),
	{"inapplicable": (other_class | older), "unclear": class_unclear},
])

# Systems that the Act covers, from the day on which the provision applies.
# METADATA
# description: >-
#   The EU AI Act covers the system, and the provision applies on the day of the assessment.
# custom:
#   states:
#     missing: >-
#       From when the provision applies depends on a field that is blank: then nothing else is said.
in_force(id) := {"inapplicable": (not_covered | later(id, stood)), "unclear": day_unclear(id, stood)} if {
	provision(id)
	stood := {each | some each in standing(id)}
}

# The organization has one of the roles, or nobody recorded which it has.
acting(wanted, words) := {"inapplicable": other_role(wanted, words), "unclear": role_unclear}

# The roles that the organization has under the Act.
roles contains act.role

roles contains role if some role in act.furtherRoles

# The system was released: it is deployed, or was until it was retired, or nobody can tell.
# METADATA
# description: >-
#   The system is deployed or retired, or the record does not say whether it is.
# custom:
#   states:
#     missing: >-
#       Nobody recorded whether the system is deployed, or it is recorded as unknown: then nothing else is said.
released := {
	"inapplicable": {reason | scope.stage != "retired"; reason := reasons.not_deployed(scope.stage)},
	"unclear": {item | item := deployment.undetermined(scope.stage)},
}

# What a rule says about a duty from whose day of application only one of two readings is behind us: what it finds lacking
# is pending at most, unless nothing is recorded at all, and the finding names both readings. Elsewhere it is the verdict as
# it stands.
as_read(id, verdict) := verdict if count(between_readings(id)) == 0

as_read(_, verdict) := verdict if not verdict.applicable

as_read(id, verdict) := object.union(
	object.remove(verdict, ["violation", "stale", "missing", "pending"]),
	{"pending": (lacking | between_readings(id))},
) if {
	verdict.applicable
	count(between_readings(id)) > 0
	not blank(verdict)
	lacking := union({verdict[set] | some set in ["violation", "stale", "missing", "pending"]})
	count(lacking) > 0
} else := object.union(verdict, {"missing": (verdict.missing | between_readings(id))}) if {
	verdict.applicable
	count(between_readings(id)) > 0
} else := object.union(verdict, {"observed": (verdict.observed | between_readings(id))}) if {
	verdict.applicable
	count(between_readings(id)) > 0
} else := verdict if {
	verdict.applicable
	count(between_readings(id)) > 0
}

# A verdict about a record that says nothing: whatever it says is missing.
blank(verdict) if {
	count(verdict.missing) > 0
	every set in ["violation", "stale", "pending", "observed"] {
		count(object.get(verdict, set, set())) == 0
	}
}

# By the name of a reading: "binds", "later", or "open" where the record does not tell which of its days counts.
standing(id) := {name: stand(possible(reading.days)) | some name, reading in provision(id).readings}

stand(days) := "binds" if {
	every day in days {
		day <= input.asOf
	}
} else := "later" if {
	every day in days {
		day > input.asOf
	}
} else := "open"

# The days from which a provision may apply to the system, one where the record tells its case: the earliest where it tells
# several.
possible(days) := {min({days[case] | some case in told(days)})} if {
	count(told(days)) > 0
} else := {days.general} if {
	days.general
} else := {day | some day in days}

told(days) := {case | some case, _ in days; holds(case)}

holds("annex-iii") if act.annexIII

holds("annex-i") if act.annexI

holds(case) if {
	startswith(case, "placed-before-")
	dates.before(act.placedOnMarketOn, trim_prefix(case, "placed-before-"))
}

holds(case) if {
	startswith(case, "placed-from-")
	dates.earliest(act.placedOnMarketOn) >= trim_prefix(case, "placed-from-")
}

not_covered := {{
	"message": "The record says that the EU AI Act does not cover the system; the rule concerns systems that it covers.",
	"at": "/system/regulatory/euAiAct/covered",
} |
	act.covered == "no"
}

not_yet(id) := later(id, {each | some each in standing(id)})

later(id, stood) := {{
	"message": sprintf("%s of the EU AI Act applies only from %s on (%s), after %s.", [
		provision(id).label,
		days_of(id),
		set_by(id),
		input.asOf,
	]),
	"at": "/system/regulatory/euAiAct",
} |
	every each in stood {
		each == "later"
	}
}

# Every day that counts by some reading, as words.
days_of(id) := concat(" or ", sort({day | some reading in provision(id).readings; some day in possible(reading.days)}))

# The act that set the day: an amendment that left the day as it was did not.
set_by(id) := sprintf("%s; before the amendment from %s", [provision(id).amendedBy, original]) if {
	original := concat(" or ", sort(possible(provision(id).original)))
	original != days_of(id)
} else := provision(id).insertedBy if {
	provision(id).insertedBy
} else := sprintf("%s, Art. 113", [data.reference.eu_ai_act.act])

day_unclear(id, stood) := {{
	"message": sprintf("%s; %s of the EU AI Act applies from %s.", [
		case_blank(id).words,
		provision(id).label,
		days_of(id),
	]),
	"at": case_blank(id).at,
} |
	"open" in stood
	not "binds" in stood
}

case_blank(id) := {
	"words": "Nobody recorded by which annex the system is high-risk",
	"at": "/system/regulatory/euAiAct/annexIII",
} if {
	some reading in provision(id).readings
	reading.days["annex-iii"]
} else := {
	"words": "The record does not tell when the system was placed on the market",
	"at": "/system/regulatory/euAiAct/placedOnMarketOn",
}

# Empty where every reading that there is binds, or none does.
between_readings(id) := {{
	"message": sprintf("From when %s of the EU AI Act applies is open between two readings: %s. By no more than one of them it binds on %s.", [
		provision(id).label,
		concat("; ", [sprintf("from %s by its %s (%s)", [
			concat(" or ", sort(possible(reading.days))),
			name,
			trim_suffix(reading.because, "."),
		]) |
			some name, reading in provision(id).readings
		]),
		input.asOf,
	]),
	"at": "/system/regulatory/euAiAct",
} |
	stood := {each | some each in standing(id)}
	"binds" in stood
	count(stood) > 1
}

other_class := {{
	"message": sprintf("The class under the EU AI Act is recorded as %s; the rule concerns high-risk systems.", [class]),
	"at": "/system/regulatory/euAiAct/riskClass",
} |
	not class in {"", "unknown", "high-risk"}
}

class_unclear := {{"message": message, "at": "/system/regulatory/euAiAct/riskClass"} | message := class_words[class]}

class_words := {
	"": "Nobody recorded the class of the system under the EU AI Act.",
	"unknown": "The class of the system under the EU AI Act is recorded as unknown.",
}

other_role(wanted, words) := {{
	"message": sprintf("The role under the EU AI Act is recorded as %s; the rule concerns systems of which the organization is the %s.", [
		concat(", ", sort(roles)),
		words,
	]),
	"at": "/system/regulatory/euAiAct/role",
} |
	count(roles) > 0
	count(roles & wanted) == 0
}

role_unclear := {{
	"message": "Nobody recorded the role that the organization has under the EU AI Act.",
	"at": "/system/regulatory/euAiAct/role",
} |
	count(roles) == 0
}

# Art. 111(2): what was on the market before the requirements applied is covered once its design changes significantly; what
# is meant for public authorities, from a day of its own. It asks for proof: a day that is blank, a change that may be
# substantial, and, from that day, a blank about authorities leave the duty as it is.
older := {{
	"message": sprintf("The system was placed on the market %s, before %s, and no later change of its design is recorded as one that counts; %s leaves it out until then.", [
		dates.in_words(act.placedOnMarketOn),
		day,
		provisions["art-111.2"].label,
	]),
	"at": "/system/regulatory/euAiAct/placedOnMarketOn",
} |
	days := possible(provisions["art-6"].readings.settled.days)
	day := min(days)
	stand(days) == "binds"
	dates.before(act.placedOnMarketOn, day)
	count([change | some change in input.system.changes; reopens(change, day)]) == 0
	not due_for_authorities
}

reopens(change, day) if {
	not change.substantial == "no"
	not dates.before(object.get(change, "on", ""), day)
}

due_for_authorities if {
	input.asOf >= provisions["art-111.2"].readings.settled.days["public-authority"]
	not act.publicAuthority == "no"
}
