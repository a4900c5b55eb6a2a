import type { Scope } from "../../assessment/scope.js";
import type { Tally } from "../../assessment/tally.js";
import type { Verdict } from "../../assessment/verdict.js";

/** A finished assessment as reports see it: the numbers in memory, the verdicts read back one by one. */
export interface AssessmentReport {
  readonly tool: { readonly name: "aims"; readonly version: string };
  /** Day of the assessment, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly profile: {
    readonly name: string;
    readonly title: string;
    readonly version: string;
    readonly uuid: string;
    readonly sha256: string;
  };
  readonly policy: { readonly sha256: string; readonly sources: string };
  readonly organization?: { readonly id: string; readonly name: string };
  /** Patterns that the systems were narrowed to on the command line. */
  readonly selection?: readonly string[];
  readonly scope: Scope;
  readonly tally: Tally;
  /** All verdicts, subject after subject; can be called again. */
  readonly verdicts: () => Iterable<Verdict>;
}

/** A report format: text in pieces, so that a large report never lies in memory as a whole. */
export type ReportWriter = (report: AssessmentReport, options: ReportOptions) => Iterable<string>;

export interface ReportOptions {
  /** Whether ANSI colours are wanted; only the text report knows any. */
  readonly color: boolean;
  /** Path of the workspace as seen from where the reader of the report stands, with "/"; "" when it is the same folder. */
  readonly workspace: string;
}

/** The descriptor's path as the reader of the report has to write it. */
export function pathOf(file: string, { workspace }: ReportOptions): string {
  return workspace === "" ? file : `${workspace}/${file}`;
}
