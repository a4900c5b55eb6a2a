import { resolve } from "node:path";
import { InputError } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { diagnosticsFormats, type DiagnosticsFormat, type DiagnosticsReport } from "../../report/diagnostics.js";
import type { PlacedOutput } from "../../runs/outputs.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { showDiagnostics } from "./diagnostics.js";

type Targets = readonly OutputTarget<DiagnosticsFormat>[];

/**
 * Makes sure, before anything is checked, that every report has a place of its own and none of them is a file that is read.
 * @throws InputError that names the options which meet
 */
export async function requireDistinctReports(
  targets: Targets,
  inputs: readonly SourceFile[],
  { host }: Terminal,
): Promise<void> {
  if (targets.length === 0) return;
  const { placeProblems, streamProblems } = await import("../../runs/outputs.js");
  const placed = targets.flatMap(({ format, path }): PlacedOutput[] =>
    path === undefined
      ? []
      : [
          {
            option: `--output ${format}=${path}`,
            path: resolve(host.folder, path),
            output: { kind: "text", pieces: [] },
          },
        ],
  );
  // Text goes to standard error, where it mixes with nothing.
  const onStream = targets.filter(({ format, path }) => path === undefined && format !== "text");
  const problems = [...streamProblems(onStream.map(({ format }) => format)), ...placeProblems(placed, inputs, host)];
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Writes the findings in every format that was asked for: files first, all or none, then standard output. For people it goes to
 * standard error, when they ask for it or nothing goes to standard output.
 * @throws InputError for places that cannot be written to
 */
export async function writeReports(report: DiagnosticsReport, targets: Targets, terminal: Terminal): Promise<void> {
  const { host } = terminal;
  const placed: PlacedOutput[] = [];
  for (const { format, path } of targets) {
    if (path === undefined) continue;
    const write = await diagnosticsFormats[format].load();
    const output = write(report, { color: false });
    placed.push({ option: `--output ${format}=${path}`, path: resolve(host.folder, path), output });
  }
  if (placed.length > 0) {
    const { writeTogether } = await import("../../runs/outputs.js");
    await writeTogether(placed, host.write);
  }
  const shown = targets.filter(({ path }) => path === undefined);
  if (shown.length === 0 || shown.some(({ format }) => format === "text")) {
    showDiagnostics(report.diagnostics, terminal);
  }
  for (const { format } of shown) {
    if (format === "text") continue;
    const { printFormat } = await import("./format.js");
    await printFormat(diagnosticsFormats[format], report, { color: false }, terminal);
  }
}
