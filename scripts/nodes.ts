// Versions of Node above the one that aims is developed on, from npm into $AIMS_NODES, or else the user's cache folder.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The newest of each line that is still maintained, by its major version. */
export const newerNodes: ReadonlyMap<string, string> = new Map([
  ["22", "22.23.3"],
  ["24", "24.21.0"],
  ["26", "26.10.0"],
]);

/**
 * @param major one of {@link newerNodes}
 * @returns path of the program, installed where it is missing; undefined when that cannot be done, which has been said
 */
export function installedNode(major: string): string | undefined {
  const version = newerNodes.get(major);
  if (version === undefined) {
    console.error(`"${major}" is not one of the versions: ${[...newerNodes.keys()].join(", ")}.`);
    return undefined;
  }
  const { AIMS_NODES, XDG_CACHE_HOME } = process.env;
  const folder = join(AIMS_NODES ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims-nodes"), version);
  // The package "node" is a script that installs this one.
  const windows = process.platform === "win32";
  const name = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const node = join(folder, "node_modules", name, "bin", windows ? "node.exe" : "node");
  if (versionOf(node) === version) return node;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
  const { status, stderr } = spawnSync("npm", ["install", ...options, `${name}@${version}`], {
    cwd: folder,
    encoding: "utf8",
    shell: windows,
  });
  if (status === 0 && versionOf(node) === version) return node;
  console.error(`Node ${version} cannot be installed from the package ${name}.\n${stderr}`);
  return undefined;
}

function versionOf(node: string): string | undefined {
  if (!existsSync(node)) return undefined;
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim().replace(/^v/, "");
}
