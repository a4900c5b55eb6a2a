import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { compilerBuild } from "./compiler-build.js";
import type { CompiledPolicy, CompileRequest, CompileResult } from "./protocol.js";
import { loadRegoCompiler } from "./rego-compiler.js";

export interface CompileCacheOptions {
  /** Made when it is missing. Left out, or where nothing can be written, everything is compiled anew. */
  readonly cacheFolder?: string;
  /** Called when nothing is found; `loadRegoCompiler` when left out. */
  readonly load?: () => Promise<{ compile(request: CompileRequest): CompileResult }>;
}

/** Whether the policy was found and nothing had to be compiled, nor the compiler to be loaded. */
export type CachedCompileResult = CompileResult & { readonly cached: boolean };

/** Changes with the layout of an entry, so that older ones are never read. */
const LAYOUT = "aims-policy 1";
const SUFFIX = ".policy";
const UNFINISHED = ".part";
const MAX_ENTRIES = 100;
const ABANDONED_AFTER_MS = 3_600_000;

let written = 0;

/**
 * Compiles, unless the same was compiled before: an entry is found by the SHA-256 of the sources, the entrypoints, the
 * capabilities and the compiler's program, and holds its own SHA-256, so that a damaged one is made anew. Failures are not
 * kept. Runs at the same time may share a folder: each writes beside and renames. The folder's oldest entries make room
 * when there are more than 100.
 *
 * @throws RegoCompilerError when the compiler cannot be loaded or breaks; never for what is wrong with the folder
 */
export async function compileCached(
  request: CompileRequest,
  options: CompileCacheOptions = {},
): Promise<CachedCompileResult> {
  const { cacheFolder, load = loadRegoCompiler } = options;
  if (cacheFolder === undefined) return { ...(await load()).compile(request), cached: false };
  const key = cacheKey(request);
  const path = join(cacheFolder, key + SUFFIX);
  const found = await readEntry(path, key);
  if (found !== undefined) return { ...found, cached: true };
  const result = (await load()).compile(request);
  if (result.ok) await keep(cacheFolder, path, encodeEntry(key, result));
  return { ...result, cached: false };
}

function cacheKey({ modules, entrypoints, capabilities }: CompileRequest): string {
  const sources = Object.keys(modules)
    .sort()
    .map((path) => [path, modules[path]]);
  const all = [LAYOUT, compilerBuild().wasm.sha256, capabilities ?? null, entrypoints, sources];
  return sha256(JSON.stringify(all));
}

/** Three parts: a line with the SHA-256 of the rest, a line of JSON, the policy's bytes. */
function encodeEntry(key: string, { wasm, entrypoints, requiredBuiltins }: CompiledPolicy): Buffer {
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify({ key, entrypoints, requiredBuiltins })}\n`), wasm]);
  return Buffer.concat([Buffer.from(`${LAYOUT} ${sha256(rest)}\n`), rest]);
}

async function readEntry(path: string, key: string): Promise<CompiledPolicy | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return undefined;
  }
  const headEnd = bytes.indexOf("\n") + 1;
  const rest = bytes.subarray(headEnd);
  if (bytes.toString("latin1", 0, headEnd) !== `${LAYOUT} ${sha256(rest)}\n`) return undefined;
  const lineEnd = rest.indexOf("\n") + 1;
  const entry = JSON.parse(rest.toString("utf8", 0, lineEnd)) as Omit<CompiledPolicy, "ok" | "wasm"> & { key: string };
  // Somebody renamed a sound entry to another's name.
  if (entry.key !== key) return undefined;
  const { entrypoints, requiredBuiltins } = entry;
  return { ok: true, wasm: new Uint8Array(rest.subarray(lineEnd)), entrypoints, requiredBuiltins };
}

async function keep(folder: string, path: string, bytes: Buffer): Promise<void> {
  const unfinished = `${path}.${String(process.pid)}-${String(threadId)}-${String(written++)}${UNFINISHED}`;
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(unfinished, "wx");
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await makeRoom(folder, path);
  } catch {
    // A cache that cannot be written costs time, not the result.
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Removes the oldest entries above the limit, and what runs that were broken off long before left unfinished. */
async function makeRoom(folder: string, newest: string): Promise<void> {
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
  entries.sort((a, b) => a.age - b.age || (a.path < b.path ? -1 : 1));
  for (const { path } of entries.filter((entry) => entry.path !== newest).slice(MAX_ENTRIES - 1)) {
    await rm(path, { force: true });
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
