import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { withoutBlanks } from "../inventory/blank.js";
import { displayName, findFiles, insideWorkspace, type SourceFile } from "../source/files.js";
import { readPackageJson } from "../source/package-files.js";
import { readDocuments } from "../source/read.js";
import { schemaDiagnostics } from "../source/schema-problems.js";
import type { Terminal } from "./terminal.js";
import type { Workspace as WorkspaceFile } from "./workspace.generated.js";
import { workspace as isWorkspaceFile } from "./workspace-validator.generated.js";

/** A folder with descriptors, and what its aims.yaml says about it. */
export interface Workspace {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly profile?: string;
  readonly organization: { readonly file: SourceFile; readonly exists: boolean };
  readonly systems: readonly SourceFile[];
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
 * @throws InputError when the folder or aims.yaml is unusable, or no system descriptor matches
 */
export async function openWorkspace(
  folder: string,
  terminal: Terminal,
  systems?: readonly string[],
): Promise<Workspace> {
  const root = resolve(terminal.cwd, folder);
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new InputError([
      {
        code: "no-workspace",
        severity: "error",
        message: `There is no folder "${folder}".`,
        fix: "Name the folder that holds organization.yaml and systems/.",
      },
    ]);
  }
  const settings = await readSettings(root);
  const patterns = systems ?? settings.systems ?? defaults.systems;
  const problems = patterns.filter(leavesFolder).map((pattern) => outside(pattern));
  const organization = insideWorkspace(root, root, settings.organization ?? defaults.organization);
  if ("outside" in organization) problems.push(outside(settings.organization ?? ""));
  const ruleFolders = settings.rules ?? defaults.rules.filter((each) => existsSync(join(root, each)));
  problems.push(...ruleFolders.filter(leavesFolder).map((pattern) => outside(pattern)));
  if (problems.length > 0 || "outside" in organization) throw new InputError(problems);
  const found = await findFiles(root, patterns);
  if (found.length === 0) {
    throw new InputError([
      {
        code: "no-systems",
        severity: "error",
        message: `No system descriptor matches ${patterns.map((pattern) => `"${pattern}"`).join(", ")}: nothing would be assessed, which is not a pass.`,
        file: displayName(terminal.cwd, root),
        fix: "Correct the pattern (it starts from the workspace's folder), or write a descriptor into systems/.",
      },
    ]);
  }
  return {
    root,
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    organization: {
      file: { path: organization.path, name: displayName(root, organization.path) },
      // A file that aims.yaml names has to be there; without it, the reader will say that it is missing.
      exists: settings.organization !== undefined || existsSync(organization.path),
    },
    systems: found,
    rules: await findFiles(
      root,
      ruleFolders.map((each) => `${each.replace(/\/+$/, "")}/**/*.rego`),
    ),
  };
}

async function readSettings(root: string): Promise<WorkspaceFile> {
  const path = join(root, "aims.yaml");
  if (!existsSync(path)) return {};
  const problems: Diagnostic[] = [];
  let settings: WorkspaceFile | undefined;
  for await (const { document, diagnostics } of readDocuments({ path, name: "aims.yaml" })) {
    problems.push(...diagnostics);
    if (!document) continue;
    if (settings) {
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
    const value = withoutBlanks(document.value);
    settings = value as WorkspaceFile;
    if (!isWorkspaceFile(value)) {
      const schema = readPackageJson("schemas", "workspace.schema.json");
      problems.push(...schemaDiagnostics(isWorkspaceFile.errors ?? [], document, { schema, entry: "" }));
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return settings ?? {};
}

function leavesFolder(pattern: string): boolean {
  return pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || pattern.split(/[\\/]/).includes("..");
}

function outside(path: string): Diagnostic {
  return {
    code: "path-outside-workspace",
    severity: "error",
    message: `The path "${path}" leaves the workspace.`,
    file: "aims.yaml",
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
