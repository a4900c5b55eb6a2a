import type { Scope } from "../../assessment/scope.js";
import { problem } from "../../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Workspace } from "../../workspace/workspace.js";

/**
 * A warning that says how many rules nobody can ask, because they are about an organization that no descriptor describes; undefined where
 * there are none. The controls that no other rule speaks for are not assessed then.
 */
export function unaskedRules({ rules }: Scope, { organization }: Workspace): Diagnostic | undefined {
  const unasked = rules.filter(({ rule }) => rule.subject === "organization").length;
  return unasked === 0 ? undefined : problem("no-organization", { file: organization.input.file }, { unasked });
}
