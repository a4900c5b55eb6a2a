/** What `npm pack` puts into the package, asked of npm itself. */
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { projectRoot } from "../support/project.js";

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
