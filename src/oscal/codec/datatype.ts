import { codecTables } from "./generated/codec-tables.js";

/** The text of a flag or field as a JSON value. */
export interface TextValue {
  /** The text itself where it is not of the datatype: the schema says so. */
  readonly value: string | number | boolean;
  /** Whether the number in the text has more digits than JSON's reader keeps. */
  readonly inexact: boolean;
}

/** Type of the datatype's values in JSON. */
export function jsonType(datatype: string): "string" | "boolean" | "integer" | "number" {
  return jsonTypes.get(datatype) ?? "string";
}

const jsonTypes: ReadonlyMap<string, "boolean" | "integer" | "number"> = new Map(Object.entries(codecTables.datatypes));

/**
 * The JSON value of the text of a datatype whose values are strings in JSON.
 * Blanks around it belong to the text of the datatype "string" alone (XSD, whiteSpace).
 */
export function stringValue(datatype: string, text: string): string {
  return datatype === "string" ? text : trimBlanks(text);
}

/** The JSON value of the text of an attribute or of a field without markup. */
export function textValue(datatype: string, text: string): TextValue {
  const type = jsonType(datatype);
  if (type === "string") return { value: stringValue(datatype, text), inexact: false };
  const trimmed = trimBlanks(text);
  switch (type) {
    case "boolean": {
      const known = trimmed === "true" || trimmed === "1" || trimmed === "false" || trimmed === "0";
      return { value: known ? trimmed === "true" || trimmed === "1" : trimmed, inexact: false };
    }
    case "integer":
      return /^[+-]?\d+$/.test(trimmed) ? numberValue(trimmed) : { value: trimmed, inexact: false };
    case "number":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(trimmed) ? numberValue(trimmed) : { value: trimmed, inexact: false };
  }
}

/** Whether the text is nothing but what XML calls white space. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isBlankCode(text.charCodeAt(index))) return false;
  return true;
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankCode(text.charCodeAt(start))) start += 1;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Longer numbers are never exact, and the search for redundant zeros would take long. */
const maxNumberLength = 400;

function numberValue(text: string): TextValue {
  if (text.length > maxNumberLength) return { value: text, inexact: true };
  const value = Number(text) + 0; // what is written as -0 is 0
  if (!Number.isFinite(value)) return { value: text, inexact: true };
  return { value, inexact: plainDigits(text) !== plainDigits(decimalText(value)) };
}

/** A decimal number without a plus sign and without redundant zeros. */
function plainDigits(text: string): string {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const digits = `${whole.replace(/^0+/, "")}.${fraction.replace(/0+$/, "")}`;
  return negative && digits !== "." ? `-${digits}` : digits;
}

/** The number as XSD's decimal has it, which knows no exponent. */
export function decimalText(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", first = "", rest = "", exponent = "0"] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  return point <= 0 ? `${sign}0.${"0".repeat(-point)}${digits}` : `${sign}${digits.padEnd(point, "0")}`;
}
