# Duties that begin when a system is deployed: whether they fall on it, going by the stage of its life cycle.
#
# A rule hands over the stage as recorded, and "" where it is blank.
package aims.lib.deployment

reasons := {
	"": "Nobody recorded whether the system is deployed.",
	"unknown": "Whether the system is deployed is recorded as unknown.",
}

# The item {"message", "at"} of `missing` where the stage does not tell; undefined where it does.
undetermined(stage) := {"message": reasons[stage], "at": "/system/lifecycle/stage"}

# The system is deployed, or nobody can tell: a duty must not fall away because the stage is blank.
possible("deployed")

possible(stage) if undetermined(stage)
