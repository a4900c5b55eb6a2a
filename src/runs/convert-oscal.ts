import { standardInput } from "../files/read.js";
import { basename, join, resolve } from "node:path";
import { problem } from "../diagnostics/codes/outputs.js";
import { problem as requestProblem } from "../diagnostics/codes/requests.js";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { statusAt } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { fileAt } from "../files/paths.js";
import { writing } from "../files/writer.js";
import { placeKey } from "../files/writer.js";
import { codecDiagnostic } from "../oscal/codec-diagnostic.js";
import { formatOfName, type OscalFormat, type OscalReadResult } from "../oscal/read.js";
import { unquotedTexts } from "../oscal/unquoted.js";
import { documentText } from "../oscal/write.js";
import { readOscalFile } from "../workspace/oscal-file.js";
import type { Host } from "./host.js";
import { isSkipped, namedFiles, skippingProblems, type OscalFile } from "./oscal/files.js";
import { refusedLoss } from "./oscal/refused-loss.js";

/** Which documents are to be converted, and to what. Paths start from the host's folder. */
export interface ConvertRequest {
  /** Files, folders, or "-" for standard input. */
  readonly files: readonly string[];
  /** The format to write; undefined for that of the ending of `out`, where that is a file. */
  readonly to?: OscalFormat;
  /** The format to read: of folders only files whose names say so, and all else whatever its name says; undefined for any. */
  readonly from?: OscalFormat;
  /** File, or folder for several documents; undefined to get the one document back as a text. */
  readonly out?: string;
  /** Patterns of what is left out of folders. */
  readonly exclude?: readonly string[];
  /** Formatting that Markdown has no form for is dropped, and is not an error. */
  readonly lossy?: boolean;
}

/** The result of a conversion. */
export interface Conversion {
  /** The document, where it is not written to a file. */
  readonly text?: string;
  readonly problems: readonly Diagnostic[];
  /** Documents that were written. */
  readonly written: number;
  /** Files that were named or found. */
  readonly files: number;
  /** Those of them that are not OSCAL. */
  readonly others: number;
  /** Files that were read. */
  readonly inputs: readonly SourceFile[];
  /** Files that were written. */
  readonly outputs: readonly SourceFile[];
}

/**
 * Converts every file and reports the faults of each; a bad file does not keep the others from being converted. Where it is not
 * clear what to write where, nothing is.
 * @throws InputError for places that cannot be written to
 */
export async function convertOscal(request: ConvertRequest, host: Host): Promise<Conversion> {
  const { from, lossy, exclude } = request;
  const { files: all, problems: unread, notices } = await namedFiles(request.files, host, exclude);
  const isWanted = ({ found, unreadable }: OscalFile): boolean =>
    from === undefined || found === undefined || unreadable !== undefined || formatOfName(found) === from;
  const files = all.filter(isWanted);
  const refused = (problems: readonly Diagnostic[]): Conversion => ({
    problems,
    written: 0,
    files: 0,
    others: 0,
    inputs: files.map(({ file }) => file),
    outputs: [],
  });
  if (unread.length > 0) return refused(unread);
  const { intoFolder, to } = targetOf(files, request, host);
  if (to === undefined) {
    const into = request.out === undefined ? "stream" : intoFolder ? "folder" : "file";
    return refused([requestProblem("format-not-named", undefined, { into, out: request.out })]);
  }
  const places = await placesOf(files, { intoFolder, to }, request, host);
  if (places.value === undefined) return refused(places.problems);
  const problems: Diagnostic[] = [...notices];
  let text: string | undefined;
  const outputs: SourceFile[] = [];
  let written = 0;
  let others = 0;
  for (const [index, file] of files.entries()) {
    const result = await readOscalFile(file, host.read, from);
    if (isSkipped(file, result)) {
      others += 1;
      problems.push(...skippingProblems(result));
      continue;
    }
    const conversion = await converted(result, to, lossy === true);
    problems.push(...conversion.problems);
    if (conversion.value === undefined) continue;
    const converts = conversion.value;
    const place = places.value[index];
    if (place === undefined) text = converts;
    else {
      writing("file", place, () => host.write.whole(place, converts));
      outputs.push(place);
    }
    written += 1;
  }
  if (others === files.length) {
    problems.push(requestProblem("no-oscal-documents", undefined, { verb: "convert", among: others }));
  }
  const inputs = files.map(({ file }) => file);
  return { problems, written, files: files.length, others, inputs, outputs, ...(text === undefined ? {} : { text }) };
}

