import type { JsonObject } from "../foundation/json-value.js";
import type { Sha256 } from "../foundation/sha256.js";
import { sha256 } from "./compiler/content-cache.js";
import type { Rule } from "./rule.js";

/** Rules compiled to WASM. */
export interface CompiledPolicy {
  /** The rules that ship with aims, and beside them those of a workspace with all that these read; each rule is asked in one of them. */
  readonly modules: readonly CompiledModule[];
  readonly rules: readonly Rule[];
  /** Over the Rego sources and the data beside them (path and text, sorted by path), tests left out. */
  readonly sourcesSha256: Sha256;
  /** Whether all rules ship with aims; rules of others run in workers under a time limit. */
  readonly trusted: boolean;
}

/** A WASM module, and what its rules read as `data` besides what is known only when they run. */
export interface CompiledModule {
  readonly wasm: Uint8Array;
  readonly wasmSha256: Sha256;
  readonly data?: JsonObject;
}

/**
 * The digest by which records name a policy: that of its module, and of several that of their digests in hexadecimal, each followed by a
 * line feed.
 */
export function policyDigest({ modules }: Pick<CompiledPolicy, "modules">): Sha256 {
  const [first, ...others] = modules.map(({ wasmSha256 }) => wasmSha256);
  if (first !== undefined && others.length === 0) return first;
  return sha256([first, ...others].map((digest) => `${digest ?? ""}\n`).join(""));
}
