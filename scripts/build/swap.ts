import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const TEMPORARY = /^\.build-(\d+)(?:-old)?$/;

/** Makes the empty folder of this process, beside the one that is built. */
export function freshFolder(root: string): string {
  const fresh = join(root, `.build-${String(process.pid)}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  return fresh;
}

/** Removes the temporary folders of builds that are no longer running. */
export function removeLeftOvers(root: string): void {
  for (const name of readdirSync(root)) {
    const [, pid] = TEMPORARY.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // Another build is removing it at the same time.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, but it is there.
    return codeOf(error) === "EPERM";
  }
}

/**
 * Puts a finished folder in the place of another one, which is removed. Of several processes that do so at once, the last one wins.
 * A reader meanwhile finds the old folder or the new one; where the system exchanges no folders, nothing at all between two renames.
 * @param fresh is gone afterwards
 * @param exchange true where it has exchanged the two folders; false where it could not, and has changed nothing
 */
export function swapFolders(
  fresh: string,
  target: string,
  exchange: (one: string, other: string) => boolean = exchangeFolders,
): void {
  if (existsSync(target) && exchange(fresh, target)) rmSync(fresh, { recursive: true, force: true });
  else renameBoth(fresh, target);
}

/** Attempts at putting the new folder in place while other builds do the same. */
const ATTEMPTS = 20;

/** Codes that systems give when the new name belongs to a folder that is not empty. */
const TAKEN: readonly unknown[] = ["ENOTEMPTY", "EEXIST", "EPERM"];

function renameBoth(fresh: string, target: string): void {
  const old = `${fresh}-old`;
  for (let attempt = 1; ; attempt += 1) {
    rmSync(old, { recursive: true, force: true });
    try {
      renameSync(target, old);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
    }
    try {
      renameSync(fresh, target);
      break;
    } catch (error) {
      // Another build has put its folder there just now: it is replaced in its turn.
      if (TAKEN.includes(codeOf(error)) && attempt < ATTEMPTS) continue;
      if (existsSync(old) && !existsSync(target)) renameSync(old, target);
      throw error;
    }
  }
  rmSync(old, { recursive: true, force: true });
}

/** renameat2 with RENAME_EXCHANGE by its number on Linux, which has no name in Node. */
const RENAMEAT2: Partial<Record<string, number>> = { arm64: 276, x64: 316 };

/**
 * Exchanges two folders in one step that cannot be seen half done, by a program that can: mv of GNU coreutils 9.5 and later, or Perl.
 * @returns false where neither can; both folders are where they were
 */
export function exchangeFolders(one: string, other: string): boolean {
  const number = RENAMEAT2[process.arch];
  if (process.platform !== "linux") return false;
  if (succeeds("mv", ["--exchange", "--no-target-directory", one, other])) return true;
  if (number === undefined) return false;
  // -100 stands for the current folder, which the absolute paths leave aside; 2 is RENAME_EXCHANGE.
  const call = `exit(syscall(${String(number)}, -100, $ARGV[0], -100, $ARGV[1], 2) == 0 ? 0 : 1)`;
  return succeeds("perl", ["-e", call, one, other]);
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
