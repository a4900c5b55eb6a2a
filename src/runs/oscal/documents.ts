import { standardInput } from "../../files/read.js";
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Reader } from "../../files/reader.js";
import { fileAt } from "../../files/paths.js";
import type { SourceDocument } from "../../source/document.js";
import { readOscalFile } from "../../workspace/oscal-file.js";
import type { Host } from "../host.js";
import { isSkipped, skippingProblems, type OscalFile } from "./files.js";

/** The result of reading a file. */
export interface ReadFile {
  readonly file: SourceFile;
  /** Undefined where the file cannot be read as OSCAL. */
  readonly document?: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of a folder that is not OSCAL. */
interface SkippedFile {
  /** What there is to say of it. */
  readonly skipped: readonly Diagnostic[];
}

/** Reads one file after the other. */
export async function* readFiles(files: readonly OscalFile[], reader: Reader): AsyncGenerator<ReadFile | SkippedFile> {
  for (const input of files) {
    const result = await readOscalFile(input, reader);
    const { document, diagnostics } = result;
    if (isSkipped(input, result)) yield { skipped: skippingProblems(result) };
    else yield { file: input.file, diagnostics, ...(document ? { document } : {}) };
  }
}

/** Path from which the relative hrefs of a document start: its own, or, for standard input, one in the host's folder. */
export function hrefBase(file: SourceFile, { folder }: Pick<Host, "folder">): string {
  return file === standardInput ? fileAt(join(folder, file)) : file;
}
