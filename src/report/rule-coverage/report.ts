import type { FileName } from "../../diagnostics/source-file.js";
import type { JudgedFields } from "../../policy/fields.js";
import type { ChangeKind } from "../../policy/mutants.js";

/** What the tests of rules notice, and which rules speak for which control. */
export interface RuleCoverage {
  /** The folder of the workspace, as it was given or "."; left out where only the shipped rules are meant. */
  readonly workspace?: string;
  /** In the order of the profile or the catalogs. */
  readonly controls: readonly CoveredControl[];
  /** Those that were changed, by file. */
  readonly modules: readonly CoveredModule[];
  /** Tests that do not pass: nothing is changed then. */
  readonly failing: readonly { readonly name: string; readonly file: string; readonly row: number }[];
  /** Entries of lists of equivalent changes that are no change which survives. */
  readonly unmatched: readonly { readonly rule: string; readonly line: string; readonly change: string }[];
  /** Fields of the rules' inputs, where they were changed, too. */
  readonly fields?: JudgedFields;
  /** How many modules there was no time for. */
  readonly left: number;
  /** Whether all rules were meant. */
  readonly whole: boolean;
}

export interface CoveredControl {
  /** With its framework, such as `iso42001:A.6.2.4`. */
  readonly control: string;
  readonly title: string;
  /** Ids of the rules that name it. */
  readonly rules: readonly string[];
}

/** A rule or a library, and what became of its changes. */
export interface CoveredModule {
  /** Of the rule; of a library its package. */
  readonly id: string;
  readonly kind: "rule" | "library";
  readonly file: string;
  readonly row: number;
  readonly controls: readonly string[];
  /** Names of the tests beside it. */
  readonly tests: readonly string[];
  /** How many tests may be asked about a change, those of rules that use the library among them. */
  readonly asked: number;
  /** First and last rows that no test reaches. */
  readonly uncovered: readonly (readonly [number, number])[];
  /** Changes that a test notices. */
  readonly noticed: number;
  /** Changes that do not compile, which count for nothing. */
  readonly refused: number;
  /** Changes that no test notices. */
  readonly survivors: readonly Survivor[];
  /** Changes that make no difference, and why. */
  readonly equivalent: readonly (Survivor & { readonly reason: string })[];
  /** Why its changes could not be judged. */
  readonly unusable?: string;
}

/** A change that no test notices. */
export interface Survivor {
  readonly row: number;
  readonly line: string;
  readonly kind: ChangeKind;
  readonly change: string;
}

/** The coverage of rules, as reports see it. */
export interface RuleCoverageReport {
  readonly result: RuleCoverage;
  /** The name for the reader of a file, which the result calls as the compiler does. */
  readonly nameOf: (file: string) => FileName;
}

/** Hundredths of the changes that make a difference and are noticed, rounded down to two digits; undefined where there is no such change. */
export function scoreOf(modules: readonly Pick<CoveredModule, "noticed" | "survivors">[]): number | undefined {
  const noticed = modules.reduce((sum, each) => sum + each.noticed, 0);
  const all = modules.reduce((sum, each) => sum + each.survivors.length, noticed);
  return all === 0 ? undefined : Math.floor((10_000 * noticed) / all) / 100;
}

/** A score in words. */
export function scoreInWords(score: number | undefined): string {
  return score === undefined ? "no changes" : `${score.toFixed(2)} %`;
}

/** Rows in words: "12, 14-16". */
export function rowsInWords(rows: CoveredModule["uncovered"]): string {
  return rows.map(([first, last]) => (first === last ? String(first) : `${String(first)}-${String(last)}`)).join(", ");
}
