import { InputError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import type { Control } from "../../oscal/model.js";
import {
  catalogControls,
  type RedeclaredProperty,
  type ResolvedParameter,
  type ResolvedProfile,
} from "../../oscal/resolved-profile.js";
import type { Rule } from "../../policy/rule.js";
import { aimsNamespace, propertyValue } from "../../oscal/properties.js";
import { isForRules, readByAims, redeclarations, typeClash, typedValue, type TypeClash } from "./parameter-value.js";
import { selectRules, type ParameterValues, type Scope, type ScopedControl } from "../scope.js";
import { assuranceLevels, type Assurance } from "../verdict.js";
import { placeOf } from "../../source/place.js";

/**
 * Turns a resolved profile into the scope of an assessment: controls by reference, typed parameters, the rules that speak for them.
 * @param ownRules those of the rules that do not ship with aims: what they name has to be in the catalog, while a catalog of one's own
 *   need not have everything that shipped rules speak for
 * @throws InputError where a parameter's value does not fit its type, at the line that set it, and where no rule speaks for any control
 */
export function profileScope(resolved: ResolvedProfile, rules: readonly Rule[], ownRules: readonly Rule[] = []): Scope {
  const controls = resolved.controls.map(scopedControl);
  const selected = selectRules(rules, controls);
  const read = new Set([...readByAims, ...selected.flatMap(({ rule }) => rule.parameters)]);
  const problems: Diagnostic[] = [];
  const parameters = new Map<string, string | number | readonly string[]>();
  for (const parameter of [...resolved.parameters.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const changes = redeclarations(parameter);
    problems.push(...changes.map((place) => redeclared(parameter, place)));
    const clash = typeClash(parameter);
    if (clash !== undefined) {
      // Whether the value fits cannot be said before it is clear what it has to fit.
      problems.push(declaredTwice(parameter, clash));
      continue;
    }
    const isRead = read.has(parameter.id) || isForRules(parameter);
    if (isRead && changes.length === 0 && parameter.otherwise !== undefined) {
      problems.push(setTwice(parameter, parameter.otherwise));
      continue;
    }
    const typed = typedValue(parameter);
    if (typed.problem === undefined) parameters.set(parameter.id, typed.value);
    // Catalogs leave parameters open that are for people to read: no assessment depends on them.
    else if (isRead) problems.push(parameterProblem(parameter, typed.problem));
  }
  if (selected.length === 0) {
    problems.push({
      code: "no-rules",
      severity: "error",
      message: "No rule speaks for any control of the profile: nothing would be assessed, which is not a pass.",
      file: resolved.source.file,
      fix: "Select controls that a rule names in its METADATA (see: aims rules list).",
    });
  }
  problems.push(...withoutStatement(resolved));
  const declared = new Set(resolved.parameters.keys());
  for (const { rule } of selected) problems.push(...missingParameters(rule, declared, resolved));
  for (const rule of ownRules) problems.push(...unknownControls(rule, resolved));
  const minimum = parameters.get("minimum-assurance");
  const parameter = resolved.parameters.get("minimum-assurance");
  if (parameter && minimum !== undefined && !assuranceLevels.some((level) => level === minimum)) {
    problems.push(
      parameterProblem(parameter, `is "${String(minimum)}"; it has to be one of ${assuranceLevels.join(", ")}`),
    );
  }
  if (problems.length > 0) throw new InputError(problems);
  const values = Object.fromEntries(parameters);
  return { controls, rules: selected, parameters: values, minimumAssurance: minimumAssurance(values) };
}

/** Findings point at a control's statement (OSCAL finding target), so there has to be one. */
function withoutStatement({ controls, catalogs }: ResolvedProfile): Diagnostic[] {
  return controls
    .filter(({ parts }) => !parts?.some(({ name, id }) => name === "statement" && id !== undefined))
    .map(({ id }) => ({
      code: "control-without-statement",
      severity: "error",
      message: `The control "${id}" has no statement part with an id, which a finding could point at.`,
      ...(catalogs[0] ? { file: catalogs[0].source.file, line: 1, column: 1 } : {}),
      fix: `Give the control a part named statement, for instance with the id ${id}_smt.`,
    }));
}

/** A rule that reads a parameter which nothing sets would judge by nothing. */
function missingParameters(
  rule: Rule,
  declared: ReadonlySet<string>,
  { source, sourceCatalogs }: ResolvedProfile,
): Diagnostic[] {
  return rule.parameters
    .filter((parameter) => !declared.has(parameter))
    .map((parameter) => {
      const owner = sourceCatalogs
        .flatMap(({ catalog }) => [...catalogControls(catalog)])
        .find(({ control }) => control.params?.some(({ id }) => id === parameter));
      return {
        code: "parameter-not-declared",
        severity: "error",
        message: `The rule "${rule.id}" reads the parameter "${parameter}", which no selected control declares.`,
        file: source.file,
        line: 1,
        column: 1,
        fix: owner
          ? `Select the control ${owner.control.id} too, which declares it.`
          : "Declare it at a control of the catalog.",
      };
    });
}

/** A rule that names a control which its framework does not have would never run, and nobody would notice. */
function unknownControls(rule: Rule, { sourceCatalogs, controls }: ResolvedProfile): Diagnostic[] {
  // Those of the catalogs, and those of the profile, which may have given them labels of its own.
  const inCatalogs = sourceCatalogs.flatMap(({ catalog }) => [...catalogControls(catalog)]);
  const known = [...inCatalogs.map(({ control }) => control), ...controls].map(
    (control) => scopedControl(control).reference,
  );
  const frameworks = new Set(known.map((reference) => reference.slice(0, reference.indexOf(":"))));
  return rule.controls
    .filter((control) => frameworks.has(control.slice(0, control.indexOf(":"))) && !known.includes(control))
    .map((control) => {
      const guess = nearest(control, known);
      return {
        code: "unknown-control",
        severity: "error",
        message: `The rule "${rule.id}" speaks for ${control}, which the catalog does not have.`,
        file: rule.file,
        line: rule.row,
        column: 1,
        fix: guess === undefined ? "Name a control of the catalog under custom.controls." : `Did you mean "${guess}"?`,
      };
    });
}

/** A control of a catalog with the reference by which rules name it. */
export function scopedControl(control: Control): ScopedControl {
  const framework = propertyValue(control.props, "framework", aimsNamespace);
  const label = propertyValue(control.props, "label") ?? control.id;
  const statement = control.parts?.find((part) => part.name === "statement");
  return {
    reference: framework === undefined ? label : `${framework}:${label}`,
    id: control.id,
    title: control.title,
    statementId: statement?.id ?? "",
  };
}

function parameterProblem(parameter: ResolvedParameter, problem: string): Diagnostic {
  const { document, pointer: setting } = parameter.setBy;
  const pointer = parameter.values.length > 0 ? `${setting}/values` : setting;
  return {
    code: "parameter-value",
    severity: "error",
    message: `The parameter "${parameter.id}" ${problem}.`,
    ...placeOf(document, pointer),
    fix: "Set a value of the declared type.",
  };
}

function redeclared({ id }: ResolvedParameter, { name, document, pointer }: RedeclaredProperty): Diagnostic {
  return {
    code: "parameter-redeclared",
    severity: "error",
    message: `The profile changes the prop "${name}" of the parameter "${id}": which values a parameter may have is for the catalog that declares it to say.`,
    ...placeOf(document, pointer),
    fix: "Leave the prop as the catalog has it, and set only values.",
  };
}

function declaredTwice({ id }: ResolvedParameter, { first, other }: TypeClash): Diagnostic {
  const earlier = placeOf(first.document, first.pointer);
  const place = placeOf(other.document, other.pointer);
  return {
    code: "parameter-type-clash",
    severity: "error",
    message: `The parameter "${id}" is declared ${typed(other.type)} here (${place.file}:${String(place.line)}) and ${typed(first.type)} in ${earlier.file}:${String(earlier.line)}: rules that read it could not tell which is meant.`,
    ...place,
    fix: "Give one of the two another id, declare both with the same value-type, or select only one of the controls that declare it.",
  };
}

function setTwice(
  { id, values, setBy }: ResolvedParameter,
  otherwise: NonNullable<ResolvedParameter["otherwise"]>,
): Diagnostic {
  const earlier = placeOf(otherwise.setBy.document, otherwise.setBy.pointer);
  const place = placeOf(setBy.document, setBy.pointer);
  return {
    code: "parameter-value-clash",
    severity: "error",
    message: `The parameter "${id}" is ${said(values)} here (${place.file}:${String(place.line)}) and ${said(otherwise.values)} in ${earlier.file}:${String(earlier.line)}: rules that read it could not tell which is meant.`,
    ...place,
    fix: `Set "${id}" in the profile, give one of the two another id, or select only one of the controls that declare it.`,
  };
}

function said(values: readonly string[]): string {
  return values.length === 0 ? "without a value" : values.map((value) => `"${value}"`).join(", ");
}

function typed(type: string | undefined): string {
  return type === undefined ? "without a value-type" : `as ${type}`;
}

function minimumAssurance(parameters: ParameterValues): Assurance {
  const wanted = parameters["minimum-assurance"];
  return assuranceLevels.find((level) => level === wanted) ?? "declared";
}
