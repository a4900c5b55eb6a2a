package aims.lib.law

import data.aims.lib.practice

# How far something got that the Act asks for. A check is that of data.aims.lib.practice without its asOf.
done(check) := practice.outcome(object.union(check, {"asOf": input.asOf}))
