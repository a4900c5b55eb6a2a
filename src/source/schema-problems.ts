import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { placeOf } from "./place.js";
import type { SourceDocument } from "./document.js";
import { limits } from "../foundation/limits.js";
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
  type SchemaWords,
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
      !wrappers.has(keyword) && !saidBy[keyword]?.some((stronger) => failed.has(`${stronger} ${instancePath}`)),
  );
  return (specific.length > 0 ? specific : errors).slice(0, limits.diagnosticsPerFile).map((error) => {
    const { what, pointer, ...words } = explain(error, document, schema);
    return {
      severity: "error",
      ...words,
      ...(what === "value" ? simpleValue(valueAt(document.value, pointer)) : {}),
      ...placeOf(document, pointer, what),
    };
  });
}

/** Keywords whose errors say nothing more where the other keyword has failed on the same value. */
const saidBy: Readonly<Record<string, readonly string[] | undefined>> = {
  pattern: ["minLength"],
  type: ["enum", "const"],
};

interface Explanation extends Partial<SchemaWords> {
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly what: "key" | "value";
}

function explain(error: ErrorObject, document: SourceDocument, schema: SchemaEntry): Explanation {
  const pointer = error.instancePath;
  const place = placeWords(pointer);
  const value = valueAt(document.value, pointer);
  const params = error.params as Record<string, unknown>;
  const at = { pointer, what: "value" } as const;
  switch (error.keyword) {
    case "additionalProperties": {
      const property = String(params["additionalProperty"]);
      return {
        code: "unknown-property",
        ...unknownProperty(place, property, knownProperties(schema, pointer)),
        pointer: `${pointer}${formatPointer([property])}`,
        what: "key",
      };
    }
    case "required":
      return { code: "missing-property", ...missingProperty(place, String(params["missingProperty"]), true), ...at };
    case "enum":
      return {
        code: "value-not-allowed",
        ...valueNotAllowed(place, value, params["allowedValues"] as unknown[]),
        ...at,
      };
    case "const":
      return { code: "value-not-allowed", ...valueNotAllowed(place, value, [params["allowedValue"]]), ...at };
    case "type":
      return { code: "wrong-type", ...wrongType(place, value, params["type"] as string | string[]), ...at };
    case "format":
      return {
        code: "not-a-date",
        message: `${show(value)} is not a date for ${place}.`,
        fix: "Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.",
        ...at,
      };
    case "pattern":
      if (error.propertyName !== undefined) {
        return {
          code: "wrong-key",
          message: `${show(error.propertyName)} cannot be a key of ${place}.`,
          fix: `Write a key of the form ${String(params["pattern"])}.`,
          pointer: `${pointer}${formatPointer([error.propertyName])}`,
          what: "key",
        };
      }
      if (typeof value === "string" && value.trim() === "") return blankText(place, at);
      return { code: "wrong-form", ...wrongForm(place, value, `text of the form ${String(params["pattern"])}`), ...at };
    case "minLength":
      return blankText(place, at);
    default:
      return {
        code: "schema-violation",
        message: `${capital(place)} ${error.message ?? `breaks the rule "${error.keyword}"`}.`,
        ...at,
      };
  }
}

function blankText(place: string, at: Pick<Explanation, "pointer" | "what">): Explanation {
  return {
    code: "blank-text",
    message: `${capital(place)} is an empty text.`,
    fix: "Write something, or leave the key out: a blank means that nobody recorded anything.",
    ...at,
  };
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

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null;
}
