import { join } from "node:path";
import type { Assessment } from "../../assessment/assessment.js";
import { frameworkOf } from "../../assessment/control-reference.js";
import { assessedControls } from "../../crosswalk/assessed.js";
import { hasErrors, type Diagnostic, type Reading } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { fileName } from "../../exchange/oscal.js";
import type { Scope } from "../../assessment/scope.js";
import type { Output } from "../../report/output.js";
import { projectionFormats } from "../../report/crosswalk.js";
import type { AddressMapping } from "../../workspace/profile.js";
import type { Host } from "../host.js";
import { collectionsOf, isCurrent } from "./collections.js";
import { journeyOf, projectionRecord, type Planned } from "./journey.js";

/** Stands for every framework that a mapping leads to from those that are assessed. */
const allFrameworks = "all";

/** The projections that are written beside an assessment. */
export interface ProjectionsBeside {
  readonly planned: readonly Planned[];
  readonly files: readonly SourceFile[];
}

/** Finds the ways to the frameworks that are asked for, before anything is assessed. @param crosswalks names of frameworks, or "all" */
export async function projectionsBeside(
  {
    workspace,
    crosswalks,
    maps,
  }: { readonly workspace: string; readonly crosswalks: readonly string[]; readonly maps?: readonly AddressMapping[] },
  { controls }: Pick<Scope, "controls">,
  host: Host,
): Promise<Reading<ProjectionsBeside>> {
  const { value, problems } = await collectionsOf({ workspace, ...(maps && { maps }) }, host);
  if (value === undefined || hasErrors(problems)) return { problems };
  const { collections, files } = value;
  const from = [...new Set(controls.flatMap(({ reference }) => frameworkOf(reference) ?? []))];
  const legs = collections.flatMap((each) => each.legs).filter(isCurrent);
  const wanted = crosswalks.includes(allFrameworks)
    ? legs.filter((leg) => from.includes(leg.from.name) && !from.includes(leg.to.name)).map((leg) => leg.to.name)
    : crosswalks;
  const found: Diagnostic[] = [...problems];
  const planned = new Map<string, Planned>();
  for (const to of new Set(wanted)) {
    const journey = journeyOf({ to }, from, collections);
    found.push(...journey.problems);
    if (journey.value !== undefined) planned.set(journey.value.to.name, journey.value);
  }
  return hasErrors(found) ? { problems: found } : { value: { planned: [...planned.values()], files }, problems: found };
}

/** The files of the projections of an assessment. @param folder of the results */
export async function projectionOutputs(
  assessment: Assessment,
  { planned }: ProjectionsBeside,
  folder: string,
): Promise<{ readonly path: string; readonly output: Output }[]> {
  const assessed = assessedControls(assessment);
  const outputs: { path: string; output: Output }[] = [];
  const taken = new Set<string>();
  for (const plan of planned) {
    const record = projectionRecord({ assessed, controls: assessed.controls }, plan);
    const name = join(folder, nameBeside(plan.to.name, taken));
    for (const [format, path] of [
      ["oscal", name],
      ["json", `${name}.json`],
      ["csv", `${name}.csv`],
      ["markdown", `${name}.md`],
    ] as const) {
      const write = await projectionFormats[format].load();
      outputs.push({ path, output: write(record, { color: false }) });
    }
  }
  return outputs;
}

/** The name of the files of a projection, which no other may have: some disks do not tell capital letters from small ones. */
function nameBeside(framework: string, taken: Set<string>): string {
  const plain = `crosswalk-${fileName(framework)}`;
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain}-${String(number)}`;
  taken.add(name.toLowerCase());
  return name;
}
