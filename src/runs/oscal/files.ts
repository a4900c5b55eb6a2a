import { relative, resolve, sep } from "node:path";
import { problem } from "../../diagnostics/codes/files.js";
import { problem as requestProblem } from "../../diagnostics/codes/requests.js";
import { compareDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { findFiles } from "../../files/find.js";
import { standardInput, unreadable, type InputFile } from "../../files/read.js";
import { fileAt } from "../../files/paths.js";
import { oscalEndings } from "../../oscal/read.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { defined } from "../../foundation/defined.js";
import { matchesGlob } from "../../foundation/path-glob.js";
import { addressNotFetched, type OscalFileResult, type OscalInput } from "../../workspace/oscal-file.js";
import type { Host } from "../host.js";

/** How standard input is named in place of a file. */
const standardInputArgument = "-";

/** A file that a run on OSCAL documents was given, or found in a folder that it was given. */
export interface OscalFile extends OscalInput {
  /** Path below the folder in which it was found, with "/"; undefined where the file itself was named. */
  readonly found?: string;
}

/** The files that are meant, and what is wrong with those that were named. */
export interface NamedFiles {
  /** Each once. */
  readonly files: readonly OscalFile[];
  readonly problems: readonly Diagnostic[];
  /** Files of folders that were left out. */
  readonly excluded: number;
  /** Warnings about patterns that left nothing out. */
  readonly notices: readonly Diagnostic[];
}

/** Diagnostics of a file that is not an OSCAL document, but perhaps a fine document of another kind. */
const notOscal: ReadonlySet<string> = new Set(["oscal-no-model", "second-document", "xml-unknown-root"]);

/**
 * Whether a file lies in a folder beside OSCAL documents and is not one of them, so that it was not meant. One that names a model, or
 * nearly, was.
 */
export function isSkipped({ found }: OscalFile, { document, diagnostics, meant }: OscalFileResult): boolean {
  if (found === undefined || document !== undefined) return false;
  if (meant !== undefined && meant !== "document") return true;
  return diagnostics.every(({ code, suggestion }) => notOscal.has(code) && suggestion === undefined);
}

/** What there is to say of a file that is skipped: nobody knows what a text that cannot be taken apart was meant to be. */
export function skippingProblems({ diagnostics, meant }: OscalFileResult): Diagnostic[] {
  const [first] = diagnostics;
  if (first === undefined || meant !== "unknown") return [];
  const { file, line, column, frame, message } = first;
  return [requestProblem("skipped-file", defined({ file, line, column, frame }), { message })];
}

/** The endings of OSCAL documents in capital letters, small letters or both: some file systems do not tell them apart. */
const anyEnding: string = oscalEndings
  .map((ending) => ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
  .join("|");

/** The file that an argument means, which may be standard input; an address is not fetched. */
export function namedFile(argument: string, { folder }: Pick<Host, "folder">): InputFile {
  if (argument === standardInputArgument) return { file: standardInput };
  const file = fileAt(resolve(folder, argument));
  return { file, ...defined({ unreadable: addressNotFetched(argument, { file }) }) };
}

/**
 * The files that arguments mean: each file, `-` for standard input, and of each folder, at any depth, files that end like an OSCAL
 * document, sorted by name, and folders that cannot be read. A fault of one argument does not hide the others.
 * @param exclude patterns of what is left out of folders
 */
export async function namedFiles(
  args: readonly string[],
  host: Pick<Host, "folder" | "read">,
  exclude: readonly string[] = [],
): Promise<NamedFiles> {
  const problems: Diagnostic[] = [];
  const excluded = new Set<SourceFile>();
  const used = new Set<string>();
  const files = new Map<string, OscalFile>();
  for (const argument of args) {
    const { file, unreadable: refused } = namedFile(argument, host);
    if (file === standardInput) {
      if (files.has(file)) problems.push(problem("standard-input-twice", undefined, "files"));
      files.set(file, { file });
      continue;
    }
    if (refused !== undefined) {
      problems.push(refused);
      continue;
    }
    try {
      if (host.read.stat(file).kind !== "folder") {
        if (!files.has(file)) files.set(file, { file });
        continue;
      }
      for (const { name, ...input } of await findFiles(file, [`**/*.@(${anyEnding})`], host.read)) {
        const fitting = exclude.filter((pattern) => isExcluded(pattern, name, relative(host.folder, input.file)));
        for (const pattern of fitting) used.add(pattern);
        if (fitting.length > 0) excluded.add(input.file);
        else if (!files.has(input.file)) files.set(input.file, { ...input, found: name });
      }
    } catch (error) {
      problems.push(unreadable(file, error));
    }
  }
  const left = [...excluded].filter((file) => !files.has(file)).length;
  const notices = [...new Set(exclude)]
    .filter((pattern) => !used.has(pattern))
    .map((pattern) => requestProblem("exclude-unused", undefined, { pattern }));
  return { files: [...files.values()], problems: problems.sort(compareDiagnostics), excluded: left, notices };
}

/**
 * Whether a pattern leaves a file out: by the name of the file or of a folder around it, or, with a "/", by a path from the folder
 * that was named or the one in which aims is started.
 */
function isExcluded(pattern: string, found: string, fromHost: string): boolean {
  const wanted = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
  if (!wanted.includes("/")) return found.split("/").some((segment) => matchesGlob(segment, wanted));
  return [found, fromHost.split(sep).join("/")].some((path) => {
    const segments = path.split("/");
    return segments.some((_, index) => matchesGlob(segments.slice(0, index + 1).join("/"), wanted));
  });
}
