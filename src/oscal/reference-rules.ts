import type { DiagnosticSeverity } from "../diagnostics/case.js";
import { referenceCodes, type ReferenceTold, type TargetFault } from "../diagnostics/codes/references.js";

/** Codes of the rules that look something up by its id or uuid. */
type RuleId = {
  [Code in keyof ReferenceTold]: ReferenceTold[Code] extends TargetFault ? Code : never;
}[keyof ReferenceTold];

/** The meaning of a reference. */
export interface ReferenceRule {
  /** Stable id, by which the rule is switched off and explained; also the code of its problems. */
  readonly id: RuleId;
  /** Kinds of what it may name: the JSON key under which they are declared; undefined where any declaration will do. */
  readonly kinds?: readonly string[];
  /** Only the own document, or also the documents that it imports, directly or through others. */
  readonly scope: "document" | "imports";
}

/** Every rule with how much it matters. Links are often broken on purpose (a document sent without its annexes), so they only warn. */
export const referenceRules: Readonly<Record<string, DiagnosticSeverity>> = Object.fromEntries(
  Object.entries(referenceCodes).map(([id, { severity = "error" }]) => [id, severity]),
);

/** JSON keys whose entries are declared by their `id`; everything with a `uuid` is declared by that. */
export const declaredById: ReadonlySet<string> = new Set(["controls", "groups", "parts", "params", "roles"]);

const local = (id: RuleId, ...kinds: string[]): ReferenceRule => ({ id, kinds, scope: "document" });
const imported = (id: RuleId, ...kinds: string[]): ReferenceRule => ({ id, kinds, scope: "imports" });
const anything = (id: RuleId): ReferenceRule => ({ id, scope: "imports" });

/**
 * References by the property that holds them, a text or an array of texts.
 * People and roles are looked up in the metadata of the own document, as the constraints of OSCAL's metaschema do
 * (index-metadata-role-id, -party-uuid, -location-uuid); everything else also in what is imported, as the prose of the assessment
 * layer demands ("every file imported directly or indirectly").
 */
const byProperty: ReadonlyMap<string, ReferenceRule> = new Map([
  ["activity-uuid", imported("reference-activity", "activities")],
  ["by-id", imported("reference-part", "controls", "groups", "parts", "params")],
  ["component-uuid", imported("reference-component", "components")],
  ["control-id", imported("reference-control", "controls")],
  ["finding-uuid", imported("reference-finding", "findings")],
  ["id-ref", imported("mapping-reference", "controls", "parts")],
  ["implementation-statement-uuid", imported("reference-statement", "statements")],
  ["implementation-uuid", anything("reference-statement")],
  ["location-uuids", local("reference-location", "locations")],
  ["member-of-organizations", local("reference-party", "parties")],
  ["objective-id", imported("reference-statement", "parts")],
  ["observation-uuid", imported("reference-observation", "observations")],
  ["param-id", imported("reference-parameter", "params")],
  ["party-uuid", local("reference-party", "parties")],
  ["party-uuids", local("reference-party", "parties")],
  ["response-uuid", imported("reference-risk", "remediations")],
  ["risk-uuid", imported("reference-risk", "risks")],
  ["role-id", local("reference-role", "roles")],
  ["role-ids", local("reference-role", "roles")],
  ["statement-id", imported("reference-statement", "parts")],
  ["statement-ids", imported("reference-statement", "parts")],
  ["subject-placeholder-uuid", anything("reference-subject")],
  ["target-id", imported("reference-statement", "parts")],
  ["task-uuid", imported("reference-task", "tasks")],
  ["with-ids", imported("reference-control", "controls")],
]);

/** An actor is named by its type (closed in OSCAL). */
const actors: ReadonlyMap<unknown, ReferenceRule> = new Map([
  ["assessment-platform", imported("reference-actor", "assessment-platforms")],
  ["party", imported("reference-actor", "parties")],
  ["tool", imported("reference-actor", "components")],
]);
const anyActor = anything("reference-actor");

