# The results of verifying and validating a system.
package aims.lib.verification

default record := {}

record := input.system.development.verification

results := object.get(record, "results", null)

at := "/system/development/verification"
