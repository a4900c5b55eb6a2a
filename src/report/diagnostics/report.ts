import type { PrintedDiagnostic } from "../../diagnostics/diagnostic.js";

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
  /** Counts by their names: files, systems and the like. */
  readonly counts: Readonly<Record<string, number>>;
  /** Files in the order in which they were checked; all of them, or those that something was found in. */
  readonly files: readonly CheckedFile[];
  /** In the order in which they are shown: by file, then by place. */
  readonly diagnostics: readonly PrintedDiagnostic[];
}
