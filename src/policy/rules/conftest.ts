import type { RuleSet } from "../rule.js";

/**
 * The set of aims that a name of a Conftest policy stands for: `deny`, `violation` and either with a suffix (`deny_root_user`) deny;
 * `warn`, also with a suffix, warns. Undefined for any other name.
 */
export function conftestSet(name: string): Extract<RuleSet, "violation" | "pending"> | undefined {
  if (/^(?:deny|violation)(?:_[A-Za-z0-9]+)*$/.test(name)) return "violation";
  return /^warn(?:_[A-Za-z0-9]+)*$/.test(name) ? "pending" : undefined;
}
