import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { SourceDocument } from "./document.js";
import { limits } from "./limits.js";
import { arrayIndex, formatPointer, parsePointer, valueAt } from "./pointer.js";

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
    const { code, message, fix, pointer, what } = explain(error, document, schema);
    const position = document.locate(pointer, what);
    return {
      code,
      severity: "error",
      message,
      file: document.file,
      ...position,
      pointer,
      ...(fix === undefined ? {} : { fix }),
      frame: document.frame(position),
    };
  });
}

/** Keywords whose errors say nothing more where the other keyword has failed on the same value. */
const saidBy: Readonly<Record<string, readonly string[] | undefined>> = {
  pattern: ["minLength"],
  type: ["enum", "const"],
};

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  readonly pointer: string;
  readonly what: "key" | "value";
}

function explain(error: ErrorObject, document: SourceDocument, schema: SchemaEntry): Explanation {
  const pointer = error.instancePath;
  const name = nameOf(pointer);
  const value = valueAt(document.value, pointer);
  const params = error.params as Record<string, unknown>;
  const at = { pointer, what: "value" } as const;
  switch (error.keyword) {
    case "additionalProperties": {
      const property = String(params["additionalProperty"]);
      const known = knownProperties(schema, pointer);
      const guess = nearest(property, known);
      return {
        code: "unknown-property",
        message: `"${property}" is not a property ${pointer === "" ? "of this document" : `of "${name}"`}.`,
        fix: guess === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean "${guess}"?`,
        pointer: `${pointer}${formatPointer([property])}`,
        what: "key",
      };
    }
    case "required": {
      const property = String(params["missingProperty"]);
      return {
        code: "missing-property",
        message: `"${property}" is missing or blank ${pointer === "" ? "in this document" : `in "${name}"`}.`,
        fix: `Add "${property}".`,
        ...at,
      };
    }
    case "enum": {
      const allowed = (params["allowedValues"] as unknown[]).map(String);
      const guess = typeof value === "string" ? nearest(value, allowed) : undefined;
      return {
        code: "value-not-allowed",
        message: `${show(value)} is not allowed for "${name}".`,
        fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Allowed: ${allowed.join(", ")}.`,
        ...at,
      };
    }
    case "const":
      return {
        code: "value-not-allowed",
        message: `${show(value)} is not allowed for "${name}".`,
        fix: `Write ${show(params["allowedValue"])}.`,
        ...at,
      };
    case "type":
      return {
        code: "wrong-type",
        message: `"${name}" is ${typeName(value)}, but has to be ${typeWords(params["type"])}.`,
        fix: typeFix(params["type"], value),
        ...at,
      };
    case "format":
      return {
        code: "not-a-date",
        message: `${show(value)} is not a date for "${name}".`,
        fix: "Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.",
        ...at,
      };
    case "pattern":
      if (error.propertyName !== undefined) {
        return {
          code: "wrong-key",
          message: `${show(error.propertyName)} cannot be a key ${pointer === "" ? "of this document" : `of "${name}"`}.`,
          fix: `Write a key of the form ${String(params["pattern"])}.`,
          pointer: `${pointer}${formatPointer([error.propertyName])}`,
          what: "key",
        };
      }
      if (typeof value === "string" && value.trim() === "") return blankText(name, at);
      return {
        code: "wrong-form",
        message: `${show(value)} does not have the form that "${name}" has to have.`,
        fix: `Write text of the form ${String(params["pattern"])}.`,
        ...at,
      };
    case "minLength":
      return blankText(name, at);
    default:
      return {
        code: "schema-violation",
        message: `"${name}" ${error.message ?? `breaks the rule "${error.keyword}"`}.`,
        ...at,
      };
  }
}

/** The last property of the pointer, with the indexes behind it: `suppliers/0` says more than `0`. */
function nameOf(pointer: string): string {
  const segments = parsePointer(pointer);
  let start = segments.length - 1;
  while (start > 0 && arrayIndex(segments[start] ?? "") !== undefined) start -= 1;
  return segments.slice(Math.max(0, start)).join("/") || "the document";
}

function blankText(name: string, at: Pick<Explanation, "pointer" | "what">): Explanation {
  return {
    code: "blank-text",
    message: `"${name}" is an empty text.`,
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

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function typeName(value: unknown): string {
  if (value === null) return "blank";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "boolean" ? "true or false" : typeof value === "number" ? "a number" : "text";
}

function typeWords(type: unknown): string {
  const words: Readonly<Record<string, string>> = {
    string: "text",
    integer: "a whole number",
    number: "a number",
    object: "a mapping",
    array: "a list",
    boolean: "true or false",
  };
  return words[String(type)] ?? String(type);
}

function typeFix(type: unknown, value: unknown): string {
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return "Put the value in quotes.";
  if (type === "array") return "Write a list, also for one entry.";
  return `Write ${typeWords(type)}.`;
}
