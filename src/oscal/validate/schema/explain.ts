import type { ErrorObject } from "ajv";
import { formatPointer, valueAt } from "../../../source/pointer.js";
import {
  capital,
  missingProperty,
  placeWords,
  quote,
  simpleValue,
  unknownProperty,
  valueNotAllowed,
  wrongForm,
  wrongType,
} from "../../../source/schema-words.js";
import type { OscalTold } from "../../../diagnostics/codes/oscal.js";
import { inPointerOrder, type OscalProblem } from "../problem.js";
import { oscalModels } from "../../model.js";
import { dateForm, type DateForm } from "./date-form.js";
import { definitionAt, type Shapes } from "./shapes.js";

/** The document that was checked, with what is needed to name its parts. */
interface Checked {
  readonly document: unknown;
  /** Name of the definition of the whole document. */
  readonly definition: string;
  readonly shapes: Shapes;
  /** The owner that was asked for last: the unknown properties of an object are told one after the other. */
  readonly lastOwner: { pointer: string | undefined; definition: string };
}

/** The form that the text of a datatype must have. */
const forms: Readonly<Record<string, string>> = {
  Base64: "Base64: letters, digits, + and /, padded with =",
  EmailAddress: "an e-mail address",
  MarkupLine: "Markdown on one line, and not empty",
  Text: "text on one line, not empty and without blanks at its ends",
  Token: "a token: a letter or _ first, then letters, digits, ., - and _ only (no blank, no colon)",
  Uri: "an absolute URI, such as https://example.org/ns",
  UriReference: "a URI, a path relative to this document, or # and a uuid",
  Uuid: "a UUID of version 4 or 5, such as 6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64",
};

/**
 * Words the errors of a precompiled validator for people, one problem for one cause.
 * @param errors as Ajv reports them with `allErrors`
 * @param document that they are about
 * @returns problems sorted by pointer
 */
export function explainErrors(errors: readonly ErrorObject[], document: Omit<Checked, "lastOwner">): OscalProblem[] {
  const checked: Checked = { ...document, lastOwner: { pointer: undefined, definition: "" } };
  const problems = new Map<string, OscalProblem>();
  const put = (problem: OscalProblem, aspect: string): void => {
    const key = `${problem.pointer} ${aspect}`;
    if (!problems.has(key)) problems.set(key, problem);
  };
  const choices = new Map<string, string[]>();
  const misspelt = misspeltProperties(errors, checked);
  for (const error of errors) {
    // The errors inside the branches say which one failed.
    if (error.keyword === "if" || error.keyword === "anyOf") continue;
    if (error.keyword === "required" && error.schemaPath.includes("/anyOf/")) {
      const branches = choices.get(error.instancePath) ?? [];
      choices.set(error.instancePath, [...branches, missing(error)]);
    } else if (error.keyword === "pattern" || error.keyword === "format") {
      put(explainForm(error, checked), "form"); // a value without its form fails the pattern and often the format too
    } else if (error.keyword === "required" && misspelt.get(error.instancePath)?.has(missing(error)) === true) {
      continue; // The property is there, under a name with a slip.
    } else put(...explain(error, checked));
  }
  for (const [pointer, allowed] of choices) {
    const message = `${capital(placeWords(pointer))} needs one of ${allowed.map(quote).join(", ")}.`;
    const fix = "Add one of them.";
    put(schemaProblem("oscal-needs-one-of", "anyOf", { pointer, message, fix, allowed }), "anyOf");
  }
  return inPointerOrder([...problems.values()]);
}

/** By owner: the properties that its unknown ones probably mean. */
function misspeltProperties(errors: readonly ErrorObject[], checked: Checked): Map<string, Set<string>> {
  const meant = new Map<string, Set<string>>();
  // A property is a likely misspelling only where another one is missing.
  const incomplete = new Set(errors.flatMap((error) => (error.keyword === "required" ? [error.instancePath] : [])));
  for (const error of errors) {
    const { instancePath: owner, keyword } = error;
    if (keyword !== "additionalProperties" || !incomplete.has(owner)) continue;
    const { suggestion } = unknownProperty("", additional(error), knownProperties(owner, checked));
    if (suggestion !== undefined) meant.set(owner, (meant.get(owner) ?? new Set()).add(suggestion));
  }
  return meant;
}

