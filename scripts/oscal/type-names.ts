// One name for every definition that becomes an object in JSON; the same in the schemas and in the TypeScript types.
import type { Model } from "./model.js";

/** Definitions of different modules with one name: the one that is met most keeps it, the others say where they belong. */
const RENAMED = {
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
} as Record<string, string>;

/** Datatypes whose own name would hide a global type. */
const RENAMED_DATATYPES = { string: "Text", date: "CalendarDate" } as Record<string, string>;

const pascal = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());

export const datatypeName = (datatype: string): string => RENAMED_DATATYPES[datatype] ?? pascal(datatype);

/** The type of a whole document. */
export const documentName = (root: string): string => `${pascal(root)}Document`;

/** @returns name by key of assembly or field with flags */
export function nameDefinitions(model: Model): Map<string, string> {
  const keys = [
    ...Object.keys(model.assemblies),
    ...Object.entries(model.fields).flatMap(([key, field]) => (field.flags === undefined ? [] : [key])),
  ];
  const names = new Map<string, string>();
  const taken = new Set([
    ...Object.keys(model.datatypes).map(datatypeName),
    ...Object.keys(model.roots).map(documentName),
    "OscalDocument",
  ]);
  const claim = (key: string, name: string): void => {
    if (taken.has(name))
      throw new Error(`${key}: the type name ${name} is taken; rename one of the two in type-names.ts`);
    taken.add(name);
    names.set(key, name);
  };
  const shared = keys.filter((key) => !key.includes("/"));
  for (const key of shared) {
    claim(key, RENAMED[key] ?? pascal(key.slice(key.indexOf(":") + 1)));
  }
  // A definition inside another one keeps its short name where nothing else has that name.
  const inner = keys.filter((key) => key.includes("/"));
  const short = (key: string): string => pascal(key.slice(key.lastIndexOf("/") + 1));
  const count = new Map<string, number>();
  for (const key of inner) count.set(short(key), (count.get(short(key)) ?? 0) + 1);
  for (const key of inner.sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))) {
    const plain = count.get(short(key)) === 1 && !taken.has(short(key));
    claim(
      key,
      RENAMED[key] ?? (plain ? short(key) : `${names.get(key.slice(0, key.lastIndexOf("/"))) ?? ""}${short(key)}`),
    );
  }
  return names;
}
