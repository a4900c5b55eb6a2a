import type { Change, DocumentDifference } from "../../oscal/diff.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import type { SourceDocument } from "../../source/document.js";

/** Two documents and how they differ. */
export interface DifferenceReport {
  readonly a: SourceDocument;
  readonly b: SourceDocument;
  /** The name that the reader of the report has for a file. */
  readonly nameOf: (file: SourceFile) => FileName;
  readonly difference: DocumentDifference;
  /** Changes that every new edition makes are shown, but do not count. */
  readonly ignoreMetadata: boolean;
  /** Changes that are shown; what comes after is counted. All when undefined. */
  readonly limit?: number;
}

/** Whether there is a difference that counts. */
export function differs({
  difference,
  ignoreMetadata,
}: Pick<DifferenceReport, "difference" | "ignoreMetadata">): boolean {
  return difference.changes.length > 0 || (!ignoreMetadata && difference.edition.length > 0);
}

/** The changes that are shown, those of the edition first. */
export function shownChanges({ difference, limit }: DifferenceReport): {
  edition: readonly Change[];
  changes: readonly Change[];
  leftOut: number;
} {
  const most = limit ?? Infinity;
  const changes = difference.changes.slice(0, most);
  return { edition: difference.edition, changes, leftOut: difference.changes.length - changes.length };
}
