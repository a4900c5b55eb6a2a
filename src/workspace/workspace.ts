import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { withoutBlanks } from "../source/blank.js";
import { placeOf } from "../source/place.js";
import type { SourceDocument } from "../source/document.js";
import { displayName, findFiles, insideWorkspace, type SourceFile } from "../files/files.js";
import { readPackageJson } from "../files/package.js";
import { readDocuments } from "../source/read.js";
import { schemaDiagnostics } from "../source/schema-problems.js";
import type { DescriptorFiles } from "./descriptors.js";
import type { Terminal } from "../cli/terminal.js";
import type { Workspace as WorkspaceFile } from "./generated/settings.js";
import { workspace as isWorkspaceFile } from "./generated/settings-validator.js";

/** A folder with descriptors, and what its aims.yaml says about it. */
export interface Workspace extends DescriptorFiles {
  /** The profile that aims.yaml names, and where it does. */
  readonly profile?: string;
  readonly settings?: SourceDocument;
  /** Rego files of the workspace's own rule folders. */
  readonly rules: readonly SourceFile[];
}

const defaults = {
  organization: "organization.yaml",
  systems: ["systems/**/*.{yaml,yml,json,ndjson,jsonl}"],
  rules: ["rules"],
} as const;

/**
 * Opens the workspace in a folder.
 * @param systems glob patterns from the command line that take the place of those in aims.yaml
 * @throws InputError when the folder or aims.yaml is unusable, or no system descriptor matches; what is wrong with the descriptors
 * that can be found all the same is said along with it
 */
