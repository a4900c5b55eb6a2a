import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Subject } from "../inventory/descriptors.js";
import type { ControlReference, RuleId } from "../policy/rule.js";
import { latestDay } from "../source/partial-date.js";
import type { Scope, ScopedControl, SelectedRule } from "./scope.js";
import { ReasonCounter, type ReasonSummary } from "./tally/reasons.js";
import {
  isOpen,
  isWeaker,
  isWorse,
  noCounts,
  worstState,
  type Assurance,
  type StateCounts,
  type SubjectId,
  type Verdict,
  type VerdictState,
} from "./verdict.js";

export type { ReasonSummary } from "./tally/reasons.js";

/** A subject with its verdicts in numbers. */
export interface SubjectSummary {
  readonly id: SubjectId;
  readonly kind: Subject["kind"];
  readonly name: string;
  readonly unit?: string;
  readonly stage?: string;
  /** Path of the descriptor's file in the workspace, with "/". */
  readonly file: string;
  /** Where the descriptor begins in it. */
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
  /** Ids of the rules that speak for it, in the order of the scope. */
  readonly rules: readonly RuleId[];
  /** Worst state over the subjects; no evidence where no rule speaks for the control. */
  readonly state: VerdictState;
  /** `not-assessed` where no rule speaks for the control. */
  readonly reason?: "not-assessed";
  /** The weakest level that supports one of its satisfied verdicts; left out where none of them observed anything. */
  readonly assurance?: Assurance;
  /** Subjects by the state of this control on them. */
  readonly counts: StateCounts;
}

/** A rule that runs with its verdicts. */
export interface RuleSummary extends SelectedRule {
  readonly counts: StateCounts;
  /** Indexes into the subjects, by state, of every verdict. */
  readonly subjects: Readonly<Partial<Record<VerdictState, readonly number[]>>>;
  /** Open verdicts that nothing is wrong with, but that less supports than the profile asks for; left out where there is none. */
  readonly unsupported?: number;
  /** The earliest day until which something counts, or counted, that an open verdict speaks of; where one is recorded. */
  readonly due?: Day;
  /** Why it does not apply, the most frequent reason first; of very many different ones, those that came first. */
  readonly inapplicable: readonly ReasonSummary[];
  /** Why it is in error, likewise. */
  readonly faults: readonly ReasonSummary[];
}

/** Everything about a run that stays in memory: it grows by a few hundred bytes a subject, never with the findings. */
export interface Tally {
  readonly subjects: readonly SubjectSummary[];
  /** In the order of the scope. */
  readonly controls: readonly ControlSummary[];
  /** In the order of the scope. */
  readonly rules: readonly RuleSummary[];
  readonly ruleById: ReadonlyMap<RuleId, RuleSummary>;
  /** Of several controls with one reference, the first. */
  readonly controlByReference: ReadonlyMap<ControlReference, ControlSummary>;
  /** All verdicts by state. */
  readonly counts: StateCounts;
}

interface CountedRule extends SelectedRule {
  readonly counts: Record<VerdictState, number>;
  readonly subjects: Partial<Record<VerdictState, number[]>>;
  unsupported?: number;
  due?: Day;
  readonly inapplicable: ReasonCounter;
  readonly faults: ReasonCounter;
}

/** Counts verdicts as they come, subject after subject. */
export class TallyMaker {
  readonly #scope: Scope;
  readonly #nameOf: (file: SourceFile) => string;
  readonly #subjects: SubjectSummary[] = [];
  readonly #counts = noCounts();
  readonly #controlCounts: Map<ControlReference, Record<VerdictState, number>>;
  readonly #controlAssurance = new Map<ControlReference, Assurance>();
  readonly #rules: Map<RuleId, CountedRule>;

