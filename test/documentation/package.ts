/** What `npm pack` puts into the package, asked of npm itself. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath, projectRoot } from "../support/project.js";

export interface Packed {
  readonly filename: string;
  /** Bytes of the package. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Asks npm; nothing is built, nothing is fetched.
 * @param folder where the package goes; without one it is not written
 */
export function npmPack(folder?: string): Packed {
  const { status, stdout, stderr } = spawnSync(
    "npm",
    [
      ...["pack", "--json", "--offline", "--ignore-scripts"],
      ...(folder === undefined ? ["--dry-run"] : ["--pack-destination", folder]),
    ],
    {
      cwd: projectRoot,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      env: { PATH: process.env.PATH, HOME: tmpdir(), npm_config_update_notifier: "false" },
    },
  );
  if (status !== 0) throw new Error(stderr);
  const [packed] = JSON.parse(stdout) as Packed[];
  if (packed === undefined) throw new Error("npm packed nothing");
  return packed;
}

/**
 * Packs the package and unpacks it where npm would install it; what it depends on is that of this clone.
 * @param base gets the archive
 * @param folder gets node_modules/
 * @returns the folder of the unpacked package
 */
export function installPacked(base: string, folder: string): string {
  const { filename } = npmPack(base);
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  const { status, stderr } = spawnSync("tar", ["-xzf", join(base, filename), "-C", modules], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const unpacked = join(modules, "aims-as-code");
  cpSync(join(modules, "package"), unpacked, { recursive: true });
  for (const name of readdirSync(projectPath("node_modules"))) {
    if (!name.startsWith(".")) symlinkSync(projectPath(join("node_modules", name)), join(modules, name));
  }
  return unpacked;
}
