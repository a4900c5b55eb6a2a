import { basename, dirname, resolve } from "node:path";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem } from "../diagnostics/codes/workspace.js";
import { hasErrors, type Diagnostic, type DiagnosticPlace, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { findFiles, type FoundFile } from "../files/find.js";
import { packageRoot } from "../files/package.js";
import { insideWorkspace } from "../files/paths.js";
import type { InputFile } from "../files/read.js";
import { statusAt, type Reader } from "../files/reader.js";
import { fileAt } from "../files/paths.js";
import { defined } from "../foundation/defined.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf, type Place } from "../source/place.js";
import type { Workspace as Settings } from "./generated/settings.js";
import { vendorFolder } from "./imports/lock.js";
import { meantDescriptors } from "./meant-descriptors.js";
import type { Pack, PackSettings } from "./packs.js";
import { findRecordFiles, recordPatterns } from "./record-files.js";
import { defaults, importSettings, readSettings, settingsFile, type ImportSettings } from "./settings.js";
import { findRuleFiles, joinedRuleFiles, reservedPaths, type RuleFiles } from "./rule-files.js";
import { descriptorElsewhere, foldersOf, unreadDescriptors, unreadRules, unreadSettings } from "./unread-files.js";

/** A folder with descriptors, and what its aims.yaml says about it. */
export interface Workspace {
  /** Absolute path of the folder. */
  readonly root: string;
  /** The profile that aims.yaml names. */
  readonly profile?: string;
  /** aims.yaml, where there is one that can be used. */
  readonly settings?: SourceDocument;
  /** What aims.yaml says about imports by address. */
  readonly imports: ImportSettings;
  /** The organization's descriptor; it need not be there unless aims.yaml names it. */
  readonly organization: { readonly input: InputFile; readonly exists: boolean };
  /** Descriptors of systems, by name. */
  readonly systems: readonly FoundFile[];
  /** Whether these are all systems, and not those that a command has chosen. */
  readonly whole: boolean;
  /** Files with evidence records and with decisions on controls, by name. */
  readonly records: readonly FoundFile[];
  /** The files in the workspace's own folders of rules, and those of its packs. */
  readonly ruleFiles: RuleFiles;
  readonly packs: readonly Pack[];
}

/** Whether a folder is a workspace by what lies in it, though nobody named it as one. The package of aims, which has rules, is none. */
export function isWorkspace(folder: string, reader: Reader, marks: readonly string[] = workspaceMarks): boolean {
  const root = resolve(folder);
  return root !== packageRoot() && marks.some((name) => statusAt(resolve(root, name), reader) !== undefined);
}

const workspaceMarks: readonly string[] = [settingsFile, "organization.yaml", "rules"];

/**
 * Opens the workspace in a folder. The workspace can be read, as far as it is there, also where there are problems.
 * @param folder absolute path
 * @param systems glob patterns that take the place of those in aims.yaml
 * @param called the folder as somebody named it
 */
export async function openWorkspace(
  folder: string,
  reader: Reader,
  systems: readonly string[] | undefined,
  called: string = folder,
): Promise<Reading<Workspace>> {
  const root = resolve(folder);
  if (!isFolder(root, reader)) {
    const isFile = statusAt(root, reader)?.kind === "file";
    return { problems: [problem("no-workspace", undefined, { called, isFile })] };
  }
  const { settings, source, problems } = await readSettings(root, reader);
  const at = (pointer: string): Place | undefined => source && { document: source, pointer };
  const patterns = systems ?? settings.systems ?? defaults.systems;
  const ofSettings = systems === undefined && settings.systems !== undefined;
  const inside = patterns.filter((pattern, index) =>
    staysInside(pattern, problems, ofSettings ? at(`/systems/${String(index)}`) : undefined),
  );
  const named = settings.organization;
  const apart = [named ?? defaults.organization, settingsFile, "aims-suppressions.yaml"];
  const folders = [
    ...[...(settings.rules ?? defaults.rules), "profiles", settings.vendor ?? vendorFolder],
    ...foldersOf(recordPatterns(settings.records)),
  ];
  const matched = await findFiles(root, inside, reader);
  const found = await meantDescriptors(matched, inside, { apart, folders }, reader);
  const ofRecords = settings.records?.filter((pattern, index) =>
    staysInside(pattern, problems, at(`/records/${String(index)}`)),
  );
  const records = await findRecordFiles(root, ofRecords, new Set([...apart, ...found.map(({ name }) => name)]), reader);
  const organization = insideWorkspace(root, root, named ?? defaults.organization, reader);
  if ("outside" in organization) {
    problems.push(outside(named ?? defaults.organization, named === undefined ? undefined : at("/organization")));
  }
  const rules = await findRuleFiles(root, ruleFolders(root, settings, source, problems, reader), reader);
  problems.push(...reservedPaths(rules));
  // Folders that aims.yaml names are all that somebody wants.
  const elsewhere = settings.rules === undefined ? await unreadRules(root, reader) : [];
  const packs = await packsOf({ root, ...defined({ packs: settings.packs, source }) }, reader);
  problems.push(...packs.problems);
  const own = { ...rules, unread: [...rules.unread, ...elsewhere] };
  const ruleFiles = joinedRuleFiles([own, ...packs.value.map((pack) => pack.rules)]);
  for (const [index, pattern] of (systems ?? settings.systems ?? []).entries()) {
    // One of several patterns that matches nothing is a slip of the pen that would assess less.
    if (pattern.startsWith("!") || found.length === 0 || !inside.includes(pattern)) continue;
    if ((await findFiles(root, [pattern], reader)).length > 0) continue;
    const place = ofSettings ? placed(at(`/systems/${String(index)}`)) : undefined;
    problems.push(problem("pattern-without-match", place, { pattern, from: ofSettings ? "aims.yaml" : "--systems" }));
  }
  for (const [index, pattern] of (ofRecords ?? []).entries()) {
    if (pattern.startsWith("!") || (await findFiles(root, [pattern], reader)).length > 0) continue;
    const place = placed(at(`/records/${String(index)}`));
    problems.push(problem("pattern-without-match", place, { pattern, from: "aims.yaml", of: "records" }));
  }
  // Patterns of the command line choose some of the descriptors.
  const unread =
    systems === undefined ? await unreadDescriptors(root, inside, found, named ?? defaults.organization, reader) : [];
  problems.push(...unread);
  // A fault in aims.yaml may be the reason that nothing matches.
  if (found.length === 0 && !hasErrors(problems)) {
    const place = ofSettings && source ? placeOf(source, "/systems") : { file: fileAt(root) };
    const other = systems === undefined ? await descriptorElsewhere(root, reader) : undefined;
    const above = systems === undefined && source === undefined ? workspaceAbove(root, reader) : undefined;
    const nothing =
      systems === undefined &&
      source === undefined &&
      other === undefined &&
      isEmpty(root, reader) &&
      unread.length === 0;
    problems.push(
      problem("no-systems", place, {
        patterns,
        elsewhere: other,
        ...defined({ above }),
        ofSettings,
        nothing,
        warned: unread.length > 0,
      }),
    );
  }
  problems.push(...(await unreadSettings(root, reader)));
  return {
    value: {
      root,
      ...defined({ profile: settings.profile, settings: source }),
      imports: importSettings(root, settings, source),
      packs: packs.value,
      organization: {
        input: { file: fileAt(resolve(root, named ?? defaults.organization)) },
        // A file that aims.yaml names has to be there; without it, the reader will say that it is missing.
        exists:
          !("outside" in organization) && (named !== undefined || statusAt(organization.path, reader) !== undefined),
      },
      systems: found,
      whole: systems === undefined,
      records,
      ruleFiles,
    },
    problems,
  };
}

/** Name of the nearest folder above with a file that a workspace begins with, and of the file: a folder too deep was named. */
function workspaceAbove(root: string, reader: Reader): { readonly folder: string; readonly mark: string } | undefined {
  if (statusAt(resolve(root, defaults.organization), reader) !== undefined) return undefined;
  for (let at = dirname(root); at !== dirname(at); at = dirname(at)) {
    const mark = [settingsFile, defaults.organization].find(
      (name) => statusAt(resolve(at, name), reader) !== undefined,
    );
    if (mark !== undefined) return { folder: basename(at), mark };
    // What lies above a repository belongs to something else.
    if (statusAt(resolve(at, ".git"), reader) !== undefined) return undefined;
  }
  return undefined;
}

/** Whether a folder has nothing that a workspace begins with. */
function isEmpty(root: string, reader: Reader): boolean {
  return [defaults.organization, ...defaults.rules].every(
    (name) => statusAt(resolve(root, name), reader) === undefined,
  );
}

/** Folders with rules of the workspace's own that can be searched. */
function ruleFolders(
  root: string,
  settings: Settings,
  source: SourceDocument | undefined,
  problems: Diagnostic[],
  reader: Reader,
): readonly string[] {
  if (settings.rules === undefined) {
    return defaults.rules.filter((each) => statusAt(resolve(root, each), reader) !== undefined);
  }
  return settings.rules.filter((each, index) => {
    const place = source && { document: source, pointer: `/rules/${String(index)}` };
    if (!staysInside(each, problems, place)) return false;
    if (!isFolder(resolve(root, each), reader)) problems.push(problem("no-rules-folder", placed(place), each));
    return true;
  });
}

/** The packs of a workspace; a lock file is looked at where there are packs alone. */
async function packsOf(settings: PackSettings, reader: Reader): Promise<Required<Reading<readonly Pack[]>>> {
  if (settings.packs === undefined) return { value: [], problems: [] };
  const { readPacks } = await import("./packs.js");
  return readPacks(settings, reader);
}

/** Whether a pattern stays in the workspace; when not, that is added to the problems. @param place undefined on the command line */
function staysInside(pattern: string, problems: Diagnostic[], place: Place | undefined): boolean {
  const leaves = pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || pattern.split(/[\\/]/).includes("..");
  if (leaves) problems.push(outside(pattern, place));
  return !leaves;
}

function outside(path: string, place: Place | undefined): Diagnostic {
  return fileProblem("path-outside-workspace", placed(place), { how: "path", path });
}

function placed(place: Place | undefined): DiagnosticPlace | undefined {
  return place && placeOf(place.document, place.pointer);
}

function isFolder(path: string, reader: Reader): boolean {
  return statusAt(path, reader)?.kind === "folder";
}

/** The name of a workspace file in all records: its path from the workspace's folder. */
export function recordedName({ root }: Pick<Workspace, "root">): (file: SourceFile) => string {
  const folder = `${fileAt(root).replace(/\/$/, "")}/`;
  return (file) => (file.startsWith(folder) ? file.slice(folder.length) : file);
}
