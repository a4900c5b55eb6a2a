import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

let root: string | undefined;

/** Folder of the installed aims package: the one that holds catalog/, profiles/, rules/ and schemas/. */
export function packageRoot(): string {
  if (root !== undefined) return root;
  // The same from src/files (tests), dist/files (the library) and dist/bin (the program): the nearest folder upwards with a package.json.
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

/** The compiled program of a thread, in the build that runs; where TypeScript source runs, in dist/. */
export function threadProgram(name: "evaluation-worker" | "rules-thread"): URL {
  const [running = ""] = relative(packageRoot(), import.meta.dirname).split(sep);
  return pathToFileURL(packageFile(running === "src" ? "dist" : running, "bin", `${name}.js`));
}

/** Reads a JSON file that ships with aims. @throws when the package is incomplete */
export function readShippedJson(...segments: string[]): unknown {
  return JSON.parse(readFileSync(packageFile(...segments), "utf8")) as unknown;
}

/** The version of aims that runs. */
export function toolVersion(): string {
  return (readShippedJson("package.json") as { version: string }).version;
}
