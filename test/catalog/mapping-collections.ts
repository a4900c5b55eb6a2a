/** The shipped mapping collections as the tests read them: only the members that the tests look at. */
import { projectText } from "../support/project.js";
import { aimsNamespace, propValues, type Metadata, type Prop } from "./documents.js";

export interface MappingItem {
  readonly type: string;
  readonly "id-ref": string;
  readonly props?: readonly Prop[];
}

export interface MapEntry {
  readonly uuid: string;
  readonly relationship: string;
  readonly sources: readonly MappingItem[];
  readonly targets: readonly MappingItem[];
  readonly "confidence-score"?: { readonly category?: string };
  readonly props?: readonly Prop[];
  readonly remarks?: string;
}

interface GapSummary {
  readonly uuid: string;
  readonly "unmapped-controls": readonly { readonly "with-ids"?: readonly string[] }[];
}

export interface Mapping {
  readonly uuid: string;
  readonly "source-resource": { readonly type: string; readonly href: string };
  readonly "target-resource": { readonly type: string; readonly href: string };
  readonly maps: readonly MapEntry[];
  readonly remarks?: string;
  readonly "source-gap-summary"?: GapSummary;
  readonly "target-gap-summary"?: GapSummary;
  readonly coverage?: unknown;
}

export interface MappingCollection {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly provenance: Readonly<Record<string, string>>;
  readonly mappings: readonly Mapping[];
  readonly "back-matter": {
    readonly resources?: readonly { readonly uuid: string; readonly props?: readonly Prop[] }[];
  };
}

interface Crosswalk {
  /** Name in catalog/mappings, without its ending. */
  readonly file: string;
  /** Name of the target's file in catalog/, without its ending. */
  readonly target: string;
  /** The data to compare with, in ../shared/reference. */
  readonly reference: string;
  readonly pairs: number;
  readonly gaps: { readonly source: number; readonly target: number };
  /** Absent where only part of the target was gone through. */
  readonly coverage?: number;
}

/** The collections from ISO/IEC 42001 to the other frameworks. */
export const crosswalks: readonly Crosswalk[] = [
  {
    file: "iso-42001-to-nist-ai-rmf",
    target: "nist-ai-rmf",
    reference: "crosswalk-iso42001-nist-ai-rmf.json",
    pairs: 266,
    gaps: { source: 1, target: 3 },
    coverage: 0.59,
  },
  {
    file: "iso-42001-to-iso-27001",
    target: "iso-27001",
    reference: "crosswalk-iso42001-iso27001.json",
    pairs: 123,
    gaps: { source: 4, target: 46 },
    coverage: 0.38,
  },
  {
    file: "iso-42001-to-eu-ai-act",
    target: "eu-ai-act",
    reference: "crosswalk-iso42001-eu-ai-act.json",
    pairs: 150,
    gaps: { source: 3, target: 18 },
  },
];

export const vendorFile = "vendor-22";

export function collectionText(file: string): string {
  return projectText(`catalog/mappings/${file}.json`);
}

export function readCollection(file: string): MappingCollection {
  return (JSON.parse(collectionText(file)) as { readonly "mapping-collection": MappingCollection })[
    "mapping-collection"
  ];
}

/** The only mapping of a collection that has one. */
export function onlyMapping({ mappings }: MappingCollection): Mapping {
  const [mapping] = mappings;
  if (mapping === undefined || mappings.length > 1) throw new Error(`${String(mappings.length)} mappings`);
  return mapping;
}

/** Values of aims' own props of a pair, with the place where there is one: `airc row`. */
export function told(entry: MapEntry, name: string): string[] {
  const props = (entry.props ?? []) as readonly (Prop & { readonly class?: string })[];
  return props
    .filter((prop) => prop.name === name && prop.ns === aimsNamespace)
    .map((prop) => [prop.value, ...(prop.class === undefined ? [] : [prop.class])].join(" "));
}

/** Ids in the gap summary of one side. */
export function gapIds(summary: GapSummary | undefined): string[] {
  return (summary?.["unmapped-controls"] ?? []).flatMap((group) => group["with-ids"] ?? []);
}

/** Tokens that the back matter or the remarks about provenance explain. */
export function explainedTokens(collection: MappingCollection): string[] {
  const inBackMatter = (collection["back-matter"].resources ?? []).flatMap(({ props }) =>
    propValues(props, "provenance", aimsNamespace),
  );
  const inRemarks = [...(collection.provenance["remarks"] ?? "").matchAll(/The token (\S+) stands for: /g)];
  return [...inBackMatter, ...inRemarks.map(([, token]) => token ?? "")];
}
