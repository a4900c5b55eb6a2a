import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing, one call a level: it ends with the first one that cannot be made, on every file
 * system. Several may make the same folder at the same time.
 * @param path absolute path
 * @param make makes one folder in one that is there; rejects with the operating system's error
 * @throws the error of the first folder that cannot be made
 */
export async function makeCacheFolder(path: string, make: (path: string) => Promise<unknown> = mkdir): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await isFolder(folder)); folder = dirname(folder)) {
    missing.push(folder);
    if (dirname(folder) === folder) break;
  }
  for (const folder of missing.reverse()) {
    try {
      await make(folder);
    } catch (error) {
      if (!(await isFolder(folder))) throw error;
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isDirectory() === true;
}
