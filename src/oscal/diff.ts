import { rootOf, type OscalModel } from "./model.js";
import type { Change, ChangeCounts } from "./diff/change.js";
import { compareRoots } from "./diff/compare.js";

export type * from "./diff/change.js";

/** How two documents of one model differ. */
export interface DocumentDifference {
  readonly model: OscalModel;
  /** The changes of every new edition of a document: its UUID, last-modified, version and oscal-version. */
  readonly edition: readonly Change[];
  /** All other changes, in the document order of B; removed objects stand where they stood in A. */
  readonly changes: readonly Change[];
}

/** The two documents have no model in common; a model is missing where a document has none of OSCAL's. */
export interface DifferentModels {
  readonly models: readonly [OscalModel | undefined, OscalModel | undefined];
}

const editionProperties: ReadonlySet<string> = new Set([
  "uuid",
  "metadata/last-modified",
  "metadata/version",
  "metadata/oscal-version",
]);

/**
 * Compares two documents by what they say: objects are matched by id, UUID or natural key and not by their position, sets have no
 * order, texts have a spelling that does not count, and one format is as good as another. There is no difference exactly where the two mean the same.
 * @param a the earlier document: parsed JSON or YAML, or what XML was read into
 * @param b the later one
 */
export function diffDocuments(a: unknown, b: unknown): DocumentDifference | DifferentModels {
  const [before, after] = [rootOf(a), rootOf(b)];
  if (!before || before.model !== after?.model) {
    return { models: [before?.model, after?.model] };
  }
  const root = { parent: undefined, property: after.model, index: undefined, bare: false };
  const all = compareRoots(after.model, { ...root, value: before.root }, { ...root, value: after.root });
  const isEdition = (change: Change): boolean =>
    editionProperties.has([...change.path.map(({ kind }) => kind), change.property ?? ""].join("/"));
  return {
    model: after.model,
    edition: all.filter(isEdition),
    changes: all.filter((change) => !isEdition(change)),
  };
}

export function countChanges(changes: readonly Change[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
