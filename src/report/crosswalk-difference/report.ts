import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import { plural } from "../../foundation/words.js";
import type { CrosswalkDifference, MappingDifference, PairChange, ValueChange } from "../../crosswalk/difference.js";
import type { WrittenCollection, WrittenPair } from "../../crosswalk/written.js";
import type { SourceDocument } from "../../source/document.js";

/** A version of a mapping collection, as a report shows it. */
interface ReportedCollection {
  readonly document: SourceDocument;
  readonly written: WrittenCollection;
}

/** Two versions of a mapping collection and how they differ. */
export interface CrosswalkDifferenceReport {
  readonly a: ReportedCollection;
  readonly b: ReportedCollection;
  readonly difference: CrosswalkDifference;
  /** The name that the reader of the report has for a file. */
  readonly nameOf: (file: SourceFile) => FileName;
}

/** Whether the versions relate something else, or otherwise. */
export function crosswalksDiffer({ difference }: Pick<CrosswalkDifferenceReport, "difference">): boolean {
  return difference.mappings.length > 0;
}

/** A mapping in words: the resources on its sides, as they are named. */
export function mappingWords({ a, b }: MappingDifference): string {
  const { resources } = b ?? a ?? { resources: { source: undefined, target: undefined } };
  const state = a === undefined ? "added mapping " : b === undefined ? "removed mapping " : "";
  return `${state}${resources.source?.href ?? "?"} → ${resources.target?.href ?? "?"}`;
}

/** The sides of a pair, in words. */
export function sidesOf({ sources, targets }: WrittenPair): { readonly source: string; readonly target: string } {
  const [source = "", target = ""] = [sources, targets].map((items) => items.map(({ id }) => id).join(" + "));
  return { source, target };
}

/** The pair that a change is about, as it is now, or else as it was. */
export function pairOf(change: PairChange): WrittenPair {
  return change.kind === "removed" ? change.a : change.b;
}

/** The properties of a changed pair that are shown: a relationship stands in the line of the pair itself. */
export function detailsOf(change: PairChange): readonly ValueChange[] {
  return change.kind === "changed" ? change.values.filter(({ property }) => property !== "relationship") : [];
}

/** How much differs, in a sentence. */
export function summaryOf({ difference }: Pick<CrosswalkDifferenceReport, "difference">): string {
  if (difference.mappings.length === 0) return "The same pairs and gaps.";
  const { pairs, gaps } = difference.counts;
  const parts = [
    pairs.added > 0 ? `${plural(pairs.added, "pair")} added` : "",
    pairs.removed > 0 ? `${plural(pairs.removed, "pair")} removed` : "",
    pairs.changed > 0 ? `${plural(pairs.changed, "pair")} changed` : "",
    gaps.added > 0 ? `${plural(gaps.added, "gap")} added` : "",
    gaps.removed > 0 ? `${plural(gaps.removed, "gap")} removed` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "The mappings differ, and no pair or gap does." : `${parts.join(", ")}.`;
}
