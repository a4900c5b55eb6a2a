import type { ErrorObject, ValidateFunction } from "ajv";
import { isObject } from "../foundation/json-value.js";
import { formatPointer, parsePointer, valueAt } from "./pointer.js";

/** A value without its blanks, and how it breaks its schema. */
interface Checked {
  readonly value: unknown;
  readonly errors: readonly ErrorObject[];
}

/**
 * Validates a value without its blanks. Names of keys are checked where there is no value, too: in a misspelt key, or in brackets where a
 * blank or a quote is missing (`{stage:deployed}`), something was said that would be lost.
 */
export function checkWithoutBlanks(validator: ValidateFunction, whole: unknown): Checked {
  const value = withoutBlanks(whole);
  const errors: ErrorObject[] = validator(value) ? [] : (validator.errors ?? []);
  if (value === whole || validator(whole)) return { value, errors };
  const names = (validator.errors ?? []).filter((error) => isNameOfBlank(error, whole));
  return { value, errors: [...errors, ...names] };
}

/** Whether a document stays as valid as it is when the value at a pointer is a text. */
export function holdsText(validator: ValidateFunction, whole: unknown, pointer: string, text: string): boolean {
  const changed = structuredClone(whole);
  const segments = parsePointer(pointer);
  const last = segments.pop();
  const owner = valueAt(changed, formatPointer(segments));
  if (last === undefined || typeof owner !== "object" || owner === null) return false;
  // defineProperty and not assignment: a key named __proto__ is data like any other.
  Object.defineProperty(owner, last, { value: text, enumerable: true, writable: true, configurable: true });
  if (validator(withoutBlanks(changed))) return true;
  return !(validator.errors ?? []).some(({ instancePath }) => instancePath === pointer);
}

function isNameOfBlank({ keyword, params, propertyName, instancePath }: ErrorObject, whole: unknown): boolean {
  const { additionalProperty } = params as Readonly<Record<string, unknown>>;
  const name = keyword === "additionalProperties" ? additionalProperty : propertyName;
  const owner = valueAt(whole, instancePath);
  return typeof name === "string" && isObject(owner) && Object.hasOwn(owner, name) && owner[name] === null;
}

/**
 * Leaves out keys without a value: a key without a value (`owner:`) says no more than a missing key.
 * Lists keep their length, so that pointers into the document stay true; an empty element stays null and fails validation.
 */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return hasBlank(value) ? value.map(withoutBlanks) : value;
  if (typeof value !== "object" || value === null || !hasBlank(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === null) continue;
    // defineProperty and not assignment: a key named __proto__ is data like any other.
    Object.defineProperty(result, key, {
      value: withoutBlanks(member),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
}

function hasBlank(value: object): boolean {
  return Object.values(value).some(
    (member) => member === null || (typeof member === "object" && hasBlank(member as object)),
  );
}