/** A subject is named by its type; OSCAL allows others, which then may mean anything. */
const subjects: ReadonlyMap<unknown, ReferenceRule> = new Map(
  [
    ["component", "components"],
    ["inventory-item", "inventory-items"],
    ["location", "locations"],
    ["party", "parties"],
    ["resource", "resources"],
    ["user", "users"],
  ].map(([type, kind]) => [type, imported("reference-subject", kind ?? "")]),
);
const anySubject = anything("reference-subject");
const responsibility = local("reference-responsibility", "provided");

/** Properties that may be references, links or imports; `referenceRule` and `importRules` say which. */
export const referring: ReadonlySet<string> = new Set([
  ...byProperty.keys(),
  ...["actor-uuid", "href", "provided-uuid", "source", "subject-uuid"],
]);

/**
 * The rule of a property, or undefined where it is not a reference.
 * @param owner the object that holds it
 * @param ownerKey the JSON key under which the owner stands
 */
export function referenceRule(
  property: string,
  owner: Readonly<Record<string, unknown>>,
  ownerKey: string,
): ReferenceRule | undefined {
  if (property === "actor-uuid") return actors.get(owner["type"]) ?? anyActor;
  if (property === "subject-uuid") return subjects.get(owner["type"]) ?? anySubject;
  // The leveraged system declares what is inherited or satisfied, and its plan need not be at hand.
  if (property === "provided-uuid") return ownerKey === "responsibilities" ? responsibility : undefined;
  return byProperty.get(property);
}

const controlSources = ["catalog", "profile"];

/** How documents import others: by the key of the object, the property that names the file, and the root models it may hold. */
export const importRules: ReadonlyMap<string, { readonly property: string; readonly models: readonly string[] }> =
  new Map([
    ["control-implementations", { property: "source", models: controlSources }],
    ["import-ap", { property: "href", models: ["assessment-plan"] }],
    ["import-component-definitions", { property: "href", models: ["component-definition"] }],
    ["import-profile", { property: "href", models: ["profile", "catalog"] }],
    ["import-ssp", { property: "href", models: ["system-security-plan"] }],
    ["imports", { property: "href", models: controlSources }],
    ["source-resource", { property: "href", models: controlSources }],
    ["target-resource", { property: "href", models: controlSources }],
  ]);

/** Root models that can stand behind an import of a root model, through any number of imports. */
const importedBy: Readonly<Record<string, readonly string[]>> = {
  "assessment-plan": ["assessment-plan", "system-security-plan", "profile", "catalog"],
  catalog: ["catalog"],
  "component-definition": ["component-definition", "profile", "catalog"],
  profile: ["profile", "catalog"],
  "system-security-plan": ["system-security-plan", "profile", "catalog"],
};

/** Root models that can declare a kind, where not all can. */
const declaredIn: Readonly<Record<string, readonly string[]>> = {
  activities: ["assessment-plan", "assessment-results"],
  "assessment-platforms": ["assessment-plan", "assessment-results"],
  components: [
    ...["component-definition", "system-security-plan", "assessment-plan", "assessment-results"],
    "plan-of-action-and-milestones",
  ],
  controls: ["catalog"],
  findings: ["assessment-results", "plan-of-action-and-milestones"],
  groups: ["catalog"],
  "inventory-items": [
    ...["system-security-plan", "assessment-plan", "assessment-results"],
    "plan-of-action-and-milestones",
  ],
  observations: ["assessment-results", "plan-of-action-and-milestones"],
  params: ["catalog", "profile"],
  parts: ["catalog", "profile", "assessment-plan", "assessment-results"],
  remediations: ["assessment-results", "plan-of-action-and-milestones"],
  risks: ["assessment-results", "plan-of-action-and-milestones"],
  statements: ["system-security-plan", "component-definition"],
  tasks: ["assessment-plan", "assessment-results", "plan-of-action-and-milestones"],
  users: ["system-security-plan", "assessment-plan", "assessment-results", "plan-of-action-and-milestones"],
};

/** Whether a document of the model, or one that it imports, can declare one of the kinds. */
export function canDeclare(model: string, kinds: readonly string[] | undefined): boolean {
  const models = importedBy[model] ?? [];
  return kinds === undefined || kinds.some((kind) => declaredIn[kind]?.some((each) => models.includes(each)) ?? true);
}