export async function openWorkspace(
  folder: string,
  terminal: Terminal,
  systems?: readonly string[],
): Promise<Workspace> {
  const root = resolve(terminal.cwd, folder);
  if (!isFolder(root)) {
    throw new InputError([
      {
        code: "no-workspace",
        severity: "error",
        message: `There is no folder "${folder}".`,
        fix: "Name the folder that holds organization.yaml and systems/.",
      },
    ]);
  }
  const { settings, source, problems } = await readSettings(root);
  const patterns = systems ?? settings.systems ?? defaults.systems;
  const ofSettings = systems === undefined && settings.systems !== undefined ? source : undefined;
  const inside = patterns.filter((pattern, index) =>
    staysInside(pattern, problems, ofSettings && { source: ofSettings, pointer: `/systems/${String(index)}` }),
  );
  const wanted = settings.organization ?? defaults.organization;
  const organization = insideWorkspace(root, root, wanted);
  if ("outside" in organization) {
    const named = settings.organization === undefined ? undefined : source;
    problems.push(outside(wanted, named && { source: named, pointer: "/organization" }));
  }
  const ruleFolders = settings.rules ?? defaults.rules.filter((each) => existsSync(join(root, each)));
  const rulesInside = ruleFolders.filter((each, index) =>
    staysInside(each, problems, source && { source, pointer: `/rules/${String(index)}` }),
  );
  for (const [index, each] of (settings.rules ?? []).entries()) {
    if (!rulesInside.includes(each) || isFolder(join(root, each))) continue;
    problems.push({
      code: "no-rules-folder",
      severity: "error",
      message: `There is no folder "${each}", so no rule of it would run.`,
      file: "aims.yaml",
      ...(source ? placeOf(source, `/rules/${String(index)}`) : {}),
      fix: "Correct the path (it starts from the workspace's folder), or leave it out.",
    });
  }
  const found = await findFiles(root, inside);
  for (const pattern of systems ?? []) {
    // One of several patterns that matches nothing is a slip of the pen that would assess less.
    if (pattern.startsWith("!") || found.length === 0 || (await findFiles(root, [pattern])).length > 0) continue;
    problems.push({
      code: "pattern-without-match",
      severity: "error",
      message: `No system descriptor matches "${pattern}".`,
      fix: "Correct the pattern given with --systems (it starts from the workspace's folder), or leave it out.",
    });
  }
  const workspace: Workspace = {
    root,
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    ...(source ? { settings: source } : {}),
    organization: {
      file: { path: resolve(root, wanted), name: displayName(root, resolve(root, wanted)) },
      // A file that aims.yaml names has to be there; without it, the reader will say that it is missing.
      exists: !("outside" in organization) && (settings.organization !== undefined || existsSync(organization.path)),
    },
    systems: found,
    rules: await findFiles(
      root,
      rulesInside.map((each) => `${each.replace(/\/+$/, "")}/**/*.rego`),
    ),
  };
  // Where aims.yaml is wrong, that nothing matches may come from that.
  if (workspace.systems.length === 0 && problems.length === 0) {
    const place = ofSettings && placeOf(ofSettings, "/systems");
    problems.push({
      code: "no-systems",
      severity: "error",
      message: `No system descriptor matches ${patterns.map((pattern) => `"${pattern}"`).join(", ")}: nothing would be assessed, which is not a pass.`,
      file: ".",
      ...place,
      fix: "Correct the pattern (it starts from the workspace's folder), or write a descriptor into systems/.",
    });
  }
  if (problems.length > 0) {
    const { WorkspaceReader } = await import("./descriptors.js");
    const more = (await new WorkspaceReader(workspace).problems()).filter(({ severity }) => severity === "error");
    throw new InputError(seenFrom(terminal, root, [...problems, ...more]));
  }
  return workspace;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

interface Settings {
  /** Empty where aims.yaml is not there or not valid. */
  readonly settings: WorkspaceFile;
  readonly source?: SourceDocument;
  readonly problems: Diagnostic[];
}

async function readSettings(root: string): Promise<Settings> {
  const path = join(root, "aims.yaml");
  const problems: Diagnostic[] = [];
  if (!existsSync(path)) return { settings: {}, problems };
  let source: SourceDocument | undefined;
  let settings: WorkspaceFile = {};
  const outsideRoot = "outside" in insideWorkspace(root, root, "aims.yaml");
  const file: SourceFile = { path, name: "aims.yaml", ...(outsideRoot ? { outside: true } : {}) };
  for await (const { document, diagnostics } of readDocuments(file)) {
    problems.push(...diagnostics);
    if (!document) continue;
    if (source) {
      problems.push({
        code: "second-document",
        severity: "error",
        message: "aims.yaml holds a second document.",
        file: "aims.yaml",
        line: document.line,
        column: 1,
        fix: "Write all settings into one document.",
      });
      continue;
    }
    source = document;
    const value = withoutBlanks(document.value);
    if (isWorkspaceFile(value)) settings = value as WorkspaceFile;
    else {
      const schema = readPackageJson("schemas", "workspace.schema.json");
      problems.push(...schemaDiagnostics(isWorkspaceFile.errors ?? [], document, { schema, entry: "" }));
    }
  }
  return { settings, problems, ...(source ? { source } : {}) };
}

interface SettingsPlace {
  readonly source: SourceDocument;
  readonly pointer: string;
}

/** Whether the pattern stays in the workspace; when not, that is added to the problems. @param place undefined on the command line */
function staysInside(pattern: string, problems: Diagnostic[], place: SettingsPlace | undefined): boolean {
  const leaves = pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || pattern.split(/[\\/]/).includes("..");
  if (leaves) problems.push(outside(pattern, place));
  return !leaves;
}

function outside(path: string, place: SettingsPlace | undefined): Diagnostic {
  return {
    code: "path-outside-workspace",
    severity: "error",
    message: `The path "${path}" leaves the workspace.`,
    ...(place ? placeOf(place.source, place.pointer) : {}),
    fix: "Use paths below the workspace's folder.",
  };
}

/**
 * Diagnostics with the files of a workspace called as they have to be called from where the command was started, so that they can be
 * opened from there.
 */
export function seenFrom(terminal: Terminal, root: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.file === undefined) return diagnostic;
    const path = join(root, diagnostic.file);
    return existsSync(path) ? { ...diagnostic, file: displayName(terminal.cwd, path) } : diagnostic;
  });
}
