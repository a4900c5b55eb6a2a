import { resolve } from "node:path";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { findFiles, type FoundFile } from "../files/find.js";
import { headOf } from "../files/head.js";
import { fileAt } from "../files/paths.js";
import { statusAt, type Reader } from "../files/reader.js";

/** Names that people give to what is to be aims.yaml. */
const settingsNames: readonly string[] = ["aims.yml", "aims.json", ".aims.yaml", ".aims.yml"];

/** Names that people give to the organization's descriptor. */
const organizationNames: readonly string[] = [
  ...["organization.yml", "organization.json", "organisation.yaml", "organisation.yml", "organisation.json"],
  ...["org.yaml", "org.yml"],
];

/** Endings that are read. */
const readEnding = /\.(?:yaml|yml|json|ndjson|jsonl)$/;
/** What looks like one of them: in other letters, of a backup, or of a text editor. */
const similarEnding = /\.(?:ya?ml|json[lc5]?|ndjson|txt)(?:[^/a-z0-9][^/]*)?$/i;
/** The word by which a descriptor of a system is known, in YAML and in JSON. */
const describesSystem = /(?:^|[{,\s-])["']?kind["']?\s*:\s*["']?system\b/;

/** Files of a workspace's folder that are meant to be its settings, and are not read. */
export function unreadSettings(root: string, reader: Reader): Diagnostic[] {
  const beside = statusAt(resolve(root, "aims.yaml"), reader) !== undefined;
  return settingsNames
    .filter((name) => statusAt(resolve(root, name), reader)?.kind === "file")
    .map((name) => problem("unread-settings", { file: fileAt(resolve(root, name)) }, { name, beside }));
}

/** The file in the folder that is meant to be organization.yaml. */
export function likelyOrganization(root: string, reader: Reader): string | undefined {
  return organizationNames.find((name) => statusAt(resolve(root, name), reader)?.kind === "file");
}

/**
 * Files in the folders of the patterns that describe a system by their own word, and match none of them. Files that a pattern excludes are
 * left out on purpose.
 * @param found files that are read
 */
export async function unreadDescriptors(
  root: string,
  patterns: readonly string[],
  found: readonly FoundFile[],
  reader: Reader,
): Promise<Diagnostic[]> {
  const excluded = patterns.filter((pattern) => pattern.startsWith("!"));
  const folders = new Set(patterns.filter((pattern) => !pattern.startsWith("!")).flatMap(folderOf));
  const beside = [...folders].map((folder) => `${folder}/**/*`);
  const read = new Set(found.map(({ name }) => name));
  const unread: Diagnostic[] = [];
  for (const { file, name } of await systemsAmong(root, [...beside, ...excluded], reader, (each) => !read.has(each))) {
    unread.push(problem("unread-descriptor", { file }, { ending: !readEnding.test(name) }));
  }
  return unread;
}

/** A descriptor of a system in the workspace's folder or in one directly below it. */
export async function descriptorElsewhere(root: string, reader: Reader): Promise<string | undefined> {
  const [first] = await systemsAmong(root, ["*", "*/*"], reader, (name) => readEnding.test(name), 1);
  return first?.name;
}

/** @param most files that are wanted */
async function systemsAmong(
  root: string,
  patterns: readonly string[],
  reader: Reader,
  wanted: (name: string) => boolean,
  most = Infinity,
): Promise<FoundFile[]> {
  const systems: FoundFile[] = [];
  for (const each of await findFiles(root, patterns, reader)) {
    if (systems.length >= most) break;
    if (each.outside === true || each.unreadable !== undefined) continue;
    if (!similarEnding.test(each.name) || !wanted(each.name)) continue;
    if (statusAt(each.file, reader)?.kind !== "file") continue;
    if (describesSystem.test(await headOf(each.file, reader).catch(() => ""))) systems.push(each);
  }
  return systems;
}

/** The folder from which a pattern begins to search, where that is not the workspace's own. */
function folderOf(pattern: string): string[] {
  const segments = pattern.replace(/^\.\//, "").split("/");
  const wild = segments.findIndex((segment) => /[*?{}[\]()!+@]/.test(segment));
  const folder = segments.slice(0, wild < 0 ? -1 : wild).join("/");
  return folder === "" ? [] : [folder];
}
