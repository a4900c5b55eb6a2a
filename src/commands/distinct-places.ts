import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Assessed } from "../assessment/to-oscal/assessed.js";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { displayName } from "../source/files.js";
import { packageRoot } from "../source/package-files.js";
import { realPlace } from "../source/write.js";
import type { OutputTarget } from "./output-target.js";
import type { Terminal } from "./terminal.js";
import type { Workspace } from "./workspace.js";
import { chainNames, resultsFile } from "./write-chain.js";

/** The outputs of an assessment, as far as their places depend on them. */
interface PlacedOutputs {
  readonly out: string;
  readonly targets: readonly OutputTarget[];
  readonly assessed: Pick<Assessed, "profile">;
}

/** An output to a file. */
export interface Placed {
  /** The option as the user gave it. */
  readonly option: string;
  readonly path: string;
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
  for (const path of inputsOf(outputs.assessed, workspace, terminal)) {
    const output = taken.get(path.toLowerCase());
    if (output) problems.push(overInput(output, displayName(terminal.cwd, path)));
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Reports that would be mixed on standard output. */
export function* streamConflicts(targets: readonly OutputTarget[]): Generator<Diagnostic> {
  const [first, ...others] = targets.filter(({ path }) => path === undefined);
  for (const { format } of first ? others : []) {
    yield {
      code: "output-conflict",
      severity: "error",
      message: `"--output ${first?.format ?? ""}" and "--output ${format}" both go to standard output, where nobody could tell them apart.`,
      fix: `Give one of them a file: --output ${format}=PATH.`,
    };
  }
}

/** Every file that will be written. */
function placesOf({ out, targets, assessed }: PlacedOutputs, terminal: Terminal): Placed[] {
  const chain = chainNames(assessed);
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

/** Two spellings of one file give one key, also where the disk takes upper and lower case for the same. */
export function keyOf(path: string): string {
  return realPlace(path).toLowerCase();
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
function* inputsOf(
  { profile }: Pick<Assessed, "profile">,
  workspace: Workspace,
  terminal: Terminal,
): Generator<string> {
  const root = realPlace(workspace.root);
  for (const { name } of [workspace.organization.file, ...workspace.systems, ...workspace.rules]) {
    yield resolve(root, name);
  }
  if (workspace.settings) yield resolve(root, workspace.settings.file);
  for (const source of profile.documents) {
    // Documents are called by their place in the package, or else as seen from the workspace or from where the command was started.
    if (existsSync(join(packageRoot(), source.file))) yield realPlace(join(packageRoot(), source.file));
    else for (const from of [workspace.root, terminal.cwd]) yield realPlace(resolve(from, source.file));
  }
}

/** Two outputs for one place. @param place as the user would call it */
export function conflict(output: Placed, other: Placed, place: string): Diagnostic {
  return {
    code: "output-conflict",
    severity: "error",
    message:
      output.option === other.option
        ? `"${output.option}" is given twice.`
        : `"${other.option}" and "${output.option}" both write here.`,
    file: place,
    fix: "Give each output a place of its own.",
  };
}

/** An output where an input lies. @param place as the user would call it */
export function overInput(output: Placed, place: string): Diagnostic {
  return {
    code: "output-conflict",
    severity: "error",
    message: `"${output.option}" would overwrite this file, which is read.`,
    file: place,
    fix: "Name another place for the output.",
  };
}
