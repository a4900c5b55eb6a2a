import { resolve } from "node:path";
import { problem } from "../diagnostics/codes/crosswalks.js";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { assessedFrameworks } from "../crosswalk/assessed.js";
import type { ApplicabilityColumn } from "../crosswalk/applicability-columns.js";
import { matrixOf, type CrosswalkMatrix } from "../crosswalk/matrix.js";
import type { ProjectionPlan } from "../crosswalk/projection.js";
import type { ProjectionRecord } from "../crosswalk/record.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import { fileAt } from "../files/paths.js";
import { statusAt } from "../files/reader.js";
import { controlCalled } from "../oscal/control-names.js";
import { placeOf } from "../source/place.js";
import type { KnownCollection } from "../workspace/crosswalks.js";
import { looksLikeAssessmentResults } from "../workspace/foreign-results.js";
import { dayOf, type Host } from "./host.js";
import { frameworkNamed } from "./crosswalk/frameworks.js";
import { assessedInput, type AssessedRequest } from "./crosswalk/assessed.js";
import { collectionsOf, type CollectionsRequest } from "./crosswalk/collections.js";
import { declaredRecord, type Declared } from "./crosswalk/declared.js";
import { journeyOf, projectionRecord, type JourneyRequest, type Planned } from "./crosswalk/journey.js";

export type { JourneyRequest } from "./crosswalk/journey.js";
export type { CrosswalkMatrix } from "../crosswalk/matrix.js";
export type { ProjectionRecord } from "../crosswalk/record.js";
export type { KnownCollection } from "../workspace/crosswalks.js";

/** The mapping collections that are known. */
export interface CrosswalkList {
  readonly collections: readonly KnownCollection[];
  readonly files: readonly SourceFile[];
}

/** Lists the mapping collections that ship with aims and those of a workspace, or those that are named. */
export async function listCrosswalks(request: CollectionsRequest, host: Host): Promise<Reading<CrosswalkList>> {
  const { value, problems } = await collectionsOf(request, host);
  if (value === undefined) return { problems };
  const { collections, files } = value;
  return { value: { collections, files }, problems };
}

/** What is to be projected, from where to where. */
export interface ProjectRequest extends JourneyRequest, AssessedRequest {
  /** Controls of the target that are wanted in full. */
  readonly targets?: readonly string[];
  /** Path of a statement of applicability as CSV, or "-", in place of an assessment. */
  readonly applicability?: string;
  /** Names of its columns by what they hold, where they are not usual ones. */
  readonly columns?: Readonly<Partial<Record<ApplicabilityColumn, string>>>;
}

/** A result with the files that were read for it. */
export interface ReadProjection {
  readonly record: ProjectionRecord;
  readonly files: readonly SourceFile[];
}

/**
 * Projects an assessment, or a statement of applicability, onto another framework.
 * @returns problems alone where something of it cannot be used @throws RangeError for a day that does not exist
 */
export async function projectCrosswalk(request: ProjectRequest, host: Host): Promise<Reading<ReadProjection>> {
  const found = await collectionsOf(request, host);
  if (found.value === undefined) return { problems: found.problems };
  const { collections, files } = found.value;
  const source = await sourceOf(request, collections, host);
  const problems = [...found.problems, ...source.problems.filter((each) => !isAmong(each, found.problems))];
  if (source.value === undefined || hasErrors(problems)) return { problems };
  const { frameworks, recordOf, files: read } = source.value;
  const planned = journeyOf(request, frameworks, collections);
  if (planned.value === undefined) return { problems: [...problems, ...planned.problems] };
  const { plan, to } = planned.value;
  const wanted = targetsCalled(request.targets, plan);
  const all = [...problems, ...planned.problems, ...wanted.problems, ...unknownItems(plan, collections)];
  if (wanted.problems.length > 0) return { problems: all };
  const record = recordOf({ plan, to, ...defined({ wanted: wanted.value }) });
  return { value: { record, files: [...files, ...read] }, problems: all };
}

/** Whether a problem has been told: the settings of a workspace are read for its mappings and for its assessment. */
function isAmong({ code, file, line, column, message }: Diagnostic, told: readonly Diagnostic[]): boolean {
  return told.some(
    (each) =>
      each.code === code &&
      each.file === file &&
      each.line === line &&
      each.column === column &&
      each.message === message,
  );
}

/** Where states come from: the frameworks of their controls, and the projection of them along a plan. */
interface ProjectedInput {
  readonly frameworks: readonly string[];
  readonly recordOf: (planned: Planned) => ProjectionRecord;
  readonly files: readonly SourceFile[];
}

