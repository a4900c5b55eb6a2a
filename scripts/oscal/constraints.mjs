// @ts-check
// Constraints of the metaschema as facts: what is checked, where, and how severe; their messages stay behind.
import { childrenOf } from "./metaschema-xml.mjs";

/**
 * @typedef {object} Constraint
 * @property {"allowed-values" | "expect" | "has-cardinality" | "index" | "index-has-key" | "is-unique" | "matches"} kind
 * @property {string} [id]
 * @property {string} [level] ERROR unless given
 * @property {string} [target] Metapath from the node of the definition; the node itself unless given
 * @property {string[]} [values] allowed values, in order
 * @property {string[]} [deprecated] those of the values that should no longer be used
 * @property {true} [allowOther] values beside the listed ones are allowed
 * @property {string} [test] Metapath that has to hold
 * @property {string} [index] name of the index that is made or looked up
 * @property {{ target: string, pattern?: string }[]} [key] fields of the key; the first group of the pattern is the key
 * @property {string} [regex] has to match the whole value
 * @property {string} [datatype]
 * @property {number} [min]
 * @property {number | "*"} [max]
 */

const KINDS = ["allowed-values", "expect", "has-cardinality", "index", "index-has-key", "is-unique", "matches"];
const ATTRIBUTES = new Set([
  "id",
  "level",
  "target",
  "allow-other",
  "test",
  "name",
  "regex",
  "datatype",
  "min-occurs",
  "max-occurs",
]);

/** @param {import("./metaschema-xml.mjs").Element} element a <constraint> @returns {Constraint[]} */
export function readConstraints(element) {
  return element.children.filter(({ name }) => name !== "remarks").map(readConstraint);
}

/** @param {import("./metaschema-xml.mjs").Element} element @returns {Constraint} */
function readConstraint(element) {
  if (!KINDS.includes(element.name)) throw new Error(`<${element.name}> is not understood in a constraint`);
  for (const name of Object.keys(element.attributes)) {
    if (!ATTRIBUTES.has(name)) throw new Error(`${element.name}: the attribute ${name} is not understood`);
  }
  const { id, level, target, test, name, regex, datatype } = element.attributes;
  const { "allow-other": allowOther, "min-occurs": min, "max-occurs": max } = element.attributes;
  const enums = childrenOf(element, "enum");
  const values = enums.map(({ attributes }) => attributes["value"] ?? "");
  const deprecated = enums.flatMap(({ attributes }) =>
    attributes["deprecated"] === undefined ? [] : [attributes["value"] ?? ""],
  );
  const key = childrenOf(element, "key-field").map(({ attributes }) => ({
    target: oneLine(attributes["target"] ?? "."),
    ...(attributes["pattern"] === undefined ? {} : { pattern: attributes["pattern"] }),
  }));
  return {
    kind: /** @type {Constraint["kind"]} */ (element.name),
    ...(id === undefined ? {} : { id }),
    ...(level === undefined ? {} : { level }),
    ...(target === undefined || target === "." ? {} : { target: oneLine(target) }),
    ...(values.length > 0 ? { values } : {}),
    ...(deprecated.length > 0 ? { deprecated } : {}),
    ...(allowOther === "yes" ? { allowOther: /** @type {const} */ (true) } : {}),
    ...(test === undefined ? {} : { test: oneLine(test) }),
    ...(name === undefined ? {} : { index: name }),
    ...(key.length > 0 ? { key } : {}),
    ...(regex === undefined ? {} : { regex }),
    ...(datatype === undefined ? {} : { datatype }),
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: max === "unbounded" ? /** @type {const} */ ("*") : Number(max) }),
  };
}

/** Line breaks of the module's layout are not part of a path. @param {string} path */
function oneLine(path) {
  return path.trim().replaceAll(/\s+/g, " ");
}
