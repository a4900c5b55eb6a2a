import { problem } from "../diagnostics/codes/scope.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import type { Control } from "../oscal/model.js";
import { catalogControls, type ResolvedProfile } from "../oscal/resolved-profile.js";
import type { ControlReference, Rule } from "../policy/rule.js";
import { frameworkOf, referenceOf } from "./control-reference.js";
import { scopedControl, selectRules } from "./scope/selection.js";

/** The controls of a profile's catalogs, and those of the profile, which may have given them labels of its own. */
export function controlsKnownTo({ sourceCatalogs, controls }: ResolvedProfile): Set<ControlReference> {
  const inCatalogs = sourceCatalogs.flatMap(({ catalog }) => [...catalogControls(catalog)]);
  return referencesOf([...inCatalogs.map(({ control }) => control), ...controls]);
}

/** Controls by the references that rules name. */
export function referencesOf(controls: readonly Control[]): Set<ControlReference> {
  return new Set(controls.map(referenceOf));
}

/** Tells why no control has a reference that many believe to be one, in sentences; undefined where nobody knows. */
export type AbsenceReason = (reference: ControlReference) => string | undefined;

/** A rule that names a control which its framework does not have would never run, and nobody would notice. */
export function unknownControls(
  rule: Rule,
  known: ReadonlySet<ControlReference>,
  whyAbsent?: AbsenceReason,
): Diagnostic[] {
  const frameworks = new Set([...known].map(frameworkOf));
  return rule.controls
    .filter((control) => frameworks.has(frameworkOf(control)) && !known.has(control))
    .map((control) =>
      problem("unknown-control", placeOf(rule), {
        ...{ rule: rule.id, control },
        ...unknownAs(control, known, whyAbsent?.(control)),
      }),
    );
}

/** The nearest control is no help where it is known that somebody has another numbering in mind. */
function unknownAs(
  control: ControlReference,
  known: ReadonlySet<ControlReference>,
  reason: string | undefined,
): { readonly guess: string | undefined; readonly reason?: string } {
  return reason === undefined ? { guess: nearest(control, known) } : { guess: undefined, reason };
}

/** Own rules of which the profile selects no control: they do not run. Controls that do not exist are reported otherwise. */
export function rulesOutside(resolved: ResolvedProfile, ownRules: readonly Rule[]): Diagnostic[] {
  const running = new Set(selectRules(ownRules, resolved.controls.map(scopedControl)).map(({ rule }) => rule));
  const known = controlsKnownTo(resolved);
  const { title } = resolved.profile.metadata;
  return ownRules
    .filter((rule) => !running.has(rule) && unknownControls(rule, known).length === 0)
    .map((rule) =>
      problem("rule-outside-profile", placeOf(rule), { rule: rule.id, controls: rule.controls, profile: title }),
    );
}

function placeOf({ file, row }: Rule): { file: string; line: number; column: number } {
  return { file, line: row, column: 1 };
}
