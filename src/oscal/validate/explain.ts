import type { ErrorObject } from "ajv";
import { nearest } from "../../diagnostics/nearest.js";
import { formatPointer, parsePointer, valueAt } from "../../source/pointer.js";
import { compareProblems, type OscalProblem } from "./problem.js";

/** By definition, by property: the definition of what stands there; "" where it has no name. */
type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The document that was checked, with what is needed to name its parts. */
interface Checked {
  readonly document: unknown;
  /** Name of the definition of the whole document. */
  readonly definition: string;
  readonly shapes: Shapes;
}

/** What the text of a datatype has to look like. */
const forms: Readonly<Record<string, string>> = {
  Base64: "Base64: letters, digits, + and /, padded with =",
  CalendarDate: "a day that exists, such as 2026-04-14",
  DateTimeWithTimezone: "a date and time that exists, with its time zone, such as 2026-04-14T09:00:00Z",
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
 * @returns problems sorted by pointer
 */
export function explainErrors(errors: readonly ErrorObject[], checked: Checked): OscalProblem[] {
  const problems = new Map<string, OscalProblem>();
  const put = (problem: OscalProblem, aspect: string): void => {
    const key = `${problem.pointer} ${aspect}`;
    if (!problems.has(key)) problems.set(key, problem);
  };
  const choices = new Map<string, string[]>();
  for (const error of errors) {
    // Which branch failed is said by the errors inside it.
    if (error.keyword === "if" || error.keyword === "anyOf") continue;
    if (error.keyword === "required" && error.schemaPath.includes("/anyOf/")) {
      const branches = choices.get(error.instancePath) ?? [];
      choices.set(error.instancePath, [...branches, String(params(error)["missingProperty"])]);
    } else if (error.keyword === "pattern" || error.keyword === "format") {
      put(explainForm(error, checked), "form"); // a value without its form fails the pattern and often the format too
    } else put(...explain(error, checked));
  }
  for (const [pointer, allowed] of choices) {
    const message = `${capital(ownerWords(pointer))} needs one of ${allowed.map(quote).join(", ")}.`;
    put({ pointer, keyword: "anyOf", message, allowed }, "anyOf");
  }
  return [...problems.values()].sort(compareProblems);
}

function explain(error: ErrorObject, checked: Checked): [problem: OscalProblem, aspect: string] {
  const { instancePath: pointer, keyword } = error;
  const name = ownerWords(pointer);
  switch (keyword) {
    case "additionalProperties": {
      const property = String(params(error)["additionalProperty"]);
      return [unknownProperty(pointer, property, checked), keyword];
    }
    case "required": {
      const property = String(params(error)["missingProperty"]);
      return [
        { pointer, keyword, message: `${capital(name)} has no ${quote(property)}: add it.` },
        `${keyword} ${property}`,
      ];
    }
    case "enum": {
      const allowed = (params(error)["allowedValues"] as unknown[]).map(String);
      const value = valueAt(checked.document, pointer);
      const guess = typeof value === "string" ? nearest(value, allowed) : undefined;
      const message = `${show(value)} is not allowed for ${name}. ${didYouMean(guess)}Allowed: ${allowed.join(", ")}.`;
      return [{ pointer, keyword, message, ...primitive(value), allowed, ...suggestion(guess) }, keyword];
    }
    case "false schema": {
      // The schema says of one alternative that the later ones cannot stand beside it.
      const sibling = /\/dependentSchemas\/([^/]+)\//.exec(error.schemaPath)?.[1] ?? "";
      const message = `${capital(name)} cannot stand beside ${quote(sibling)}: keep one of the two.`;
      return [{ pointer, keyword: "dependentSchemas", message }, "dependentSchemas"];
    }
    case "type": {
      const value = valueAt(checked.document, pointer);
      const message = `${capital(name)} is ${typeWords(value)}, but has to be ${expectedWords(String(params(error)["type"]))}.`;
      return [{ pointer, keyword, message, ...primitive(value) }, keyword];
    }
    case "minItems":
      return [
        { pointer, keyword, message: `${capital(name)} is empty: leave it out, or write at least one entry.` },
        keyword,
      ];
    default: {
      const value = valueAt(checked.document, pointer);
      return [
        { pointer, keyword, message: `${capital(name)} ${error.message ?? "is not valid"}.`, ...primitive(value) },
        keyword,
      ];
    }
  }
}

function unknownProperty(owner: string, property: string, checked: Checked): OscalProblem {
  const allowed = Object.keys(checked.shapes[definitionAt(owner, checked)] ?? {}).filter((key) => key !== "$schema");
  const guess = nearest(property, allowed);
  const known = allowed.length === 0 ? "Nothing is allowed in it." : `Known: ${allowed.join(", ")}.`;
  return {
    pointer: `${owner}${formatPointer([property])}`,
    keyword: "additionalProperties",
    message: `${quote(property)} is not a property of ${ownerWords(owner)}. ${didYouMean(guess)}${known}`,
    allowed,
    ...suggestion(guess),
  };
}

function explainForm(error: ErrorObject, checked: Checked): OscalProblem {
  const { instancePath: pointer, keyword } = error;
  const value = valueAt(checked.document, pointer);
  const form = forms[definitionAt(pointer, checked)] ?? `of the form ${String(params(error)["pattern"])}`;
  const message = `${show(value)} does not fit ${ownerWords(pointer)}, which has to be ${form}.`;
  return { pointer, keyword, message, ...primitive(value) };
}

/** Name of the definition of what stands at the pointer; "" where it has none. */
function definitionAt(pointer: string, { definition, document, shapes }: Checked): string {
  let current = definition;
  let value = document;
  for (const segment of parsePointer(pointer)) {
    // An entry of an array has the definition that the array's property names.
    if (!Array.isArray(value)) {
      const shape = shapes[current];
      current = (shape !== undefined && Object.hasOwn(shape, segment) ? shape[segment] : undefined) ?? "";
    }
    value = valueAt(value, formatPointer([segment]));
  }
  return current;
}

function params(error: ErrorObject): Record<string, unknown> {
  return error.params as Record<string, unknown>;
}

/** Begins a sentence. */
function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The property that the pointer ends in; for an entry of an array also the array's name. */
function ownerWords(pointer: string): string {
  const segments = parsePointer(pointer);
  const last = segments.at(-1);
  if (last === undefined) return "the document";
  const list = segments.at(-2);
  return /^\d+$/.test(last) && list !== undefined ? `entry ${String(Number(last) + 1)} of ${quote(list)}` : quote(last);
}

function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 77)}...` : name);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function primitive(value: unknown): { value?: string | number | boolean | null } {
  return value === null || ["string", "number", "boolean"].includes(typeof value)
    ? { value: value as string | number | boolean | null }
    : {};
}

function didYouMean(guess: string | undefined): string {
  return guess === undefined ? "" : `Did you mean ${quote(guess)}? `;
}

function suggestion(guess: string | undefined): { suggestion?: string } {
  return guess === undefined ? {} : { suggestion: guess };
}

function typeWords(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "boolean" ? "true or false" : typeof value === "number" ? "a number" : "a text";
}

function expectedWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    array: "an array, also for one entry",
    boolean: "true or false",
    integer: "a whole number",
    number: "a number",
    object: "an object",
    string: "a text in quotes",
  };
  return words[type] ?? type;
}
