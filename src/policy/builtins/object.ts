import { equalValues, isArray, RegoObject, RegoSet } from "./rego/value.js";
import type { HostBuiltin, RegoValue } from "./rego/value.js";

function objectSubset(whole: RegoObject, part: RegoObject): boolean {
  return part.entries.every(([key, value]) => {
    const own = whole.get(key);
    if (own === undefined) return false;
    if (equalValues(own, value)) return true;
    if (own instanceof RegoObject && value instanceof RegoObject) return objectSubset(own, value);
    if (own instanceof RegoSet && value instanceof RegoSet) return setSubset(own, value);
    return isArray(own) && isArray(value) && arraySubset(own, value);
  });
}

function setSubset(whole: RegoSet, part: RegoSet): boolean {
  return part.items.every((item) => whole.has(item));
}

/** Whether the items of `part` follow one another somewhere in `whole`. */
function arraySubset(whole: readonly RegoValue[], part: readonly RegoValue[]): boolean {
  for (let start = 0; start + part.length <= whole.length; start++) {
    if (part.every((item, i) => equalValues(whole[start + i] ?? null, item))) return true;
  }
  return false;
}

/** OPA counts the items of the array that are in the set, so repeated items count repeatedly. */
function arrayHoldsSet(whole: readonly RegoValue[], part: RegoSet): boolean {
  let unmatched = part.items.length;
  return whole.some((item) => {
    if (part.has(item)) unmatched--;
    return unmatched === 0;
  });
}

const subset: HostBuiltin = (whole = null, part = null) => {
  if (whole instanceof RegoObject && part instanceof RegoObject) return objectSubset(whole, part);
  if (whole instanceof RegoSet && part instanceof RegoSet) return setSubset(whole, part);
  if (isArray(whole) && isArray(part)) return arraySubset(whole, part);
  if (isArray(whole) && part instanceof RegoSet) return arrayHoldsSet(whole, part);
  return undefined;
};

export const objectBuiltins: Readonly<Record<string, HostBuiltin>> = { "object.subset": subset };
