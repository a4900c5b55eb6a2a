package aims.lib.duty

# An evidence record about the version in use: a check as that of `kept`, without its systemVersion. The outcome alone.
versioned(check) := kept(object.union(check, {"systemVersion": input.system.version})) if {
	input.system.version
} else := {"missing": {item("/system/version", sprintf("Nobody recorded which version is in use, to compare it with that of %s.", [check.what]))}}
