import { InputError } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/codes/outputs.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { DiagnosticsFormat } from "../../report/diagnostics.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { printCounts, printDiagnostics } from "./diagnostics.js";
import { reportOf, requireDistinctReports, streamed, writeReports, type Found, type Written } from "./reports.js";

type Targets = readonly OutputTarget<DiagnosticsFormat>[];

/**
 * Makes sure that no report is mixed into a document that goes to standard output.
 * @throws InputError that names the report
 */
export function requireDocumentApart(targets: Targets): void {
  const [format] = streamed(targets).filter((each) => each !== "text");
  if (format === undefined) return;
  throw new InputError([problem("output-conflict", undefined, { how: "stream-with-document", format })]);
}

/** Reports what was found while a document was made. @throws InputError for places that cannot be written to, or that are taken */
export async function writeDocumentReports(
  found: Found,
  targets: Targets,
  { inputs, written }: { readonly inputs: readonly SourceFile[]; readonly written: Written },
  terminal: Terminal,
): Promise<void> {
  if (targets.length === 0) {
    printDiagnostics(found.problems, found.viewpoint, terminal);
    return;
  }
  requireDistinctReports(targets, inputs, terminal, undefined, written);
  const report = reportOf(found);
  await writeReports(report, targets, terminal);
  printCounts(report.diagnostics, terminal);
}
