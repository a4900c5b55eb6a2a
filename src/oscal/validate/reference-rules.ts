/** What a reference means. */
export interface ReferenceRule {
  /** Kinds of what it may name: the JSON key under which they are declared; undefined where any declaration will do. */
  readonly kinds?: readonly string[];
  /** Only the own document, or any document of the set. */
  readonly scope: "document" | "set";
  /** The reference is checked only where the set holds declarations of these kinds at all. */
  readonly onlyIfDeclared?: true;
}

/** JSON keys whose entries are declared by their `id`; everything with a `uuid` is declared by that. */
export const declaredById: ReadonlySet<string> = new Set(["controls", "groups", "parts", "params", "roles"]);

const local = (...kinds: string[]): ReferenceRule => ({ kinds, scope: "document" });
const anywhere = (...kinds: string[]): ReferenceRule => ({ kinds, scope: "set" });
/** Catalog content: it cannot be looked up in a set without a catalog, whose absence shows at the import. */
const fromCatalog = (...kinds: string[]): ReferenceRule => ({ kinds, scope: "set", onlyIfDeclared: true });

/**
 * References by the property that holds them, a text or an array of texts.
 * People and roles are looked up in the metadata of the own document, as the constraints of OSCAL's metaschema do
 * (index-metadata-role-id, -party-uuid, -location-uuid); everything else in the whole set, as the prose of the assessment
 * layer demands ("every file imported directly or indirectly").
 */
const byProperty: Readonly<Record<string, ReferenceRule>> = {
  "activity-uuid": anywhere("activities"),
  "by-id": fromCatalog("controls", "groups", "parts", "params"),
  "component-uuid": anywhere("components"),
  "control-id": fromCatalog("controls"),
  "finding-uuid": anywhere("findings"),
  "id-ref": fromCatalog("controls", "parts"),
  "implementation-statement-uuid": anywhere("statements"),
  "implementation-uuid": { scope: "set" },
  "location-uuids": local("locations"),
  "member-of-organizations": local("parties"),
  "objective-id": fromCatalog("parts"),
  "observation-uuid": anywhere("observations"),
  "param-id": fromCatalog("params"),
  "party-uuid": local("parties"),
  "party-uuids": local("parties"),
  "response-uuid": anywhere("remediations"),
  "risk-uuid": anywhere("risks"),
  "role-id": local("roles"),
  "role-ids": local("roles"),
  "statement-id": fromCatalog("parts"),
  "statement-ids": fromCatalog("parts"),
  "subject-placeholder-uuid": { scope: "set" },
  "target-id": fromCatalog("parts"),
  "task-uuid": anywhere("tasks"),
  "with-ids": fromCatalog("controls"),
};

/** An actor is named by its type (closed in OSCAL). */
const actors: Readonly<Record<string, ReferenceRule>> = {
  "assessment-platform": anywhere("assessment-platforms"),
  party: anywhere("parties"),
  tool: anywhere("components"),
};

/** A subject is named by its type; OSCAL allows others, which then may mean anything. */
const subjects: Readonly<Record<string, ReferenceRule>> = {
  component: anywhere("components"),
  "inventory-item": anywhere("inventory-items"),
  location: anywhere("locations"),
  party: anywhere("parties"),
  resource: anywhere("resources"),
  user: anywhere("users"),
};

/** Root models that a document may import, by the property of the import. */
export const importedModels: Readonly<Record<string, readonly string[]>> = {
  "import-ap": ["assessment-plan"],
  "import-component-definitions": ["component-definition"],
  "import-profile": ["profile", "catalog"],
  "import-ssp": ["system-security-plan"],
  imports: ["catalog", "profile"],
  "source-resource": ["catalog", "profile"],
  "target-resource": ["catalog", "profile"],
};

/**
 * The rule of a property, or undefined where it is no reference.
 * @param owner the object that holds it
 * @param ownerKey the JSON key under which the owner stands
 */
export function referenceRule(
  property: string,
  owner: Readonly<Record<string, unknown>>,
  ownerKey: string,
): ReferenceRule | undefined {
  const type = typeof owner["type"] === "string" ? owner["type"] : "";
  if (property === "actor-uuid") return own(actors, type) ?? { scope: "set" };
  if (property === "subject-uuid") return own(subjects, type) ?? { scope: "set" };
  // What is inherited or satisfied is declared by the leveraged system, whose plan need not be at hand.
  if (property === "provided-uuid") return ownerKey === "responsibilities" ? local("provided") : undefined;
  return own(byProperty, property);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
