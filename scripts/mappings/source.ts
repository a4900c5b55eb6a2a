/** What somebody writes of a mapping: scripts/mappings/*.yaml as it is read. */

/** Ids of one side, and the catalog that has them or the list that stands for one. */
export interface Side {
  /** Name of a file in catalog/, without its ending. */
  readonly catalog?: string;
  /** Where there is no catalog: token of the publication, and the titles of what it lists by id. */
  readonly list?: { readonly publication: string; readonly titles: Readonly<Record<string, string>> };
  /** `statement`: pairs point at the part with this ending of its id, such as `_smt`. Absent: at the control itself. */
  readonly statement?: string;
}

/** Something that pairs or remarks refer to, by its token. */
export interface Publication {
  readonly title: string;
  readonly citation: string;
  /** Where it lies; absent where that is not known. */
  readonly href?: string;
  /** What it is, and how far it can be trusted. */
  readonly remarks: string;
}

export interface Pair {
  readonly to: string | readonly string[];
  /** `intersects-with` where nothing else is said. */
  readonly relationship?: string;
  /** 1 to 10. */
  readonly strength?: number;
  /** Who states the pair: a token, and where in it (`airc row`). */
  readonly from: readonly string[];
  /** Who supports it without stating it. */
  readonly also?: readonly string[];
  /** How well the elements carry what a list says. */
  readonly fit?: string;
  readonly rationale: string;
}

/** Controls without a pair, and why. */
export interface Gap {
  readonly ids: readonly string[];
  readonly reason: string;
}

export interface MappingSource {
  /** Distinguishes the mappings of a collection that has several. */
  readonly name?: string;
  readonly source: Side;
  readonly target: Side;
  readonly remarks?: string;
  /** Whether a share of the targets can be stated: only where all of the target was gone through. */
  readonly coverage?: boolean;
  readonly gaps?: { readonly source?: readonly Gap[]; readonly target?: readonly Gap[] };
  readonly pairs: Readonly<Record<string, readonly Pair[]>>;
}

export interface CollectionSource {
  readonly title: string;
  readonly version: string;
  readonly modified: string;
  readonly keywords: string;
  readonly remarks: string;
  readonly description: string;
  readonly publications?: Readonly<Record<string, Publication>>;
  readonly mappings: readonly MappingSource[];
}
