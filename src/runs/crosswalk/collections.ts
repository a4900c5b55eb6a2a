import { resolve } from "node:path";
import { problem } from "../../diagnostics/codes/crosswalks.js";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import { problem as workspaceProblem } from "../../diagnostics/codes/workspace.js";
import type { Diagnostic, Reading } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { findFiles } from "../../files/find.js";
import { fileAt, insideWorkspace } from "../../files/paths.js";
import { standardInput } from "../../files/read.js";
import { statusAt } from "../../files/reader.js";
import { nearest } from "../../foundation/nearest.js";
import { placeOf } from "../../source/place.js";
import type { Leg } from "../../crosswalk/projection.js";
import { CollectionReader, type KnownCollection } from "../../workspace/crosswalks.js";
import { AddressMap, type AddressMapping } from "../../workspace/imports.js";
import { shippedCollection, shippedCollections } from "../../workspace/shipped.js";
import { readCrosswalkSettings, type CrosswalkSettings } from "../../workspace/settings.js";
import { isWorkspace } from "../../workspace/workspace.js";
import type { Host } from "../host.js";

/** Which mapping collections are wanted. Paths start from the host's folder. */
export interface CollectionsRequest {
  /** Folder whose aims.yaml names collections beside those that ship with aims; unless it is a workspace, the host's, if that is one. */
  readonly workspace?: string;
  /** Names of shipped collections, or paths, in place of all that are known. */
  readonly mappings?: readonly string[];
  /** Local copies of catalogs that mappings name by address. */
  readonly maps?: readonly AddressMapping[];
}

/** Collections with the files that were read for them. */
export interface Collections {
  readonly collections: readonly KnownCollection[];
  readonly files: readonly SourceFile[];
  readonly reader: CollectionReader;
}

/** A mapping that somebody replaced by a later one is only used where it is named. */
const replaced: ReadonlySet<string> = new Set(["deprecated", "superseded"]);

/** Whether a mapping is used without being named. */
export function isCurrent({ crosswalk }: Leg): boolean {
  return !replaced.has(crosswalk.status);
}

/** What is wrong with the mapping collections that the aims.yaml of a workspace names. @param root absolute path */
export async function crosswalkProblems(root: string, host: Host): Promise<readonly Diagnostic[]> {
  // Whoever asks has opened the workspace, which says what is wrong with its settings.
  const { value: settings } = await readCrosswalkSettings(root, host.read);
  const problems: Diagnostic[] = [];
  const read = await ofWorkspace(settings, new CollectionReader(host.folder, host.read), host, problems);
  return [...problems, ...read.flatMap((each) => each.problems)];
}

/** Reads the collections that are named, or else those that ship with aims and those of the workspace. */
export async function collectionsOf(
  { workspace, mappings, maps = [] }: CollectionsRequest,
  host: Host,
): Promise<Reading<Collections>> {
  const map = new AddressMap(maps, { from: "--map", folder: host.folder }, host.read);
  const reader = new CollectionReader(host.folder, host.read, map);
  const problems: Diagnostic[] = [...map.problems];
  const collections: KnownCollection[] = [];
  const add = ({ value, problems: found }: Reading<KnownCollection>): void => {
    problems.push(...found);
    if (value !== undefined && !collections.some(({ file }) => file === value.file)) collections.push(value);
  };
  if (mappings !== undefined) {
    for (const called of mappings) add(await named(called, reader, host));
  } else {
    collections.push(...(await reader.shipped()));
    const folders = [workspace ?? ".", "."].map((folder) => resolve(host.folder, folder));
    const root = folders.find((folder) => isWorkspace(folder, host.read));
    if (root !== undefined) {
      const settings = await readCrosswalkSettings(root, host.read);
      problems.push(...settings.problems);
      for (const each of await ofWorkspace(settings.value, reader, host, problems)) add(each);
    }
  }
  return { value: { collections, files: reader.files, reader }, problems };
}

async function named(called: string, reader: CollectionReader, host: Host): Promise<Reading<KnownCollection>> {
  if (called === "-") return reader.at({ file: standardInput });
  const shipped = shippedCollections();
  const name = called.replace(/\.json$/i, "");
  const path = resolve(host.folder, called);
  if (statusAt(path, host.read)?.kind === "file" || /[/\\]|\.(?:json|ya?ml|xml)$/i.test(called)) {
    return reader.at({ file: fileAt(path) });
  }
  if (shipped.includes(name)) return reader.at({ file: shippedCollection(name) }, name);
  return {
    problems: [
      problem("unknown-mapping", undefined, { name: called, known: shipped, guess: nearest(called, shipped) }),
    ],
  };
}

/** The collections that an aims.yaml names. @param problems is extended by what is wrong with its patterns */
async function ofWorkspace(
  { root, crosswalks, source }: CrosswalkSettings,
  reader: CollectionReader,
  host: Host,
  problems: Diagnostic[],
): Promise<Reading<KnownCollection>[]> {
  const read: Reading<KnownCollection>[] = [];
  for (const [index, pattern] of crosswalks.entries()) {
    const place = source && placeOf(source, `/crosswalks/${String(index)}`);
    if ("outside" in insideWorkspace(root, root, pattern, host.read)) {
      problems.push(fileProblem("path-outside-workspace", place, { how: "path", path: pattern }));
      continue;
    }
    const files = await findFiles(root, [pattern], host.read);
    if (files.length === 0) {
      problems.push(workspaceProblem("pattern-without-match", place, { pattern, from: "aims.yaml", of: "crosswalks" }));
    }
    // A pattern may match the catalogs that lie beside the mappings; a file that is named is meant.
    const isPattern = /[*?[\]{}!()]/.test(pattern);
    for (const file of files) {
      const found = await reader.at(file, undefined, root);
      if (!isPattern || !found.problems.some(({ code }) => code === "not-a-mapping-collection")) read.push(found);
    }
  }
  return read;
}
