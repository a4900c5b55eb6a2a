import { dirname, resolve } from "node:path";
import { codes } from "../diagnostics/codes.js";
import { problem } from "../diagnostics/codes/suppressions.js";
import { compareDiagnostics, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { statusAt, type Reader } from "../files/reader.js";
import { nearest } from "../foundation/nearest.js";
import { constraintRegister } from "../oscal/constraint-register.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";
import type { Suppression, Suppressions } from "./generated/suppressions.js";
import { suppressions as isSuppressions } from "./generated/suppressions-validator.js";
import { readRecord } from "./record.js";

export type { Suppression } from "./generated/suppressions.js";

/** Suppressions as people keep them. */
export interface KeptSuppressions {
  readonly entries: readonly Suppression[];
  readonly source: SourceDocument;
  /** Absolute path of the folder that their paths start from. */
  readonly folder: string;
}

/** Reads a file of suppressions: each names a code that there is, and a pattern that is well-formed. */
export async function readSuppressions(file: SourceFile, reader: Reader): Promise<Reading<KeptSuppressions>> {
  const { value: record, problems } = await readRecord<Suppressions>(
    { file },
    { validator: isSuppressions, schema: "suppressions", called: "suppressions" },
    reader,
  );
  if (record === undefined || problems.length > 0) return { problems };
  const { value, source } = record;
  const folder = dirname(resolve(file));
  const entries = value.suppressions;
  const wrong = [...unknownCodes(entries, source), ...malformedPatterns(entries, folder, source, reader)];
  return wrong.length > 0
    ? { problems: wrong.sort(compareDiagnostics) }
    : { value: { entries, source, folder }, problems };
}

/** Brackets stand for themselves, as names of files may hold them; one that is not closed is taken for a slip. */
function malformedPatterns(
  entries: readonly Suppression[],
  folder: string,
  source: SourceDocument,
  reader: Reader,
): Diagnostic[] {
  return entries.flatMap(({ file }, index) => {
    if (file === undefined || !/\[[^\]]*$/.test(file)) return [];
    if (statusAt(resolve(folder, file), reader) !== undefined) return [];
    return [problem("suppression-pattern", placeOf(source, formatPointer(["suppressions", index, "file"])), file)];
  });
}

function unknownCodes(entries: readonly Suppression[], source: SourceDocument): Diagnostic[] {
  const known = new Set([...codes, ...Object.keys(constraintRegister)]);
  return entries.flatMap(({ code }, index) => {
    if (known.has(code)) return [];
    const place = placeOf(source, formatPointer(["suppressions", index, "code"]));
    return [problem("unknown-code", place, { code, guess: nearest(code, known) })];
  });
}
