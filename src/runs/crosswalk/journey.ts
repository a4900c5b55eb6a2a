import type { SubjectId } from "../../assessment/verdict.js";
import {
  assessedFrameworks,
  standingsOfControls,
  type AssessedControl,
  type AssessedControls,
} from "../../crosswalk/assessed.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Framework } from "../../crosswalk/framework.js";
import { planProjection, project, type Leg, type ProjectionPlan } from "../../crosswalk/projection.js";
import { countBySystem, type ProjectionRecord } from "../../crosswalk/record.js";
import { reachedFrom, routesBetween } from "../../crosswalk/routes.js";
import { standingsOf } from "../../crosswalk/standing.js";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Reading } from "../../diagnostics/diagnostic.js";
import { findingUuid } from "../../exchange/oscal.js";
import { toolVersion } from "../../files/package.js";
import { defined } from "../../foundation/defined.js";
import type { KnownCollection } from "../../workspace/crosswalks.js";
import { isCurrent, type CollectionsRequest } from "./collections.js";
import { frameworkNamed } from "./frameworks.js";

/** From where to where mappings are read. */
export interface JourneyRequest extends CollectionsRequest {
  /** Name of a framework or its catalog. */
  readonly to: string;
  /** The same of the frameworks to begin with. */
  readonly from?: readonly string[];
  /** The same of the frameworks over which it goes, in this order. */
  readonly via?: readonly string[];
}

/** Verdicts, and where they were taken from. */
export interface AssessedInput {
  readonly assessed: AssessedControls;
  /** Those of the system that was asked for, or else those of all subjects. */
  readonly controls: readonly AssessedControl[];
  readonly system?: { readonly id: SubjectId; readonly name: string };
  readonly files: readonly SourceFile[];
}

/** The target and every way to it. */
export interface Planned {
  readonly plan: ProjectionPlan;
  readonly to: Framework;
  readonly wanted?: ReadonlySet<string>;
}

/** The projection of verdicts along a plan. */
export function projectionRecord(
  { assessed, controls, system }: Omit<AssessedInput, "files">,
  { plan, to, wanted }: Planned,
): ProjectionRecord {
  const { asOf, profile, organization, selection, systems } = assessed;
  const standingOf = standingsOf(
    standingsOfControls(controls, ({ id, state }) =>
      state === "not-applicable" ? undefined : findingUuid(organization?.id, profile.uuid, id),
    ),
    "the profile does not select it",
  );
  const projection = project(plan, standingOf);
  const frameworks = assessedFrameworks(controls);
  const ownControls = controls.filter(({ reference }) => reference.startsWith(`${to.name}:`)).length;
  return {
    tool: { name: "aims", version: toolVersion() },
    source: {
      kind: "assessment",
      frameworks: frameworks.filter((name) => plan.routes.some(([leg]) => leg?.from.name === name)),
      asOf,
      profile,
      ...defined({ organization, selection, system }),
      ownControls,
    },
    projection,
    ...(system === undefined && systems.length > 0 ? { bySystem: countBySystem(plan, assessed) } : {}),
    systems: system === undefined ? systems.length : 1,
    ...defined({ wanted }),
  };
}

/**
 * Finds the target and the ways there.
 * @param assessed names of the frameworks that it may begin with
 * @param options whether it may begin with others, too, whatever was assessed
 */
export function journeyOf(
  { to: called, from, via, mappings }: JourneyRequest,
  assessed: readonly string[],
  collections: readonly KnownCollection[],
  { whatever = false }: { readonly whatever?: boolean } = {},
): Reading<Planned> {
  const all = collections.flatMap((each) => each.legs);
  // One that is named counts even where its author has replaced it.
  const legs = all.filter((leg) => mappings !== undefined || isCurrent(leg));
  const named = [called, ...(from ?? []), ...(via ?? [])].map((name) => frameworkNamed(name, all));
  const problems = named.flatMap((each) => each.problems);
  const [to] = named;
  if (problems.length > 0 || to?.value === undefined) return { problems };
  const nameOf = (index: number): string => named[index]?.value?.name ?? "";
  const begin = from === undefined ? assessed : from.map((_, index) => nameOf(1 + index));
  const missing = begin.filter((name) => !assessed.includes(name));
  if (!whatever && missing.length === begin.length && begin.length > 0 && assessed.length > 0) {
    return { problems: [problem("not-assessed-framework", undefined, { names: missing, assessed })] };
  }
  const over = via?.map((_, index) => nameOf(1 + (from?.length ?? 0) + index));
  const routes = routesBetween(legs, { from: begin, to: to.value.name, ...defined({ via: over }) });
  if (routes.length === 0) {
    const left = all.filter((leg) => !legs.includes(leg));
    const replaced = left.filter((leg) => [leg.from, leg.to].some(({ name }) => name === to.value?.name));
    const told = {
      from: begin,
      to: to.value.name,
      reached: reachedFrom(legs, begin),
      replaced: [...new Set(replaced.map(({ collection }) => collection.name))],
      gap: over === undefined ? undefined : gapAlong(legs, [begin[0] ?? "", ...over, to.value.name]),
    };
    return { problems: [problem("no-crosswalk", undefined, told)] };
  }
  return { value: { plan: planProjection(to.value, routes), to: to.value }, problems: [] };
}

/** The first two stops between which no mapping leads. */
function gapAlong(legs: readonly Leg[], stops: readonly string[]): [string, string] | undefined {
  for (const [index, stop] of stops.slice(1).entries()) {
    const before = stops[index] ?? "";
    const isJoined = legs.some(({ from, to }) =>
      [
        [from.name, to.name],
        [to.name, from.name],
      ].some(([a, b]) => a === before && b === stop),
    );
    if (!isJoined) return [before, stop];
  }
  return undefined;
}
