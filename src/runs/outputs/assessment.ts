import { join, resolve } from "node:path";
import type { Assessment } from "../../assessment/assessment.js";
import { assessmentFormats, type AssessmentFormat, type ReportOptions } from "../../report/assessment.js";
import type { Output } from "../../report/output.js";
import { displayName } from "../../files/files.js";
import { requireDistinctPlaces } from "./distinct-places.js";
import type { OutputTarget } from "../../cli/output-target.js";
import type { Terminal } from "../../cli/terminal.js";
import type { Workspace } from "../../workspace/workspace.js";
import { resultsFile } from "../../exchange/oscal.js";
import { writeTogether } from "./together.js";
import { writing } from "../../files/writing.js";

/** What comes out of an assessment, and where it goes. */
export interface Outputs {
  /** Folder of the OSCAL documents and results.json, as the user gave it. */
  readonly out: string;
  readonly targets: readonly OutputTarget[];
  readonly assessment: Assessment;
}

/**
 * Writes the OSCAL documents, results.json and the reports that were asked for. All files are complete before the first one takes its
 * place; where one cannot be written, none appears. Standard output comes last; it has the text report when nothing else goes there.
 * @throws InputError for places that cannot be written to, that two outputs share, or that hold an input
 */
export async function writeOutputs(outputs: Outputs, workspace: Workspace, terminal: Terminal): Promise<void> {
  const { out, targets, assessment } = outputs;
  requireDistinctPlaces(outputs, workspace, terminal);
  await writeTogether(terminal, async ({ write }) => {
    const results = { format: "json", path: resolve(terminal.cwd, out, resultsFile) };
    for (const { format, path } of [{ format: "oscal", path: out }, results, ...targets]) {
      if (path === undefined) continue;
      const options = { color: false, workspace: placeOf(workspace, terminal) };
      const output = await outputOf(format, assessment, options);
      if (output.kind !== "folder") write(resolve(terminal.cwd, path), textOf(output));
      else {
        writing("folder", path, () => {
          for (const [name, file] of output.files) write(join(resolve(terminal.cwd, path), name), textOf(file));
        });
      }
    }
  });
  const shown = targets.filter(({ path }) => path === undefined);
  for (const { format } of shown.length > 0 ? shown : [{ format: "text" }]) {
    const options = { color: terminal.color, workspace: placeOf(workspace, terminal) };
    for (const piece of textOf(await outputOf(format, assessment, options))) terminal.out(piece);
  }
}

async function outputOf(format: string, assessment: Assessment, options: ReportOptions): Promise<Output> {
  return (await assessmentFormats[format as AssessmentFormat].load())(assessment, options);
}

function textOf(output: Output): Iterable<string> {
  if (output.kind !== "text") throw new Error(`This is ${output.kind}, where text is written.`);
  return output.pieces;
}

/** The workspace as reports put it before the paths of descriptors. */
function placeOf({ root }: Workspace, terminal: Terminal): string {
  const inside = displayName(terminal.cwd, root);
  return inside === "." || inside.startsWith("..") ? "" : inside;
}
