import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { isPartialDate } from "../inventory/partial-date.js";
import type { Control, Parameter, Property } from "../oscal/model/types.js";
import type { ResolvedParameter, ResolvedProfile } from "../oscal/resolve/resolve-profile.js";
import type { Rule } from "../policy/rule.js";
import { selectRules, type ParameterValues, type Scope, type ScopedControl } from "./scope.js";
import { assuranceLevels, type Assurance } from "./verdict.js";

/** Namespace of the properties that aims adds to OSCAL documents. */
export const aimsNamespace = "https://aims-as-code.org/ns/oscal";

/**
 * Turns a resolved profile into the scope of an assessment: controls by reference, typed parameters, the rules that speak for them.
 * @throws InputError where a parameter's value does not fit its type, at the line that set it, and where no rule speaks for any control
 */
export function profileScope(resolved: ResolvedProfile, rules: readonly Rule[]): Scope {
  const controls = resolved.controls.map(scopedControl);
  const problems: Diagnostic[] = [];
  const parameters = new Map<string, string | number | readonly string[]>();
  for (const parameter of [...resolved.parameters.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const typed = typedValue(parameter);
    if (typed.problem === undefined) parameters.set(parameter.id, typed.value);
    else problems.push(parameterProblem(parameter, typed.problem));
  }
  const selected = selectRules(rules, controls);
  if (selected.length === 0) {
    problems.push({
      code: "no-rules",
      severity: "error",
      message: "No rule speaks for any control of the profile: nothing would be assessed, which is not a pass.",
      file: resolved.source.file,
      fix: "Select controls that a rule names in its METADATA (see: aims rules list).",
    });
  }
  if (problems.length > 0) throw new InputError(problems);
  const values = Object.fromEntries(parameters);
  return { controls, rules: selected, parameters: values, minimumAssurance: minimumAssurance(values) };
}

function scopedControl(control: Control): ScopedControl {
  const framework = propertyValue(control.props, "framework", aimsNamespace);
  const label = propertyValue(control.props, "label") ?? control.id;
  const statement = control.parts?.find((part) => part.name === "statement");
  return {
    reference: framework === undefined ? label : `${framework}:${label}`,
    id: control.id,
    title: control.title,
    statementId: statement?.id ?? `${control.id}_smt`,
  };
}

function propertyValue(props: readonly Property[] | undefined, name: string, namespace?: string): string | undefined {
  return props?.find((prop) => prop.name === name && prop.ns === namespace)?.value;
}

type Typed =
  | { readonly value: string | number | readonly string[]; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

function typedValue({ declaration, values }: ResolvedParameter): Typed {
  const type = propertyValue(declaration.props, "value-type", aimsNamespace) ?? "text";
  const [first, ...more] = values;
  if (type === "list") return { value: values };
  if (first === undefined) return { problem: "has no value" };
  if (more.length > 0) return { problem: `has ${String(values.length)} values where one is wanted` };
  switch (type) {
    case "integer":
    case "days":
      return /^(0|[1-9]\d{0,8})$/.test(first)
        ? { value: Number(first) }
        : { problem: `is "${first}", which is not a whole number of ${type === "days" ? "days" : "at least 0"}` };
    case "choice": {
      const choices = choicesOf(declaration);
      return choices.includes(first)
        ? { value: first }
        : { problem: `is "${first}"; it has to be one of ${choices.join(", ")}` };
    }
    case "date":
      return first.length === 10 && isPartialDate(first)
        ? { value: first }
        : { problem: `is "${first}", which is not a day of the form YYYY-MM-DD` };
    case "text":
      return { value: first };
    default:
      return { problem: `is declared with the unknown value type "${type}"` };
  }
}

function choicesOf(declaration: Parameter): string[] {
  return (declaration.props ?? [])
    .filter((prop) => prop.name === "choice" && prop.ns === aimsNamespace)
    .map((prop) => prop.value);
}

function parameterProblem(parameter: ResolvedParameter, problem: string): Diagnostic {
  const { document, pointer } = parameter.setBy;
  const position = document.locate(`${pointer}/values`);
  return {
    code: "parameter-value",
    severity: "error",
    message: `The parameter "${parameter.id}" ${problem}.`,
    file: document.file,
    ...position,
    pointer: `${pointer}/values`,
    fix: "Set a value of the declared type.",
    frame: document.frame(position),
  };
}

function minimumAssurance(parameters: ParameterValues): Assurance {
  const wanted = parameters["minimum-assurance"];
  return assuranceLevels.find((level) => level === wanted) ?? "declared";
}
