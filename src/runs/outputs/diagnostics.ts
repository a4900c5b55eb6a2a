import { resolve } from "node:path";
import { InputError } from "../../diagnostics/diagnostic.js";
import { diagnosticsFormats, type DiagnosticsFormat, type DiagnosticsReport } from "../../report/diagnostics.js";
import { displayName } from "../../files/files.js";
import { conflict, keyOf, overInput, streamConflicts, type Placed } from "./places.js";
import type { OutputTarget } from "../../cli/output-target.js";
import { showDiagnostics } from "../../cli/print/diagnostics.js";
import type { Terminal } from "../../cli/terminal.js";
import { writeTogether } from "./together.js";

/**
 * Makes sure, before anything is checked, that every report has a place of its own and none of them is a file that is read.
 * @param inputs absolute paths of what is read
 * @throws InputError that names the options which meet
 */
export function requireDistinctReports(
  targets: readonly OutputTarget[],
  inputs: readonly string[],
  terminal: Terminal,
): void {
  const problems = [...streamConflicts(targets.filter(({ format }) => format !== "text"))];
  const read = new Set(inputs.map(keyOf));
  const taken = new Map<string, Placed>();
  for (const { format, path } of targets) {
    if (path === undefined) continue;
    const output = { option: `--output ${format}=${path}`, path: resolve(terminal.cwd, path) };
    const place = displayName(terminal.cwd, output.path);
    const key = keyOf(output.path);
    const other = taken.get(key);
    if (other) problems.push(conflict(output, other, place));
    if (read.has(key)) problems.push(overInput(output, place));
    taken.set(key, output);
  }
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Writes what was found in every format that was asked for: files first, all or none, then standard output. For people it goes to
 * standard error, when they ask for it or nothing goes to standard output.
 * @throws InputError for places that cannot be written to
 */
export async function writeDiagnostics(
  report: DiagnosticsReport,
  targets: readonly OutputTarget[],
  terminal: Terminal,
): Promise<void> {
  await writeTogether(terminal, async ({ write }) => {
    for (const { format, path } of targets) {
      if (path !== undefined) write(resolve(terminal.cwd, path), await piecesOf(format, report));
    }
  });
  const shown = targets.filter(({ path }) => path === undefined);
  if (shown.length === 0 || shown.some(({ format }) => format === "text"))
    showDiagnostics(report.diagnostics, terminal);
  for (const { format } of shown) {
    if (format === "text") continue;
    for (const piece of await piecesOf(format, report)) terminal.out(piece);
  }
}

async function piecesOf(format: string, report: DiagnosticsReport): Promise<Iterable<string>> {
  const write = await diagnosticsFormats[format as DiagnosticsFormat].load();
  return write(report, { color: false }).pieces;
}
