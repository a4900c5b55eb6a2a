import { aimsNamespace, propValues, type Param } from "./documents.js";

const patterns: Readonly<Record<string, RegExp>> = {
  integer: /^(0|-?[1-9]\d*)$/,
  days: /^[1-9]\d*$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

/** Whether the values suit the parameter's `value-type`; only the type list takes more than one value. */
export function fitsType(param: Param, values: readonly string[]): boolean {
  const [type, ...moreTypes] = propValues(param.props, "value-type", aimsNamespace);
  const [value, ...moreValues] = values;
  if (type === undefined || moreTypes.length > 0 || value === undefined) return false;
  if (type === "list") return values.every((entry) => entry !== "");
  if (moreValues.length > 0) return false;
  if (type === "choice") return propValues(param.props, "choice", aimsNamespace).includes(value);
  return patterns[type]?.test(value) ?? false;
}
