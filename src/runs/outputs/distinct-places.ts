import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Assessment } from "../../assessment/assessment.js";
import { InputError } from "../../diagnostics/diagnostic.js";
import { displayName } from "../../files/files.js";
import { packageRoot } from "../../files/package.js";
import { realPlace } from "../../files/write.js";
import { conflict, keyOf, overInput, streamConflicts, type Placed } from "./places.js";
import type { OutputTarget } from "../../cli/output-target.js";
import type { Terminal } from "../../cli/terminal.js";
import type { Workspace } from "../../workspace/workspace.js";
import { oscalChain, resultsFile } from "../../exchange/oscal.js";

/** The outputs of an assessment, as far as their places depend on them. */
interface PlacedOutputs {
  readonly out: string;
  readonly targets: readonly OutputTarget[];
  readonly assessment: Assessment;
}

/**
 * Makes sure that every output has a place of its own, and that none of them is a file that the assessment was read from.
 * @throws InputError that names the options which meet
 */
export function requireDistinctPlaces(outputs: PlacedOutputs, workspace: Workspace, terminal: Terminal): void {
  const problems = [...streamConflicts(outputs.targets)];
  const met = new Set<string>();
  const meet = (output: Placed, other: Placed, path: string): void => {
    // Two folders of OSCAL documents meet in every one of them; once is enough to know.
    const pair = JSON.stringify([other.option, output.option]);
    if (!met.has(pair)) problems.push(conflict(output, other, displayName(terminal.cwd, path)));
    met.add(pair);
  };
  const taken = new Map<string, Placed>();
  const placed = placesOf(outputs, terminal);
  for (const output of placed) {
    const key = keyOf(output.path);
    const other = taken.get(key);
    if (other) meet(output, other, output.path);
    else taken.set(key, output);
  }
  for (const output of placed) {
    const above = fileAbove(keyOf(output.path), taken);
    if (above) meet(output, above, above.path);
  }
  for (const path of inputsOf(outputs.assessment, workspace, terminal)) {
    const output = taken.get(path.toLowerCase());
    if (output) problems.push(overInput(output, displayName(terminal.cwd, path)));
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Every file that will be written. */
function placesOf({ out, targets, assessment }: PlacedOutputs, terminal: Terminal): Placed[] {
  const chain = [...oscalChain(assessment).keys()];
  return [{ format: undefined, path: out }, ...targets].flatMap(({ format, path }): Placed[] => {
    if (path === undefined) return [];
    const place = resolve(terminal.cwd, path);
    const inFolder = (option: string, names: readonly string[]): Placed[] =>
      names.map((name) => ({ option, path: join(place, name) }));
    if (format === undefined) return inFolder(`--out ${path}`, [...chain, resultsFile]);
    const option = `--output ${format}=${path}`;
    return format === "oscal" ? inFolder(option, chain) : [{ option, path: place }];
  });
}

/** The output that is to be a file where another one needs a folder. */
function fileAbove(key: string, taken: ReadonlyMap<string, Placed>): Placed | undefined {
  for (let folder = dirname(key); folder !== dirname(folder); folder = dirname(folder)) {
    const above = taken.get(folder);
    if (above) return above;
  }
  return undefined;
}

/** Absolute paths of what the assessment was read from. */
function* inputsOf({ basis }: Assessment, workspace: Workspace, terminal: Terminal): Generator<string> {
  const root = realPlace(workspace.root);
  for (const { name } of [workspace.organization.file, ...workspace.systems, ...workspace.rules]) {
    yield resolve(root, name);
  }
  if (workspace.settings) yield resolve(root, workspace.settings.file);
  for (const source of basis.profile.resolved.documents) {
    // Documents are called by their place in the package, or else as seen from the workspace or from where the command was started.
    if (existsSync(join(packageRoot(), source.file))) yield realPlace(join(packageRoot(), source.file));
    else for (const from of [workspace.root, terminal.cwd]) yield realPlace(resolve(from, source.file));
  }
}
