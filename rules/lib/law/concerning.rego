package aims.lib.law

import data.aims.lib.duty

# A scope by an answer: the rule concerns systems for which it is Yes; a blank leaves it unclear. A check is that of
# duty.blank, and
#   no  why the rule does not concern the system where the answer is No
concerning(check) := {
	"inapplicable": {duty.item(check.at, check.no) | check.value in {"no", "none"}},
	"unclear": object.get(duty.blank(check), "missing", set()),
}
