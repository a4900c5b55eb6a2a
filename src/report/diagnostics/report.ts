import type { Diagnostic } from "../../diagnostics/diagnostic.js";

/** What became of a file that was checked. */
export interface CheckedFile {
  readonly name: string;
  readonly state: "valid" | "invalid" | "unreadable";
}

/** What a check of files has found, as reports see it. */
export interface DiagnosticsReport {
  readonly tool: { readonly name: "aims"; readonly version: string };
  /** The command as the user calls it, without aims: `oscal validate`. */
  readonly command: string;
  /** Whether everything is valid. */
  readonly valid: boolean;
  /** What was counted, by name: files, systems and the like. */
  readonly counts: Readonly<Record<string, number>>;
  /** Files in the order in which they were checked; all of them, or those that something was found in. */
  readonly files: readonly CheckedFile[];
  /** In the order in which they are shown: by file, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}
