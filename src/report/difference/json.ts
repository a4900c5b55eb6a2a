import { changedWords } from "../../oscal/changed-words.js";
import { countChanges, type Change, type PlacedValue, type Seat } from "../../oscal/diff.js";
import type { SourceDocument } from "../../source/document.js";
import { jsonText } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import { differs, shownChanges, type DifferenceReport } from "./report.js";

/** The report for programs. Places in the files are looked up for the changes that are shown. */
export function differenceJson(report: DifferenceReport): TextOutput {
  const { a, b, nameOf, difference, ignoreMetadata } = report;
  const { edition, changes, leftOut } = shownChanges(report);
  const withPlaces = (change: Change): unknown => changeJson(change, a, b);
  return textOutput(
    jsonText({
      model: difference.model,
      a: nameOf(a.file),
      b: nameOf(b.file),
      same: !differs(report),
      counts: countChanges(difference.changes),
      edition: { counted: !ignoreMetadata, changes: edition.map(withPlaces) },
      changes: changes.map(withPlaces),
      ...(leftOut > 0 ? { leftOut } : {}),
    }),
  );
}

function changeJson(change: Change, a: SourceDocument, b: SourceDocument): unknown {
  const { kind, path, property } = change;
  return {
    kind,
    path,
    ...(property === undefined ? {} : { property }),
    ...(change.kind === "added" ? {} : { a: placeJson(change.a, a, change.kind) }),
    ...(change.kind === "removed" ? {} : { b: placeJson(change.b, b, change.kind) }),
    ...(change.kind === "moved" ? { from: seatJson(change.from), to: seatJson(change.to) } : {}),
    ...wordsJson(change),
  };
}

/** The value of what has moved is left out: it is the same on both sides but for the changes that follow. */
function placeJson({ pointer, value }: PlacedValue, document: SourceDocument, kind: Change["kind"]): unknown {
  const { line, column } = document.locate(pointer);
  return { pointer, line, column, ...(kind === "moved" ? {} : { value }) };
}

function seatJson({ parent, index, after }: Seat): unknown {
  return { parent, index, ...(after === undefined ? {} : { after }) };
}

/** How a text changed word by word, where both are of several words. */
function wordsJson(change: Change): { words?: unknown } {
  if (change.kind !== "changed") return {};
  const [before, after] = [change.a.value, change.b.value];
  if (typeof before !== "string" || typeof after !== "string" || !/\s/.test(before) || !/\s/.test(after)) return {};
  return { words: changedWords(before, after).map(({ kind, text }) => ({ [kind]: text })) };
}