  /** @param nameOf path in the workspace, with "/", of a descriptor's file */
  constructor(scope: Scope, nameOf: (file: SourceFile) => string) {
    this.#scope = scope;
    this.#nameOf = nameOf;
    this.#controlCounts = new Map(scope.controls.map((control) => [control.reference, noCounts()]));
    this.#rules = new Map(
      scope.rules.map((selected) => [
        selected.rule.id,
        {
          ...selected,
          counts: noCounts(),
          subjects: {},
          inapplicable: new ReasonCounter("inapplicable"),
          faults: new ReasonCounter("error"),
        },
      ]),
    );
  }

  /** Adds a subject with all its verdicts. */
  add(subject: Subject, verdicts: readonly Verdict[]): void {
    const index = this.#subjects.length;
    const counts = noCounts();
    // The worst state of each control.
    const states = new Map<ControlReference, VerdictState>();
    for (const verdict of verdicts) {
      const { rule, state, controls, findings, assurance } = verdict;
      counts[state] += 1;
      this.#counts[state] += 1;
      const ofRule = this.#rules.get(rule);
      if (ofRule) {
        ofRule.counts[state] += 1;
        (ofRule.subjects[state] ??= []).push(index);
        if (isOpen(state)) noteDue(ofRule, verdict);
        if (findings.some(({ kind }) => kind === "assurance")) ofRule.unsupported = (ofRule.unsupported ?? 0) + 1;
        if (state === "not-applicable") ofRule.inapplicable.add(findings, index);
        if (state === "error") ofRule.faults.add(findings, index);
      }
      for (const control of controls) {
        const other = states.get(control);
        if (other === undefined || isWorse(state, other)) states.set(control, state);
        if (state !== "satisfied" || assurance === undefined) continue;
        const before = this.#controlAssurance.get(control);
        if (before === undefined || isWeaker(assurance, before)) this.#controlAssurance.set(control, assurance);
      }
    }
    for (const [control, state] of states) {
      const ofControl = this.#controlCounts.get(control);
      if (ofControl) ofControl[state] += 1;
    }
    this.#subjects.push(summarizeSubject(subject, this.#nameOf(subject.source.file), verdicts, counts));
  }

  finish(): Tally {
    const controls = this.#scope.controls.map((control) => this.#summarizeControl(control));
    const rules = [...this.#rules.values()].map((counted): RuleSummary => ({
      ...counted,
      inapplicable: counted.inapplicable.summary(),
      faults: counted.faults.summary(),
    }));
    return {
      subjects: this.#subjects,
      controls,
      rules,
      ruleById: new Map(rules.map((summary) => [summary.rule.id, summary])),
      controlByReference: new Map(controls.toReversed().map((control) => [control.reference, control])),
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
    // No rule, or only rules for a kind of subject that does not occur: nothing was looked at.
    if (state === undefined) return { ...control, rules, state: "no-evidence", reason: "not-assessed", counts };
    return {
      ...control,
      rules,
      state,
      ...defined({ assurance: this.#controlAssurance.get(control.reference) }),
      counts,
    };
  }
}

/** What is observed is sound, whatever else the verdict finds: only the rest asks for something until a day. */
function noteDue(rule: CountedRule, { findings }: Verdict): void {
  for (const { kind, attestation } of findings) {
    if (kind === "observed" || attestation?.validUntil === undefined) continue;
    const day = latestDay(attestation.validUntil);
    if (rule.due === undefined || day < rule.due) rule.due = day;
  }
}

function summarizeSubject(
  subject: Subject,
  file: string,
  verdicts: readonly Verdict[],
  counts: StateCounts,
): SubjectSummary {
  const { descriptor, source } = subject;
  const system = subject.kind === "system" ? subject.descriptor : undefined;
  return defined({
    id: descriptor.id,
    kind: subject.kind,
    name: descriptor.name,
    unit: system?.unit,
    stage: system?.lifecycle?.stage,
    file,
    line: source.line,
    excluded: isExcluded(subject) ? (system?.scope?.reason ?? "no reason recorded") : undefined,
    state: worstState(verdicts.map((verdict) => verdict.state)) ?? "not-applicable",
    counts,
  });
}

/** Whether the owner has put the system outside the management system's scope. */
export function isExcluded(subject: Subject): boolean {
  return subject.kind === "system" && subject.descriptor.scope?.status === "excluded";
}
