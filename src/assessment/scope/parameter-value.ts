import { isPartialDate } from "../../source/partial-date.js";
import type { Parameter } from "../../oscal/model.js";
import type { ParameterDeclaration, RedeclaredProperty, ResolvedParameter } from "../../oscal/resolved-profile.js";
import { aimsNamespace, propertyValue } from "../../oscal/properties.js";
import type { ParameterFault } from "../../diagnostics/codes/scope.js";
import type { ParameterValue } from "./selection.js";

/** A value as rules get it, or why there is none. */
export type TypedValue =
  | { readonly value: ParameterValue; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: ParameterFault };

/** Parameters that aims itself reads. */
export const readByAims: ReadonlySet<string> = new Set(["minimum-assurance"]);

/** A declaration with the value type that it gives, if any. */
type TypedDeclaration = ParameterDeclaration & { readonly type: string | undefined };

/** Two declarations of one parameter with different value types. */
export interface TypeClash {
  readonly first: TypedDeclaration;
  readonly other: TypedDeclaration;
}

/** The first declaration of the parameter and the next one whose value type is another; undefined where all have the same. */
export function typeClash({ declarations }: Pick<ResolvedParameter, "declarations">): TypeClash | undefined {
  const [first, ...others] = declarations.map((each): TypedDeclaration => ({
    ...each,
    type: propertyValue(each.parameter.props, "value-type", aimsNamespace),
  }));
  const other = others.find(({ type }) => type !== first?.type);
  return first === undefined || other === undefined ? undefined : { first, other };
}

/** Whether the parameter is declared with a value type of aims, so that it is for rules to read. */
export function isForRules({ original }: Pick<ResolvedParameter, "original">): boolean {
  return propertyValue(original.props, "value-type", aimsNamespace) !== undefined;
}

/** Props in aims' namespace that say which values a parameter may have. */
const typing: ReadonlySet<string> = new Set(["value-type", "choice", "minimum", "maximum"]);

/** Where a profile changes the type, the choices or the bounds that the control declares in its catalog. */
export function redeclarations({ redeclared }: Pick<ResolvedParameter, "redeclared">): RedeclaredProperty[] {
  return redeclared.filter(({ name, ns }) => ns === aimsNamespace && typing.has(name));
}

/**
 * The value of a parameter as rules get it. The type is the one that the control declares in its catalog, whatever profiles make of it:
 * rules are written for it, and with another one they would compare values of different kinds. It stands in the parameter's prop
 * `value-type` in aims' namespace: `integer` and `days` (whole numbers, between the props `minimum` and `maximum` where they are there),
 * `choice` (one of the props `choice`), `date`, `list` (the values as they are) and, without one, `text`.
 */
export function typedValue({ original, values }: Pick<ResolvedParameter, "original" | "values">): TypedValue {
  const type = propertyValue(original.props, "value-type", aimsNamespace) ?? "text";
  const [first, ...more] = values;
  if (type === "list") return { value: values };
  if (first === undefined) return { fault: { kind: "no-value" } };
  if (more.length > 0) return { fault: { kind: "several-values", count: values.length } };
  switch (type) {
    case "integer":
    case "days":
      return wholeNumber(first, type, original);
    case "choice": {
      const choices = choicesOf(original);
      return choices.includes(first) ? { value: first } : { fault: { kind: "no-choice", value: first, choices } };
    }
    case "date":
      return first.length === 10 && isPartialDate(first)
        ? { value: first }
        : { fault: { kind: "no-day", value: first } };
    case "text":
      return { value: first };
    default:
      return { fault: { kind: "unknown-type", type } };
  }
}

const whole = /^(0|[1-9]\d{0,8})$/;

function wholeNumber(text: string, type: "integer" | "days", { props }: Parameter): TypedValue {
  if (!whole.test(text)) return { fault: { kind: "no-number", value: text, type } };
  const value = Number(text);
  for (const bound of ["minimum", "maximum"] as const) {
    const limit = propertyValue(props, bound, aimsNamespace);
    if (limit === undefined) continue;
    if (!whole.test(limit)) return { fault: { kind: "bad-bound", bound, limit } };
    const outside = bound === "minimum" ? value < Number(limit) : value > Number(limit);
    if (outside) return { fault: { kind: "out-of-bounds", value: text, bound, limit } };
  }
  return { value };
}

function choicesOf({ props }: Parameter): string[] {
  return (props ?? []).filter((prop) => prop.name === "choice" && prop.ns === aimsNamespace).map((prop) => prop.value);
}
