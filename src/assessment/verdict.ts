import type { Branded } from "../foundation/brand.js";
import type { ControlReference, RuleId, Severity } from "../policy/rule.js";

export { severities, type Severity } from "../policy/rule.js";

/** Id of what is assessed, as its descriptor gives it. */
export type SubjectId = Branded<string, "subject id">;

/** States of a verdict, worst first: combining verdicts takes the first of this list that occurs. */
export const verdictStates: readonly [
  "error",
  "not-satisfied",
  "stale",
  "no-evidence",
  "partial",
  "satisfied",
  "not-applicable",
] = ["error", "not-satisfied", "stale", "no-evidence", "partial", "satisfied", "not-applicable"];

export type VerdictState = (typeof verdictStates)[number];

/** How well a verdict is supported, weakest first. */
export const assuranceLevels: readonly ["declared", "documented", "tested"] = ["declared", "documented", "tested"];

/**
 * - `declared`: the owner says so;
 * - `documented`: an evidence record that is approved, in date and, where it is a file, matches its hash;
 * - `tested`: such a record that a machine made.
 */
export type Assurance = (typeof assuranceLevels)[number];

/** Whether the first level supports less than the second. */
export function isWeaker(assurance: Assurance, other: Assurance): boolean {
  return assuranceLevels.indexOf(assurance) < assuranceLevels.indexOf(other);
}

/**
 * The set of a rule's output from which a finding comes; `assurance` and `error` are added by the host. `inapplicable` says why a verdict is
 * not-applicable, and occurs on no other.
 */
export type FindingKind =
  "violation" | "stale" | "missing" | "pending" | "observed" | "inapplicable" | "assurance" | "error";

/** One thing that a rule says about a subject, with its place in the descriptor. */
export interface Finding {
  readonly kind: FindingKind;
  readonly message: string;
  /** JSON pointer into the document of `file`. */
  readonly pointer: string;
  /** Path of the descriptor's file in the workspace, with "/". */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the value was imported from, when the descriptor says so. */
  readonly source?: FindingSource;
  /** Who stands behind the value, where the entry around it says so. */
  readonly attestation?: Attestation;
  /** The evidence records that the value rests on, in the order in which the entry around it names them. */
  readonly evidence?: readonly EvidenceReference[];
}

/** Who answers for a value and until when it counts, in the words of the descriptor. */
export interface Attestation {
  readonly by?: string;
  /** Date as precise as it is recorded: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly on?: string;
  /** Date as precise as it is recorded. */
  readonly validUntil?: string;
}

/** An evidence record: its id is unique in its descriptor. */
export interface EvidenceReference {
  readonly descriptor: SubjectId;
  readonly id: string;
}

/** A record and column of the file that an importer read. */
export interface FindingSource {
  readonly file?: string;
  readonly record?: number;
  readonly column?: string;
}

/** The word of one rule on one subject. */
export interface Verdict {
  readonly subject: SubjectId;
  readonly rule: RuleId;
  /** Those of the rule's controls that the profile selects. */
  readonly controls: readonly ControlReference[];
  readonly state: VerdictState;
  readonly severity: Severity;
  /** Present where something was observed. */
  readonly assurance?: Assurance;
  readonly findings: readonly Finding[];
}

/** Places in the list of states, which are asked for with every verdict and control. */
const stateRanks = Object.fromEntries(verdictStates.map((state, rank) => [state, rank])) as Record<
  VerdictState,
  number
>;

/** Whether the first state comes before the second when states are combined. */
export function isWorse(state: VerdictState, other: VerdictState): boolean {
  return stateRanks[state] < stateRanks[other];
}

/** The worst of the states; none gives undefined. */
export function worstState(states: Iterable<VerdictState>): VerdictState | undefined {
  let worst: number | undefined;
  for (const state of states) {
    const rank = stateRanks[state];
    if (worst === undefined || rank < worst) worst = rank;
  }
  return worst === undefined ? undefined : verdictStates[worst];
}

/** Number of verdicts by state; every state is present. */
export type StateCounts = Readonly<Record<VerdictState, number>>;

/** A count of zero for every state, to be counted up. */
export function noCounts(): Record<VerdictState, number> {
  return { error: 0, "not-satisfied": 0, stale: 0, "no-evidence": 0, partial: 0, satisfied: 0, "not-applicable": 0 };
}

/** Whether a verdict asks somebody to do something. */
export function isOpen(state: VerdictState): boolean {
  return state !== "satisfied" && state !== "not-applicable";
}

/** Number of verdicts that ask somebody to do something. */
export function openCount(counts: StateCounts): number {
  return verdictStates.filter(isOpen).reduce((sum, state) => sum + counts[state], 0);
}
