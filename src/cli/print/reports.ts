import { dirname, resolve } from "node:path";
import { compareDiagnostics, hasErrors, InputError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { FileName, SourceFile } from "../../diagnostics/source-file.js";
import { toolVersion } from "../../files/package.js";
import { fileAt } from "../../files/paths.js";
import { statusAt } from "../../files/reader.js";
import type { Viewpoint } from "../../files/viewpoint.js";
import { defined } from "../../foundation/defined.js";
import {
  annotationFormats,
  diagnosticsFormats,
  type CheckedFile,
  type DiagnosticsFormat,
  type DiagnosticsReport,
  type DiagnosticsReportFormat,
} from "../../report/diagnostics.js";
import type { OutputFormat } from "../../report/output.js";
import { placeProblems, sarifProblems, streamProblems, writeTogether, type PlacedOutput } from "../../runs/outputs.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { printCounts, printDiagnostics, showDiagnostics, viewpointOf } from "./diagnostics.js";
import { appendStepSummary, sourcesAddress } from "./pipeline.js";

type Target = OutputTarget<string>;

/** Files that a command writes besides its reports: the option that asks for them, and their absolute paths. */
export type Written = readonly { readonly option: string; readonly path: string }[];
type DiagnosticsTarget = OutputTarget<DiagnosticsFormat>;

/**
 * Makes sure, before anything is checked, that every report has a place of its own and none of them is a file that is read.
 * @param onStream formats of the reports on standard output; text about problems goes to standard error, where it mixes with nothing
 * @param written files that are written besides
 * @throws InputError that names the options which meet
 */
export function requireDistinctReports(
  targets: readonly Target[],
  inputs: readonly SourceFile[],
  { host }: Terminal,
  onStream: readonly string[] = streamed(targets).filter((format) => format !== "text"),
  written: Written = [],
): void {
  const reports = targets.flatMap(({ format, path }) =>
    path === undefined ? [] : [{ option: optionOf(format, path), path: resolve(host.folder, path) }],
  );
  const output = { kind: "text", pieces: [] } as const;
  const placed = [...written, ...reports].map((each): PlacedOutput => ({ ...each, output }));
  const problems = [...streamProblems(onStream), ...placeProblems(placed, inputs, host)];
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Makes sure, before anything is checked, that no report lies where a later run in the workspace would read it.
 * @param workspace as it was named; without one, the folder where the command was started, if that is a workspace
 * @throws InputError that names the options
 */
export async function requireReportsUnread(
  targets: readonly Target[],
  workspace: string | undefined,
  { host }: Terminal,
): Promise<void> {
  const places = targets.flatMap(({ format, path }) =>
    path === undefined ? [] : [{ option: optionOf(format, path), path: resolve(host.folder, path), isFolder: false }],
  );
  if (places.length === 0) return;
  const { readLaterProblems } = await import("../../runs/outputs-in-workspace.js");
  const problems = await readLaterProblems(places, workspace, host);
  if (problems.length > 0) throw new InputError(problems);
}

/** Formats of the reports that go to standard output. */
export function streamed<Format extends string>(targets: readonly OutputTarget<Format>[]): Format[] {
  return targets.flatMap(({ format, path }) => (path === undefined ? [format] : []));
}

function optionOf(format: string, path: string): string {
  return `--output ${format}=${path}`;
}

/**
 * Writes the reports that go to files, all or none.
 * @throws InputError for places that cannot be written to
 */
export async function writeReportFiles<Format extends string, Report, Options>(
  formats: Readonly<Record<Format, OutputFormat<Report, Options>>>,
  [report, options]: readonly [Report, Options],
  targets: readonly OutputTarget<Format>[],
  { host }: Terminal,
  inputs: readonly SourceFile[] = [],
): Promise<void> {
  const placed: PlacedOutput[] = [];
  for (const { format, path } of targets) {
    if (path === undefined) continue;
    const output = (await formats[format].load())(report, options);
    placed.push({ option: optionOf(format, path), path: resolve(host.folder, path), output });
  }
  if (placed.length === 0) return;
  // The files of a folder are only known now.
  const problems = placeProblems(placed, inputs, { write: host.write });
  if (problems.length > 0) throw new InputError(problems);
  await writeTogether(placed, host.write);
}

/**
 * Writes the findings in every format that was asked for: files first, all or none, then standard output. For people it goes to
 * standard error, when they ask for it or nothing goes to standard output. Annotations of GitHub bring a page for the step's summary.
 * @param formats in place of those of diagnostics alone
 * @throws InputError for places that cannot be written to
 */
export async function writeReports<Report extends DiagnosticsReport>(
  report: Report,
  targets: readonly DiagnosticsTarget[],
  terminal: Terminal,
  formats: Readonly<Record<DiagnosticsFormat, DiagnosticsReportFormat<Report>>> = diagnosticsFormats,
): Promise<void> {
  const { env, host } = terminal;
  const options = { color: false, ...defined({ sources: sourcesAddress(env) }) };
  await writeReportFiles(formats, [report, options], targets, terminal);
  const shown = streamed(targets);
  if (shown.length === 0 || shown.includes("text")) showDiagnostics(report.diagnostics, terminal, report);
  for (const format of shown) {
    if (format === "text") continue;
    const { printFormat } = await import("./format.js");
    await printFormat(formats[format], report, options, terminal);
  }
  const limits = targets.flatMap(({ format, path }) => {
    if (format !== "sarif") return [];
    const place = path === undefined ? undefined : { file: fileAt(resolve(host.folder, path)) };
    return sarifProblems(report.diagnostics.length, place);
  });
  showDiagnostics(limits.map(viewpointOf(terminal).printed), terminal);
  if (targets.some(({ format }) => format === "github")) {
    await appendStepSummary(async () => (await formats.markdown.load())(report, options), terminal);
  }
}

/** What a command found, as its reports are made of it. */
export interface Found extends Pick<DiagnosticsReport, "command" | "home"> {
  readonly problems: readonly Diagnostic[];
  readonly viewpoint: Viewpoint;
  /** Those that something was found in, unless given. */
  readonly files?: readonly CheckedFile[];
  /** True unless given. */
  readonly finished?: boolean;
  /** Whether there is no error, unless given. */
  readonly valid?: boolean;
  readonly counts?: DiagnosticsReport["counts"];
  readonly unlisted?: number;
}

/** The report of what a command found. */
export function reportOf({ command, home, problems, viewpoint, ...more }: Found): DiagnosticsReport {
  const diagnostics = problems.map(viewpoint.printed).sort(compareDiagnostics);
  const { valid = !hasErrors(problems), finished = true, counts = {}, files = filesOf(diagnostics) } = more;
  const { unlisted = 0 } = more;
  const tool = { name: "aims", version: toolVersion() } as const;
  return { tool, command, valid, finished, home, counts, unlisted, files, diagnostics };
}

/** The files with findings. */
function filesOf(diagnostics: DiagnosticsReport["diagnostics"]): CheckedFile[] {
  const states = new Map<string, CheckedFile["state"]>();
  for (const { file, severity } of diagnostics) {
    if (file === undefined) continue;
    if (severity === "error") states.set(file, "invalid");
    else if (!states.has(file)) states.set(file, "valid");
  }
  return [...states].map(([name, state]) => ({ name, state }));
}

/** The file that stands for a workspace as a whole: its settings, or else the organization's descriptor, where one is there. */
export function homeOf(workspace: string, viewpoint: Viewpoint, { host }: Terminal): DiagnosticsReport["home"] {
  const nameOf = (path: string): FileName => viewpoint.nameOf(fileAt(path));
  const root = resolve(host.folder, workspace);
  const isFile = statusAt(root, host.read)?.kind === "file";
  // A file that was named in place of a folder is where to look.
  if (isFile) return { file: nameOf(root), folder: nameOf(dirname(root)) };
  const paths = ["aims.yaml", "organization.yaml"].map((name) => resolve(root, name));
  const home = paths.find((path) => host.write.exists(path)) ?? resolve(root, "aims.yaml");
  return { file: nameOf(home), folder: nameOf(root) };
}

/**
 * Writes what kept a command from its work, in those of the wanted formats that can show it, and says which cannot.
 * @param inputs files that were read
 * @throws InputError for places that cannot be written to
 */
export async function writeProblems(
  found: Omit<Found, "finished">,
  targets: readonly Target[],
  inputs: readonly SourceFile[],
  terminal: Terminal,
): Promise<void> {
  const able: DiagnosticsTarget[] = [];
  const unable: Target[] = [];
  for (const target of targets) {
    const format = annotationFormats.find((each) => each === target.format);
    if (format === undefined) unable.push(target);
    else able.push({ ...target, format });
  }
  try {
    requireDistinctReports(able, inputs, terminal);
  } catch (error) {
    // The conflict must not hide what is wrong with the input.
    if (error instanceof InputError) throw new InputError([...found.problems, ...error.diagnostics]);
    throw error;
  }
  if (able.length === 0) printDiagnostics(found.problems, found.viewpoint, terminal);
  else {
    const report = reportOf({ ...found, finished: false });
    await writeReports(report, able, terminal);
    printCounts(report.diagnostics, terminal);
  }
  for (const { format, path } of unable) {
    if (path === undefined) continue;
    terminal.err(`"${optionOf(format, path)}" was not written: nothing could be made of this input.\n`);
  }
}
