import { formatPointer } from "../../../source/pointer.js";
import { unknownProperty } from "../../../source/schema-words.js";
import { explainErrors, schemaProblem } from "./explain.js";
import type { OscalProblem } from "../problem.js";
import { models, shapes } from "../generated/validators.js";

/**
 * What is wrong with a document under the schema of its model; the precompiled validators of all models are loaded with this module.
 * @returns problems sorted by pointer; empty for a valid document
 */
export function schemaProblems(document: unknown): OscalProblem[] {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    const message = "An OSCAL document is an object with one root property.";
    return [schemaProblem("oscal-no-model", "type", { pointer: "", message, ...rootFix(Object.keys(models)) })];
  }
  const root = Object.keys(document).find((key) => Object.hasOwn(models, key));
  const model = root === undefined ? undefined : models[root];
  if (model === undefined) return [noModel(Object.keys(document), Object.keys(models))];
  try {
    if (model.validate(document)) return [];
    return explainErrors(model.validate.errors ?? [], { document, definition: model.definition, shapes });
  } catch (error) {
    // The validators follow the document's nesting by calling one another.
    if (!(error instanceof RangeError)) throw error;
    const message = "The document is nested too deeply to be checked.";
    const fix = "Flatten it: groups, controls and parts nest a few levels deep in real documents.";
    return [
      {
        pointer: "",
        code: "oscal-too-deep",
        severity: "error",
        origin: { kind: "aims", rule: "nesting" },
        message,
        fix,
      },
    ];
  } finally {
    model.validate.errors = null; // They would keep the document in memory until the next call.
  }
}

function noModel(keys: readonly string[], models: readonly string[]): OscalProblem {
  for (const key of keys) {
    const { fix, suggestion } = unknownProperty("", key, models);
    if (suggestion === undefined) continue;
    const message = `"${key}" is not an OSCAL model.`;
    const words = { pointer: formatPointer([key]), message, fix, allowed: models, suggestion };
    return schemaProblem("oscal-no-model", "additionalProperties", words);
  }
  const message = "The root property that names the OSCAL model is missing.";
  return schemaProblem("oscal-no-model", "required", { pointer: "", message, ...rootFix(models) });
}

function rootFix(allowed: readonly string[]): { fix: string; allowed: readonly string[] } {
  return { fix: `Wrap the content into one of ${allowed.join(", ")}.`, allowed };
}
