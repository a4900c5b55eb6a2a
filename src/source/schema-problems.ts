import type { ErrorObject } from "ajv";
import type { DiagnosticPlace, Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/codes/schema.js";
import { isObject } from "../foundation/json-value.js";
import { limits } from "../foundation/limits.js";
import type { SourceDocument } from "./document.js";
import { placeOf } from "./place.js";
import { formatPointer, parsePointer, valueAt } from "./pointer.js";
import {
  capital,
  missingProperty,
  placeWords,
  show,
  simpleValue,
  unknownProperty,
  valueNotAllowed,
  wrongForm,
  wrongType,
} from "./schema-words.js";

/** A schema and the JSON pointer of the part in it that a document was validated against. */
export interface SchemaEntry {
  readonly schema: unknown;
  readonly entry: string;
}

/** Keywords that only say that something below them failed. */
const wrappers = new Set(["if", "allOf", "anyOf", "oneOf", "$ref", "propertyNames"]);

/**
 * Words the errors of a JSON Schema validator for people and gives each its place in the file.
 * @param schema the schema that was validated against: its lists of properties feed "did you mean"
 */
export function schemaDiagnostics(
  errors: readonly ErrorObject[],
  document: SourceDocument,
  schema: SchemaEntry,
): Diagnostic[] {
  const failed = new Set(errors.map(({ keyword, instancePath }) => `${keyword} ${instancePath}`));
  const specific = errors.filter(
    ({ keyword, instancePath }) =>
      !wrappers.has(keyword) && !impliedBy[keyword]?.some((stronger) => failed.has(`${stronger} ${instancePath}`)),
  );
  return (specific.length > 0 ? specific : errors)
    .slice(0, limits.diagnosticsPerFile)
    .map((error) => diagnosticOf(error, document, schema));
}

/** Keywords whose errors say nothing more where one of the others has failed on the same value. */
const impliedBy: Readonly<Record<string, readonly string[] | undefined>> = {
  pattern: ["minLength"],
  type: ["enum", "const"],
};

function diagnosticOf(error: ErrorObject, document: SourceDocument, schema: SchemaEntry): Diagnostic {
  const pointer = error.instancePath;
  const place = placeWords(pointer);
  const value = valueAt(document.value, pointer);
  const carried = simpleValue(value);
  const params = error.params as Record<string, unknown>;
  const valuePlace = (): DiagnosticPlace => placeOf(document, pointer);
  const keyPlace = (key: string): DiagnosticPlace => placeOf(document, `${pointer}${formatPointer([key])}`, "key");
  switch (error.keyword) {
    case "additionalProperties": {
      const property = String(params["additionalProperty"]);
      const known = knownProperties(schema, pointer);
      return problem("unknown-property", keyPlace(property), unknownProperty(place, property, known));
    }
    case "required": {
      const words = missingProperty(place, String(params["missingProperty"]), true);
      return problem("missing-property", valuePlace(), words);
    }
    case "enum":
    case "const": {
      const allowed = error.keyword === "enum" ? (params["allowedValues"] as unknown[]) : [params["allowedValue"]];
      return problem("value-not-allowed", valuePlace(), { ...valueNotAllowed(place, value, allowed), ...carried });
    }
    case "type": {
      const words = wrongType(place, value, params["type"] as string | string[]);
      return problem("wrong-type", valuePlace(), { ...words, ...carried });
    }
    case "format":
      return problem("not-a-date", valuePlace(), { shown: show(value), place, ...carried });
    case "pattern": {
      const pattern = String(params["pattern"]);
      if (error.propertyName !== undefined) {
        const key = show(error.propertyName);
        return problem("wrong-key", keyPlace(error.propertyName), { key, place, pattern });
      }
      if (typeof value === "string" && value.trim() === "") return blankText(value);
      return problem("wrong-form", valuePlace(), {
        ...wrongForm(place, value, `text of the form ${pattern}`),
        ...carried,
      });
    }
    case "minLength":
      return blankText(String(value));
    default: {
      const broken = error.message ?? `breaks the rule "${error.keyword}"`;
      return problem("schema-violation", valuePlace(), { subject: capital(place), broken, ...carried });
    }
  }

  function blankText(text: string): Diagnostic {
    return problem("blank-text", valuePlace(), { subject: capital(place), value: text });
  }
}

/** The properties that the schema knows at a place of the document, found by following the place through the schema. */
function knownProperties({ schema, entry }: SchemaEntry, pointer: string): string[] {
  let node = resolved(schema, valueAt(schema, entry));
  for (const segment of parsePointer(pointer)) {
    const properties = member(node, "properties");
    const next = member(properties, segment) ?? member(node, "items") ?? member(node, "additionalProperties");
    node = resolved(schema, next);
  }
  const properties = member(node, "properties");
  return isObject(properties) ? Object.keys(properties).filter((key) => !key.startsWith("$")) : [];
}

function resolved(schema: unknown, node: unknown): unknown {
  const reference = member(node, "$ref");
  return typeof reference === "string" ? resolved(schema, valueAt(schema, reference.slice(1))) : node;
}

function member(node: unknown, key: string): unknown {
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}