function explain(error: ErrorObject, checked: Checked): [problem: OscalProblem, aspect: string] {
  const { instancePath: pointer, keyword } = error;
  const place = placeWords(pointer);
  switch (keyword) {
    case "additionalProperties": {
      const property = additional(error);
      const words = {
        pointer: `${pointer}${formatPointer([property])}`,
        ...(pointer === "" && isModelName(property)
          ? secondModel(checked.document)
          : unknownProperty(place, property, knownProperties(pointer, checked))),
      };
      return [schemaProblem("oscal-unknown-property", keyword, words), keyword];
    }
    case "required": {
      const property = missing(error);
      const words = { pointer, ...missingProperty(place, property, false) };
      return [schemaProblem("oscal-missing-property", keyword, words), `${keyword} ${property}`];
    }
    case "enum": {
      const value = valueAt(checked.document, pointer);
      const words = valueNotAllowed(place, value, params(error)["allowedValues"] as unknown[]);
      return [schemaProblem("oscal-value-not-allowed", keyword, { pointer, ...words, ...simpleValue(value) }), keyword];
    }
    case "false schema": {
      // The schema says of one alternative that the later ones cannot stand beside it.
      const sibling = /\/dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1] ?? "";
      const message = `${capital(place)} cannot stand beside ${quote(sibling)}.`;
      const words = { pointer, message, fix: "Keep one of the two." };
      return [schemaProblem("oscal-exclusive-properties", "dependentSchemas", words), "dependentSchemas"];
    }
    case "type": {
      const value = valueAt(checked.document, pointer);
      const words = wrongType(place, value, params(error)["type"] as string | string[]);
      return [schemaProblem("oscal-wrong-type", keyword, { pointer, ...words, ...simpleValue(value) }), keyword];
    }
    case "minItems": {
      const words = {
        pointer,
        message: `${capital(place)} is empty.`,
        fix: "Leave it out, or write at least one entry.",
      };
      return [schemaProblem("oscal-empty-array", keyword, words), keyword];
    }
    default: {
      const message = `${capital(place)} ${error.message ?? "is not valid"}.`;
      const value = valueAt(checked.document, pointer);
      return [schemaProblem("oscal-schema-violation", keyword, { pointer, message, ...simpleValue(value) }), keyword];
    }
  }
}

function isModelName(property: string): boolean {
  return (oscalModels as readonly string[]).includes(property);
}

/** The words about a model that stands beside another one. */
function secondModel(document: unknown): Pick<OscalProblem, "message" | "fix"> {
  const held = Object.keys(document as object).filter(isModelName);
  return {
    message: `A file holds one model; this one holds ${held.slice(0, -1).join(", ")} and ${held.at(-1) ?? ""}.`,
    fix: "Write each into a file of its own.",
  };
}

function explainForm(error: ErrorObject, checked: Checked): OscalProblem {
  const { instancePath: pointer, keyword } = error;
  const value = valueAt(checked.document, pointer);
  const definition = definitionOf(pointer, checked);
  const words: DateForm = wrongFormOf(definition, value) ?? {
    form: forms[definition] ?? `text of the form ${String(params(error)["pattern"])}`,
  };
  const { message, ...more } = wrongForm(placeWords(pointer), value, words.form);
  const because = words.because === undefined ? message : `${message} ${words.because}`;
  const suggestion = words.guess === undefined ? {} : { suggestion: words.guess };
  const told = { pointer, message: because, ...more, ...suggestion, ...simpleValue(value) };
  return schemaProblem("oscal-wrong-form", keyword, told);
}

/** What is to be written in place of a text of a datatype, where its own slip can be told. */
function wrongFormOf(definition: string, value: unknown): DateForm | undefined {
  if (typeof value !== "string") return undefined;
  switch (definition) {
    case "Base64":
      return /\s/.test(value) ? { form: "Base64 on one line, without line breaks or blanks" } : undefined;
    case "CalendarDate":
      return dateForm(value, "day");
    case "DateTimeWithTimezone":
      return dateForm(value, "moment");
    default:
      return undefined;
  }
}

/** Codes of what a schema finds. */
type SchemaCode = keyof OscalTold;

/** A problem that a schema finds is always an error: it makes the document invalid. */
function schemaProblem(
  code: SchemaCode,
  keyword: string,
  words: Omit<OscalProblem, "code" | "severity" | "origin">,
): OscalProblem {
  return { code, severity: "error", origin: { kind: "schema", keyword }, ...words };
}

/** One list for all objects of a definition: a document may have hundreds of thousands of unknown properties. */
const known = new Map<string, readonly string[]>();

function knownProperties(owner: string, checked: Checked): readonly string[] {
  const definition = ownerDefinition(owner, checked);
  const listed = known.get(definition);
  if (listed !== undefined) return listed;
  const properties = Object.keys(checked.shapes[definition] ?? {}).filter((key) => key !== "$schema");
  known.set(definition, properties);
  return properties;
}

function ownerDefinition(owner: string, checked: Checked): string {
  const { lastOwner } = checked;
  if (lastOwner.pointer !== owner) {
    lastOwner.definition = definitionOf(owner, checked);
    lastOwner.pointer = owner;
  }
  return lastOwner.definition;
}

/** Name of the definition of what stands at the pointer; "" where it has none. */
function definitionOf(pointer: string, { definition, document, shapes }: Checked): string {
  return definitionAt(pointer, document, definition, shapes);
}

function missing(error: ErrorObject): string {
  return String(params(error)["missingProperty"]);
}

function additional(error: ErrorObject): string {
  return String(params(error)["additionalProperty"]);
}

function params(error: ErrorObject): Record<string, unknown> {
  return error.params as Record<string, unknown>;
}
