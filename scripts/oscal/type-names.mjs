// @ts-check
// One name for every definition that becomes an object in JSON; the same in the schemas and in the TypeScript types.

/** Definitions of different modules with one name: the one that is met most keeps it, the others say where they belong. */
const RENAMED = /** @type {Record<string, string>} */ ({
  "assessment-common:select-control-by-id": "SelectAssessedControlById",
  "component-definition:control-implementation": "ComponentControlImplementation",
  "component-definition:implemented-requirement": "ComponentImplementedRequirement",
  "component-definition:statement": "ComponentStatement",
  "profile:group": "ProfileGroup",
  "profile:modify/set-parameter": "ProfileSetParameter",
  "poam:local-definitions": "PoamLocalDefinitions",
  "ssp:status": "SystemStatus",
  // Named as globals of the language or the runtime are.
  "mapping-common:map": "MappingEntry",
  "assessment-common:response": "RiskResponse",
});

/** Datatypes whose own name would hide a global type. */
const RENAMED_DATATYPES = /** @type {Record<string, string>} */ ({ string: "Text", date: "CalendarDate" });

/** @param {string} name */
const pascal = (name) => name.replaceAll(/(?:^|-)(\w)/g, (_, /** @type {string} */ first) => first.toUpperCase());

/** @param {string} datatype @returns {string} */
export const datatypeName = (datatype) => RENAMED_DATATYPES[datatype] ?? pascal(datatype);

/** The type of a whole document. @param {string} root */
export const documentName = (root) => `${pascal(root)}Document`;

/**
 * @param {import("./model.mjs").Model} model
 * @returns {Map<string, string>} name by key of assembly or field with flags
 */
export function nameDefinitions(model) {
  const keys = [
    ...Object.keys(model.assemblies),
    ...Object.entries(model.fields).flatMap(([key, field]) => (field.flags === undefined ? [] : [key])),
  ];
  /** @type {Map<string, string>} */
  const names = new Map();
  const taken = new Set([
    ...Object.keys(model.datatypes).map(datatypeName),
    ...Object.keys(model.roots).map(documentName),
    "OscalDocument",
  ]);
  const claim = (/** @type {string} */ key, /** @type {string} */ name) => {
    if (taken.has(name))
      throw new Error(`${key}: the type name ${name} is taken; rename one of the two in type-names.mjs`);
    taken.add(name);
    names.set(key, name);
  };
  const shared = keys.filter((key) => !key.includes("/"));
  for (const key of shared) {
    claim(key, RENAMED[key] ?? pascal(key.slice(key.indexOf(":") + 1)));
  }
  // What is defined inside another definition keeps its short name where nothing else bears it.
  const inner = keys.filter((key) => key.includes("/"));
  const short = (/** @type {string} */ key) => pascal(key.slice(key.lastIndexOf("/") + 1));
  const count = new Map();
  for (const key of inner) count.set(short(key), (count.get(short(key)) ?? 0) + 1);
  for (const key of inner.sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))) {
    const plain = count.get(short(key)) === 1 && !taken.has(short(key));
    claim(
      key,
      RENAMED[key] !== undefined
        ? RENAMED[key]
        : plain
          ? short(key)
          : `${names.get(key.slice(0, key.lastIndexOf("/"))) ?? ""}${short(key)}`,
    );
  }
  return names;
}
