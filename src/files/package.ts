import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

let root: string | undefined;

/** Folder of the installed aims package: the one that holds catalog/, profiles/, rules/ and schemas/. */
export function packageRoot(): string {
  if (root !== undefined) return root;
  // The same from src/files (tests) and dist/files (installed): the nearest folder upwards with a package.json.
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The aims package is incomplete: its package.json is missing.");
    folder = parent;
  }
  root = folder;
  return folder;
}

/** Path of a file that ships with aims, from its path inside the package. */
export function packageFile(...segments: string[]): string {
  return join(packageRoot(), ...segments);
}

/** Reads a JSON file that ships with aims. @throws when the package is incomplete */
export function readShippedJson(...segments: string[]): unknown {
  return JSON.parse(readFileSync(packageFile(...segments), "utf8")) as unknown;
}

/** The version of aims that runs. */
export function toolVersion(): string {
  return (readShippedJson("package.json") as { version: string }).version;
}
