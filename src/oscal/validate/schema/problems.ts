import { problem } from "../../../diagnostics/codes/oscal.js";
import { isObject } from "../../../foundation/json-value.js";
import { noModelProblem } from "../../no-model.js";
import { shapes } from "../generated/shapes.js";
import { models } from "../generated/validators.js";
import type { OscalProblem } from "../problem.js";
import { explainErrors } from "./explain.js";

/**
 * The faults of a document under the schema of its model; the precompiled validators of all models are loaded with this module.
 * @returns problems sorted by pointer; empty for a valid document
 */
export function schemaProblems(document: unknown): OscalProblem[] {
  const root = isObject(document) ? Object.keys(document).find((key) => Object.hasOwn(models, key)) : undefined;
  const model = root === undefined ? undefined : models[root];
  if (model === undefined) return [noModelProblem(document)];
  try {
    if (model.validate(document)) return [];
    return explainErrors(model.validate.errors ?? [], { document, definition: model.definition, shapes });
  } catch (error) {
    // The validators follow the document's nesting by calling one another.
    if (!(error instanceof RangeError)) throw error;
    return [{ ...problem("oscal-too-deep", undefined), origin: { kind: "aims", rule: "nesting" }, pointer: "" }];
  } finally {
    model.validate.errors = null; // They would keep the document in memory until the next call.
  }
}
