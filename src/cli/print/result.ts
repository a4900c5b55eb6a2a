import type { SourceFile } from "../../diagnostics/source-file.js";
import { defined } from "../../foundation/defined.js";
import type { OutputFormat } from "../../report/output.js";
import { resultFormats, type Result } from "../../report/result.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { printFormat } from "./format.js";
import { requireDistinctReports, streamed, writeReportFiles, type Written } from "./reports.js";

/** The formats of a result by their names. */
type Formats<Format extends string, Report> = Readonly<
  Record<NoInfer<Format> | "text", OutputFormat<Report, { readonly color: boolean; readonly width?: number }>>
>;

/**
 * Writes a result in the formats that were asked for: files first, all or none, then standard output, which gets text where nothing else
 * goes there.
 * @param inputs files that were read, which no report may overwrite
 * @param written files that were written, which no report may overwrite either
 * @throws InputError for places that cannot be written to, or that two reports share
 */
export async function writeFormats<Format extends string, Report>(
  formats: Formats<Format, Report>,
  report: Report,
  targets: readonly OutputTarget<Format>[],
  inputs: readonly SourceFile[],
  terminal: Terminal,
  written: Written = [],
): Promise<void> {
  const shown: readonly (Format | "text")[] = streamed(targets);
  requireDistinctReports(targets, inputs, terminal, shown, written);
  await writeReportFiles(formats, [report, { color: false }], targets, terminal, inputs);
  for (const format of shown.length > 0 ? shown : (["text"] as const)) {
    const options = { color: terminal.color, ...defined({ width: terminal.columns }) };
    await printFormat(formats[format], report, options, terminal);
  }
}

/** The same for a result that there are no formats for but text and JSON. */
export async function writeResult(
  result: Result,
  targets: readonly OutputTarget<keyof typeof resultFormats>[],
  inputs: readonly SourceFile[],
  terminal: Terminal,
  written: Written = [],
): Promise<void> {
  await writeFormats(resultFormats, result, targets, inputs, terminal, written);
}
