import { isObject, type JsonObject } from "../foundation/json-value.js";
import { byCodeUnit } from "../foundation/order.js";
import type { SourceDocument } from "../source/document.js";
import type { Catalog, Profile } from "./model/generated/types.js";

export type * from "./model/generated/types.js";

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

/** The model of a document, and the object below its root property. */
export interface ModelRoot {
  readonly model: OscalModel;
  readonly root: JsonObject;
}

/**
 * Finds the root object of a parsed document; undefined where no root property names a model, or holds no object. An OSCAL document has
 * one root property. Beside others, the name of a model is a word like any other, unless OSCAL's metadata stand below it.
 */
export function rootOf(value: unknown): ModelRoot | undefined {
  if (!isObject(value)) return undefined;
  const isAlone = Object.keys(value).filter((key) => key !== "$schema").length === 1;
  for (const model of oscalModels) {
    const root = Object.hasOwn(value, model) ? value[model] : undefined;
    if (isObject(root) && (isAlone || isObject(root["metadata"]))) return { model, root };
  }
  return undefined;
}

/** The catalog of a document that is valid under its schema; undefined where it is of another model. */
export function catalogOf({ value }: Pick<SourceDocument, "value">): Catalog | undefined {
  return (value as { readonly catalog?: Catalog }).catalog;
}

/** The profile of a document that is valid under its schema; undefined where it is of another model. */
export function profileOf({ value }: Pick<SourceDocument, "value">): Profile | undefined {
  return (value as { readonly profile?: Profile }).profile;
}

/** A version of OSCAL, taken apart. */
export interface OscalVersion {
  /** Without the "v" that some write before it. */
  readonly text: string;
  /** Major, minor, patch. */
  readonly numbers: readonly number[];
  /** The text behind the hyphen; empty for a release. */
  readonly preRelease: string;
}

/** Takes a version apart; a "v" before the number is a common slip. Undefined for a text of another form. */
export function parseVersion(version: string): OscalVersion | undefined {
  const [, text, major, minor, patch, preRelease = ""] =
    /^v?((\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-([\w.-]{1,40}))?)$/i.exec(version) ?? [];
  return text === undefined ? undefined : { text, numbers: [major, minor, patch].map(Number), preRelease };
}

/** Older versions first; a pre-release comes before its release. */
export function compareVersions(a: OscalVersion, b: OscalVersion): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.preRelease === "" || b.preRelease === "") return (a.preRelease === "" ? 1 : 0) - (b.preRelease === "" ? 1 : 0);
  return byCodeUnit(a.preRelease, b.preRelease);
}
