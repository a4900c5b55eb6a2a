import { isObject } from "../../foundation/json-value.js";

/** A field of a rule's input, as its schema has it. */
export interface Field {
  /** Such as `system.lifecycle.stage`, or `system.risk.factors[].level`. */
  readonly path: string;
  readonly type: FieldType;
}

type FieldType =
  | { readonly kind: "choice"; readonly values: readonly unknown[] }
  | { readonly kind: "date" | "number" | "boolean" | "text" };

/** An input with one change of one field. */
export interface FieldChange {
  readonly field: string;
  /** Such as "dropped" or `"yes" to "no"`. */
  readonly change: string;
  readonly input: unknown;
}

type Schema = Readonly<Record<string, unknown>>;

const DEEPEST = 12;

/** The fields that hold one value, by their path. */
export function fieldsOf(schema: unknown): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  if (!isObject(schema)) return fields;
  const definitions = schema["$defs"];
  const visit = (each: unknown, path: string, depth: number): void => {
    const here = resolved(each, definitions);
    if (here === undefined || depth > DEEPEST) return;
    for (const [key, value] of Object.entries(isObject(here["properties"]) ? here["properties"] : {})) {
      visit(value, path === "" ? key : `${path}.${key}`, depth + 1);
    }
    if (isObject(here["items"])) visit(here["items"], `${path}[]`, depth + 1);
    const type = typeOf(here);
    if (type !== undefined && path !== "asOf") fields.set(path, { path, type });
  };
  visit(schema, "", 0);
  return fields;
}

/** A schema with what it refers to; its own words go first. */
function resolved(schema: unknown, definitions: unknown): Schema | undefined {
  if (!isObject(schema)) return undefined;
  const name = typeof schema["$ref"] === "string" ? schema["$ref"].replace("#/$defs/", "") : undefined;
  const target = name !== undefined && isObject(definitions) ? definitions[name] : undefined;
  return target === undefined ? schema : { ...resolved(target, definitions), ...schema };
}

function typeOf(schema: Schema): FieldType | undefined {
  if (Array.isArray(schema["enum"])) return { kind: "choice", values: schema["enum"] };
  if (schema["format"] === "partial-date") return { kind: "date" };
  switch (schema["type"]) {
    case "integer":
    case "number":
      return { kind: "number" };
    case "boolean":
      return { kind: "boolean" };
    case "string":
      return { kind: "text" };
    default:
      return undefined;
  }
}

/** Each change of each field that an input holds. */
export function* fieldChangesOf(input: unknown, fields: ReadonlyMap<string, Field>): Generator<FieldChange> {
  yield* changesBelow(input, "", fields, (value) => value);
}

type Put = (value: unknown) => unknown;

function* changesBelow(
  value: unknown,
  path: string,
  fields: ReadonlyMap<string, Field>,
  put: Put,
): Generator<FieldChange> {
  const field = fields.get(path);
  if (field !== undefined) {
    for (const [change, other] of otherValues(value, field.type)) yield { field: path, change, input: put(other) };
  }
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) {
      yield* changesBelow(each, `${path}[]`, fields, (other) => put(value.with(i, other)));
    }
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      const below = path === "" ? key : `${path}.${key}`;
      const others = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      if (fields.has(below)) yield { field: below, change: "dropped", input: put(others) };
      yield* changesBelow(each, below, fields, (other) => put({ ...value, [key]: other }));
    }
  }
}

const YEARS = 20;

function* otherValues(value: unknown, type: FieldType): Generator<readonly [change: string, other: unknown]> {
  if (type.kind === "choice") {
    for (const other of type.values) if (other !== value) yield [`to ${JSON.stringify(other)}`, other];
  } else if (type.kind === "date" && typeof value === "string" && /^\d{4}/.test(value)) {
    const moved = (years: number): string =>
      String(Number(value.slice(0, 4)) + years).padStart(4, "0") + value.slice(4);
    yield [`${String(YEARS)} years earlier`, moved(-YEARS)];
    yield [`${String(YEARS)} years later`, moved(YEARS)];
  } else if (type.kind === "number" && typeof value === "number") {
    yield ["one more", value + 1];
    yield ["one less", value - 1];
  } else if (type.kind === "boolean" && typeof value === "boolean") {
    yield [`to ${String(!value)}`, !value];
  } else if (type.kind === "text" && typeof value === "string") {
    yield ["another text", `${value}~`];
  }
}
