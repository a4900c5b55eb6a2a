/** A list that is made while it is written, so that it never lies in memory as a whole; its elements are plain. */
export class Streamed<Element> {
  readonly make: () => Iterable<Element>;
  /** The elements as JSON text in one line each, where they lie ready as such. */
  readonly texts: (() => Iterable<string>) | undefined;

  constructor(make: () => Iterable<Element>, texts?: () => Iterable<string>) {
    this.make = make;
    this.texts = texts;
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

/** A list made while it is written, in the place of an array. @param texts its elements as JSON text, where that lies ready */
export function streamed<Element>(make: () => Iterable<Element>, texts?: () => Iterable<string>): Streamed<Element> {
  return new Streamed(make, texts);
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
  if (value instanceof Streamed) yield* elements(value as Streamed<unknown>, indent);
  else if (typeof value !== "object" || value === null) yield JSON.stringify(value);
  else if (valuesLeft(value, FEW) >= 0) {
    // The engine writes a small tree at once; the line breaks inside are all its own, since a string holds none.
    const text = JSON.stringify(value, undefined, 2);
    yield indent === "" ? text : text.replaceAll("\n", `\n${indent}`);
  } else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      yield `${index === 0 ? "[" : ","}\n${inner}`;
      yield* pieces(element ?? null, inner);
    }
    yield `\n${indent}]`;
  } else {
    let first = true;
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${first ? "{" : ","}\n${inner}${JSON.stringify(key)}: `;
      yield* pieces(member, inner);
      first = false;
    }
    yield first ? "{}" : `\n${indent}}`;
  }
}

/** Elements are joined here: each would otherwise pass through as many generators as the list has things around it. */
function* elements(list: Streamed<unknown>, indent: string): Generator<string> {
  let pending = "[";
  let separator = `\n${indent}  `;
  const following = `,${separator}`;
  for (const text of list.texts?.() ?? textsOf(list.make())) {
    pending += separator + text;
    separator = following;
    if (pending.length < PIECE) continue;
    yield pending;
    pending = "";
  }
  yield separator === following ? `${pending}\n${indent}]` : "[]";
}

function* textsOf(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield JSON.stringify(value);
}

/** Values of a tree that is small enough to be written at once. */
const FEW = 64;

/** How many more values a tree could have than it has; negative where it has more, or holds a streamed list. */
function valuesLeft(value: object, most: number): number {
  if (value instanceof Streamed) return -1;
  let left = most - 1;
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof member === "object" && member !== null) left = valuesLeft(member, left);
    else left -= 1;
    if (left < 0) return left;
  }
  return left;
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
