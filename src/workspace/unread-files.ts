import { resolve } from "node:path";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { findFiles, type FoundFile } from "../files/find.js";
import { fileAt } from "../files/paths.js";
import { namesIn } from "../files/similar.js";
import { statusAt, type Reader } from "../files/reader.js";
import { by } from "../foundation/order.js";
import { saysSystem } from "./meant-descriptors.js";
import type { RuleFiles } from "./rule-files.js";

/** Names that people give to what is to be aims.yaml, in letters of any size. */
const settingsNames: readonly string[] = ["aims.yaml", "aims.yml", "aims.json", ".aims.yaml", ".aims.yml"];

/** Names that people give to the organization's descriptor. */
const organizationNames: readonly string[] = [
  ...["organization.yml", "organization.json", "organisation.yaml", "organisation.yml", "organisation.json"],
  ...["org.yaml", "org.yml"],
];

/** Endings that are read. */
const readEnding = /\.(?:yaml|yml|json|ndjson|jsonl)$/;
/** What looks like one of them: in other letters, of a backup, or of a text editor. */
const similarEnding = /\.(?:ya?ml|json[lc5]?|ndjson|txt)(?:[^/a-z0-9][^/]*)?$/i;

/** Files of a workspace's folder that are meant to be its settings, and are not read. */
export async function unreadSettings(root: string, reader: Reader): Promise<Diagnostic[]> {
  const beside = statusAt(resolve(root, "aims.yaml"), reader) !== undefined;
  return (await otherNames(root, "aims.yaml", settingsNames, reader))
    .filter((name) => statusAt(resolve(root, name), reader)?.kind === "file")
    .map((name) => problem("unread-settings", { file: fileAt(resolve(root, name)) }, { name, beside }));
}

/** The file in the folder that is meant to be organization.yaml. */
export async function likelyOrganization(root: string, reader: Reader): Promise<string | undefined> {
  const [first] = await filesCalled(["organization.yaml", ...organizationNames], root, reader);
  return first;
}

/** The files of a folder that are called like one of the names, in capital letters or small ones, in the order of the names. */
async function filesCalled(wanted: readonly string[], root: string, reader: Reader): Promise<string[]> {
  const names = await namesIn(root, reader);
  const alike = wanted.flatMap((name) => names.filter((each) => each.toLowerCase() === name));
  return alike.filter((name) => statusAt(resolve(root, name), reader)?.kind === "file");
}

/**
 * Files in the workspace's folder and in the folders of the patterns that describe a system by their own word, and match none of them, and
 * linked folders there, through which no wildcard leads. Files that a pattern excludes are left out on purpose.
 * @param found files that are read
 * @param organization name of the organization's descriptor
 */
export async function unreadDescriptors(
  root: string,
  patterns: readonly string[],
  found: readonly FoundFile[],
  organization: string,
  reader: Reader,
): Promise<Diagnostic[]> {
  const excluded = patterns.filter((pattern) => pattern.startsWith("!"));
  const folders = new Set(foldersOf(patterns));
  const beside = [...folders].map((folder) => `${folder}/**/*`);
  // Where nothing is read at all, what lies elsewhere is told with that.
  if (found.length > 0) beside.push("*", "system/**/*");
  const read = new Set([...found.map(({ name }) => name), organization]);
  const unread: Diagnostic[] = [];
  const among = await findFiles(root, [...beside, ...excluded], reader);
  for (const { file, name } of await systemsAmong(among, reader, (each) => !read.has(each))) {
    unread.push(problem("unread-descriptor", { file }, { ending: !readEnding.test(name), top: !name.includes("/") }));
  }
  for (const { file, name, outside = false } of among) {
    const ofPatterns = [...folders].some((folder) => name.startsWith(`${folder}/`));
    if (!ofPatterns || patterns.some((pattern) => pattern.startsWith(`${name}/`))) continue;
    if (statusAt(file, reader)?.kind === "folder") unread.push(problem("linked-folder", { file }, { name, outside }));
  }
  return unread;
}

/**
 * Names in the workspace's folder that are among the likely ones in letters of any size, and are not the right one. Where the system does
 * not tell large letters from small ones, the right name is found in any.
 */
async function otherNames(
  root: string,
  right: string,
  likely: readonly string[],
  reader: Reader,
): Promise<readonly string[]> {
  const names = await namesIn(root, reader);
  const anyCase = statusAt(resolve(root, right), reader) !== undefined && !names.includes(right);
  return names
    .filter((name) => name !== right && likely.includes(name.toLowerCase()))
    .filter((name) => !(anyCase && name.toLowerCase() === right))
    .sort(by((name) => name));
}

/** Folders that other tools read rules from, and the own one. */
const otherRuleFolders: readonly string[] = ["rules", "policy", "policies", "rego"];

/** The first file of Rego in each folder that other tools read rules from, and in the workspace's own. */
export async function unreadRules(root: string, reader: Reader): Promise<RuleFiles["unread"]> {
  const folders = await otherNames(root, "rules", otherRuleFolders, reader);
  const patterns = [...folders.map((folder) => `${folder}/**/*.rego`), "*.rego"];
  const among = (await findFiles(root, patterns, reader)).filter(({ unreadable }) => unreadable === undefined);
  const first = new Map<string, FoundFile>();
  for (const each of among) {
    const folder = each.name.includes("/") ? (each.name.split("/")[0] ?? "") : "";
    if (!first.has(folder)) first.set(folder, each);
  }
  const beside = statusAt(resolve(root, "rules"), reader) !== undefined;
  return [...first].map(([folder, { file, name }]) => ({ what: "elsewhere", file, name, folder, beside }));
}

/** A descriptor of a system in the workspace's folder or in one directly below it. */
export async function descriptorElsewhere(root: string, reader: Reader): Promise<string | undefined> {
  const among = await findFiles(root, ["*", "*/*"], reader);
  const [first] = await systemsAmong(among, reader, (name) => readEnding.test(name), 1);
  return first?.name;
}

/** @param most files that are wanted */
async function systemsAmong(
  among: readonly FoundFile[],
  reader: Reader,
  wanted: (name: string) => boolean,
  most = Infinity,
): Promise<FoundFile[]> {
  const systems: FoundFile[] = [];
  for (const each of among) {
    if (systems.length >= most) break;
    if (each.outside === true || each.unreadable !== undefined) continue;
    if (!similarEnding.test(each.name) || !wanted(each.name)) continue;
    if (statusAt(each.file, reader)?.kind !== "file") continue;
    if (await saysSystem(each, reader)) systems.push(each);
  }
  return systems;
}

/** The folders from which patterns begin to search, but the workspace's own. */
export function foldersOf(patterns: readonly string[]): string[] {
  return patterns.filter((pattern) => !pattern.startsWith("!")).flatMap(folderOf);
}

/** The folder from which a pattern begins to search, where that is not the workspace's own. */
function folderOf(pattern: string): string[] {
  const segments = pattern.replace(/^\.\//, "").split("/");
  const wild = segments.findIndex((segment) => /[*?{}[\]()!+@]/.test(segment));
  const folder = segments.slice(0, wild < 0 ? -1 : wild).join("/");
  return folder === "" ? [] : [folder];
}
