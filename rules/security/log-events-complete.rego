# METADATA
# title: The logs hold the events that are needed
# description: >-
#   The events that a deployed system records are those from which its use can be traced.
# custom:
#   id: log-events-complete
#   subject: system
#   controls: [iso42001:A.6.2.8]
#   severity: medium
#   remediation: >-
#     Record these events and list them under logging.events: start and stop, input, output, version, error, override,
#     access, configuration.
#   parameters: []
#   duty: covers
package aims.rules.log_events_complete

import data.aims.lib.duty
import data.aims.lib.scope

default events := null

events := input.system.logging.events

default present := null

present := {lower(event) | some event in events} if events != null

verdict := duty.covers({
	"concerns": scope.deployed,
	"name": "The event log",
	"parts": {event: named(event, words) | some event, words in data.reference.log_events},
	"present": present,
	"at": "/system/logging/events",
})

# The word that counts, and what it is about where that says more.
named(word, word) := sprintf("%q", [word])

named(word, meaning) := sprintf("%q (%s)", [word, meaning]) if word != meaning
