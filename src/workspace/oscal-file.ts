import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { rootOf } from "../oscal/model.js";
import { readOscal, type OscalReadResult } from "../oscal/read.js";
import { readBounded, type SourceFile } from "../files/files.js";
import { limits } from "../foundation/limits.js";
import type { Terminal } from "../cli/terminal.js";

/** What a command line calls standard input. */
export const standardInput = "-";

/** What diagnostics call it; without an ending, so that it says no format. */
const standardInputName = "standard-input";

/** The file that an argument of a command line means, which may be standard input. */
export function namedFile(argument: string, terminal: Terminal): SourceFile {
  if (argument === standardInput) return { path: standardInput, name: standardInput };
  return { path: resolve(terminal.cwd, argument), name: argument.replaceAll("\\", "/") };
}

/**
 * Reads what should be an OSCAL document.
 * @param file its path may be "-" for standard input, whose format the first character tells
 * @returns the document, whose root property names a model; diagnostics where there is none
 */
export async function readOscalFile(file: SourceFile): Promise<OscalReadResult> {
  const content = file.path === standardInput ? await readStandardInput() : readBounded(file);
  if (!(content instanceof Uint8Array)) return { diagnostics: [content], losses: [] };
  const result = await readOscal(content, file.path === standardInput ? standardInputName : file.name);
  const { document } = result;
  if (document === undefined || rootOf(document.value) !== undefined) return result;
  const [{ noModelProblem }, { problemDiagnostic }] = await Promise.all([
    import("../oscal/no-model.js"),
    import("../oscal/validate.js"),
  ]);
  return { diagnostics: [problemDiagnostic(noModelProblem(document.value), document)], losses: [] };
}

async function readStandardInput(): Promise<Uint8Array | Diagnostic> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > limits.documentBytes) {
      return {
        code: "file-too-large",
        severity: "error",
        message: `More than ${String(limits.documentBytes / 1024 / 1024)} MiB come in; no more are read as one document.`,
        file: standardInputName,
        fix: "Split the document into several.",
      };
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
