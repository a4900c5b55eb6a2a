import { problem } from "../diagnostics/codes/oscal.js";
import { isObject } from "../foundation/json-value.js";
import { nearest } from "../foundation/nearest.js";
import { formatPointer } from "../source/pointer.js";
import { oscalModels } from "./model.js";
import type { OscalProblem } from "./validate/problem.js";

/**
 * Says of a document that has no root object of a model that it is not an OSCAL document, and which model its root was probably meant
 * to name.
 */
export function noModelProblem(value: unknown): OscalProblem {
  const keys = isObject(value) ? Object.keys(value) : [];
  const key = keys.find((each) => nearest(each, oscalModels) !== undefined);
  const meant = key === undefined ? undefined : nearest(key, oscalModels);
  // The name of a model without an object below it.
  const guess = meant === key ? undefined : meant;
  const isBesideOthers = key !== undefined && meant === key && isObject(value) && isObject(value[key]);
  const keyword = guess !== undefined ? "additionalProperties" : isObject(value) ? "required" : "type";
  return {
    ...problem("oscal-no-model", undefined, { key, guess, isBesideOthers, models: oscalModels }),
    origin: { kind: "schema", keyword },
    pointer: key === undefined ? "" : formatPointer([key]),
  };
}
