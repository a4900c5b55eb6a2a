import { problem } from "../diagnostics/codes/scope.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { by } from "../foundation/order.js";
import type { RedeclaredProperty, ResolvedParameter, ResolvedProfile } from "../oscal/resolved-profile.js";
import type { Rule } from "../policy/rule.js";
import { placeOf } from "../source/place.js";
import { controlsKnownTo, unknownControls, type AbsenceReason } from "./rule-controls.js";
import { undeclaredOfRunning } from "./rule-parameters.js";
import { assuranceLevels, type Assurance } from "./verdict.js";
import {
  isForRules,
  readByAims,
  redeclarations,
  typeClash,
  typedValue,
  type TypeClash,
} from "./scope/parameter-value.js";
import {
  scopedControl,
  selectRules,
  type ParameterValue,
  type ParameterValues,
  type Scope,
  type ScopedControl,
} from "./scope/selection.js";

export type { Scope, ScopedControl, SelectedRule } from "./scope/selection.js";

/** The scope of an assessment, or all that keeps a profile and the rules from having one. */
export interface ProfileScope {
  readonly value?: Scope;
  readonly problems: readonly Diagnostic[];
}

/**
 * Turns a resolved profile into the scope of an assessment: controls by reference, typed parameters, the rules that speak for them.
 * There is none where a parameter's value does not fit its type, as reported at the line that set it, nor where no rule speaks for any
 * control.
 * @param ownRules those of the rules that do not ship with aims: what they name has to be in the catalog, while a catalog of one's own
 *   need not have everything that shipped rules speak for
 * @param whyAbsent of controls that such a rule names, and no catalog has
 */
export function profileScope(
  resolved: ResolvedProfile,
  rules: readonly Rule[],
  ownRules: readonly Rule[] = [],
  whyAbsent?: AbsenceReason,
): ProfileScope {
  const controls = resolved.controls.map(scopedControl);
  const selected = selectRules(rules, controls);
  const read = new Set([...readByAims, ...selected.flatMap(({ rule }) => rule.parameters)]);
  const problems: Diagnostic[] = [];
  const parameters = new Map<string, ParameterValue>();
  for (const parameter of [...resolved.parameters.values()].sort(by(({ id }) => id))) {
    const { value, problems: faults } = parameterValue(parameter, read.has(parameter.id));
    problems.push(...faults);
    if (value !== undefined) parameters.set(parameter.id, value);
  }
  if (selected.length === 0) problems.push(problem("no-rules", { file: resolved.source.file }));
  problems.push(...withoutStatement(resolved), ...calledAlike(controls, resolved));
  const running = selected.map(({ rule }) => rule);
  problems.push(...undeclaredOfRunning(resolved, running, ownRules));
  const known = controlsKnownTo(resolved);
  for (const rule of ownRules) problems.push(...unknownControls(rule, known, whyAbsent));
  const minimum = parameters.get("minimum-assurance");
  const parameter = resolved.parameters.get("minimum-assurance");
  if (parameter && minimum !== undefined && !assuranceLevels.some((level) => level === minimum)) {
    const fault = { kind: "no-choice", value: String(minimum), choices: assuranceLevels } as const;
    problems.push(problem("parameter-value", placeOfValue(parameter), { parameter: parameter.id, fault }));
  }
  if (problems.length > 0) return { problems };
  const values = Object.fromEntries(parameters);
  return {
    value: { controls, rules: selected, parameters: values, minimumAssurance: minimumAssurance(values) },
    problems,
  };
}

/** @param isNamed whether a rule that runs, or aims, reads the parameter by its id */
function parameterValue(
  parameter: ResolvedParameter,
  isNamed: boolean,
): { readonly value?: ParameterValue; readonly problems: readonly Diagnostic[] } {
  const changes = redeclarations(parameter);
  const problems = changes.map((change) => redeclared(parameter, change));
  const clash = typeClash(parameter);
  // A value can be checked only when it is clear what it has to fit.
  if (clash !== undefined) return { problems: [...problems, declaredTwice(parameter, clash)] };
  const isRead = isNamed || isForRules(parameter);
  if (isRead && changes.length === 0 && parameter.otherwise !== undefined) {
    return { problems: [setTwice(parameter, parameter.otherwise)] };
  }
  const { value, fault } = typedValue(parameter);
  if (fault === undefined) return { value, problems };
  // Catalogs leave parameters open that are for people to read: no assessment depends on them.
  if (!isRead) return { problems };
  const told = { parameter: parameter.id, fault };
  return { problems: [...problems, problem("parameter-value", placeOfValue(parameter), told)] };
}

/** Verdicts are filed under the references of controls. */
function calledAlike(controls: readonly ScopedControl[], { source }: ResolvedProfile): Diagnostic[] {
  const first = new Map<string, ScopedControl>();
  return controls.flatMap((control) => {
    const { reference } = control;
    const other = first.get(reference);
    if (other === undefined) first.set(reference, control);
    if (other === undefined || other.id === control.id) return [];
    const told = { reference, first: other.id, second: control.id };
    return [problem("control-reference-twice", { file: source.file, line: 1, column: 1 }, told)];
  });
}

/** Findings point at a control's statement (OSCAL finding target), so there has to be one. */
function withoutStatement({ controls, catalogs }: ResolvedProfile): Diagnostic[] {
  const place = catalogs[0] && { file: catalogs[0].source.file, line: 1, column: 1 };
  return controls
    .filter(({ parts }) => !parts?.some(({ name, id }) => name === "statement" && id !== undefined))
    .map(({ id }) => problem("control-without-statement", place, { control: id }));
}

/** Where a parameter's values stand, or what should have set them. */
function placeOfValue({ values, setBy: { document, pointer } }: ResolvedParameter): ReturnType<typeof placeOf> {
  return placeOf(document, values.length > 0 ? `${pointer}/values` : pointer);
}

function redeclared({ id }: ResolvedParameter, { name, document, pointer }: RedeclaredProperty): Diagnostic {
  return problem("parameter-redeclared", placeOf(document, pointer), { parameter: id, property: name });
}

function declaredTwice({ id }: ResolvedParameter, { first, other }: TypeClash): Diagnostic {
  const earlier = placeOf(first.document, first.pointer);
  const place = placeOf(other.document, other.pointer);
  return problem("parameter-type-clash", place, {
    parameter: id,
    here: { file: place.file, line: place.line, type: other.type },
    earlier: { file: earlier.file, line: earlier.line, type: first.type },
  });
}

function setTwice(
  { id, values, setBy }: ResolvedParameter,
  otherwise: NonNullable<ResolvedParameter["otherwise"]>,
): Diagnostic {
  const earlier = placeOf(otherwise.setBy.document, otherwise.setBy.pointer);
  const place = placeOf(setBy.document, setBy.pointer);
  return problem("parameter-value-clash", place, {
    parameter: id,
    here: { file: place.file, line: place.line, values },
    earlier: { file: earlier.file, line: earlier.line, values: otherwise.values },
  });
}

function minimumAssurance(parameters: ParameterValues): Assurance {
  const wanted = parameters["minimum-assurance"];
  return assuranceLevels.find((level) => level === wanted) ?? "declared";
}