async function sourceOf(
  request: ProjectRequest,
  collections: readonly KnownCollection[],
  host: Host,
): Promise<Reading<ProjectedInput>> {
  const declared = await declaredOf(request, collections, host);
  if (declared !== undefined) {
    const { value, problems } = declared;
    if (value === undefined) return { problems };
    const day = dayOf(request.asOf, host);
    const recordOf = (planned: Planned): ProjectionRecord => declaredRecord(value, planned, day);
    return { value: { frameworks: [value.framework.name], recordOf, files: [value.file] }, problems };
  }
  const { value, problems } = await assessedInput(request, host);
  if (value === undefined) return { problems };
  const { controls, files } = value;
  const recordOf = (planned: Planned): ProjectionRecord => projectionRecord(value, planned);
  return { value: { frameworks: assessedFrameworks(controls), recordOf, files }, problems };
}

/** What a document of somebody else says, where one is named; undefined for the results of aims and for a workspace. */
async function declaredOf(
  request: ProjectRequest,
  collections: readonly KnownCollection[],
  host: Host,
): Promise<Reading<Declared> | undefined> {
  if (request.applicability !== undefined) {
    const { declaredInput } = await import("./crosswalk/applicability.js");
    return declaredInput(request.applicability, request, collections, host);
  }
  const input = { file: fileAt(resolve(host.folder, request.input)) };
  const isFile = statusAt(input.file, host.read)?.kind === "file";
  if (!isFile || !(await looksLikeAssessmentResults(input, host.read))) return undefined;
  if (request.system !== undefined)
    return { problems: [problem("results-of-systems", input, { system: request.system })] };
  const { foreignInput } = await import("./crosswalk/foreign.js");
  return foreignInput(input, request, collections, host);
}

/** The ids of the targets that are called so. */
function targetsCalled(names: readonly string[] | undefined, plan: ProjectionPlan): Reading<ReadonlySet<string>> {
  if (names === undefined) return { problems: [] };
  const requirements = plan.targets.map(({ requirement }) => requirement);
  const known = requirements.map(({ id, reference }) => ({
    id,
    props: [{ name: "label", value: reference.slice(reference.indexOf(":") + 1) }],
  }));
  const found = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const prefix = `${plan.to.name}:`.toLowerCase();
    const plain = name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
    const control = controlCalled(plain, known);
    if (control !== undefined) found.add(control.id);
    else {
      const labels = requirements.map(({ reference }) => reference.slice(reference.indexOf(":") + 1));
      // A control with parts, of which pairs name the parts: any of them says how they are called.
      const inside = labels.find(
        (label) =>
          label.toLowerCase().startsWith(`${plain.toLowerCase()}(`) ||
          label.toLowerCase().startsWith(`${plain.toLowerCase()}.`),
      );
      const guess = inside ?? nearest(plain, labels);
      problems.push(problem("unknown-target", undefined, { name, framework: plan.to.name, guess }));
    }
  }
  return { value: found, problems };
}

/** Warnings about pairs that name what their catalogs do not have, in the file that has the pair. */
function unknownItems({ unknown }: ProjectionPlan, collections: readonly KnownCollection[]): Diagnostic[] {
  const holders = new Map(
    collections.flatMap((each) =>
      each.legs.flatMap(({ crosswalk }) => crosswalk.pairs.map(({ uuid }) => [uuid, each] as const)),
    ),
  );
  return unknown.map((item) => {
    const holder = holders.get(item.pair);
    return problem("mapping-unknown-item", holder && placeOf(holder.document, "/mapping-collection"), item);
  });
}

/** The pairs between frameworks, whatever was assessed. */
export async function crosswalkMatrix(request: JourneyRequest, host: Host): Promise<Reading<ReadMatrix>> {
  const { value, problems } = await collectionsOf(request, host);
  if (value === undefined || hasErrors(problems)) return { problems };
  const { collections, files } = value;
  const planned = journeyOf(request, frameworksBefore(request.to, collections), collections, { whatever: true });
  if (planned.value === undefined) return { problems: [...problems, ...planned.problems] };
  const { plan } = planned.value;
  return { value: { matrix: matrixOf(plan), files }, problems: [...problems, ...unknownItems(plan, collections)] };
}

/** A matrix with the files that were read for it. */
export interface ReadMatrix {
  readonly matrix: CrosswalkMatrix;
  readonly files: readonly SourceFile[];
}

/** The frameworks from which a mapping leads to another at once, in the direction in which it is written, or else in the other. */
function frameworksBefore(called: string, collections: readonly KnownCollection[]): string[] {
  const legs = collections.flatMap((each) => each.legs);
  const to = frameworkNamed(called, legs).value?.name;
  const before = legs.filter((leg) => leg.to.name === to).map((leg) => leg.from.name);
  return [
    ...new Set(before.length > 0 ? before : legs.filter((leg) => leg.from.name === to).map((leg) => leg.to.name)),
  ];
}
