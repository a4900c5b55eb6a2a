import { resolve } from "node:path";
import { findFiles } from "../files/find.js";
import { memoryReader } from "../files/memory.js";
import type { Reader } from "../files/reader.js";
import { findRuleFiles } from "./rule-files.js";
import { foldersOf } from "./unread-files.js";
import { searchedIn } from "./settings.js";

/** Folder of a workspace in which its own profiles are looked for. */
export const profilesFolder = "profiles";

/** Tells of files that are not there yet whether a run would read them. */
export interface ReadLater {
  /** Whether the file would be a descriptor, a mapping collection, a rule or data of rules. @param name path from the workspace's folder, with "/" */
  readonly reads: (name: string) => Promise<boolean>;
  /** Folders of descriptors, rules and profiles, from the workspace's folder, without a "/" at their ends. */
  readonly folders: readonly string[];
}

/**
 * What a run in the workspace of a folder would read, as its aims.yaml says, or as it is without one.
 * @param root absolute path
 */
export async function readLater(root: string, reader: Reader): Promise<ReadLater> {
  const { systems, rules, crosswalks } = await searchedIn(root, reader);
  const folders = [...foldersOf(systems), ...rules, profilesFolder];
  return {
    reads: async (name) => {
      // A search that finds only this file says the same as the one of the later run.
      const alone = memoryReader(new Map([[resolve(root, name), ""]]));
      if ((await findFiles(root, [...systems, ...crosswalks], alone)).length > 0) return true;
      const found = await findRuleFiles(root, rules, alone);
      return found.rules.length + found.data.length > 0;
    },
    folders: folders.map((each) => each.replace(/^(?:\.\/)+|\/+$/g, "")).filter((each) => each !== "" && each !== "."),
  };
}
