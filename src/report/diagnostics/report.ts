import type { PrintedDiagnostic } from "../../diagnostics/diagnostic.js";
import type { FileName } from "../../diagnostics/source-file.js";
import type { ReportOptions } from "../output.js";

/** How a report of diagnostics is wanted; its file names are the reader's already. */
export type DiagnosticsOptions = Omit<ReportOptions, "workspace">;

/** A file that was checked, and the outcome. */
export interface CheckedFile {
  readonly name: string;
  readonly state: "valid" | "invalid" | "unreadable";
}

/** The result of a check of files, as reports see it. */
export interface DiagnosticsReport {
  readonly tool: { readonly name: "aims"; readonly version: string };
  /** The command as the user calls it, without aims: `oscal validate`. */
  readonly command: string;
  /** Whether everything is valid. */
  readonly valid: boolean;
  /** Whether the command did its work, or problems kept it from that. */
  readonly finished: boolean;
  /**
   * The file at which problems stand that are about no file, or about its folder as a whole, in formats that place everything in a
   * file: code hosts refuse what has no place.
   */
  readonly home: { readonly file: FileName; readonly folder?: FileName };
  /** Counts by their names: files, systems and the like. */
  readonly counts: Readonly<Record<string, number>>;
  /** Problems that the counts count and the diagnostics do not list. */
  readonly unlisted?: number;
  /** Files in the order in which they were checked; all of them, or those that something was found in. */
  readonly files: readonly CheckedFile[];
  /** In the order in which they are shown: by file, then by place. */
  readonly diagnostics: readonly PrintedDiagnostic[];
}

/** Where a problem stands in a format that places everything in a file. */
export function placeIn({ home }: DiagnosticsReport, { file, line, column }: PrintedDiagnostic): FilePlace {
  if (file === undefined || file === home.folder) return { file: home.file, line: 1, column: 1 };
  return { file, line: line ?? 1, column: column ?? 1 };
}

interface FilePlace {
  readonly file: FileName;
  readonly line: number;
  readonly column: number;
}

/** What a problem is known by as long as it is there, also where lines before it come and go. */
export function identityOf({ code, file = "", pointer = "", origin }: PrintedDiagnostic): string {
  const constraint = origin?.kind === "constraint" ? origin.id : undefined;
  return `${file}#${pointer} ${constraint ?? code}`;
}

/** The problem and its fix in one text. */
export function fullMessage({ message, fix }: PrintedDiagnostic): string {
  return fix === undefined ? message : `${message} ${fix}`;
}
