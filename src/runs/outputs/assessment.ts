import { resolve } from "node:path";
import type { Assessed } from "../../exchange/oscal/assessed.js";
import type { AssessmentReport, ReportOptions } from "../../report/assessment/report.js";
import { reportFormats } from "../../report/assessment.js";
import { displayName } from "../../files/files.js";
import { requireDistinctPlaces } from "./distinct-places.js";
import type { OutputTarget } from "../../cli/output-target.js";
import type { Terminal } from "../../cli/terminal.js";
import type { Workspace } from "../../workspace/workspace.js";
import { resultsFile, writeChain } from "../../exchange/oscal.js";
import { writeTogether } from "./together.js";
import { writing } from "../../files/writing.js";

/** What comes out of an assessment, and where it goes. */
export interface Outputs {
  /** Folder of the OSCAL documents and results.json, as the user gave it. */
  readonly out: string;
  readonly targets: readonly OutputTarget[];
  readonly report: AssessmentReport;
  readonly assessed: Assessed;
}

/**
 * Writes the OSCAL documents, results.json and the reports that were asked for. All files are complete before the first one takes its
 * place; where one cannot be written, none appears. Standard output comes last; it has the text report when nothing else goes there.
 * @throws InputError for places that cannot be written to, that two outputs share, or that hold an input
 */
export async function writeOutputs(outputs: Outputs, workspace: Workspace, terminal: Terminal): Promise<void> {
  const { out, targets, report, assessed } = outputs;
  requireDistinctPlaces(outputs, workspace, terminal);
  await writeTogether(terminal, async ({ open, write }) => {
    const folders = [out, ...targets.flatMap(({ format, path }) => (format === "oscal" ? [path ?? out] : []))];
    for (const folder of folders) {
      writing("folder", folder, () => {
        writeChain(resolve(terminal.cwd, folder), assessed, open);
      });
    }
    const inFiles = [{ format: "json", path: resolve(terminal.cwd, out, resultsFile) }, ...targets];
    for (const { format, path } of inFiles) {
      if (format === "oscal" || path === undefined) continue;
      const options = { color: false, workspace: placeOf(workspace, terminal) };
      write(resolve(terminal.cwd, path), await piecesOf(format, report, options));
    }
  });
  const shown = targets.filter(({ path }) => path === undefined);
  for (const { format } of shown.length > 0 ? shown : [{ format: "text" }]) {
    const options = { color: terminal.color, workspace: placeOf(workspace, terminal) };
    for (const piece of await piecesOf(format, report, options)) terminal.out(piece);
  }
}

async function piecesOf(format: string, report: AssessmentReport, options: ReportOptions): Promise<Iterable<string>> {
  const writer = await reportFormats[format]?.();
  if (!writer) throw new Error(`There is no writer for the format "${format}".`);
  return writer(report, options);
}

/** The workspace as reports put it before the paths of descriptors. */
function placeOf({ root }: Workspace, terminal: Terminal): string {
  const inside = displayName(terminal.cwd, root);
  return inside === "." || inside.startsWith("..") ? "" : inside;
}
