import { spawn } from "node:child_process";
import { join } from "node:path";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "./paths.js";

/**
 * The files below a folder's repository that are not as they were in a commit, also those that git does not follow yet.
 * @param folder absolute path
 * @param commit a name of it that git understands
 * @returns undefined where git is not there, the folder is in no repository, or there is no such commit
 */
export async function changedFiles(folder: string, commit: string): Promise<ReadonlySet<SourceFile> | undefined> {
  const root = await git(folder, ["rev-parse", "--show-toplevel"]);
  const found = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^{commit}`]);
  if (root === undefined || found === undefined) return undefined;
  const top = root.trimEnd();
  const changed = await git(top, [
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--name-only",
    "-z",
    found.trimEnd(),
    "--",
  ]);
  const added = await git(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
  if (changed === undefined || added === undefined) return undefined;
  const names = [...changed.split("\0"), ...added.split("\0")].filter((name) => name !== "");
  return new Set(names.map((name) => fileAt(join(top, name))));
}

/** What git prints; undefined where it fails. No program that the repository names is started. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
    const child = spawn("git", [...options, ...args], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    const pieces: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    child.on("error", () => {
      resolve(undefined);
    });
    child.on("close", (code) => {
      resolve(code === 0 ? Buffer.concat(pieces).toString("utf8") : undefined);
    });
  });
}
