import { problem } from "../diagnostics/codes/scope.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { catalogControls, type ResolvedProfile } from "../oscal/resolved-profile.js";
import type { Rule } from "../policy/rule.js";
import { placeOf, type DiagnosticPlace } from "../source/place.js";
import { scopedControl, selectRules } from "./scope/selection.js";

/**
 * Parameters that rules read and nothing sets: such a rule would judge by nothing. Of rules that run, those that no selected control
 * declares; of own rules that do not, those that no control of the catalogs declares either.
 * @param rules all, shipped and own
 * @param ownRules those that do not ship with aims
 */
export function undeclaredParameters(
  resolved: ResolvedProfile,
  rules: readonly Rule[],
  ownRules: readonly Rule[],
): Diagnostic[] {
  const running = selectRules(rules, resolved.controls.map(scopedControl)).map(({ rule }) => rule);
  return [...undeclaredOfRunning(resolved, running, ownRules), ...undeclaredOfOthers(resolved, running, ownRules)];
}

/** @param running the rules that speak for a control of the profile */
export function undeclaredOfRunning(
  resolved: ResolvedProfile,
  running: readonly Rule[],
  ownRules: readonly Rule[],
): Diagnostic[] {
  const missing = running.flatMap((rule) =>
    rule.parameters.filter((each) => !resolved.parameters.has(each)).map((parameter) => ({ rule, parameter })),
  );
  if (missing.length === 0) return [];
  const owners = ownersOf(resolved);
  return missing.map(({ rule, parameter }) => {
    const owner = owners.get(parameter);
    if (owner === undefined && ownRules.includes(rule)) return declaredByNobody(rule, parameter, resolved, owners);
    const told = { rule: rule.id, parameter, among: "selected", owner } as const;
    return problem("parameter-not-declared", placeOfSelection(resolved, owner), told);
  });
}

/** Of own rules that speak for no control of the profile, what would keep them from running under any. */
export function undeclaredOfOthers(
  resolved: ResolvedProfile,
  running: readonly Rule[],
  ownRules: readonly Rule[],
): Diagnostic[] {
  const owners = ownersOf(resolved);
  return ownRules
    .filter((rule) => !running.includes(rule))
    .flatMap((rule) =>
      rule.parameters
        .filter((parameter) => !owners.has(parameter) && !resolved.parameters.has(parameter))
        .map((parameter) => declaredByNobody(rule, parameter, resolved, owners)),
    );
}

/** The controls of all catalogs by the parameters that they declare. */
function ownersOf({ sourceCatalogs }: ResolvedProfile): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { control } of sourceCatalogs.flatMap(({ catalog }) => [...catalogControls(catalog)])) {
    for (const { id } of control.params ?? []) if (!owners.has(id)) owners.set(id, control.id);
  }
  return owners;
}

function declaredByNobody(
  { id: rule, file, row }: Rule,
  parameter: string,
  { parameters }: ResolvedProfile,
  owners: ReadonlyMap<string, string>,
): Diagnostic {
  const guess = nearest(parameter, new Set([...parameters.keys(), ...owners.keys()]));
  return problem("parameter-not-declared", { file, line: row, column: 1 }, { rule, parameter, among: "all", guess });
}

/** Where the profile would have to select a control: the ids of the import that has it, or as near to them as there is something. */
function placeOfSelection(
  { profile, source, catalogs }: ResolvedProfile,
  control: string | undefined,
): DiagnosticPlace {
  const importing = catalogs.findIndex(({ catalog }) =>
    [...catalogControls(catalog)].some(({ control: { id } }) => id === control),
  );
  // A control that an imported profile leaves out is in no import; it is in the only one all the same.
  const index = importing < 0 && catalogs.length === 1 ? 0 : importing;
  if (index < 0) return placeOf(source, "/profile/imports", "key");
  const pointer = `/profile/imports/${String(index)}`;
  const { "include-controls": included, "exclude-controls": excluded } = profile.imports[index] ?? {};
  const withIds = included?.findIndex((selection) => selection["with-ids"] !== undefined) ?? -1;
  if (withIds >= 0) return placeOf(source, `${pointer}/include-controls/${String(withIds)}/with-ids`, "key");
  if (included !== undefined) return placeOf(source, `${pointer}/include-controls`, "key");
  return excluded === undefined ? placeOf(source, pointer) : placeOf(source, `${pointer}/exclude-controls`, "key");
}
