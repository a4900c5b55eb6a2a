// @ts-check
// What the generated constraint checks call at run time; bundled into them. A node is a container (object or array) and a key
// of it, so that a bare value has one too. Values of a wrong type are passed over: the schema reports them.

/** @typedef {Record<string | number, unknown>} Container */

/** The namespace of a prop or part that names none. */
const OSCAL = "http://csrc.nist.gov/ns/oscal";

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

/** @param {unknown} ns @param {readonly unknown[]} namespaces */
export function hasNamespace(ns, namespaces) {
  return namespaces.includes(ns === undefined ? OSCAL : ns);
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

/** Without recursion: the nesting is the document's. @param {Record<number, Way[]>} ways @param {number} definition @param {unknown} object */
function collect(ways, definition, object) {
  /** @type {any[]} */
  const found = [];
  // Lists side by side instead of one of triples: a catalog has thousands of nodes.
  /** @type {Container[]} */
  const containers = [];
  /** @type {(string | number)[]} */
  const keys = [];
  /** @type {Way[]} */
  const kinds = [];
  /** @param {Container} owner @param {number} at */
  const push = (owner, at) => {
    const list = ways[at];
    if (list === undefined) return;
    for (let index = list.length - 1; index >= 0; index -= 1) {
      const way = /** @type {Way} */ (list[index]);
      const content = owner[way[0]];
      if (content === undefined) continue;
      if (way[1] === 0) {
        containers.push(owner);
        keys.push(way[0]);
        kinds.push(way);
      } else if (Array.isArray(content)) {
        const array = /** @type {Container} */ (/** @type {unknown} */ (content));
        for (let entry = content.length - 1; entry >= 0; entry -= 1) {
          containers.push(array);
          keys.push(entry);
          kinds.push(way);
        }
      }
    }
  };
  push(/** @type {Container} */ (object), definition);
  for (let way = kinds.pop(); way !== undefined; way = kinds.pop()) {
    const container = /** @type {Container} */ (containers.pop());
    const key = /** @type {string | number} */ (keys.pop());
    const value = container[key];
    if (!(way[4] === 1 ? isScalar(value) : isObject(value))) continue;
    if (way[3] !== 0) found.push(container, key, way[3]);
    if (way[4] === 0) push(/** @type {Container} */ (value), way[2]);
  }
  return found;
}
