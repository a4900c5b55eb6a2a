# How long records have to be kept: for the longest of the periods that apply, each with its source. A check is
#   what     what is kept, within a sentence: "event logs are"
#   days     for how many days, as recorded; null where nobody recorded any
#   at       JSON pointer of the days in the rule's input
#   records  what is kept, by the word that data.reference.retention has for it: "logs"
#   profile  the period of the profile: days, and the parameter that sets them; left out where a law alone counts
#   only     ids of the periods of data.reference.retention that count; left out where all do
#
# The periods are that of the profile, those of the table whose conditions the record meets, and those that the laws of the
# system ask for (`retention` below `laws`). Where a fact on which a longer period depends is blank, nobody can tell whether the
# records are kept long enough: that is missing.
package aims.lib.retention

import data.aims.lib.dates
import data.aims.lib.duty
import data.aims.lib.law
import data.aims.lib.scope

kept(check) := {"missing": {duty.item(check.at, sprintf("Nobody recorded for how many days %s kept; %s.", [check.what, required_words(check)]))}} if {
	check.days == null
	required(check)
} else := {"violation": {kept_for(check)}} if {
	check.days < required(check)
} else := {"missing": open_questions(check, check.days)} if {
	check.days >= required(check)
	count(open_questions(check, check.days)) > 0
} else := {"observed": {kept_for(check)}} if {
	check.days >= required(check)
}

# The event logs of a system, with further parts of the check.
logs(parts) := object.union(parts, {
	"what": "event logs are",
	"days": object.get(input.system, ["logging", "retentionDays"], null),
	"at": "/system/logging/retentionDays",
	"records": "logs",
})

kept_for(check) := duty.item(check.at, sprintf("%s kept for %s; %s.", [
	duty.outer(check.what),
	dates.days_in_words(check.days),
	required_words(check),
]))

# What is wrong with evidence records that say for how long they are kept, or of whose kind the organization says it. A check is
# that of `kept`, and
#   numbers  those of the records in the rule's input
of_records(check) := duty.all_of({object.remove(kept(object.union(check, said)), ["observed"]) |
	some number in check.numbers
	said := said_of(number, input.evidence[number])
})

said_of(number, entry) := {
	"what": sprintf("the record %q is", [entry.id]),
	"days": entry.retentionDays,
	"at": sprintf("/evidence/%d/retentionDays", [number]),
} if {
	entry.retentionDays
} else := {
	"what": sprintf("the record %q, as records of the kind %s, is", [entry.id, entry.kind]),
	"days": min(days),
	"at": sprintf("/evidence/%d/kind", [number]),
} if {
	days := [period.days | some period in input.organization.documentControl.retention; period.kind == entry.kind]
	count(days) > 0
}

# The numbers of the evidence records about the controls, or about parts of them: of Art. 11 those of Art. 11(1), too.
numbers_about(controls) := {number |
	some number, entry in input.evidence
	some about in entry.controls
	some control in controls
	startswith(concat("", [about, "("]), concat("", [control, "("]))
}

required(check) := max({period.days | some period in periods(check)})

# "at least 184 days are required (log-retention-days of the profile)"
required_words(check) := sprintf("at least %s required (%s)", [demanded(required(check)), sources(check)])

# Where the longest period comes from, each source where several ask for as long.
sources(check) := concat("; ", sort({period.source | some period in periods(check); period.days == required(check)}))

demanded(days) := concat(" ", [dates.days_in_words(days), duty.are(days)])

periods(check) := (of_profile(check) | of_table(check)) | of_laws(check)

of_profile(check) := {{"days": check.profile.days, "source": concat(" ", [check.profile.parameter, "of the profile"])}} if {
	check.profile
} else := set()

of_table(check) := {{"days": entry.days, "source": in_words(entry)} |
	some id, entry in counted(check)
	entry.days
	count(bearing[id].inapplicable) == 0
	count(bearing[id].unclear) == 0
}

# Laws that the descriptor names count beside the profile. Where one law alone counts, they do where it leaves the period to them.
of_laws(check) := recorded_in_laws(check) if {
	not check.only
} else := recorded_in_laws(check) if {
	some id, entry in counted(check)
	entry.kind == "other-law"
	count(bearing[id].inapplicable) == 0
	count(bearing[id].unclear) == 0
} else := set()

