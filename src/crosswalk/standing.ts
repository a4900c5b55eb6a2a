import type { ControlId } from "../assessment/control-reference.js";
import type { Assurance, StateCounts, VerdictState } from "../assessment/verdict.js";
import type { ControlReference } from "../policy/rule.js";

/** What is known of a control before anything is projected: the word of an assessment, or of a statement of applicability. */
export interface Standing {
  readonly control: ControlId;
  readonly reference: ControlReference;
  readonly title: string;
  /** `not-assessed` where nobody looked: no rule speaks for it, or the profile does not select it. */
  readonly state: VerdictState | "not-assessed";
  /** The weakest by which its satisfied verdicts are supported. */
  readonly assurance?: Assurance;
  /** Subjects by their state, where it was assessed on several. */
  readonly counts?: StateCounts;
  /** UUID of the finding in the assessment results, where there are such. */
  readonly finding?: string;
  /** What else its source says of it. */
  readonly note?: string;
}

/** The standing of a control of a framework; one that nobody looked at is `not-assessed`. @param framework as its catalog names it */
export type StandingOf = (
  framework: string,
  control: { readonly control: ControlId; readonly reference: ControlReference; readonly title: string },
) => Standing;

/**
 * Standings by framework and control; of several for one control, the first counts.
 * @param absent why nobody looked at a control that is not among them
 */
export function standingsOf(
  standings: Iterable<{ readonly framework: string; readonly standing: Standing }>,
  absent: string,
): StandingOf {
  const known = new Map<string, Standing>();
  for (const { framework, standing } of standings) {
    const key = JSON.stringify([framework, standing.control]);
    if (!known.has(key)) known.set(key, standing);
  }
  return (framework, { control, reference, title }) =>
    known.get(JSON.stringify([framework, control])) ??
    // A catalog of one's own may not say of which framework it is.
    known.get(JSON.stringify(["", control])) ?? { control, reference, title, state: "not-assessed", note: absent };
}
