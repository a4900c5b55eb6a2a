import { frameworkOf as frameworkIn, type ControlId } from "../assessment/control-reference.js";
import type { SubjectId, VerdictState } from "../assessment/verdict.js";
import type { Day } from "../foundation/day.js";
import type { AssessedControls } from "./assessed.js";
import { outcomeFor, outcomes, type Outcome, type Projection, type ProjectionPlan } from "./projection.js";

/** A projection with what it rests on: every output of it is a function of this. */
export interface ProjectionRecord {
  readonly tool: { readonly name: "aims"; readonly version: string };
  readonly source: ProjectionSource;
  readonly projection: Projection;
  /** By the id of the target: the systems by outcome. Left out where the source speaks of no systems, or of one. */
  readonly bySystem?: ReadonlyMap<string, SystemCounts>;
  /** Number of systems that the source speaks of. */
  readonly systems: number;
  /** Ids of the targets that are wanted in full; all of them where it is left out. */
  readonly wanted?: ReadonlySet<string>;
}

/** Where the states at the beginning of a projection come from. */
export interface ProjectionSource {
  readonly kind: "assessment" | "assessment-results" | "statement-of-applicability";
  /** As it calls itself, where it is the document of somebody else. */
  readonly title?: string;
  /** Names of the frameworks whose controls it speaks of. */
  readonly frameworks: readonly string[];
  readonly asOf: Day;
  readonly profile?: AssessedControls["profile"];
  readonly organization?: AssessedControls["organization"];
  readonly selection?: readonly string[];
  /** The system that was looked at alone, with what holds for the organization. */
  readonly system?: { readonly id: SubjectId; readonly name: string };
  /** Controls of the target's framework that the source speaks of itself: they are judged there, and not projected. */
  readonly ownControls: number;
}

/** Systems by what follows for a target from the verdicts on each and on the organization; `not-applicable` where none of them applies. */
export type SystemCounts = Readonly<Record<Exclude<Outcome, "not-addressed"> | "not-applicable", number>>;

/** What follows for each target from the verdicts on each system: of targets that something leads to. */
export function countBySystem(
  { targets }: ProjectionPlan,
  { controls, systems }: Pick<AssessedControls, "controls" | "systems">,
): Map<string, SystemCounts> {
  const indexes = new Map<string, number>();
  for (const [index, { reference, id }] of controls.entries()) {
    const key = keyOf(frameworkIn(reference) ?? "", id);
    if (!indexes.has(key)) indexes.set(key, index);
  }
  const indexOf = (framework: string, control: ControlId): number | undefined =>
    indexes.get(keyOf(framework, control)) ?? indexes.get(keyOf("", control));
  const found = new Map<string, SystemCounts>();
  for (const target of targets) {
    if (target.chains.length === 0) continue;
    const counts = { shown: 0, supported: 0, "not-shown": 0, "not-applicable": 0 };
    for (const { stateAt } of systems) {
      const stateOf = (framework: string, control: ControlId): VerdictState | undefined => {
        const index = indexOf(framework, control);
        return index === undefined ? undefined : stateAt(index);
      };
      const outcome = outcomeFor(target, stateOf);
      if (outcome !== "not-addressed") counts[outcome ?? "not-applicable"] += 1;
    }
    found.set(target.requirement.id, counts);
  }
  return found;
}

function keyOf(framework: string, control: ControlId): string {
  return `${framework}\n${control}`;
}

/** A projection's targets in numbers, best outcome first. */
export function outcomeCounts({
  counts,
}: Pick<Projection, "counts">): { readonly outcome: Outcome; readonly count: number }[] {
  return outcomes.map((outcome) => ({ outcome, count: counts[outcome] }));
}