/** The document as a text, and what is lost on the way; no text where that is an error. */
async function converted(
  { document, diagnostics, losses }: OscalReadResult,
  to: OscalFormat,
  lossy: boolean,
): Promise<Reading<string>> {
  const problems = lossy
    ? [...diagnostics]
    : diagnostics.map((each) => refusedLoss(each, "have the document written without it by --lossy"));
  if (document === undefined) return { problems };
  problems.push(...unquotedTexts(document));
  if (hasErrors(problems)) return { problems };
  const { text, problems: unwritable, losses: folded } = await documentText(document.value, to);
  // Content of an XML file beside the document is lost in XML too, since only the document is written.
  problems.push(...losses, ...[...unwritable, ...folded].map((each) => codecDiagnostic(each, document)));
  return hasErrors(problems) ? { problems } : { value: text, problems };
}

/** What documents are written as, and whether each gets a name of its own in a folder. */
interface Target {
  readonly intoFolder: boolean;
  readonly to: OscalFormat;
}

/** @returns no format where neither the request nor the ending of its file says one */
function targetOf(
  files: readonly OscalFile[],
  { to, out }: ConvertRequest,
  host: Host,
): Pick<Target, "intoFolder"> & Partial<Target> {
  if (out === undefined) return { intoFolder: false, ...defined({ to }) };
  const [only] = files;
  const intoFolder =
    files.length !== 1 ||
    only?.found !== undefined ||
    /[\\/]$/.test(out) ||
    statusAt(resolve(host.folder, out), host.read)?.kind === "folder";
  return { intoFolder, ...defined({ to: to ?? (intoFolder ? undefined : formatOfName(out)) }) };
}

/** Where each file is written; undefined for the one that is given back. */
async function placesOf(
  files: readonly OscalFile[],
  { intoFolder, to }: Target,
  { from, out }: ConvertRequest,
  host: Host,
): Promise<Reading<readonly (SourceFile | undefined)[]>> {
  if (out === undefined) {
    const { length: count } = files.filter(({ unreadable }) => unreadable === undefined);
    if (count <= 1) return { value: files.map(() => undefined), problems: [] };
    return { problems: [problem("output-conflict", undefined, { how: "documents-to-stream", count })] };
  }
  const target = resolve(host.folder, out);
  if (!intoFolder) return distinct(files, [fileAt(target)], from, host);
  const names = files.map(({ found, file }) => found ?? (file === standardInput ? "document" : basename(file)));
  const places = names.map((name) => fileAt(join(target, `${name.replace(/\.[^./]+$/, "")}.${to}`)));
  return distinct(files, places, from, host);
}

/** Files whose documents would be written to one place, or to that of a file that is read. */
interface Meeting {
  readonly place: SourceFile;
  readonly files: OscalFile[];
}

/**
 * The places, unless two documents would go to one, or one to a file that is read. It is the names that meet, so the files are not read to
 * find that out; but whether they are OSCAL at all only reading tells, and that is asked until one conflict is sure.
 */
async function distinct(
  files: readonly OscalFile[],
  places: readonly SourceFile[],
  from: OscalFormat | undefined,
  { read, write }: Host,
): Promise<Reading<readonly SourceFile[]>> {
  const keyOf = (file: SourceFile): string => placeKey(file, write);
  const inputs = new Set(files.filter(({ file }) => file !== standardInput).map(({ file }) => keyOf(file)));
  const meetings = new Map<string, Meeting>();
  for (const [index, place] of places.entries()) {
    const file = files[index];
    // Nothing is written for a folder that cannot be read.
    if (file === undefined || file.unreadable !== undefined) continue;
    const key = keyOf(place);
    const meeting = meetings.get(key);
    if (meeting === undefined) meetings.set(key, { place, files: [file] });
    else meeting.files.push(file);
  }
  const doubtful = [...meetings].filter(([key, meeting]) => meeting.files.length > 1 || inputs.has(key));
  for (const [index, [key, { place, files: candidates }]] of doubtful.entries()) {
    const overwrites = inputs.has(key);
    const documents: OscalFile[] = [];
    for (const file of candidates) {
      if (file.found === undefined || !isSkipped(file, await readOscalFile(file, read, from))) documents.push(file);
      if (documents.length === (overwrites ? 1 : 2)) break;
    }
    const [first, second] = documents;
    const more = doubtful.length - index - 1;
    if (first !== undefined && overwrites) {
      const told = { how: "document-over-input", document: first.file, more } as const;
      return { problems: [problem("output-conflict", { file: place }, told)] };
    }
    if (first === undefined || second === undefined) continue;
    const told = {
      how: "documents",
      first: first.file,
      second: second.file,
      more,
      formats: formatsOf(documents),
    } as const;
    return { problems: [problem("output-conflict", { file: place }, told)] };
  }
  return { value: places, problems: [] };
}

/** The formats of the files, by their names, where each has another. */
function formatsOf(files: readonly OscalFile[]): readonly OscalFormat[] {
  const formats = files.map(({ file }) => formatOfName(file));
  const known = new Set(formats.filter((format) => format !== undefined));
  return known.size === files.length ? [...known] : [];
}