recorded_in_laws(check) := {{"days": entry.retention[fields[check.records]], "source": object.get(entry, "name", "a law without a name")} |
	some entry in input.system.laws
	entry.retention[fields[check.records]]
}

# The fields of laws/N/retention, by the words of the table.
fields := {"logs": "logs", "documents": "documents", "impact-assessment": "impactAssessment"}

# Facts that nobody recorded, and on which a longer period hangs; and the period of a law to which another leaves it.
open_questions(check, days) := longer(check, days) | left_open(check)

longer(check, days) := {duty.item(fact.at, sprintf("%s; %s kept for %s, and at least %s required (%s) if that law applies.", [
	trim_suffix(fact.message, "."),
	check.what,
	dates.days_in_words(days),
	demanded(entry.days),
	in_words(entry),
])) |
	some id, entry in counted(check)
	entry.days > days
	count(bearing[id].inapplicable) == 0
	some fact in bearing[id].unclear
}

# Where it is open whether the leaving law concerns the system at all, its own rules say so.
left_open(check) := {item |
	some id, entry in counted(check)
	entry.kind == "other-law"
	count(bearing[id].inapplicable) == 0
	recorded_in_laws(check) == set()
	item := to_other_law(check, entry, bearing[id].unclear)
}

to_other_law(check, entry, set()) := duty.item("/system/laws", sprintf(
	"Nobody recorded under laws for how many days the law of the sector asks; %s leaves to it how long %s kept.",
	[entry.cited, check.what],
))

to_other_law(check, entry, unclear) := duty.item(asked.at, sprintf(
	"%s; if it is, the law of its sector says how long %s kept (%s).",
	[trim_suffix(fact.message, "."), check.what, entry.cited],
)) if {
	some fact in unclear
	some asked in entry.applies.answers
	asked.at == fact.at
}

# Periods are those of the calendar: the days are those of the longest.
in_words(entry) := sprintf("%s: %d %ss", [entry.cited, entry.minimum.value, entry.minimum.unit])

counted(check) := {id: entry |
	some id, entry in data.reference.retention
	entry.applies
	check.records in entry.records
	id in object.get(check, "only", {id})
}

# Whom each period of the table concerns: of what is unclear, the first of its conditions.
bearing[id] := {
	"inapplicable": scope.all_of({each | some each in asked}).inapplicable,
	"unclear": first([each.unclear | some each in asked; count(each.unclear) > 0]),
} if {
	some id, entry in data.reference.retention
	entry.applies
	asked := array.concat(
		[condition(name, entry.applies[name]) | some name in ["from", "highRiskFrom", "roles", "market"]; entry.applies[name]],
		[condition("answer", each) | some each in entry.applies.answers],
	)
}

first([]) := set()

first(sets) := sets[0] if count(sets) > 0

condition("from", day) := {"inapplicable": {duty.item("/asOf", day) | input.asOf < day}, "unclear": set()}

condition("highRiskFrom", provision) := law.high_risk(provision)

condition("roles", roles) := law.acting({role | some role in roles}, "")

condition("market", market) := {
	"inapplicable": {duty.item("/organization/markets", "") | markets != []; not named(market.names); not named(market.within)},
	"unclear": {item | not named(market.names); item := unsettled(market)},
}

condition("answer", asked) := law.concerning(object.union(asked, {
	"value": object.get(input, split(trim_prefix(asked.at, "/"), "/"), ""),
	"no": "",
}))

default markets := []

markets := input.organization.markets

named(names) if {
	some each in markets
	some name in names
	lower(each) == lower(name)
}

unsettled(_) := duty.item(
	"/organization/markets",
	"Nobody recorded where the systems of the organization are offered or used.",
) if {
	markets == []
}

# Within one that is named.
unsettled(market) := duty.item("/organization/markets", sprintf(
	"The markets are recorded as %s, which does not tell whether %s is among them.",
	[concat(", ", markets), market.names[count(market.names) - 1]],
)) if {
	named(market.within)
}
