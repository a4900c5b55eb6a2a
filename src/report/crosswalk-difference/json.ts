import type { MappingDifference, PairChange } from "../../crosswalk/difference.js";
import { defined } from "../../foundation/defined.js";
import type { SourceDocument } from "../../source/document.js";
import { jsonText } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import { crosswalksDiffer, pairOf, type CrosswalkDifferenceReport } from "./report.js";

/** The report for programs. */
export function crosswalkDifferenceJson(report: CrosswalkDifferenceReport): TextOutput {
  const { a, b, nameOf, difference } = report;
  return textOutput(
    jsonText({
      a: nameOf(a.document.file),
      b: nameOf(b.document.file),
      same: !crosswalksDiffer(report),
      counts: difference.counts,
      mappings: difference.mappings.map((each) => mappingJson(each, a.document, b.document)),
    }),
  );
}

function mappingJson(mapping: MappingDifference, a: SourceDocument, b: SourceDocument): unknown {
  const { values, pairs, gaps } = mapping;
  const { resources } = mapping.b ?? mapping.a ?? {};
  return {
    kind: mapping.a === undefined ? "added" : mapping.b === undefined ? "removed" : "changed",
    source: resources?.source?.href ?? null,
    target: resources?.target?.href ?? null,
    values,
    pairs: pairs.map((each) => pairJson(each, a, b)),
    gaps: gaps.map(({ kind, side, gap }) => ({
      kind,
      side,
      id: gap.id,
      ...placeJson(kind === "added" ? b : a, gap.pointer),
    })),
  };
}

function pairJson(change: PairChange, a: SourceDocument, b: SourceDocument): unknown {
  const { sources, targets, word } = pairOf(change);
  const values = change.kind === "changed" ? change.values : undefined;
  return {
    kind: change.kind,
    sources: sources.map(({ id }) => id),
    targets: targets.map(({ id }) => id),
    relationship: word ?? null,
    ...(change.kind === "added" ? {} : { a: placeJson(a, change.a.pointer) }),
    ...(change.kind === "removed" ? {} : { b: placeJson(b, change.b.pointer) }),
    ...defined({ values }),
    ...(change.kind === "changed" ? defined({ uuidOnly: change.isUuidOnly, meaning: change.meaning }) : {}),
  };
}

function placeJson(document: SourceDocument, pointer: string): { pointer: string; line: number; column: number } {
  const { line, column } = document.locate(pointer);
  return { pointer, line, column };
}
