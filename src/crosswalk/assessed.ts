import type { Assessment } from "../assessment/assessment.js";
import { frameworkOf as frameworkIn, type ControlId } from "../assessment/control-reference.js";
import {
  isWeaker,
  isWorse,
  noCounts,
  verdictStates,
  type Assurance,
  type StateCounts,
  type SubjectId,
  type Verdict,
  type VerdictState,
} from "../assessment/verdict.js";
import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import type { ControlReference } from "../policy/rule.js";
import type { Standing } from "./standing.js";

/** What an assessment found of controls, as far as projections rest on it. */
export interface AssessedControls {
  readonly asOf: Day;
  readonly profile: { readonly name: string; readonly title: string; readonly version: string; readonly uuid: string };
  readonly organization?: { readonly id: string; readonly name: string };
  /** Patterns that the systems were narrowed to. */
  readonly selection?: readonly string[];
  /** In the order of the profile. */
  readonly controls: readonly AssessedControl[];
  /** The systems that the management system covers, in their order. */
  readonly systems: readonly AssessedSystem[];
}

/** A control with what was found of it over all subjects. */
export interface AssessedControl {
  readonly reference: ControlReference;
  readonly id: ControlId;
  readonly title: string;
  readonly state: Standing["state"];
  readonly assurance?: Assurance;
  readonly counts: StateCounts;
}

/** A system with the states of the controls on it. */
export interface AssessedSystem {
  readonly id: SubjectId;
  readonly name: string;
  /** The state of the control at a place of the list of controls, with what holds for the organization; undefined where nobody looked. */
  readonly stateAt: (index: number) => VerdictState | undefined;
}

/** The controls of an assessment that is at hand as a whole. */
export function assessedControls(assessment: Assessment): AssessedControls {
  const { asOf, basis, organization, selection, tally } = assessment;
  const { uuid, metadata } = basis.profile.resolved.profile;
  const states = new SubjectStates(tally.controls.map(({ reference }) => reference));
  for (const { controls, subjects } of tally.rules) {
    for (const state of verdictStates) {
      for (const index of subjects[state] ?? []) {
        const subject = tally.subjects[index];
        if (subject !== undefined && subject.excluded === undefined) states.add(subject, controls, state);
      }
    }
  }
  return {
    asOf,
    profile: { name: basis.profile.name, title: metadata.title, version: metadata.version, uuid },
    ...defined({
      organization: organization && { id: organization.descriptor.id, name: organization.descriptor.name },
      selection,
    }),
    controls: tally.controls.map(({ reference, id, title, state, reason, assurance, counts }) => ({
      reference,
      id,
      title,
      state: reason ?? state,
      ...defined({ assurance }),
      counts,
    })),
    systems: states.systems(tally.subjects.filter(({ kind, excluded }) => kind === "system" && excluded === undefined)),
  };
}

/** Of an assessment: the subjects that verdicts are about. */
interface StatedSubject {
  readonly id: SubjectId;
  readonly name: string;
  readonly kind: "organization" | "system";
}

/** Collects the worst state of each control on each subject in a byte each: there may be hundreds of thousands of systems. */
export class SubjectStates {
  readonly #indexes: ReadonlyMap<ControlReference, number>;
  readonly #bySubject = new Map<SubjectId, Uint8Array>();
  readonly #organization: Uint8Array;

  constructor(controls: readonly ControlReference[]) {
    this.#indexes = new Map(controls.map((reference, index) => [reference, index] as const).reverse());
    this.#organization = new Uint8Array(controls.length);
  }

  add(
    { id, kind }: Pick<StatedSubject, "id" | "kind">,
    controls: readonly ControlReference[],
    state: VerdictState,
  ): void {
    let states = kind === "organization" ? this.#organization : this.#bySubject.get(id);
    if (states === undefined) this.#bySubject.set(id, (states = new Uint8Array(this.#organization.length)));
    // Zero says that nobody looked; the states follow, worst first.
    const rank = verdictStates.indexOf(state) + 1;
    for (const control of controls) {
      const index = this.#indexes.get(control);
      if (index === undefined) continue;
      const before = states[index] ?? 0;
      if (before === 0 || rank < before) states[index] = rank;
    }
  }

  systems(subjects: readonly Pick<StatedSubject, "id" | "name">[]): AssessedSystem[] {
    const organization = this.#organization;
    return subjects.map(({ id, name }) => {
      const states = this.#bySubject.get(id);
      return {
        id,
        name,
        stateAt: (index) => {
          const [own = 0, shared = 0] = [states?.[index], organization[index]];
          const rank = own === 0 || shared === 0 ? own + shared : Math.min(own, shared);
          return verdictStates[rank - 1];
        },
      };
    });
  }
}

/**
 * What was found of one system: its own verdicts and those on the organization, without those on other systems.
 * @param verdicts those on the system and on the organization; others are passed over
 */
export function controlsOfSystem(
  { controls }: Pick<AssessedControls, "controls">,
  subjects: ReadonlySet<SubjectId>,
  verdicts: Iterable<Pick<Verdict, "subject" | "controls" | "state" | "assurance">>,
): AssessedControl[] {
  const found = new Map<ControlReference, { state: VerdictState; assurance?: Assurance }>();
  for (const { subject, controls: about, state, assurance } of verdicts) {
    if (!subjects.has(subject)) continue;
    for (const control of about) {
      const before = found.get(control);
      const entry = before ?? { state };
      if (before === undefined) found.set(control, entry);
      else if (isWorse(state, entry.state)) entry.state = state;
      if (state !== "satisfied" || assurance === undefined) continue;
      if (entry.assurance === undefined || isWeaker(assurance, entry.assurance)) entry.assurance = assurance;
    }
  }
  return controls.map(({ reference, id, title }) => {
    const { state = "not-assessed" as const, assurance } = found.get(reference) ?? {};
    const counts = noCounts();
    if (state !== "not-assessed") counts[state] += 1;
    return { reference, id, title, state, ...defined({ assurance }), counts };
  });
}

/** The frameworks of which controls were assessed, in their order. */
export function assessedFrameworks(controls: readonly Pick<AssessedControl, "reference">[]): string[] {
  return [...new Set(controls.flatMap(({ reference }) => frameworkIn(reference) ?? []))];
}

/** The standings of assessed controls. @param findingOf the UUID of the finding on a control, where there is one */
export function* standingsOfControls(
  controls: readonly AssessedControl[],
  findingOf: (control: AssessedControl) => string | undefined,
): Generator<{ readonly framework: string; readonly standing: Standing }> {
  for (const control of controls) {
    const { reference, id, title, state, assurance, counts } = control;
    const finding = findingOf(control);
    const note = state === "not-assessed" ? "no rule speaks for it" : undefined;
    const standing = { control: id, reference, title, state, counts, ...defined({ assurance, finding, note }) };
    yield { framework: frameworkIn(reference) ?? "", standing };
  }
}
