import { defined } from "../foundation/defined.js";
import { isObject, type JsonObject } from "../foundation/json-value.js";
import type { BackMatter, Property } from "../oscal/model.js";
import { aimsNamespace, oscalNamespace, propertyValues } from "../oscal/properties.js";
import { relationships, type Relationship } from "./relationship.js";

/** An item of a pair with its place. */
export interface WrittenItem {
  /** JSON pointer to the item. */
  readonly pointer: string;
  readonly type: string | undefined;
  readonly id: string;
}

/** A share, such as a coverage, with its place. */
export interface WrittenNumber {
  readonly pointer: string;
  readonly value: number;
}

/** A pair with its place, as far as it can be read. */
export interface WrittenPair {
  readonly pointer: string;
  readonly uuid: string | undefined;
  /** As it is written; undefined where it is not a text. */
  readonly word: string | undefined;
  /** One of the six of OSCAL; undefined for any other, and where the pair has a namespace of its own. */
  readonly relationship: Relationship | undefined;
  readonly hasOwnNamespace: boolean;
  readonly sources: readonly WrittenItem[];
  readonly targets: readonly WrittenItem[];
  readonly matchingRationale: string | undefined;
  readonly coverage: WrittenNumber | undefined;
  readonly percentage: WrittenNumber | undefined;
  /** As it is written: high, medium, low or another. */
  readonly confidence: string | undefined;
  readonly strength: string | undefined;
  readonly provenance: readonly string[];
  readonly corroboration: readonly string[];
  readonly qualifiers: readonly WrittenQualifier[];
  readonly remarks: string | undefined;
}

/** A condition that a pair is bound to. */
export interface WrittenQualifier {
  readonly pointer: string;
  readonly category: string | undefined;
  readonly description: string;
}

/** A control that a gap summary lists. */
export interface WrittenGap {
  readonly pointer: string;
  readonly id: string;
  /** Whether the controls inside it are meant too. */
  readonly withChildren: boolean;
}

/** The controls that an author lists as without counterpart. */
export interface WrittenGaps {
  readonly pointer: string;
  readonly ids: readonly WrittenGap[];
  /** Whether it names some by pattern, so that the list is not all that is meant. */
  readonly hasPatterns: boolean;
}

/** A side of a mapping. */
export interface WrittenResource {
  readonly pointer: string;
  readonly type: string;
  readonly href: string;
  readonly props: readonly Property[];
}

/** The side of a mapping that something is on. */
export type Side = "source" | "target";

/** A mapping with its place, as far as it can be read. */
export interface WrittenMapping {
  readonly pointer: string;
  readonly uuid: string | undefined;
  readonly resources: Readonly<Record<Side, WrittenResource | undefined>>;
  readonly pairs: readonly WrittenPair[];
  readonly gaps: Readonly<Record<Side, WrittenGaps | undefined>>;
  /** That of the collection where it has none. */
  readonly matchingRationale: string | undefined;
  /** That of the collection where it has none. */
  readonly status: string | undefined;
}

/** A mapping collection as it is written, whatever is wrong with it: what has another form than OSCAL's is left out. */
export interface WrittenCollection {
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly mappings: readonly WrittenMapping[];
  /** The resources by which a mapping may name its sides. */
  readonly backMatter: BackMatter;
}

const root = "/mapping-collection";

/** @param collection what stands under the root property of the document */
export function writtenCollection(collection: JsonObject): WrittenCollection {
  const { metadata, provenance, mappings } = collection;
  const about = isObject(provenance) ? provenance : {};
  const read = (mapping: unknown, pointer: string): WrittenMapping[] =>
    isObject(mapping) ? [writtenMapping(mapping, pointer, about)] : [];
  return {
    title: isObject(metadata) ? text(metadata["title"]) : undefined,
    version: isObject(metadata) ? text(metadata["version"]) : undefined,
    // OSCAL writes one mapping as a bare object or as an array of one.
    mappings: Array.isArray(mappings)
      ? mappings.flatMap((each, index) => read(each, `${root}/mappings/${String(index)}`))
      : read(mappings, `${root}/mappings`),
    backMatter: backMatterOf(collection["back-matter"]),
  };
}

function backMatterOf(matter: unknown): BackMatter {
  const resources = list(isObject(matter) ? matter["resources"] : undefined).flatMap((resource) => {
    const uuid = isObject(resource) ? text(resource["uuid"]) : undefined;
    if (!isObject(resource) || uuid === undefined) return [];
    const rlinks = list(resource["rlinks"]).flatMap((each) => {
      const href = isObject(each) ? text(each["href"]) : undefined;
      return href === undefined ? [] : [{ href }];
    });
    return [{ uuid, ...defined({ title: text(resource["title"]) }), rlinks }];
  });
  return { resources };
}

