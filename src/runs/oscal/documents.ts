import { standardInput } from "../../files/read.js";
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Reader } from "../../files/reader.js";
import { fileAt } from "../../files/paths.js";
import { importPaths, indexDocument } from "../../oscal/document-index.js";
import type { SourceDocument } from "../../source/document.js";
import { readOscalFile } from "../../workspace/oscal-file.js";
import type { Host } from "../host.js";
import { isSkipped, skippingProblems, type OscalFile } from "./files.js";
import type { HrefRoots } from "./href-roots.js";

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

/**
 * Reads what documents import, directly or through others, as far as it lies in the folders that may be looked into.
 * @param documents is extended by the documents read
 */
export async function readImports(documents: ReadFile[], roots: HrefRoots, host: Host): Promise<void> {
  const known = new Set(documents.map(({ file }) => hrefBase(file, host)));
  // The list grows while it is gone through.
  for (const { document } of documents) {
    if (document === undefined) continue;
    const index = indexDocument({ name: hrefBase(document.file, host), document: document.value });
    for (const each of index.imports.values()) {
      const path = importPaths(each, index).find((candidate) => known.has(candidate) || roots.isFile(candidate));
      if (path === undefined || known.has(path)) continue;
      known.add(path);
      for await (const read of readFiles([{ file: fileAt(path) }], host.read))
        if (!("skipped" in read)) documents.push(read);
    }
  }
}
