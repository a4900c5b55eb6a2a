import { problem } from "../diagnostics/codes/scope.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import type { ResolvedProfile } from "../oscal/resolved-profile.js";
import type { Rule } from "../policy/rule.js";
import { placeOf } from "../source/place.js";
import { undeclaredOfOthers } from "./rule-parameters.js";
import { isForRules, readByAims } from "./scope/parameter-value.js";
import { scopedControl, selectRules } from "./scope/selection.js";

/**
 * Finds the parameters of a profile and the rules that have nothing to do with one another: parameters with a value type of aims that
 * nothing reads, so that setting them changes nothing (a rule that speaks for no selected control does not run and reads nothing), and
 * own rules beside the profile that read a parameter which neither a control of the catalogs nor the profile declares.
 * @param rules all, shipped and own
 * @param ownRules those that do not ship with aims
 */
export function parameterUse(
  resolved: ResolvedProfile,
  rules: readonly Rule[],
  ownRules: readonly Rule[],
): Diagnostic[] {
  const { parameters, controls } = resolved;
  const running = selectRules(rules, controls.map(scopedControl)).map(({ rule }) => rule);
  const read = new Set([...running, ...ownRules].flatMap((rule) => rule.parameters));
  const unread = [...parameters.values()].filter(
    (parameter) => !read.has(parameter.id) && !readByAims.has(parameter.id) && isForRules(parameter),
  );
  return [
    ...unread.map(({ id, setBy }) =>
      problem("parameter-unread", placeOf(setBy.document, setBy.pointer), { parameter: id, guess: nearest(id, read) }),
    ),
    ...undeclaredOfOthers(resolved, running, ownRules),
  ];
}
