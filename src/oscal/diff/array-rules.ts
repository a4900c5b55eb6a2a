import type { Definition } from "../codec/definition.js";
import { oscalNamespace } from "../properties.js";
import { meaningOf } from "./meaning.js";
import { datatypeIn } from "./types.js";

/** How the elements of one of OSCAL's arrays are told apart, beside ids and UUIDs. */
export interface ArrayRule {
  /** Properties that together make an element's natural key; those it lacks are skipped, and with none of them it has no key. */
  readonly key?: readonly string[];
  /** Elements that are left over on both sides are one another's successors, though their keys differ. */
  readonly successors?: true;
  /** The natural key outlives the UUID: elements of one key are the same although a tool has given them new UUIDs. */
  readonly keyOutlivesUuid?: true;
}

const referenceTo = (property: string): ArrayRule => ({ key: [property] });
const answerTo = (property: string): ArrayRule => ({ key: [property], keyOutlivesUuid: true });

/**
 * What OSCAL's arrays hold, by the name of the array; the natural keys follow OSCAL's own `is-unique` and `index` constraints.
 * The elements of an array that is not listed have no natural keys.
 */
const rules: ReadonlyMap<string, ArrayRule> = new Map<string, ArrayRule>([
  ["props", { key: ["name", "ns", "class", "group"] }],
  ["links", { key: ["href", "rel"] }],
  ["parts", { key: ["name", "ns", "class"] }],
  ["revisions", { key: ["version"] }],
  ["document-ids", { key: ["scheme", "identifier"] }],
  ["external-ids", { key: ["scheme"] }],
  ["telephone-numbers", { key: ["number"] }],
  ["addresses", { key: ["type"], successors: true }],
  ["addr-lines", { successors: true }],
  ["rlinks", { key: ["href", "media-type"] }],
  ["hashes", referenceTo("algorithm")],
  ["responsible-roles", referenceTo("role-id")],
  ["responsible-parties", referenceTo("role-id")],
  ["logged-by", { key: ["party-uuid", "role-id"] }],
  ["actors", { key: ["type", "actor-uuid", "role-id"] }],
  ["values", { successors: true }],
  ["choice", { successors: true }],
  ["functions-performed", { successors: true }],
  ["constraints", { successors: true }],
  ["guidelines", { successors: true }],
  ["tests", { key: ["expression"], successors: true }],
  ["set-parameters", referenceTo("param-id")],
  ["imports", { key: ["href"], successors: true }],
  ["import-component-definitions", { key: ["href"], successors: true }],
  ["include-controls", { key: ["control-id"] }],
  ["exclude-controls", { key: ["control-id"] }],
  ["insert-controls", { successors: true }],
  ["matching", { key: ["pattern"] }],
  ["alters", referenceTo("control-id")],
  ["adds", { key: ["by-id", "position"] }],
  ["removes", { key: ["by-id", "by-name", "by-class", "by-item-name", "by-ns"] }],
  ["sources", { key: ["type", "id-ref"] }],
  ["targets", { key: ["type", "id-ref"] }],
  ["qualifiers", { key: ["subject", "predicate", "category"] }],
  ["control-implementations", answerTo("source")],
  ["implemented-requirements", answerTo("control-id")],
  ["statements", answerTo("statement-id")],
  ["by-components", answerTo("component-uuid")],
  ["incorporates-components", referenceTo("component-uuid")],
  ["implemented-components", referenceTo("component-uuid")],
  ["uses-components", referenceTo("component-uuid")],
  ["protocols", { key: ["name"] }],
  ["port-ranges", { key: ["start", "end", "transport"] }],
  ["system-ids", { key: ["identifier-type", "id"] }],
  ["information-types", { key: ["title"] }],
  ["categorizations", referenceTo("system")],
  ["authorized-privileges", { key: ["title"] }],
  ["control-selections", { successors: true }],
  ["control-objective-selections", { successors: true }],
  ["include-objectives", referenceTo("objective-id")],
  ["exclude-objectives", referenceTo("objective-id")],
  ["objectives-and-methods", referenceTo("control-id")],
  ["assessment-subjects", { key: ["type"] }],
  ["subjects", { key: ["subject-uuid", "type"] }],
  ["include-subjects", { key: ["subject-uuid"] }],
  ["exclude-subjects", { key: ["subject-uuid"] }],
  ["associated-activities", referenceTo("activity-uuid")],
  ["dependencies", referenceTo("task-uuid")],
  ["related-tasks", referenceTo("task-uuid")],
  ["related-responses", referenceTo("response-uuid")],
  ["related-observations", referenceTo("observation-uuid")],
  ["related-risks", referenceTo("risk-uuid")],
  ["related-findings", referenceTo("finding-uuid")],
  ["relevant-evidence", { key: ["href"], successors: true }],
  ["threat-ids", { key: ["system", "id"] }],
  ["facets", { key: ["system", "name"] }],
  ["characterizations", { successors: true }],
  ["origins", { successors: true }],
  ["attestations", { successors: true }],
  ["poam-items", { key: ["title"] }],
]);

const none: ArrayRule = {};

export function ruleOf(array: string): ArrayRule {
  return rules.get(array) ?? none;
}

/** Arrays whose elements carry an `id` or `uuid` that does not make them the same thing everywhere: the id is given by somebody else. */
const withoutOwnId = new Set(["system-ids", "external-ids", "threat-ids", "document-ids", "props"]);

/**
 * The identity of an element in its whole document: its `id`, else its `uuid`. A prop is known by its natural key alone, since its
 * UUID is optional and comes and goes.
 */
export function identityOf(array: string, element: object): { kind: "id" | "uuid"; value: string } | undefined {
  if (withoutOwnId.has(array)) return undefined;
  for (const kind of ["id", "uuid"] as const) {
    if (!Object.hasOwn(element, kind)) continue;
    const value: unknown = (element as Readonly<Record<string, unknown>>)[kind];
    if (typeof value === "string") return { kind, value };
  }
  return undefined;
}

/** The identity as a text that two elements have in common when they have the same: a UUID may be in capitals. */
export function identityKeyOf(array: string, element: object): string | undefined {
  const identity = identityOf(array, element);
  return identity && `${identity.kind} ${identity.kind === "uuid" ? identity.value.toLowerCase() : identity.value}`;
}

/** Arrays whose elements are in OSCAL's namespace unless they name another. */
const inNamespace = new Set(["props", "parts"]);

/** Whether a namespace that is written out is the default one. */
export function isDefaultNamespace(array: string, property: string, value: unknown): boolean {
  return property === "ns" && value === oscalNamespace && inNamespace.has(array);
}

/** The natural key of an element by its array's rule, the same for all spellings; undefined where it has none. */
export function naturalKeyOf(array: string, element: object, definition: Definition | undefined): string | undefined {
  const { key } = ruleOf(array);
  if (key === undefined) return undefined;
  const record = element as Readonly<Record<string, unknown>>;
  const values = key.map((property) => {
    const value = Object.hasOwn(record, property) ? record[property] : undefined;
    if (typeof value === "string") {
      return isDefaultNamespace(array, property, value)
        ? undefined
        : meaningOf(value, datatypeIn(definition, property));
    }
    return typeof value === "object" ? undefined : value;
  });
  return values.every((value) => value === undefined)
    ? undefined
    : JSON.stringify(values.map((value) => value ?? null));
}

/**
 * The elements of a property that holds several. OSCAL writes one mapping either as a bare object or as an array of one.
 * @returns undefined where the property holds one value
 */
export function elementsOf(property: string, value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  return property === "mappings" && typeof value === "object" && value !== null ? [value] : undefined;
}
