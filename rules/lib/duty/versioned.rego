package aims.lib.duty

# An evidence record about the version of the system that is in use: a check of `record` without its systemVersion.

# METADATA
# custom:
#   states:
#     violation: >-
#       The file of the record is missing or is not the one that was recorded.
#     stale: >-
#       The record is no longer valid, older than the limit allows, or about another version of the system.
#     missing: >-
#       There is no such record, it does not say which version it is about, its age has a limit and it has no date, or nobody
#       recorded which version of the system is in use.
#     pending: >-
#       The record is a draft or without a state, takes effect later, leads to nothing, has no recorded SHA-256, or
#       lacks something that belongs to it.
#     observed: >-
#       There is such a record about the version in use, approved and in date.
versioned(check) := verdict if {
	verdict := outside(check.concerns)
} else := concluded(check, kept_for_version(check))

# The outcome alone, for a rule that joins it with others.
kept_for_version(check) := kept(object.union(check, {"systemVersion": input.system.version})) if {
	input.system.version
} else := {"missing": {item("/system/version", concat("", ["Nobody recorded which version of the system is in use, so that nobody can tell what ", check.what, " has to be about."]))}}
