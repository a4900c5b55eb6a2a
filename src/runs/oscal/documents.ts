import { compareDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { importPaths, indexDocument } from "../../oscal/document-index.js";
import { normalPath } from "../../oscal/relative-path.js";
import type { SourceDocument } from "../../source/document.js";
import { collectProblems } from "../../workspace/collect-problems.js";
import type { HrefRoots } from "./href-roots.js";
import { isPassedOver, oscalFiles, type OscalFile } from "./files.js";
import { readOscalFile } from "../../workspace/oscal-file.js";
import type { Terminal } from "../../cli/terminal.js";

/** What reading a file has given. */
export interface ReadFile {
  readonly name: string;
  /** Undefined where the file cannot be read as OSCAL. */
  readonly document?: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files that the arguments mean, each once; what is wrong with one argument does not hide the others. */
export async function namedFiles(
  args: readonly string[],
  terminal: Terminal,
): Promise<{ files: OscalFile[]; problems: Diagnostic[] }> {
  const problems: Diagnostic[] = [];
  const files = new Map<string, OscalFile>();
  for (const argument of args) {
    const found = await collectProblems(problems, () => oscalFiles([argument], terminal));
    for (const file of found ?? []) if (!files.has(file.path)) files.set(file.path, file);
  }
  return { files: [...files.values()], problems: problems.sort(compareDiagnostics) };
}

/** Reads one file after the other. @returns nothing for a file of a folder that is not OSCAL */
export async function* readFiles(files: readonly OscalFile[]): AsyncGenerator<ReadFile | undefined> {
  for (const file of files) {
    const result = await readOscalFile(file);
    const { document, diagnostics } = result;
    yield isPassedOver(file, result)
      ? undefined
      : { name: document?.file ?? diagnostics[0]?.file ?? file.name, diagnostics, ...(document ? { document } : {}) };
  }
}

/**
 * Reads what documents import, directly or through others, as far as it lies in the folders that may be looked into.
 * @param documents is extended by what is read
 */
export async function readImports(documents: ReadFile[], roots: HrefRoots): Promise<void> {
  const known = new Set(documents.map(({ name }) => normalPath(name)));
  // The list grows while it is gone through.
  for (const { document } of documents) {
    if (document === undefined) continue;
    const index = indexDocument({ name: document.file, document: document.value });
    for (const each of index.imports.values()) {
      const path = importPaths(each, index).find((candidate) => known.has(candidate) || roots.isFile(candidate));
      const target = path === undefined || known.has(path) ? undefined : roots.resolve(path);
      if (path === undefined || target === undefined) continue;
      known.add(path);
      for await (const read of readFiles([{ path: target, name: path }])) if (read) documents.push(read);
    }
  }
}
