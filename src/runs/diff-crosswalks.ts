import { problem } from "../diagnostics/codes/crosswalks.js";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { hasErrors, type Reading } from "../diagnostics/diagnostic.js";
import { differenceOf, type CrosswalkDifference } from "../crosswalk/difference.js";
import { writtenCollection, type WrittenCollection } from "../crosswalk/written.js";
import { standardInput } from "../files/read.js";
import { rootOf } from "../oscal/model.js";
import type { SourceDocument } from "../source/document.js";
import { readOscalFile } from "../workspace/oscal-file.js";
import { spelledOut } from "./crosswalk/named-collections.js";
import type { Host } from "./host.js";
import { namedFile } from "./oscal/files.js";
import { refusedLoss } from "./oscal/refused-loss.js";

/** A version of a mapping collection. */
export interface ComparedCollection {
  readonly document: SourceDocument;
  readonly written: WrittenCollection;
}

/** Two versions of a mapping collection, and how they differ. */
export interface ComparedCrosswalks {
  readonly a: ComparedCollection;
  readonly b: ComparedCollection;
  readonly difference: CrosswalkDifference;
}

/**
 * Compares two versions of a mapping collection by the pairs that they have. Neither has to be valid, as long as its pairs can be read.
 * @param a path of the earlier version from the host's folder, "-", or the name of one that ships with aims
 */
export async function diffCrosswalks(a: string, b: string, host: Host): Promise<Reading<ComparedCrosswalks>> {
  const { args, problems: unknown } = spelledOut([a, b], host);
  const [first, second] = args.map((each) => namedFile(each, host));
  if (first === undefined || second === undefined) return { problems: unknown };
  if (first.file === standardInput && second.file === standardInput) {
    return { problems: [fileProblem("standard-input-twice", undefined, "compared")] };
  }
  const read = [await collectionAt(first, host), await collectionAt(second, host)];
  const problems = read.flatMap((each) => each.problems);
  const [before, after] = read.map(({ value }) => value);
  if (before === undefined || after === undefined || hasErrors(problems)) return { problems };
  return { value: { a: before, b: after, difference: differenceOf(before.written, after.written) }, problems };
}

async function collectionAt(input: ReturnType<typeof namedFile>, host: Host): Promise<Reading<ComparedCollection>> {
  const { document, diagnostics } = await readOscalFile(input, host.read);
  const problems = diagnostics.map((each) =>
    refusedLoss(each, "compare what aims oscal convert --lossy makes of the document"),
  );
  const root = document && rootOf(document.value);
  if (document === undefined || root === undefined) return { problems };
  if (root.model !== "mapping-collection") {
    const { file } = document;
    return { problems: [...problems, problem("not-a-mapping-collection", { file }, { model: root.model })] };
  }
  return { value: { document, written: writtenCollection(root.root) }, problems };
}
