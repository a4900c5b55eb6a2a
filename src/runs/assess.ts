import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Assessment } from "../assessment/assessment.js";
import { assess as assessSubjects } from "../assessment/assess.js";
import { EvidenceLedger } from "../assessment/evidence.js";
import type { Tally } from "../assessment/tally.js";
import type { FindingKind } from "../assessment/verdict.js";
import { problem } from "../diagnostics/codes/workspace.js";
import { InputError, hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { DigestedFiles } from "../files/digest.js";
import { fileAt, nameFrom } from "../files/paths.js";
import { writing } from "../files/writer.js";
import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import { plural } from "../foundation/words.js";
import { resultsFile } from "../exchange/oscal.js";
import type { Catalog } from "../oscal/model.js";
import type { Details } from "../report/output.js";
import { assessmentFormats, type AssessmentFormat } from "../report/assessment.js";
import { DescriptorReader } from "../workspace/descriptors.js";
import { controlsBeside } from "../workspace/known-controls.js";
import { evaluatorFor, type LoadedPolicy } from "../workspace/policy.js";
import type { AddressMapping } from "../workspace/profile.js";
import { openWorkspace, recordedName, type Workspace } from "../workspace/workspace.js";
import { keptIn } from "./assess/kept-verdicts.js";
import { readBasis, type RunBasis } from "./assess/basis.js";
import { inputsOf, readFolders } from "./assess/inputs.js";
import { recordOf } from "./assess/record.js";
import type { ProjectionsBeside } from "./crosswalk/beside.js";
import { unaskedRules } from "./assess/unasked-rules.js";
import { dayOf, type Host } from "./host.js";
import { assessmentPlaces, readLaterProblems } from "./outputs-in-workspace.js";
import { placeProblems, sarifProblems, sarifResults, writeTogether, type PlacedOutput } from "./outputs.js";

/** The workspace to assess, and where the results go. Paths start from the host's folder. */
export interface AssessRequest {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Day for which the assessment holds; the clock is asked where it is left out. */
  readonly asOf?: Day;
  /** Name of a shipped profile or path of an OSCAL profile, in place of the one in aims.yaml. */
  readonly profile?: string;
  /** Local copies of what profiles import by address; they go before those of aims.yaml. */
  readonly maps?: readonly AddressMapping[];
  /** Glob patterns of the descriptors, from the workspace's folder, in place of those in aims.yaml. */
  readonly systems?: readonly string[];
  /** Seconds that rules of the workspace's own may take for one batch of systems; 10 unless given. */
  readonly ruleTimeout?: number;
  /** Folder for results.json and the OSCAL documents; nothing is written there where it is left out. */
  readonly out?: string;
  /** Warnings keep a workspace from being assessed, too. */
  readonly strict?: boolean;
  /** What outputs for people show system by system. */
  readonly details?: Details;
  /** Further outputs. */
  readonly outputs?: readonly { readonly format: AssessmentFormat; readonly path: string }[];
  /** Frameworks onto which the results are projected, beside them in `out`: names, or "all" for those that a mapping leads to. */
  readonly crosswalks?: readonly string[];
  /** Address below which a code host shows the files of the host's folder, for links in reports. */
  readonly sources?: string;
}

/** The end of a run. */
export interface AssessRun {
  /** Left out where the workspace could not be assessed; nothing has been written then. */
  readonly assessment?: Assessment;
  /** All that is wrong with the input; where there is an assessment, the only errors among it are rules in error. */
  readonly problems: readonly Diagnostic[];
  /** Path of the workspace as reports put it before the paths of descriptors; "" where it is the host's folder or outside of it. */
  readonly workspace: string;
  /** Files that were read, or would have been. */
  readonly files: readonly SourceFile[];
  /** Lets go of the verdicts; they cannot be read afterwards. */
  readonly close: () => void;
}

/** Findings that find no fault with the value at their place. */
const noFault: ReadonlySet<FindingKind> = new Set(["observed", "assurance", "inapplicable"]);

/** Seconds that own rules may take for one batch of systems. */
const RULE_TIMEOUT = 10;

/**
 * Assesses a workspace and writes what is asked for. All input is read and all its faults are reported; nothing is written unless
 * everything could be assessed.
 * @throws InputError for places that cannot be written to, that two outputs share, or that hold an input; RangeError for a day or a format
 *   that does not exist
 */
export async function assess(request: AssessRequest, host: Host): Promise<AssessRun> {
  const asOf = dayOf(request.asOf, host);
  for (const { format } of request.outputs ?? []) {
    if (!Object.hasOwn(assessmentFormats, format))
      throw new RangeError(`"${format}" is not a format of an assessment.`);
  }
  const root = resolve(host.folder, request.workspace);
  const opened = await openWorkspace(root, host.read, request.systems, request.workspace);
  const workspace = opened.value;
  if (workspace === undefined) return unusable(opened.problems, []);
  const readLater = await readLaterProblems(assessmentPlaces(request, host), request.workspace, host);
  if (readLater.length > 0) throw new InputError([...opened.problems, ...readLater]);
  const descriptors = new DescriptorReader(workspace, host.read);
  if (hasErrors(opened.problems)) {
    // Gaps in aims.yaml would look like further faults: only the descriptors that can be found are read.
    await descriptors.check();
    const { diagnostics } = descriptors;
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return unusable([...opened.problems, ...errors], inputsOf(workspace, descriptors));
  }
  const basis = await readBasis(workspace, request, host);
  if (basis.value === undefined) {
    await descriptors.check();
    return unusable(
      [...opened.problems, ...basis.problems, ...descriptors.diagnostics],
      inputsOf(workspace, descriptors),
    );
  }
  const rests = basis.value;
  const beside = await besideOf(request, rests, host);
  if (beside?.value === undefined && beside !== undefined) {
    await descriptors.check();
    const problems = [...opened.problems, ...basis.problems, ...beside.problems, ...descriptors.diagnostics];
    return unusable(problems, inputsOf(workspace, descriptors));
  }
  const ofPacks = workspace.packs.length === 0 ? [] : await catalogsOf(workspace, host);
  const known = { asOf, ...controlsBeside({ value: rests.profile, problems: [] }, ofPacks) };
  const described = new DescriptorReader(workspace, host.read, known, new DigestedFiles(host.read));
  described.diagnostics.push(...opened.problems, ...basis.problems, ...(beside?.problems ?? []));
  return withFolder(request.out, host, (spoolFolder) =>
    assessDescriptors({
      ...{ request, asOf, host, workspace, descriptors: described, spoolFolder },
      ...rests,
      ...defined({ beside: beside?.value }),
    }),
  );
}

/** The ways to the frameworks onto which the results are to be projected; undefined where none are. */
async function besideOf(
  { workspace, crosswalks, maps }: AssessRequest,
  { scope }: RunBasis,
  host: Host,
): Promise<Reading<ProjectionsBeside> | undefined> {
  if (crosswalks === undefined) return undefined;
  const { projectionsBeside } = await import("./crosswalk/beside.js");
  return projectionsBeside({ workspace, crosswalks, ...defined({ maps }) }, scope, host);
}

async function catalogsOf({ packs }: Workspace, { read }: Host): Promise<Catalog[]> {
  const { packCatalogs } = await import("../workspace/catalogs.js");
  return packCatalogs(packs, read);
}

/** @param files those that were read; a file that something is wrong with was one too */
function unusable(problems: readonly Diagnostic[], files: Iterable<SourceFile>): AssessRun {
  const wrong = problems.flatMap(({ file }) => file ?? []);
  return { problems, workspace: "", files: [...new Set([...files, ...wrong])], close: () => undefined };
}

/** Makes the folder for the results before the work, so that it is not done in vain; removes it where nothing came into it. */
async function withFolder(
  out: string | undefined,
  host: Host,
  work: (folder: string) => Promise<AssessRun>,
): Promise<AssessRun> {
  if (out === undefined) return work(tmpdir());
  const path = resolve(host.folder, out);
  const folder = writing("folder", fileAt(path), () => host.write.folder(path));
  try {
    return await work(path);
  } finally {
    folder.removeIfEmpty();
  }
}

interface Work extends RunBasis {
  readonly request: AssessRequest;
  readonly asOf: Day;
  readonly host: Host;
  readonly workspace: Workspace;
  readonly descriptors: DescriptorReader;
  /** Absolute path. */
  readonly spoolFolder: string;
  readonly beside?: ProjectionsBeside;
}

async function assessDescriptors(work: Work): Promise<AssessRun> {
  const { request, asOf, host, workspace, descriptors, spoolFolder, policy, scope } = work;
  const organization = await descriptors.organization();
  const unasked = organization === undefined ? unaskedRules(scope, workspace) : undefined;
  if (unasked !== undefined) descriptors.diagnostics.push(unasked);
  const kept = await keptIn(spoolFolder, host, new EvidenceLedger(asOf, organization, recordedName(workspace)));
  try {
    const evaluator = await evaluatorFor({
      policy: policy.policy,
      rules: scope.rules.map(({ rule }) => rule),
      parameters: scope.parameters,
      systems: workspace.systems,
      timeLimit: request.ruleTimeout ?? RULE_TIMEOUT,
    });
    let count = 0;
    let tally: Tally;
    try {
      tally = await assessSubjects({
        asOf,
        scope,
        evaluator,
        ...defined({ organization, selection: request.systems }),
        systems: descriptors.systems(),
        nameOf: recordedName(workspace),
        onVerdicts: (subject, verdicts) => {
          kept.add(subject, verdicts);
          for (const { findings } of verdicts) {
            for (const { kind, file, line, column } of findings) {
              if (!noFault.has(kind)) descriptors.judged(file, line, column);
            }
          }
          count += 1;
          host.progress?.(`${plural(count, "subject")} assessed`);
        },
      });
    } finally {
      await evaluator.close();
    }
    const problems = [...descriptors.diagnostics, ...descriptors.futureDates, ...nothingAssessed(tally, workspace)];
    if (hasErrors(problems, request.strict)) {
      kept.close();
      return unusable(problems, inputsOf(workspace, descriptors, work.profile));
    }
    const { digests } = descriptors;
    const assessed = { asOf, workspace, selection: request.systems, tally, organization, kept, digests };
    const notices = unasked === undefined ? work.notices : [...work.notices, unasked];
    const assessment = await recordOf({ ...work, notices }, assessed, host.read);
    await writeAssessment(assessment, work);
    const results = sarifResults(assessment);
    const sarif = (request.outputs ?? []).filter(({ format }) => format === "sarif");
    for (const { path } of sarif)
      problems.push(...sarifProblems(results, { file: fileAt(resolve(host.folder, path)) }));
    const faults = tally.counts.error > 0 ? await faultsOf(tally, policy, host) : [];
    return {
      assessment,
      problems: [...problems, ...faults],
      workspace: workspaceFrom(host, workspace),
      files: [...inputsOf(workspace, descriptors, work.profile)],
      close: () => {
        kept.close();
      },
    };
  } catch (error) {
    kept.close();
    throw error;
  }
}

async function faultsOf(tally: Tally, policy: LoadedPolicy, { read }: Host): Promise<Diagnostic[]> {
  const { ruleFaults } = await import("./rule-faults.js");
  return ruleFaults(tally, policy, read);
}

function nothingAssessed(tally: Tally, workspace: Workspace): Diagnostic[] {
  const systems = tally.subjects.filter(({ kind }) => kind === "system");
  const [first] = systems;
  if (first === undefined || systems.some(({ excluded }) => excluded === undefined)) return [];
  const place = { file: fileAt(join(workspace.root, first.file)), line: first.line, column: 1 };
  return [problem("no-systems", place, { excluded: systems.length })];
}

/** Writes the files that are asked for, all or none. */
async function writeAssessment(assessment: Assessment, work: Work): Promise<void> {
  const { request, host, workspace, descriptors, profile, beside } = work;
  const { out, outputs = [] } = request;
  const wanted: { format: AssessmentFormat; path: string; option: string }[] = [];
  if (out !== undefined) {
    const option = `--out ${out}`;
    wanted.push({ format: "oscal", path: out, option }, { format: "json", path: join(out, resultsFile), option });
  }
  wanted.push(...outputs.map(({ format, path }) => ({ format, path, option: `--output ${format}=${path}` })));
  const placed: PlacedOutput[] = [];
  for (const { format, path, option } of wanted) {
    const write = await assessmentFormats[format].load();
    const { details, sources } = request;
    const output = write(assessment, {
      color: false,
      workspace: workspaceFrom(host, workspace),
      ...defined({ details, sources }),
    });
    placed.push({ option, path: resolve(host.folder, path), output });
  }
  if (beside !== undefined && out !== undefined) {
    const { projectionOutputs } = await import("./crosswalk/beside.js");
    const option = `--out ${out}`;
    const projected = await projectionOutputs(assessment, beside, out);
    placed.push(...projected.map(({ path, output }) => ({ option, path: resolve(host.folder, path), output })));
  }
  const inputs = [...inputsOf(workspace, descriptors, profile), ...(beside?.files ?? [])];
  const problems = placeProblems(placed, inputs, host, readFolders(workspace));
  if (problems.length > 0) throw new InputError(problems);
  await writeTogether(placed, host.write);
}

function workspaceFrom({ folder }: Host, { root }: Workspace): string {
  const inside = nameFrom(folder, root);
  return inside === "." || inside.startsWith("..") ? "" : inside;
}
