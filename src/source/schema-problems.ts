import type { ErrorObject } from "ajv";
import type { DiagnosticPlace, Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/codes/schema.js";
import { defined } from "../foundation/defined.js";
import { limits } from "../foundation/limits.js";
import { nearest } from "../foundation/nearest.js";
import type { CutText, SourceDocument } from "./document.js";
import { placeOf } from "./place.js";
import { formatPointer, valueAt } from "./pointer.js";
import { gluedProperty, restOfText } from "./schema/broken-keys.js";
import { descriptionAt, elsewhere, knownProperties, propertyFor, type SchemaEntry } from "./schema/lookup.js";
import { meantDates, missingDay } from "./schema/meant-dates.js";
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

export type { SchemaEntry } from "./schema/lookup.js";

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
  const told = specific.filter((error) => !explained(error, document, schema, specific));
  return (told.length > 0 ? told : errors)
    .slice(0, limits.diagnosticsPerFile)
    .map((error) => diagnosticOf(error, document, schema));
}

/** Keywords whose errors say nothing more where one of the others has failed on the same value. */
const impliedBy: Readonly<Record<string, readonly string[] | undefined>> = {
  pattern: ["minLength"],
  type: ["enum", "const"],
};

/** Whether another error says it: of a text that commas cut into keys, the first key; of a missing property, the key that holds it. */
function explained(
  { keyword, instancePath, params }: ErrorObject,
  document: SourceDocument,
  schema: SchemaEntry,
  errors: readonly ErrorObject[],
): boolean {
  const { additionalProperty, missingProperty } = params as Readonly<Record<string, unknown>>;
  if (keyword === "additionalProperties") {
    return blankKey(document, instancePath, String(additionalProperty))?.cut?.first === false;
  }
  if (keyword !== "required") return false;
  const known = knownProperties(schema, instancePath);
  return errors.some((other) => {
    if (other.keyword !== "additionalProperties" || other.instancePath !== instancePath) return false;
    const key = String((other.params as Readonly<Record<string, unknown>>)["additionalProperty"]);
    const isBlank = blankKey(document, instancePath, key) !== undefined;
    return isBlank && gluedProperty("", key, known)?.property === missingProperty;
  });
}

/** A key without a value, and the text that it may belong to. */
function blankKey(document: SourceDocument, owner: string, key: string): { readonly cut?: CutText } | undefined {
  const pointer = `${owner}${formatPointer([key])}`;
  return valueAt(document.value, pointer) === null ? defined({ cut: document.cutText?.(pointer) }) : undefined;
}

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
      return problem("unknown-property", keyPlace(property), unknown(property, known));
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
      const words = wrongType(place, value, params["type"] as string | string[], {
        written: document.written?.(pointer),
        properties: knownProperties(schema, pointer),
        property: propertyFor(schema, pointer, value),
      });
      return problem("wrong-type", valuePlace(), { ...words, ...carried });
    }
    case "format":
      return problem("not-a-date", valuePlace(), {
        ...{ shown: show(value), place, guesses: meantDates(String(value)), why: missingDay(String(value)) },
        ...carried,
      });
    case "pattern": {
      const pattern = String(params["pattern"]);
      if (error.propertyName !== undefined) {
        const key = show(error.propertyName);
        return problem("wrong-key", keyPlace(error.propertyName), { key, place, pattern });
      }
      if (typeof value === "string" && value.trim() === "") return blankText(value);
      const form = formWords(pattern, descriptionAt(schema, pointer));
      const words = wrongForm(place, value, form, rewritten(value, pattern));
      return problem("wrong-form", valuePlace(), { ...words, ...carried });
    }
    case "minLength":
      return blankText(String(value));
    default: {
      const broken = error.message ?? `breaks the rule "${error.keyword}"`;
      return problem("schema-violation", valuePlace(), { subject: capital(place), broken, ...carried });
    }
  }

  function unknown(property: string, known: readonly string[]): SchemaWords {
    const blank = blankKey(document, pointer, property);
    const glued = blank && gluedProperty(place, property, known);
    if (glued !== undefined) return glued.words;
    if (blank?.cut && nearest(property, known) === undefined)
      return restOfText(place, property, known, blank.cut.whole);
    return unknownProperty(place, property, known, elsewhere(property, schema, pointer));
  }

  function blankText(text: string): Diagnostic {
    return problem("blank-text", valuePlace(), { subject: capital(place), value: text });
  }
}

function formWords(pattern: string, description: string | undefined): string {
  return description === undefined
    ? `text of the form ${pattern}`
    : `what the schema asks for: "${description}" (${pattern})`;
}

/** The text in the form of the pattern, where small letters or hyphens for all that is not allowed are enough for it. */
function rewritten(value: unknown, pattern: string): string | undefined {
  if (typeof value !== "string" || value.length > 200) return undefined;
  const form = new RegExp(pattern, "u");
  const text = value.trim();
  const hyphens = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+|-+$/g, "");
  return [text, text.toLowerCase(), hyphens].find((each) => each !== value && form.test(each));
}
