// The generated constraint checks call these functions at run time and are bundled with them. A node is a container (object or array)
// and a key of it, so that a bare value has one too. Values of a wrong type are skipped: the schema reports them.

/* eslint-disable @typescript-eslint/non-nullable-type-assertion-style -- Lists of one length are read side by side, once for every
   node of a document: a check that cannot fail would be paid for each. */

type Container = Record<string | number, unknown>;
type Key = string | number;

const NONE: readonly unknown[] = [];

/** The entries of a group. */
export function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NONE;
}

/** An assembly, or a field with flags. */
export function isObject(value: unknown): value is Container {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A flag, or a field without flags. */
export function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export function startsWith(value: unknown, start: string): boolean {
  return typeof value === "string" && value.startsWith(start);
}

export function isGreater(left: unknown, right: unknown): boolean {
  return typeof left === "number" && typeof right === "number" && left > right;
}

/**
 * A step from a definition towards the nodes that are looked for: JSON property, whether it holds an array, the definition there,
 * the bit of the name that is looked for or 0, whether it is a field without flags.
 */
export type Way = [property: string, many: 0 | 1, definition: number, bit: number, bare: 0 | 1];

/** Ways by definition. */
type Ways = Readonly<Record<number, readonly Way[]>>;

/** Containers, keys and bits of names in turns: one list, since a catalog has thousands of nodes. */
type Found = (Container | Key)[];

/** All that was found below an object the last time. Several constraints of a definition ask for parts of it. */
const last: { ways: Ways | undefined; object: unknown; found: Found } = {
  ways: undefined,
  object: undefined,
  found: [],
};

/** Lets go of the document, which may change before it is asked again. */
export function forget(): void {
  last.ways = undefined;
  last.object = undefined;
  last.found = [];
}

/**
 * Everything wanted below an object, in the order of the model.
 * @param definition of the object
 */
export function below(ways: Ways, definition: number, object: unknown): Found {
  if (last.object !== object || last.ways !== ways) {
    last.found = collect(ways, definition, object);
    last.object = object;
    last.ways = ways;
  }
  return last.found;
}

/**
 * Gives the nodes below an object whose names are wanted. One loop for all constraints that ask no more of them: it is run often
 * enough to be compiled, which a loop of each would not be.
 * @param definition of the object
 * @param names bits of those that are wanted
 */
export function eachBelow(
  ways: Ways,
  definition: number,
  object: unknown,
  names: number,
  found: (container: Container, key: Key) => void,
): void {
  const list = below(ways, definition, object);
  for (let index = 0; index < list.length; index += 3) {
    if ((list[index + 2] as number) & names) found(list[index] as Container, list[index + 1] as Key);
  }
}

/**
 * The nodes still to be visited, the last first: lists side by side instead of one of triples, and the same for every search, since a
 * catalog has thousands of nodes. Empty when a search is done.
 */
const open: { readonly containers: Container[]; readonly keys: Key[]; readonly ways: Way[] } = {
  containers: [],
  keys: [],
  ways: [],
};

/** Without recursion: the nesting is the document's. */
function collect(ways: Ways, definition: number, object: unknown): Found {
  const found: Found = [];
  push(ways[definition], object as Container);
  for (let way = open.ways.pop(); way !== undefined; way = open.ways.pop()) {
    const container = open.containers.pop() as Container;
    const key = open.keys.pop() as Key;
    const value = container[key];
    if (!(way[4] === 1 ? isScalar(value) : isObject(value))) continue;
    if (way[3] !== 0) found.push(container, key, way[3]);
    if (way[4] === 0) push(ways[way[2]], value as Container);
  }
  return found;
}

function push(ways: readonly Way[] | undefined, owner: Container): void {
  if (ways === undefined) return;
  for (let index = ways.length - 1; index >= 0; index -= 1) {
    const way = ways[index] as Way;
    const content = owner[way[0]];
    if (content === undefined) continue;
    if (way[1] === 0) {
      open.containers.push(owner);
      open.keys.push(way[0]);
      open.ways.push(way);
    } else if (Array.isArray(content)) {
      const array = content as unknown as Container;
      for (let entry = content.length - 1; entry >= 0; entry -= 1) {
        open.containers.push(array);
        open.keys.push(entry);
        open.ways.push(way);
      }
    }
  }
}
