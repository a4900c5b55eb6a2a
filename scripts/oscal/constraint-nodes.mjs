// @ts-check
// What the generated constraint checks call at run time; bundled into them. A node is a container (object or array) and a key
// of it, so that a bare value has one too. Values of a wrong type are passed over: the schema reports them.

/** @typedef {Record<string | number, unknown>} Container */

/** @type {readonly unknown[]} */
const NONE = [];

/** The entries of a group. @param {unknown} value @returns {readonly any[]} */
export function entries(value) {
  return Array.isArray(value) ? value : NONE;
}

/** An assembly, or a field with flags. @param {unknown} value */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A flag, or a field without flags. @param {unknown} value */
export function isScalar(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** @param {unknown} value @param {string} start */
export function startsWith(value, start) {
  return typeof value === "string" && value.startsWith(start);
}

/** @param {unknown} left @param {unknown} right */
export function isGreater(left, right) {
  return typeof left === "number" && typeof right === "number" && left > right;
}

/**
 * Where a definition leads on the way to what is looked for: JSON property, whether it holds an array, the definition there,
 * the bit of the name that is looked for or 0, whether it is a field without flags.
 * @typedef {[property: string, many: 0 | 1, definition: number, bit: number, bare: 0 | 1]} Way
 */

/** All that was found below an object the last time. Several constraints of a definition ask for parts of it. */
const last = {
  /** @type {unknown} */
  ways: undefined,
  /** @type {unknown} */
  object: undefined,
  /** @type {any[]} */
  found: [],
};

/** Lets go of the document, which may change before it is asked again. */
export function forget() {
  last.ways = undefined;
  last.object = undefined;
  last.found = [];
}

/**
 * Everything wanted below an object, in the order of the model: containers, keys and bits of names in turns.
 * @param {Record<number, Way[]>} ways by definition
 * @param {number} definition of the object
 * @param {unknown} object
 */
export function below(ways, definition, object) {
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
 * @param {Record<number, Way[]>} ways by definition
 * @param {number} definition of the object
 * @param {unknown} object
 * @param {number} names bits of those that are wanted
 * @param {(container: Container, key: string | number) => void} found
 */
export function eachBelow(ways, definition, object, names, found) {
  const list = below(ways, definition, object);
  for (let index = 0; index < list.length; index += 3) {
    if (list[index + 2] & names) found(list[index], list[index + 1]);
  }
}

/**
 * What is still to be looked at, the last first: lists side by side instead of one of triples, and the same for every search, since a
 * catalog has thousands of nodes. Empty when a search is done.
 */
const open = {
  /** @type {Container[]} */
  containers: [],
  /** @type {(string | number)[]} */
  keys: [],
  /** @type {Way[]} */
  ways: [],
};

/** Without recursion: the nesting is the document's. @param {Record<number, Way[]>} ways @param {number} definition @param {unknown} object */
function collect(ways, definition, object) {
  /** @type {any[]} */
  const found = [];
  push(ways[definition], /** @type {Container} */ (object));
  for (let way = open.ways.pop(); way !== undefined; way = open.ways.pop()) {
    const container = /** @type {Container} */ (open.containers.pop());
    const key = /** @type {string | number} */ (open.keys.pop());
    const value = container[key];
    if (!(way[4] === 1 ? isScalar(value) : isObject(value))) continue;
    if (way[3] !== 0) found.push(container, key, way[3]);
    if (way[4] === 0) push(ways[way[2]], /** @type {Container} */ (value));
  }
  return found;
}

/** @param {Way[] | undefined} ways @param {Container} owner */
function push(ways, owner) {
  if (ways === undefined) return;
  for (let index = ways.length - 1; index >= 0; index -= 1) {
    const way = /** @type {Way} */ (ways[index]);
    const content = owner[way[0]];
    if (content === undefined) continue;
    if (way[1] === 0) {
      open.containers.push(owner);
      open.keys.push(way[0]);
      open.ways.push(way);
    } else if (Array.isArray(content)) {
      const array = /** @type {Container} */ (/** @type {unknown} */ (content));
      for (let entry = content.length - 1; entry >= 0; entry -= 1) {
        open.containers.push(array);
        open.keys.push(entry);
        open.ways.push(way);
      }
    }
  }
}
