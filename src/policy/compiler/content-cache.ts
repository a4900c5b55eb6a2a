import { createHash } from "node:crypto";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { byCodeUnit } from "../../foundation/order.js";
import type { Sha256 } from "../../foundation/sha256.js";
import { makeCacheFolder } from "./cache-folder.js";

/** An entry's content: JSON data and bytes. */
export interface CachedContent {
  readonly head: unknown;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Changes with the layout of an entry, so that older ones are never read. */
const LAYOUT = "aims-policy 2";
const SUFFIX = ".policy";
const UNFINISHED = ".part";
const MAX_ENTRIES = 100;
const ABANDONED_AFTER_MS = 3_600_000;

let written = 0;

/**
 * The content that was kept under a key, or undefined where there is none that is sound. An entry holds its own SHA-256 and its key, so
 * that a damaged or renamed one is never used.
 * @param key the digest of everything that the content depends on
 */
export async function readCached(folder: string, key: Sha256): Promise<CachedContent | undefined> {
  let entry: Buffer;
  try {
    entry = await readFile(join(folder, key + SUFFIX));
  } catch {
    return undefined;
  }
  const headEnd = entry.indexOf("\n") + 1;
  const rest = entry.subarray(headEnd);
  if (entry.toString("latin1", 0, headEnd) !== `${LAYOUT} ${sha256(rest)}\n`) return undefined;
  const lineEnd = rest.indexOf("\n") + 1;
  const kept = JSON.parse(rest.toString("utf8", 0, lineEnd)) as { readonly key: string; readonly head: unknown };
  if (kept.key !== key) return undefined;
  return { head: kept.head, bytes: new Uint8Array(rest.subarray(lineEnd)) };
}

/**
 * Keeps content under a key. Runs at the same time may share the folder: each writes beside and renames. The oldest entries make room
 * when there are more than a number of them. A cache that cannot be written costs time, not the result: nothing is thrown.
 */
export async function writeCached(
  folder: string,
  key: Sha256,
  { head, bytes }: CachedContent,
  mostEntries: number = MAX_ENTRIES,
): Promise<void> {
  const path = join(folder, key + SUFFIX);
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify({ key, head })}\n`), bytes]);
  const unfinished = `${path}.${String(process.pid)}-${String(threadId)}-${String(written++)}${UNFINISHED}`;
  try {
    await makeCacheFolder(folder);
    const file = await open(unfinished, "wx");
    try {
      await file.writeFile(Buffer.concat([Buffer.from(`${LAYOUT} ${sha256(rest)}\n`), rest]));
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await makeRoom(folder, path, mostEntries);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Removes the oldest entries above the limit, and unfinished ones of runs that were broken off long before. */
async function makeRoom(folder: string, newest: string, mostEntries: number): Promise<void> {
  const now = (await stat(newest)).mtimeMs;
  const entries: { readonly path: string; readonly age: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const isEntry = name.endsWith(SUFFIX);
    if (!isEntry && !name.endsWith(UNFINISHED)) continue;
    // Another run may have removed it meanwhile.
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now);
    if (isEntry) entries.push({ path, age });
    else if (age > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
  entries.sort((a, b) => a.age - b.age || byCodeUnit(a.path, b.path));
  for (const { path } of entries.filter((entry) => entry.path !== newest).slice(mostEntries - 1)) {
    await rm(path, { force: true });
  }
}

export function sha256(content: string | Uint8Array): Sha256 {
  return createHash("sha256").update(content).digest("hex");
}
