import type { Finding, FindingKind } from "../verdict.js";

/** The words of a rule for several subjects. */
export interface ReasonSummary {
  /** What was said, the messages of one verdict in one line. */
  readonly message: string;
  /** Number of subjects about which it was said. */
  readonly count: number;
  /** Indexes of the first of them into the subjects. */
  readonly subjects: readonly number[];
}

/** Different reasons that are kept for a rule: one may say something else about each subject, and memory stays flat. */
const MOST_REASONS = 50;
/** Subjects that are named for a reason. */
const MOST_SUBJECTS = 3;

/** Counts why, in the order in which it was first said. */
export class ReasonCounter {
  readonly #kind: FindingKind;
  readonly #reasons = new Map<string, { count: number; subjects: number[] }>();

  /** @param kind of the findings that give the reason */
  constructor(kind: FindingKind) {
    this.#kind = kind;
  }

  /** Adds the findings of a verdict. @param subject its index */
  add(findings: readonly Finding[], subject: number): void {
    const message = findings
      .filter(({ kind }) => kind === this.#kind)
      .map((finding) => finding.message)
      .join(" ");
    let reason = this.#reasons.get(message);
    if (reason === undefined) {
      if (this.#reasons.size === MOST_REASONS) return;
      this.#reasons.set(message, (reason = { count: 0, subjects: [] }));
    }
    reason.count += 1;
    if (reason.subjects.length < MOST_SUBJECTS) reason.subjects.push(subject);
  }

  /** The reasons, the most frequent first, then in the order in which they came. */
  summary(): ReasonSummary[] {
    return [...this.#reasons].map(([message, reason]) => ({ message, ...reason })).sort((a, b) => b.count - a.count);
  }
}
