import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import { catalogControls, type ResolvedParameter, type ResolvedProfile } from "../../oscal/resolved-profile.js";
import type { Rule } from "../../policy/rule.js";
import { isForRules, readByAims } from "./parameter-value.js";
import { scopedControl } from "./profile-scope.js";
import { selectRules } from "../scope.js";
import { placeOf } from "../../source/place.js";

/**
 * What a profile's parameters and the rules have to do with one another: parameters with a value type of aims that nothing reads, so
 * that setting them changes nothing (a rule that speaks for no selected control does not run and reads nothing), and own rules that
 * read what neither a control of the catalogs nor the profile declares.
 * @param rules all, shipped and own
 * @param ownRules those that do not ship with aims
 */
export function parameterUse(
  { parameters, sourceCatalogs, controls }: ResolvedProfile,
  rules: readonly Rule[],
  ownRules: readonly Rule[],
): Diagnostic[] {
  const running = selectRules(rules, controls.map(scopedControl)).map(({ rule }) => rule);
  const read = new Set([...running, ...ownRules].flatMap((rule) => rule.parameters));
  const declared = new Set([
    ...parameters.keys(),
    ...sourceCatalogs
      .flatMap(({ catalog }) => [...catalogControls(catalog)])
      .flatMap(({ control }) => (control.params ?? []).map(({ id }) => id)),
  ]);
  return [
    ...[...parameters.values()]
      .filter((parameter) => !read.has(parameter.id) && !readByAims.has(parameter.id) && isForRules(parameter))
      .map((parameter) => unread(parameter, read)),
    ...ownRules.flatMap((rule) =>
      rule.parameters.filter((id) => !declared.has(id)).map((id) => undeclared(rule, id, declared)),
    ),
  ];
}

function unread({ id, setBy: { document, pointer } }: ResolvedParameter, read: ReadonlySet<string>): Diagnostic {
  const guess = nearest(id, read);
  return {
    code: "parameter-unread",
    severity: "error",
    message: `No rule that the profile selects reads the parameter "${id}": whatever its value is, nothing depends on it.`,
    ...placeOf(document, pointer),
    fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Name it under parameters in the METADATA of the rule that should read it, select a control of that rule, or remove it.`,
  };
}

function undeclared(rule: Rule, id: string, declared: ReadonlySet<string>): Diagnostic {
  const guess = nearest(id, declared);
  return {
    code: "parameter-not-declared",
    severity: "error",
    message: `The rule "${rule.id}" reads the parameter "${id}", which no control declares.`,
    file: rule.file,
    line: rule.row,
    column: 1,
    fix: guess === undefined ? "Declare it at a control of the catalog." : `Did you mean "${guess}"?`,
  };
}
