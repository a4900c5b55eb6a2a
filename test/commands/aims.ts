import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const projectRoot: string = join(import.meta.dirname, "..", "..");
const main = join(projectRoot, "dist", "main.js");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as its own process, with nothing but Node. */
export function aims(
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: options.cwd ?? projectRoot,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { PATH: "", HOME: tmpdir(), NO_COLOR: "1", ...options.env },
  });
  return { code: status, stdout, stderr };
}

/** Calls the function with a folder that is gone afterwards. */
export function withFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "aims-test-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
