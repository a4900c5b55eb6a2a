# How high the risk of a system is, going by what its descriptor records.
package aims.lib.risk

# High by any measure: the organization's own tier, the determination under OMB M-25-21, or the class under the EU AI Act.
high(system) if system.risk.tier in {"high", "unacceptable"}

high(system) if system.regulatory.omb.highImpact == "yes"

high(system) if system.regulatory.euAiAct.riskClass == "high-risk"

# The system that is assessed is not of high risk.
default lower := false

lower if not high(input.system)
