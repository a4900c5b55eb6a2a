import { dirname, join, resolve } from "node:path";
import { assessedControls, controlsOfSystem, type AssessedControls } from "../../crosswalk/assessed.js";
import type { SubjectId } from "../../assessment/verdict.js";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Diagnostic, Reading } from "../../diagnostics/diagnostic.js";
import { chainNames, resultsFile } from "../../exchange/oscal.js";
import { fileAt } from "../../files/paths.js";
import { statusAt } from "../../files/reader.js";
import { defined } from "../../foundation/defined.js";
import { nearest } from "../../foundation/nearest.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Day } from "../../foundation/day.js";
import { readResults } from "../../workspace/results.js";
import type { AddressMapping } from "../../workspace/profile.js";
import { isWorkspace } from "../../workspace/workspace.js";
import type { Host } from "../host.js";
import type { AssessedInput } from "./journey.js";

/** Where verdicts are taken from. Paths start from the host's folder. */
export interface AssessedRequest {
  /** A results.json, a folder with one, or a workspace, which is assessed then. */
  readonly input: string;
  /** Id of a system that is looked at alone. */
  readonly system?: SubjectId;
  /** Of a workspace: the day for which it is assessed, the profile in place of that of aims.yaml, local copies of what that imports. */
  readonly asOf?: Day;
  readonly profile?: string;
  readonly maps?: readonly AddressMapping[];
}

/** Reads the verdicts of an assessment, or assesses a workspace. */
export async function assessedInput(request: AssessedRequest, host: Host): Promise<Reading<AssessedInput>> {
  const path = resolve(host.folder, request.input);
  const inside = join(path, resultsFile);
  const isFolder = statusAt(path, host.read)?.kind === "folder";
  if (isFolder && statusAt(inside, host.read)?.kind !== "file") {
    if (isWorkspace(path, host.read, ["aims.yaml", "organization.yaml", "systems"]))
      return assessedWorkspace(request, host);
    const why = "the folder holds neither a results.json nor a workspace.";
    return { problems: [problem("not-results", { file: fileAt(path) }, { why })] };
  }
  const file = fileAt(isFolder ? inside : path);
  const { value, problems } = await readResults({ file }, host.read, request.system);
  if (value === undefined) return { problems };
  const { ofSystem, ...assessed } = value;
  const found = systemOf(request.system, assessed);
  if ("problem" in found) return { problems: [found.problem] };
  const options = [request.asOf && "--as-of", request.profile && "--profile"].filter((each) => each !== undefined);
  const fixed = options.length === 0 ? [] : [problem("results-as-they-are", { file }, { options })];
  return {
    value: { assessed, controls: ofSystem ?? assessed.controls, ...found, files: [file, ...besideResults(file, host)] },
    problems: [...problems, ...fixed],
  };
}

async function assessedWorkspace(request: AssessedRequest, host: Host): Promise<Reading<AssessedInput>> {
  const { assess } = await import("../assess.js");
  const { input, system, asOf, profile, maps } = request;
  const run = await assess({ workspace: input, ...defined({ asOf, profile, maps }) }, host);
  const { assessment, problems, files } = run;
  try {
    if (assessment === undefined) return { problems };
    const assessed = assessedControls(assessment);
    const found = systemOf(system, assessed);
    if ("problem" in found) return { problems: [found.problem] };
    const { subjects } = assessment.tally;
    const wanted = new Set(
      subjects.filter(({ id, kind }) => kind === "organization" || id === system).map(({ id }) => id),
    );
    const controls =
      system === undefined ? assessed.controls : controlsOfSystem(assessed, wanted, assessment.verdicts());
    // A rule in error is a state like any other here.
    const said = problems.filter(({ severity }) => severity !== "error");
    return { value: { assessed, controls, ...found, files }, problems: said };
  } finally {
    run.close();
  }
}

/** The documents of the assessment beside its results: no report may take their place. */
function besideResults(file: SourceFile, { read }: Host): SourceFile[] {
  const paths = chainNames.map((name) => fileAt(join(dirname(file), name)));
  return paths.filter((path) => statusAt(path, read)?.kind === "file");
}

function systemOf(
  id: SubjectId | undefined,
  { systems }: AssessedControls,
): { readonly system?: { readonly id: SubjectId; readonly name: string } } | { readonly problem: Diagnostic } {
  if (id === undefined) return {};
  const found = systems.find((each) => each.id === id);
  if (found !== undefined) return { system: { id, name: found.name } };
  const guess = nearest(
    id,
    systems.map((each) => each.id),
  );
  return { problem: problem("unknown-system", undefined, { id, guess }) };
}
