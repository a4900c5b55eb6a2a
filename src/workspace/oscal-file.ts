import { createHash } from "node:crypto";
import { problem } from "../diagnostics/codes/imports.js";
import { problem as requestProblem } from "../diagnostics/codes/requests.js";
import type { Diagnostic, DiagnosticPlace } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { standardInput, readBounded, readStandardInput, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { rootOf } from "../oscal/model.js";
import { readOscal, type OscalFormat, type OscalReadResult } from "../oscal/read.js";
import type { UnreadText } from "../oscal/unread-text.js";
import { LineMap } from "../source/position.js";

/** The result of reading a file that should hold an OSCAL document. */
export type OscalFileResult = OscalReadResult & {
  /** What a file whose text cannot be taken apart was probably meant to be. */
  readonly meant?: UnreadText;
};

/** What a file has to hold, by the lock file of what was downloaded. */
export interface LockedDigest {
  /** The address from which it was downloaded. */
  readonly address: string;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A file with an OSCAL document. */
export interface OscalInput extends InputFile {
  readonly locked?: LockedDigest;
}

/** What is said of an address that stands where a file is to be named; undefined for a path. */
export function addressNotFetched(named: string, place?: DiagnosticPlace): Diagnostic | undefined {
  if (!/^(?:https?|ftp|file):\/\//i.test(named)) return undefined;
  return requestProblem("address-not-fetched", place, { address: named });
}

/**
 * Reads what should be an OSCAL document.
 * @param input a file, or standard input, whose format the first character tells
 * @param format overrules the file's ending and the first character
 * @returns the document, whose root property names a model; diagnostics where there is none, or where it is not what was downloaded
 */
export async function readOscalFile(input: OscalInput, reader: Reader, format?: OscalFormat): Promise<OscalFileResult> {
  const { file, locked } = input;
  const content = file === standardInput ? await readStandardInput(reader) : readBounded(input, reader);
  if (!(content instanceof Uint8Array)) return { diagnostics: [content], losses: [] };
  const found = locked && createHash("sha256").update(content).digest("hex");
  if (locked !== undefined && found !== undefined && found !== locked.sha256) {
    const told = { address: locked.address, file, locked: locked.sha256, found };
    return { diagnostics: [problem("vendored-file-changed", { file }, told)], losses: [] };
  }
  const result = await readOscal(content, file, format);
  const { document } = result;
  if (document === undefined) return explained(result, content, file);
  if (rootOf(document.value)) return result;
  // Loaded only to explain faults: a sound document does not need it.
  const [{ noModelProblem }, { problemDiagnostic }] = await Promise.all([
    import("../oscal/no-model.js"),
    import("../oscal/validate.js"),
  ]);
  return { diagnostics: [problemDiagnostic(noModelProblem(document.value), document)], losses: [] };
}

/** Says of a text that cannot be read what it was meant to be, and of a template once that it is one. */
async function explained(result: OscalFileResult, content: Uint8Array, file: SourceFile): Promise<OscalFileResult> {
  const { meantBy, templateMark } = await import("../oscal/unread-text.js");
  // Each byte as a character: ASCII is all that is looked for, also in a text of another encoding.
  const text = Buffer.from(content).toString("latin1").replaceAll("\0", "");
  const named = meantBy(text);
  // With merge keys alone, the text can be taken apart: it is YAML of another program.
  const isForeign = named === "unknown" && result.diagnostics.every(({ code }) => code === "merge-key");
  const meant = isForeign ? "other" : named;
  const mark = templateMark(text);
  if (mark === undefined) return { ...result, meant };
  const map = new LineMap(text);
  const position = map.position(mark);
  const [first] = result.diagnostics;
  // A mark behind the fault did not cause it.
  if (first?.line !== undefined && position.line > first.line) return { ...result, meant };
  const { problem } = await import("../diagnostics/codes/syntax.js");
  const template = problem("unrendered-template", { file, ...position, frame: map.frame(position) });
  return { diagnostics: [template], losses: [], meant };
}
