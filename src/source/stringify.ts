/** A list that is made while it is written, so that it never lies in memory as a whole; its elements are plain. */
export class Streamed<Element> {
  readonly make: () => Iterable<Element>;

  constructor(make: () => Iterable<Element>) {
    this.make = make;
  }
}

/** A list of a document that is to be written: an array, or made while it is written. Only its writer looks inside. */
export type Listed<Element> = readonly Element[] | Streamed<Element>;

/** A document of a model as it is handed to be written: every list in it may be made while it is written. */
export type Writable<Value> = Value extends readonly (infer Element)[]
  ? readonly Writable<Element>[] | Streamed<Element>
  : Value extends object
    ? { readonly [Key in keyof Value]: Writable<Value[Key]> }
    : Value;

/** A list made while it is written, in the place of an array. */
export function streamed<Element>(make: () => Iterable<Element>): Streamed<Element> {
  return new Streamed(make);
}

/** Pieces of text are joined up to about this length before they are handed on. */
const PIECE = 1 << 14;

/**
 * Writes a tree as JSON text in pieces, indented by two blanks, with a line end at the end. Elements of streamed lists take one
 * line each. Keys keep their order; undefined members are left out as JSON.stringify does.
 */
export function* jsonText(value: unknown): Generator<string> {
  let pending = "";
  for (const piece of pieces(value, "")) {
    pending += piece;
    if (pending.length >= PIECE) {
      yield pending;
      pending = "";
    }
  }
  yield `${pending}\n`;
}

function* pieces(value: unknown, indent: string): Generator<string> {
  const inner = `${indent}  `;
  if (value instanceof Streamed) {
    let first = true;
    for (const element of (value as Streamed<unknown>).make()) {
      yield `${first ? "[" : ","}\n${inner}${JSON.stringify(element)}`;
      first = false;
    }
    yield first ? "[]" : `\n${indent}]`;
  } else if (Array.isArray(value)) {
    if (value.length === 0) yield "[]";
    else {
      for (const [index, element] of value.entries()) {
        yield `${index === 0 ? "[" : ","}\n${inner}`;
        yield* pieces(element ?? null, inner);
      }
      yield `\n${indent}]`;
    }
  } else if (typeof value === "object" && value !== null) {
    let first = true;
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${first ? "{" : ","}\n${inner}${JSON.stringify(key)}: `;
      yield* pieces(member, inner);
      first = false;
    }
    yield first ? "{}" : `\n${indent}}`;
  } else yield JSON.stringify(value);
}

/** The same tree with streamed lists as arrays, for small documents and for looking at. */
export function materialize(value: unknown): unknown {
  if (value instanceof Streamed) return Array.from((value as Streamed<unknown>).make(), materialize);
  if (Array.isArray(value)) return value.map(materialize);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, materialize(member)]),
  );
}
