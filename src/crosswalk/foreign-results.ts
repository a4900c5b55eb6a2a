import type { AssessmentResults, Finding, Result } from "../oscal/model.js";
import { aimsNamespace, propertyValue } from "../oscal/properties.js";
import { verdictStates, worstState, type VerdictState } from "../assessment/verdict.js";
import { byCodeUnit } from "../foundation/order.js";
import type { Framework, Requirement } from "./framework.js";
import type { Standing } from "./standing.js";

/** What OSCAL assessment results, of aims or of another program, say of the controls of a framework. */
export interface ForeignStandings {
  readonly standings: readonly Standing[];
  /** Targets of findings that the framework does not have. */
  readonly unknown: readonly string[];
}

/** The result that counts among several: the one that began last. */
export function latestResult({ results }: AssessmentResults): Result | undefined {
  return [...results].sort((a, b) => byCodeUnit(a.start, b.start)).at(-1);
}

/** Number of the findings whose target a framework has: tells of which framework results are. */
export function findingsOf({ findings = [] }: Result, framework: Framework): number {
  return findings.filter(({ target }) => find(framework, target["target-id"]) !== undefined).length;
}

/**
 * The standings that findings state; of several findings on one control the worst state counts. A finding on a part of a control shows
 * it in part at best: nobody says that the other parts were looked at. OSCAL knows two states; results of aims have the finer one in a
 * property.
 */
export function foreignStandings({ findings = [] }: Result, framework: Framework): ForeignStandings {
  const found = new Map<string, FoundControl>();
  const unknown: string[] = [];
  for (const finding of findings) {
    const requirement = find(framework, finding.target["target-id"]);
    if (requirement === undefined) {
      unknown.push(finding.target["target-id"]);
      continue;
    }
    const { control, isPart } = requirement;
    const whole = framework.find({ type: "control", id: control }) ?? requirement;
    const before = found.get(control) ?? { whole, states: [], isWhole: false, finding: finding.uuid };
    // The finding on the control itself is the one to be named.
    const uuid = isPart ? before.finding : finding.uuid;
    const states = [...before.states, stateOf(finding)];
    found.set(control, { whole, states, isWhole: before.isWhole || !isPart, finding: uuid });
  }
  return { standings: [...found.values()].map(standingOf), unknown };
}

interface FoundControl {
  readonly whole: Requirement;
  readonly states: readonly Standing["state"][];
  /** Whether one of the findings is on the control as a whole. */
  readonly isWhole: boolean;
  readonly finding: string;
}

function standingOf({ whole, states, isWhole, finding }: FoundControl): Standing {
  const { control, reference, title } = whole;
  const worst = worstState(states.filter((state) => state !== "not-assessed"));
  const state = worst === "satisfied" && !isWhole ? "partial" : (worst ?? "not-assessed");
  return { control, reference, title, state, finding };
}

function find(framework: Framework, id: string): ReturnType<Framework["find"]> {
  return framework.find({ type: "statement", id });
}

function stateOf({ props, target }: Finding): Standing["state"] {
  if (propertyValue(props, "reason", aimsNamespace) === "not-assessed") return "not-assessed";
  const own = propertyValue(props, "verdict-state", aimsNamespace);
  const known = verdictStates.find((each: VerdictState) => each === own);
  return known ?? (target.status.state === "satisfied" ? "satisfied" : "not-satisfied");
}
