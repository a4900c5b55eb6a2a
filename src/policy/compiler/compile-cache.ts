import type { Sha256 } from "../../foundation/sha256.js";
import { compilerBuild } from "./compiler-build.js";
import { readCached, sha256, writeCached } from "./content-cache.js";
import type { CompileRequest, CompileResult } from "./protocol.js";
import { loadRegoCompiler } from "./rego-compiler.js";

export interface CompileCacheOptions {
  /** Made when it is missing. Left out, or where nothing can be written, everything is compiled anew. */
  readonly cacheFolder?: string;
  /** Called when nothing is found; `loadRegoCompiler` when left out. */
  readonly load?: () => Promise<{ compile(request: CachedCompileRequest): CompileResult }>;
}

/** Whether the policy was found and nothing had to be compiled, nor the compiler to be loaded. */
export type CachedCompileResult = CompileResult & { readonly cached: boolean };

/** What is not checked besides, so that a policy depends on the sources alone. */
export type CachedCompileRequest = Omit<CompileRequest, "added" | "check">;

/** Data that an entry keeps beside the policy's bytes. */
interface Kept {
  readonly entrypoints: readonly string[];
  readonly requiredBuiltins: readonly string[];
}

/**
 * Compiles, unless the same was compiled before: an entry is found by the SHA-256 of the sources, the entrypoints, the
 * capabilities and the compiler's program. Failures are not kept.
 *
 * @throws RegoCompilerError when the compiler cannot be loaded or breaks; never for a folder that cannot be read or written
 */
export async function compileCached(
  request: CachedCompileRequest,
  options: CompileCacheOptions = {},
): Promise<CachedCompileResult> {
  const { cacheFolder, load = loadRegoCompiler } = options;
  if (cacheFolder === undefined) return { ...(await load()).compile(request), cached: false };
  const key = cacheKey(request);
  const entry = await readCached(cacheFolder, key);
  if (entry !== undefined) {
    const { entrypoints, requiredBuiltins } = entry.head as Kept;
    return { ok: true, wasm: entry.bytes, entrypoints, requiredBuiltins, warnings: [], cached: true };
  }
  const result = (await load()).compile(request);
  if (result.ok) {
    const { wasm, entrypoints, requiredBuiltins } = result;
    await writeCached(cacheFolder, key, { head: { entrypoints, requiredBuiltins } satisfies Kept, bytes: wasm });
  }
  return { ...result, cached: false };
}

function cacheKey({ modules, entrypoints, capabilities }: CachedCompileRequest): Sha256 {
  const sources = Object.keys(modules)
    .sort()
    .map((path) => [path, modules[path]]);
  const all = ["compile", compilerBuild().wasm.sha256, capabilities ?? null, entrypoints, sources];
  return sha256(JSON.stringify(all));
}
