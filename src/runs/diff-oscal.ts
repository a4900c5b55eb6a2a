import { standardInput } from "../files/read.js";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem } from "../diagnostics/codes/requests.js";
import { hasErrors, type Reading } from "../diagnostics/diagnostic.js";
import { diffDocuments, type DocumentDifference } from "../oscal/diff.js";
import { unquotedTexts } from "../oscal/unquoted.js";
import type { SourceDocument } from "../source/document.js";
import { readOscalFile } from "../workspace/oscal-file.js";
import type { Host } from "./host.js";
import { namedFile } from "./oscal/files.js";
import { refusedLoss } from "./oscal/refused-loss.js";

/** Two documents of one model and how they differ. */
export interface OscalDifference {
  readonly a: SourceDocument;
  readonly b: SourceDocument;
  readonly difference: DocumentDifference;
}

/**
 * Compares two OSCAL documents by ids and uuids. A document of which something was lost on reading is not compared: the difference would
 * not know of it.
 * @param a path of the earlier document from the host's folder, or "-"
 */
export async function diffOscal(a: string, b: string, host: Host): Promise<Reading<OscalDifference>> {
  const [first, second] = [namedFile(a, host), namedFile(b, host)];
  if (first.file === standardInput && second.file === standardInput) {
    return { problems: [fileProblem("standard-input-twice", undefined, "compared")] };
  }
  const before = await readOscalFile(first, host.read);
  const after = await readOscalFile(second, host.read);
  const problems = [before, after].flatMap(({ document, diagnostics }) => [
    ...diagnostics.map((each) => refusedLoss(each, "compare what aims oscal convert --lossy makes of the document")),
    ...(document === undefined ? [] : unquotedTexts(document)),
  ]);
  if (!before.document || !after.document || hasErrors(problems)) return { problems };
  const difference = diffDocuments(before.document.value, after.document.value);
  if ("models" in difference) {
    const { file } = after.document;
    return { problems: [...problems, problem("oscal-different-models", { file }, difference.models)] };
  }
  return { value: { a: before.document, b: after.document, difference }, problems };
}
