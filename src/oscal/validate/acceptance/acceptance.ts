import type { DatatypeRow } from "./tables.js";
import { isObject, type JsonObject } from "../../../foundation/json-value.js";
import { acceptanceTables } from "../generated/acceptance-tables.js";
import type { ContentRow, PropertyRow, ShapeRow } from "./tables.js";

/** An object that has certain properties and no others. */
interface Shape {
  readonly properties: ReadonlyMap<string, Property>;
  /** How many of them have to be there. */
  readonly required: number;
  readonly row: ShapeRow;
}

interface Property {
  readonly isRequired: boolean;
  /** 1 for an array, 2 for an array or one entry without it, 0 for one value. */
  readonly list: 0 | 1 | 2;
  readonly least: number;
  readonly most: number;
  /** Index of the shape of an object, or -1 for a value. */
  readonly shape: number;
  /** The test of a value. */
  readonly test: ValueTest;
}

const shapes: (Shape | undefined)[] = [];
const tests = new Map<string, ValueTest>();

/**
 * Whether a document is valid under the schema of its OSCAL 1.2.2 model. The answer for most documents, in a fraction of the time that
 * the validators take, which say what is wrong: one small function that goes through tables is compiled sooner by the engine, and
 * loaded faster, than a function for every definition.
 * @returns true for valid documents only; false for all others, and for valid ones with a rare form of URI, as one of an IPv6 address
 * @throws RangeError where the document is nested too deeply for this check
 */
export function isAccepted(document: unknown): boolean {
  if (!isObject(document)) return false;
  let models = 0;
  for (const name of Object.keys(document)) {
    const value = document[name];
    if (name === "$schema") {
      if (!testOf("uri-reference")(value)) return false;
      continue;
    }
    const root = Object.hasOwn(acceptanceTables.roots, name) ? acceptanceTables.roots[name] : undefined;
    if (root === undefined || !fits(value, root)) return false;
    models += 1;
  }
  return models === 1;
}

/** With loops that make nothing: most documents are read once in a process, before the engine has compiled what reads them. */
function fits(value: unknown, index: number): boolean {
  if (!isObject(value)) return false;
  const { properties, required, row } = shapes[index] ?? shapeAt(index);
  let present = 0;
  for (const name in value) {
    const property = properties.get(name);
    if (property === undefined) return false;
    const content = value[name];
    const { list, shape } = property;
    if (list === 0 || (list === 2 && !Array.isArray(content))) {
      if (!(shape < 0 ? property.test(content) : fits(content, shape))) return false;
    } else {
      if (!Array.isArray(content) || content.length < property.least || content.length > property.most) return false;
      for (let entry = 0; entry < content.length; entry += 1) {
        if (!(shape < 0 ? property.test(content[entry]) : fits(content[entry], shape))) return false;
      }
    }
    if (property.isRequired) present += 1;
  }
  return present === required && ((row.anyOf === undefined && row.excluded === undefined) || agrees(value, row));
}

/** Whether of each choice one property is there, and none beside another that excludes it. */
function agrees(value: JsonObject, { anyOf = [], excluded = {} }: ShapeRow): boolean {
  for (const choice of anyOf) if (!choice.some((name) => Object.hasOwn(value, name))) return false;
  for (const name of Object.keys(excluded)) {
    if (Object.hasOwn(value, name) && excluded[name]?.some((other) => Object.hasOwn(value, other)) === true)
      return false;
  }
  return true;
}

/** Shapes are put together when they are first met: a document uses a part of them. */
function shapeAt(index: number): Shape {
  const row = acceptanceTables.shapes[index];
  if (row === undefined) throw new Error(`There is no shape ${String(index)}`);
  const required = new Set(row.required);
  const properties = new Map(
    Object.entries(row.properties).map(([name, property]) => [name, propertyOf(property, required.has(name))]),
  );
  const made: Shape = { properties, required: required.size, row };
  shapes[index] = made;
  return made;
}

