import type { Subject } from "../inventory/descriptors.js";
import type { Scope, ScopedControl } from "./scope.js";
import { noCounts, worstState, type StateCounts, type Verdict, type VerdictState } from "./verdict.js";

/** A subject with its verdicts in numbers. */
export interface SubjectSummary {
  readonly id: string;
  readonly kind: Subject["kind"];
  readonly name: string;
  readonly unit?: string;
  readonly stage?: string;
  /** Place of the descriptor. */
  readonly file: string;
  readonly line: number;
  /** Why the management system does not cover it; such a subject is not assessed. */
  readonly excluded?: string;
  /** Worst state over its verdicts. */
  readonly state: VerdictState;
  /** Its verdicts by state. */
  readonly counts: StateCounts;
}

/** A control of the profile with the states of all subjects. */
export interface ControlSummary extends ScopedControl {
  /** Ids of the rules that speak for it. */
  readonly rules: readonly string[];
  /** Worst state over the subjects; no evidence where no rule speaks for the control. */
  readonly state: VerdictState;
  /** `not-assessed` where no rule speaks for the control. */
  readonly reason?: "not-assessed";
  /** Subjects by the state of this control on them. */
  readonly counts: StateCounts;
}

/** A rule with its verdicts. */
export interface RuleSummary {
  readonly rule: string;
  readonly counts: StateCounts;
  /** Indexes into the subjects, by state, of every verdict that is not `not-applicable`. */
  readonly subjects: Readonly<Partial<Record<VerdictState, readonly number[]>>>;
}

/** Everything about a run that stays in memory: it grows by a few hundred bytes a subject, never with the findings. */
export interface Tally {
  readonly subjects: readonly SubjectSummary[];
  readonly controls: readonly ControlSummary[];
  readonly rules: readonly RuleSummary[];
  /** All verdicts by state. */
  readonly counts: StateCounts;
}

/** Counts verdicts as they come, subject after subject. */
export class TallyMaker {
  readonly #scope: Scope;
  readonly #subjects: SubjectSummary[] = [];
  readonly #counts = noCounts();
  readonly #controlCounts: Map<string, Record<VerdictState, number>>;
  readonly #rules: Map<
    string,
    { counts: Record<VerdictState, number>; subjects: Partial<Record<VerdictState, number[]>> }
  >;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#controlCounts = new Map(scope.controls.map((control) => [control.reference, noCounts()]));
    this.#rules = new Map(scope.rules.map(({ rule }) => [rule.id, { counts: noCounts(), subjects: {} }]));
  }

  /** Adds a subject with all its verdicts. */
  add(subject: Subject, verdicts: readonly Verdict[]): void {
    const index = this.#subjects.length;
    const counts = noCounts();
    const states = new Map<string, VerdictState[]>();
    for (const { rule, state, controls } of verdicts) {
      counts[state] += 1;
      this.#counts[state] += 1;
      const ofRule = this.#rules.get(rule);
      if (ofRule) {
        ofRule.counts[state] += 1;
        if (state !== "not-applicable") (ofRule.subjects[state] ??= []).push(index);
      }
      for (const control of controls) states.set(control, [...(states.get(control) ?? []), state]);
    }
    for (const [control, each] of states) {
      const state = worstState(each);
      const ofControl = this.#controlCounts.get(control);
      if (state && ofControl) ofControl[state] += 1;
    }
    this.#subjects.push(summarizeSubject(subject, verdicts, counts));
  }

  finish(): Tally {
    return {
      subjects: this.#subjects,
      controls: this.#scope.controls.map((control) => this.#summarizeControl(control)),
      rules: [...this.#rules].map(([rule, each]) => ({ rule, ...each })),
      counts: this.#counts,
    };
  }

  #summarizeControl(control: ScopedControl): ControlSummary {
    const rules = this.#scope.rules
      .filter(({ controls }) => controls.includes(control.reference))
      .map(({ rule }) => rule.id);
    const counts = this.#controlCounts.get(control.reference) ?? noCounts();
    const occurring = (Object.keys(counts) as VerdictState[]).filter((state) => counts[state] > 0);
    const state = worstState(occurring);
    // No rule, or rules of a kind of subject that there is none of: nothing was looked at.
    if (state === undefined) return { ...control, rules, state: "no-evidence", reason: "not-assessed", counts };
    return { ...control, rules, state, counts };
  }
}

function summarizeSubject(subject: Subject, verdicts: readonly Verdict[], counts: StateCounts): SubjectSummary {
  const { descriptor, source } = subject;
  const system = subject.kind === "system" ? subject.descriptor : undefined;
  return {
    id: descriptor.id,
    kind: subject.kind,
    name: descriptor.name,
    ...(system?.unit === undefined ? {} : { unit: system.unit }),
    ...(system?.lifecycle?.stage === undefined ? {} : { stage: system.lifecycle.stage }),
    file: source.file,
    line: source.line,
    ...(isExcluded(subject) ? { excluded: system?.scope?.reason ?? "no reason recorded" } : {}),
    state: worstState(verdicts.map((verdict) => verdict.state)) ?? "not-applicable",
    counts,
  };
}

/** Whether the owner has put the system outside the management system's scope. */
export function isExcluded(subject: Subject): boolean {
  return subject.kind === "system" && subject.descriptor.scope?.status === "excluded";
}
