import { problem } from "../diagnostics/codes/files.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { limits } from "../foundation/limits.js";
import type { Reader } from "./reader.js";

/** Standard input; it has no ending, so that its first character tells the format. */
export const standardInput: SourceFile = "standard-input";

/** A file to read, and why it must not be read or cannot be. */
export interface InputFile {
  readonly file: SourceFile;
  /** The path leads out of the workspace, through a link or upwards: the file is refused instead of read. */
  readonly outside?: true;
  /** Not a file but a folder that cannot be looked into, so that nobody knows what it holds: reading it says so. */
  readonly unreadable?: Diagnostic;
}

/** Why a file is not even opened; undefined where it is to be read. */
export function refusal({ file, outside, unreadable: folder }: InputFile): Diagnostic | undefined {
  return outside === true ? problem("path-outside-workspace", { file }, { how: "link" }) : folder;
}

/** Reads a file of bounded size; a failure comes back as a diagnostic. */
export function readBounded(
  input: InputFile,
  reader: Reader,
  maximum: number = limits.documentBytes,
): Uint8Array | Diagnostic {
  const refused = refusal(input);
  if (refused !== undefined) return refused;
  const { file } = input;
  try {
    const { size } = statFile(file, reader);
    if (size > maximum) return problem("file-too-large", { file }, { size, maximum });
    return reader.bytes(file);
  } catch (error) {
    return unreadable(file, error);
  }
}

/** Reads standard input up to the size of a document. */
export async function readStandardInput(reader: Reader): Promise<Uint8Array | Diagnostic> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of reader.standardInput()) {
    size += bytes.length;
    if (size > limits.documentBytes) {
      return problem("file-too-large", { file: standardInput }, { maximum: limits.documentBytes });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The diagnostic for a file that the operating system does not let us read. */
export function unreadable(file: SourceFile, error: unknown): Diagnostic {
  return problem("unreadable-file", { file }, { what: "file", error });
}

/**
 * Looks at a file that is about to be read; devices and pipes, which may never end, are refused like folders.
 * @returns its size in bytes @throws the operating system's error, or one with its code EISDIR
 */
export function statFile(path: string, reader: Reader): { readonly size: number } {
  const status = reader.stat(path);
  if (status.kind !== "file") throw Object.assign(new Error("not a file"), { code: "EISDIR" });
  return status;
}