function writtenMapping(mapping: JsonObject, pointer: string, provenance: JsonObject): WrittenMapping {
  const { maps } = mapping;
  const inherited = (name: string): string | undefined => text(mapping[name]) ?? text(provenance[name]);
  return {
    pointer,
    uuid: text(mapping["uuid"]),
    resources: {
      source: resourceOf(mapping["source-resource"], `${pointer}/source-resource`),
      target: resourceOf(mapping["target-resource"], `${pointer}/target-resource`),
    },
    pairs: list(maps).flatMap((each, index) =>
      isObject(each) ? [writtenPair(each, `${pointer}/maps/${String(index)}`)] : [],
    ),
    gaps: {
      source: gapsOf(mapping["source-gap-summary"], `${pointer}/source-gap-summary`),
      target: gapsOf(mapping["target-gap-summary"], `${pointer}/target-gap-summary`),
    },
    matchingRationale: inherited("matching-rationale"),
    status: inherited("status"),
  };
}

function writtenPair(pair: JsonObject, pointer: string): WrittenPair {
  const { ns, relationship: word } = pair;
  const hasOwnNamespace = typeof ns === "string" && ns !== oscalNamespace;
  const props = propsOf(pair["props"]);
  const values = (name: string): string[] => propertyValues(props, name, aimsNamespace);
  const score = pair["confidence-score"];
  return {
    pointer,
    uuid: text(pair["uuid"]),
    word: text(word),
    relationship: hasOwnNamespace ? undefined : relationships.find((each) => each === word),
    hasOwnNamespace,
    sources: itemsOf(pair["sources"], `${pointer}/sources`),
    targets: itemsOf(pair["targets"], `${pointer}/targets`),
    matchingRationale: text(pair["matching-rationale"]),
    coverage: coverageOf(pair, pointer),
    percentage: percentageOf(pair, pointer),
    confidence: isObject(score) ? text(score["category"]) : undefined,
    strength: values("strength")[0],
    provenance: values("provenance"),
    corroboration: values("corroboration"),
    qualifiers: list(pair["qualifiers"]).flatMap((each, index) =>
      isObject(each)
        ? [
            {
              pointer: `${pointer}/qualifiers/${String(index)}`,
              category: text(each["category"]),
              description: text(each["description"]) ?? "",
            },
          ]
        : [],
    ),
    remarks: text(pair["remarks"]),
  };
}

function resourceOf(resource: unknown, pointer: string): WrittenResource | undefined {
  if (!isObject(resource)) return undefined;
  const href = text(resource["href"]);
  if (href === undefined) return undefined;
  return { pointer, type: text(resource["type"]) ?? "", href, props: propsOf(resource["props"]) };
}

function itemsOf(items: unknown, pointer: string): WrittenItem[] {
  return list(items).flatMap((each, index) => {
    const id = isObject(each) ? text(each["id-ref"]) : undefined;
    if (!isObject(each) || id === undefined) return [];
    return [{ pointer: `${pointer}/${String(index)}`, type: text(each["type"]), id }];
  });
}

function gapsOf(summary: unknown, pointer: string): WrittenGaps | undefined {
  if (!isObject(summary)) return undefined;
  const selections = list(summary["unmapped-controls"]);
  return {
    pointer,
    ids: selections.flatMap((selection, index) => {
      if (!isObject(selection)) return [];
      const withChildren = selection["with-child-controls"] === "yes";
      return list(selection["with-ids"]).flatMap((id, place) =>
        typeof id === "string"
          ? [
              {
                pointer: `${pointer}/unmapped-controls/${String(index)}/with-ids/${String(place)}`,
                id,
                withChildren,
              },
            ]
          : [],
      );
    }),
    hasPatterns: selections.some((selection) => isObject(selection) && selection["matching"] !== undefined),
  };
}

function coverageOf({ coverage }: JsonObject, pointer: string): WrittenNumber | undefined {
  const value = isObject(coverage) ? coverage["target-coverage"] : undefined;
  return typeof value === "number" ? { pointer: `${pointer}/coverage/target-coverage`, value } : undefined;
}

function percentageOf(owner: JsonObject, pointer: string): WrittenNumber | undefined {
  const score = owner["confidence-score"];
  const value = isObject(score) ? score["percentage"] : undefined;
  return typeof value === "number" ? { pointer: `${pointer}/confidence-score/percentage`, value } : undefined;
}

function propsOf(props: unknown): Property[] {
  return list(props).flatMap((prop) => {
    const [name, value] = isObject(prop) ? [text(prop["name"]), text(prop["value"])] : [];
    if (!isObject(prop) || name === undefined || value === undefined) return [];
    return [{ name, value, ...defined({ ns: text(prop["ns"]) }) }];
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
