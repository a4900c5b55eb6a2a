import { join, resolve } from "node:path";
import { problem } from "../diagnostics/codes/outputs.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { fileAt, nameFrom } from "../files/paths.js";
import { statusAt } from "../files/reader.js";
import { resultsFile } from "../exchange/oscal.js";
import { assessmentFormats, type AssessmentFormat } from "../report/assessment.js";
import { readLater } from "../workspace/read-later.js";
import { isWorkspace } from "../workspace/workspace.js";
import type { Host } from "./host.js";

/** The outputs that a request for an assessment asks for. */
interface AssessmentOutputs {
  readonly out?: string;
  readonly outputs?: readonly { readonly format: AssessmentFormat; readonly path: string }[];
}

/** A place that something will be written to. */
export interface OutputPlace {
  /** The option that asks for it, as the user gave it. */
  readonly option: string;
  /** Absolute path. */
  readonly path: string;
  /** Whether it is a folder with JSON documents. */
  readonly isFolder: boolean;
}

/** The places of the outputs of an assessment. */
export function assessmentPlaces(
  { out, outputs = [] }: AssessmentOutputs,
  { folder }: Pick<Host, "folder">,
): OutputPlace[] {
  const places = outputs.map(({ format, path }) => ({
    option: `--output ${format}=${path}`,
    path: resolve(folder, path),
    isFolder: assessmentFormats[format].kind === "folder",
  }));
  if (out === undefined) return places;
  return [{ option: `--out ${out}`, path: resolve(folder, out), isFolder: true }, ...places];
}

/**
 * The faults of outputs that a later run in a workspace would read: as a descriptor, a rule or data of rules, or, of a folder, because it
 * is one of those that are searched.
 * @param workspace folder, from the host's; without one, the host's folder where that is a workspace
 */
export async function readLaterProblems(
  outputs: readonly OutputPlace[],
  workspace: string | undefined,
  host: Pick<Host, "folder" | "read" | "write">,
): Promise<Diagnostic[]> {
  if (outputs.length === 0 || (workspace === undefined && !isWorkspace(host.folder, host.read))) return [];
  const root = resolve(host.folder, workspace ?? ".");
  if (statusAt(root, host.read)?.kind !== "folder") return [];
  const { reads, folders } = await readLater(root, host.read);
  const problems: Diagnostic[] = [];
  for (const { option, path, isFolder } of outputs) {
    const name = nameFrom(host.write.realPlace(root), host.write.realPlace(path));
    if (name.startsWith("..")) continue;
    const lies = isFolder && folders.some((each) => name === each || name.startsWith(`${each}/`));
    const file = isFolder ? join(name, resultsFile) : name;
    if (!lies && !(await reads(file))) continue;
    const how = !isFolder && host.write.exists(path) ? "input" : "among-inputs";
    problems.push(problem("output-conflict", { file: fileAt(path) }, { how, option }));
  }
  return problems;
}
