// Constraints of the metaschema as facts: what is checked, where, and how severe; their messages stay behind.
import { childrenOf, type Element } from "./metaschema-xml.js";

export interface Constraint {
  kind: "allowed-values" | "expect" | "has-cardinality" | "index" | "index-has-key" | "is-unique" | "matches";
  id?: string;
  /** ERROR unless given. */
  level?: string;
  /** Metapath from the node of the definition; the node itself unless given. */
  target?: string;
  /** Allowed values, in order. */
  values?: string[];
  /** Those of the values that should no longer be used. */
  deprecated?: string[];
  /** Values beside the listed ones are allowed. */
  allowOther?: true;
  /** Metapath that has to hold. */
  test?: string;
  /** Name of the index that is made or looked up. */
  index?: string;
  /** Fields of the key; the first group of the pattern is the key. */
  key?: { target: string; pattern?: string }[];
  /** Has to match the whole value. */
  regex?: string;
  datatype?: string;
  min?: number;
  /** None unless given. */
  max?: number;
}

const KINDS: readonly string[] = [
  "allowed-values",
  "expect",
  "has-cardinality",
  "index",
  "index-has-key",
  "is-unique",
  "matches",
];
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

/** @param element a <constraint> */
export function readConstraints(element: Element): Constraint[] {
  return element.children.filter(({ name }) => name !== "remarks").map(readConstraint);
}

function readConstraint(element: Element): Constraint {
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
    kind: element.name as Constraint["kind"],
    ...(id === undefined ? {} : { id }),
    ...(level === undefined ? {} : { level }),
    ...(target === undefined || target === "." ? {} : { target: oneLine(target) }),
    ...(values.length > 0 ? { values } : {}),
    ...(deprecated.length > 0 ? { deprecated } : {}),
    ...(allowOther === "yes" ? { allowOther: true as const } : {}),
    ...(test === undefined ? {} : { test: oneLine(test) }),
    ...(name === undefined ? {} : { index: name }),
    ...(key.length > 0 ? { key } : {}),
    ...(regex === undefined ? {} : { regex }),
    ...(datatype === undefined ? {} : { datatype }),
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined || max === "unbounded" ? {} : { max: Number(max) }),
  };
}

/** Line breaks of the module's layout are not part of a path. */
function oneLine(path: string): string {
  return path.trim().replaceAll(/\s+/g, " ");
}
