/** The version of OSCAL that aims checks against and writes. */
export const oscalVersion = "1.2.2";

export type OscalModel =
  | "catalog"
  | "profile"
  | "mapping-collection"
  | "component-definition"
  | "system-security-plan"
  | "assessment-plan"
  | "assessment-results"
  | "plan-of-action-and-milestones";

/** Names of OSCAL's models, which are the root properties of their documents, from the bottom layer up. */
export const oscalModels: readonly OscalModel[] = [
  "catalog",
  "profile",
  "mapping-collection",
  "component-definition",
  "system-security-plan",
  "assessment-plan",
  "assessment-results",
  "plan-of-action-and-milestones",
];

/** What a document is of, and the object below its root property. */
export interface RootObject {
  readonly model: OscalModel;
  readonly root: Readonly<Record<string, unknown>>;
}

/** Finds the root object of a parsed document; undefined where no root property names a model, or holds no object. */
export function rootObjectOf(document: unknown): RootObject | undefined {
  if (typeof document !== "object" || document === null) return undefined;
  for (const model of oscalModels) {
    const root = Object.hasOwn(document, model) ? (document as Readonly<Record<string, unknown>>)[model] : undefined;
    if (typeof root === "object" && root !== null && !Array.isArray(root)) {
      return { model, root: root as Readonly<Record<string, unknown>> };
    }
  }
  return undefined;
}