function propertyOf([content, list, least = 1, most = Infinity]: PropertyRow, isRequired: boolean): Property {
  const shape = typeof content === "number" ? content : -1;
  return { isRequired, list: list ?? 0, least, most, shape, test: contentTest(content) };
}

function contentTest(content: ContentRow): ValueTest {
  if (content === true) return (value) => typeof value === "boolean";
  if (typeof content === "string") return testOf(content);
  if (typeof content === "number") return () => false;
  const values: ReadonlySet<unknown> = new Set(content);
  return (value) => values.has(value);
}

function testOf(datatype: string): ValueTest {
  const known = tests.get(datatype);
  if (known) return known;
  const row = acceptanceTables.datatypes[datatype];
  if (row === undefined) throw new Error(`There is no datatype ${datatype}`);
  const made = valueTest(datatype, row);
  tests.set(datatype, made);
  return made;
}

/** Whether a value has the form of a datatype. */
export type ValueTest = (value: unknown) => boolean;

/** A character of a path (RFC 3986, section 3.3). */
const pathCharacter = "(?:[\\w.~!$&'()*+,;=:@-]|%[\\dA-Fa-f]{2})";

/** URIs whose host is not an IPv6 address. */
const plainUri = new RegExp(
  [
    "^[A-Za-z][A-Za-z\\d+.-]*:",
    "(?:",
    `//(?:[\\w.~!$&'()*+,;=:-]*@)?[\\w.~!$&'()*+,;=-]*(?::\\d*)?(?:/${pathCharacter}*)*`,
    `|/?${pathCharacter}+(?:/${pathCharacter}*)*`,
    ")",
    `(?:\\?(?:${pathCharacter}|[/?])*)?(?:#(?:${pathCharacter}|[/?])*)?$`,
  ].join(""),
);

/**
 * Forms that nearly all values of a datatype have, cheaper to see than the patterns of the schema, which know every letter there is.
 * A text of such a form fits these patterns as well.
 */
const usual: Readonly<Record<string, readonly RegExp[]>> = {
  string: [/^[!-~](?:[ -~]*[!-~])?$/],
  token: [/^[A-Za-z_][\w.-]*$/],
  "uri-reference": [/^#[\w.-]+$/, /^[\w.-]+(?:\/[\w.-]+)*(?:#[\w.-]+)?$/, plainUri],
  uuid: [/^[\da-f]{8}-[\da-f]{4}-[45][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
};

/**
 * Forms to which a datatype is narrowed whose format is more than a pattern: the pattern of dates takes some years of two digits. The
 * generator of the tables ends where a datatype has such a format and is not known here.
 */
const narrowed: Readonly<Record<string, readonly RegExp[]>> = {
  "date-time-with-timezone": [/^\d{4}-/],
  uri: [plainUri],
};

/** The test of a datatype. A value that passes is valid by the schema; the test may refuse some rare forms of URIs. */
export function valueTest(name: string, { type, minimum = -Infinity, patterns }: DatatypeRow): ValueTest {
  switch (type) {
    case "number":
      return (value) => typeof value === "number" && Number.isFinite(value) && value >= minimum;
    case "integer":
      return (value) => Number.isInteger(value) && (value as number) >= minimum;
    case "string":
      return textTest(name, patterns);
  }
}

function textTest(name: string, patterns: DatatypeRow["patterns"]): ValueTest {
  if (name === "markup-line") return (value) => typeof value === "string" && value !== "" && !value.includes("\n");
  const quick = (Object.hasOwn(usual, name) ? usual[name] : undefined) ?? [];
  const narrow = (Object.hasOwn(narrowed, name) ? narrowed[name] : undefined) ?? [];
  let slow: readonly RegExp[] | undefined;
  const [first] = quick;
  return (value) => {
    if (typeof value !== "string") return false;
    if (first?.test(value) === true) return true;
    for (let index = 1; index < quick.length; index += 1) if (quick[index]?.test(value) === true) return true;
    slow ??= [...patterns.map(([source, flags]) => new RegExp(source, flags)), ...narrow];
    return slow.every((pattern) => pattern.test(value));
  };
}
